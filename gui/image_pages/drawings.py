"""The folder of one's own drawings: a folder for each class, which opens as a set of images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from core.places import data_folder
from gui.settings import Settings

# where the settings keep the folder that was chosen
KEY = "drawings-folder"


def usual_folder() -> Path:
    """Return where drawings go until another folder is chosen."""
    return data_folder() / "drawings"


def drawings_folder(settings: Settings) -> Path:
    """Return the folder that drawings are added to."""
    stored = bytes(settings.layout(KEY).data()).decode(errors="replace")
    return Path(stored) if stored else usual_folder()


def choose_folder(settings: Settings, folder: Path) -> None:
    """Remember another folder."""
    settings.set_layout(KEY, QByteArray(str(folder).encode()))


def counts_of(folder: Path) -> dict[str, int]:
    """Return how many drawings of each class a folder holds."""
    if not folder.is_dir():
        return {}
    found = {
        place.name: sum(1 for _ in place.glob("*.png"))
        for place in sorted(folder.iterdir())
        if place.is_dir()
    }
    return {name: count for name, count in found.items() if count}
