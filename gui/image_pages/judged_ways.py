"""What can be done with a judged run on images: results taken away, other images classified."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui.icons import icon
from gui.image_pages.image_exports import ImageExports


class JudgedWays(QWidget):
    """A button each, for the run on show.

    Parameters
    ----------
    run_on_show
        None while there is none.
    """

    def __init__(
        self,
        exports: ImageExports,
        run_on_show: Callable[[], RunFolder | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run_on_show = run_on_show
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for symbol, text, do in (
            ("table-arrow-right", self.tr("Export predictions…"), exports.ask_predictions),
            ("file-code-outline", self.tr("Save job file…"), exports.ask_job),
            ("image-outline", self.tr("Classify a file of images…"), exports.ask_file),
            ("folder-image", self.tr("Classify a folder of images…"), exports.ask_folder),
        ):
            button = QPushButton(icon(symbol), text)
            button.clicked.connect(lambda _=False, do=do: self._with_run(do))
            column.addWidget(button)

    def _with_run(self, do: Callable[[RunFolder], None]) -> None:
        run = self._run_on_show()
        if run is not None:
            do(run)
