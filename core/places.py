"""Where the program keeps what is its own: runs, caches, logs and settings."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

NAME = "Anomalyst"


def data_folder() -> Path:
    """Return the folder of runs and projects; the variable ANOMALYST_HOME moves all of it."""
    home = os.environ.get("ANOMALYST_HOME")
    return Path(home) / "data" if home else platformdirs.user_data_path(NAME, appauthor=False)


def cache_folder() -> Path:
    """Return the folder whose content can be made again."""
    home = os.environ.get("ANOMALYST_HOME")
    return Path(home) / "cache" if home else platformdirs.user_cache_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Return the folder of the logs."""
    home = os.environ.get("ANOMALYST_HOME")
    return Path(home) / "log" if home else platformdirs.user_log_path(NAME, appauthor=False)


def settings_path() -> Path:
    """Return the file of the window's settings."""
    home = os.environ.get("ANOMALYST_HOME")
    folder = Path(home) if home else platformdirs.user_config_path(NAME, appauthor=False)
    return folder / "settings.ini"


def runs_folder() -> Path:
    """Return where runs go that belong to no saved project."""
    return data_folder() / "runs"


def untitled_project_path() -> Path:
    """Return where work is kept that was not saved as a project."""
    return data_folder() / "untitled.anomalyst"


def table_cache_folder() -> Path:
    """Return where tables lie as columns that the window can map into memory."""
    return cache_folder() / "tables"


def image_cache_folder() -> Path:
    """Return where images lie: data sets that were fetched, and arrays that the window can map."""
    return cache_folder() / "images"


def mnist_folder() -> Path:
    """Return the folder into which MNIST is fetched."""
    return image_cache_folder() / "mnist"


def worker_log_path() -> Path:
    """Return where workers write what is not an event."""
    return log_folder() / "worker.log"


def window_log_path() -> Path:
    """Return the log of the window."""
    return log_folder() / "window.log"
