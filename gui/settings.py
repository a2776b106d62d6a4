"""What the window remembers between two starts."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QLocale, QSettings

from core.places import settings_path
from gui.theme import CHOICES, Choice

MOST_RECENT = 8
# factors on every text size that can be chosen
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)


class Settings:
    """Typed access to the settings file; a damaged value falls back to its default."""

    def __init__(self) -> None:
        self._store = QSettings(str(settings_path()), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The code en or zh_CN; the system's own language until one is chosen."""
        chosen = str(self._store.value("language", ""))
        if chosen in ("en", "zh_CN"):
            return chosen
        system = QLocale.system().language()
        return "zh_CN" if system == QLocale.Language.Chinese else "en"

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def scheme(self) -> Choice:
        """The colours chosen, "system" when none were."""
        stored = self._store.value("scheme")
        return next((choice for choice in CHOICES if choice == stored), "system")

    @scheme.setter
    def scheme(self, scheme: Choice) -> None:
        self._store.setValue("scheme", scheme)

    @property
    def text_scale(self) -> float:
        """The factor on every text size, 1 unless another one was chosen."""
        stored = str(self._store.value("text_scale", ""))
        return next((scale for scale in TEXT_SCALES if str(scale) == stored), 1.0)

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("text_scale", str(scale))

    @property
    def recent(self) -> list[str]:
        """Tables and projects opened last, the newest first."""
        stored = self._store.value("recent", [])
        # a list of one comes back as a text
        names = stored if isinstance(stored, list) else [stored]
        return [str(name) for name in names if name][:MOST_RECENT]

    def add_recent(self, name: str) -> None:
        """Put a table or project at the head of the recent ones."""
        others = [other for other in self.recent if other != name]
        self._store.setValue("recent", [name, *others][:MOST_RECENT])

    def forget_recent(self, name: str) -> None:
        """Take a name off the recent ones."""
        self._store.setValue("recent", [other for other in self.recent if other != name])

    def layout(self, name: str) -> QByteArray:
        """Return a window's or splitter's remembered layout, empty when there is none."""
        stored = self._store.value(f"layout/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def set_layout(self, name: str, layout: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", layout)

    def folder(self) -> str:
        """Return the folder that the last file dialog ended in."""
        return str(self._store.value("folder", ""))

    def set_folder(self, folder: str) -> None:
        self._store.setValue("folder", folder)

    @property
    def drawings_folder(self) -> str:
        """Where drawings of one's own are kept, "" for the usual folder."""
        return str(self._store.value("drawings_folder", ""))

    @drawings_folder.setter
    def drawings_folder(self, folder: str) -> None:
        self._store.setValue("drawings_folder", folder)

    @property
    def scheduler(self) -> str:
        """Address of the Dask scheduler that was searched on last, "" before there was one."""
        return str(self._store.value("scheduler", ""))

    @scheduler.setter
    def scheduler(self, address: str) -> None:
        self._store.setValue("scheduler", address)

    def save(self) -> None:
        self._store.sync()
