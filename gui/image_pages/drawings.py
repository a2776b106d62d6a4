"""The folder of one's own drawings: a folder for each class, which opens as a set of images."""

from __future__ import annotations

from pathlib import Path

from core.places import data_folder
from gui.settings import Settings


def usual_folder() -> Path:
    """Return where drawings go until another folder is chosen."""
    return data_folder() / "drawings"


def drawings_folder(settings: Settings) -> Path:
    """Return the folder that drawings are added to."""
    return Path(settings.drawings_folder) if settings.drawings_folder else usual_folder()


def choose_folder(settings: Settings, folder: Path) -> None:
    """Remember another folder."""
    settings.drawings_folder = str(folder)


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
