"""Installing the translations of the chosen language."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "zh_CN": "中文"}
_FOLDER = Path(__file__).parent / "translations"
_FONTS = Path(__file__).parent.parent / "core" / "fonts"


class Language:
    """The language of the application; a change takes effect for widgets built after it."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.code = "en"

    def install(self, code: str) -> None:
        """Speak `code` ("en" or "zh_CN") from now on."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        self.code = code
        QLocale.setDefault(QLocale(code))
        if code == "en":
            return
        ensure_chinese_font()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for path in (f"{qt_folder}/qtbase_{code}.qm", str(_FOLDER / f"{code}.qm")):
            translator = QTranslator(self._app)
            if translator.load(path):
                self._app.installTranslator(translator)
                self._installed.append(translator)

    def in_all(self, context: str, sources: Iterable[str]) -> list[str]:
        """Return for each English text all its words: in English and in every other language."""
        others = []
        for code in LANGUAGES:
            translator = QTranslator()
            if translator.load(str(_FOLDER / f"{code}.qm")):
                others.append(translator)
        return [
            " ".join([source, *(other.translate(context, source) or "" for other in others)])
            for source in sources
        ]


def ensure_chinese_font() -> None:
    """Add the bundled font where the system has none for Chinese.

    Qt falls back to it for the letters that the system's own font lacks; the family stays.
    """
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    for path in sorted(_FONTS.glob("*.tt[fc]")) + sorted(_FONTS.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
