"""Loading what the pages need while the first picture is already on screen."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QObject, QThread, Signal

HEAVY = (
    *("pydantic", "numpy", "pyarrow", "pyarrow.compute", "pyarrow.parquet", "pyarrow.csv"),
    *("pyqtgraph", "qtawesome"),
)
OWN = ("core.job", "core.run_folder", "core.proposing", "core.project", "gui.furniture")


class Preloader(QThread):
    """Imports the modules in the background; `failed` carries the exception, if any."""

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preloader")

    def run(self) -> None:
        try:
            for name in HEAVY + OWN:
                importlib.import_module(name)
        except Exception as error:
            self.failed.emit(error)
