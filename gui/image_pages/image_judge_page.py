"""Judge: how many images were classified right, which were not, and what these look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.cnn.scores import class_scores
from core.run_folder import RunFolder
from gui.controls import ComboBox
from gui.icons import icon
from gui.image_pages.class_scores_table import ClassScoresTable
from gui.image_pages.confusion_cells import ConfusionCells
from gui.image_pages.gallery_choice import GalleryChoice
from gui.image_pages.image_exports import ImageExports
from gui.image_pages.image_page import ImagePage
from gui.image_pages.judged_gallery import JudgedGallery
from gui.image_pages.judged_images import JudgedImages, Wanted, read_judged
from gui.image_pages.judged_sample import JudgedSample
from gui.image_verdict import part_sentence
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture

PARTS = ("test", "validation", "training")


class ImageJudgePage(ImagePage):
    """The judgement of the run on show, down to the single image."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Judge"))
        self.exports = ImageExports(self.services, furniture.exporting, self)
        self._verdict = label("")
        self.column.addWidget(self._verdict)
        self.judged: JudgedImages | None = None
        self._evaluation: dict[str, Any] = {}
        self._build_figures()
        self._build_gallery()
        self._lay_out()
        self._build_inspector()
        self._due = True
        self.listen(self.images.run_changed, self._run_changed)
        self.listen(self.images.images_changed, self._run_changed)
        self.listen(self.images.selection_changed, self._show_sample)
        self._show_run()

    # --- building ----------------------------------------------------------------------

    def _build_figures(self) -> None:
        self.part = ComboBox()
        self.part.setAccessibleName(self.tr("Part"))
        self.part.currentIndexChanged.connect(lambda _: self._show_part())
        self._part_words = label("", "caption")
        self.confusion = ConfusionCells()
        self.confusion.picked.connect(self._pick_cell)
        self.scores = ClassScoresTable()
        self.scores.picked.connect(self._pick_class)

    def _build_gallery(self) -> None:
        self.choice = GalleryChoice()
        self.choice.changed.connect(self._show_gallery)
        self.gallery = JudgedGallery()
        self.gallery.chosen.connect(self.images.select_sample)
        self._none = label("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        whole = self.splitter("image-judge", Qt.Orientation.Vertical)
        whole.addWidget(self._figures())
        whole.addWidget(self._below())
        whole.setSizes([360, 280])
        whole.setStretchFactor(1, 1)
        self.restore_splitters()
        self._middle = QStackedWidget()
        self._middle.addWidget(
            NothingYet(
                self.tr("No result yet: train a network, or open a finished run on the Runs page."),
                {"image-train": self.tr("Go to Train"), "runs": self.tr("Go to Runs")},
                self.services.go,
            )
        )
        self._middle.addWidget(whole)
        self.column.addWidget(self._middle, 1)

    def _figures(self) -> QWidget:
        """Return the part selector over the matrix and the table of classes."""
        box = QWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.part)
        head.addWidget(self._part_words, 1)
        tables = self.splitter("image-judge-tables", Qt.Orientation.Horizontal)
        tables.addWidget(self._matrix())
        tables.addWidget(_topped(self.scores))
        tables.setSizes([420, 400])
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(tables, 1)
        return box

    def _matrix(self) -> QWidget:
        return _topped(
            self.confusion,
            label(self.tr("Known classes down, predicted ones across. Click a cell."), "caption"),
        )

    def _below(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        self._gallery_stack = QStackedWidget()
        self._gallery_stack.addWidget(self.gallery)
        self._gallery_stack.addWidget(self._none)
        column.addWidget(self._gallery_stack, 1)
        return box

    def _build_inspector(self) -> None:
        self.sample = JudgedSample()
        self.side.addWidget(self.sample)
        self.inside = QPushButton(icon("layers-search-outline"), self.tr("See inside"))
        self.inside.setToolTip(self.tr("What the layers of the network make of this image"))
        self.inside.clicked.connect(lambda _=False: self.services.go("image-inside"))
        self.side.addWidget(self.inside)
        self.side.addStretch(1)
        self._ways = QWidget()
        column = QVBoxLayout(self._ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for symbol, text, do in (
            (
                "table-arrow-right",
                self.tr("Export predictions…"),
                self.exports.ask_predictions,
            ),
            ("file-code-outline", self.tr("Save job file…"), self.exports.ask_job),
            ("image-outline", self.tr("Classify a file of images…"), self.exports.ask_file),
            (
                "folder-image",
                self.tr("Classify a folder of images…"),
                self.exports.ask_folder,
            ),
        ):
            button = QPushButton(icon(symbol), text)
            button.clicked.connect(lambda _=False, do=do: self._with_run(do))
            column.addWidget(button)
        self.side.addWidget(self._ways)

    def _with_run(self, do: Any) -> None:
        run = self.images.run
        if run is not None:
            do(run)

    # --- the run on show ---------------------------------------------------------------

    def arrive(self) -> None:
        if self._due:
            self._show_run()

    def _run_changed(self) -> None:
        """Read the run when somebody looks: its predictions may be many."""
        self._due = True
        if self.isVisible():
            self._show_run()

    def _show_run(self) -> None:
        self._due = False
        run = self.images.run
        judged = read_judged(run.predictions_path) if run is not None else None
        evaluation = run.evaluation() if run is not None else None
        # a run that is being written has the one and not yet the other
        if judged is None or evaluation is None:
            judged, evaluation, self._due = None, None, True
        self.judged, self._evaluation = judged, evaluation or {}
        self._middle.setCurrentIndex(1 if judged is not None else 0)
        self._ways.setVisible(judged is not None)
        self._verdict.setVisible(judged is not None)
        self._verdict.setText(evaluation_sentence(self._evaluation) if judged is not None else "")
        self.choice.show_classes(judged.class_names if judged is not None else ())
        self.gallery.show_judged(self._pictured(run), judged)
        self._list_parts()
        self._show_part()
        self._show_sample()

    def _pictured(self, run: RunFolder | None) -> Any:
        """Return the images of the predictions; None where those at hand are others."""
        present = self.images.images
        if run is None or present is None or self.judged is None:
            return None
        return present if len(present) == len(self.judged) else None

    def _list_parts(self) -> None:
        """Offer the parts that have images; the one that judges comes first."""
        words = {
            "test": self.tr("Test part"),
            "validation": self.tr("Validation part"),
            "training": self.tr("Training part"),
        }
        folds = bool(self._evaluation.get("folds"))
        if folds:
            words["validation"] = self.tr("Held out by folds")
        self.part.blockSignals(True)
        self.part.clear()
        for part in PARTS:
            has_rows = self._evaluation.get(part, {}).get("samples", 0) > 0
            # with folds every image was learned by some networks: none is of a training part alone
            if has_rows and not (folds and part == "training"):
                self.part.addItem(words[part], part)
        self.part.blockSignals(False)

    def _show_part(self) -> None:
        part = self.part.currentData()
        if self.judged is None or part is None:
            return
        judges = part == self._evaluation.get("judged")
        self._part_words.setText("" if judges else part_sentence(self._evaluation, part))
        counts = np.array(self._evaluation[part]["confusion"], np.int64)
        self.confusion.show_counts(self.judged.class_names, counts)
        self.scores.show_scores(self.judged.class_names, class_scores(counts))
        self._show_gallery()

    # --- the gallery -------------------------------------------------------------------

    def _pick_cell(self, known: int, predicted: int) -> None:
        self.choice.show_cell(known, predicted)

    def _pick_class(self, code: int) -> None:
        self.choice.show_class(code)

    def _show_gallery(self) -> None:
        part = self.part.currentData()
        if self.judged is None or part is None:
            return
        wanted = self.choice.wanted(part)
        self._mark(wanted)
        rows = self.judged.rows(wanted)
        self.choice.show_count(len(rows))
        self.gallery.show_rows(rows)
        self.gallery.select(self.images.sample)
        pictured = self._pictured(self.images.run) is not None
        self._gallery_stack.setCurrentIndex(0 if len(rows) and pictured else 1)
        self._none.setText(self._nothing_words(wanted, pictured))

    def _mark(self, wanted: Wanted) -> None:
        """Mark in the tables what the gallery shows."""
        is_cell, is_class = wanted.choice == "cell", wanted.choice == "class"
        self.confusion.choose(*((wanted.known, wanted.predicted) if is_cell else (-1, -1)))
        self.scores.choose(wanted.known if is_class else -1)

    def _nothing_words(self, wanted: Wanted, pictured: bool) -> str:
        if not pictured:
            return self.tr(
                "The images have changed since this run: their pictures cannot be shown. Train "
                "again, or open the images that it learned from."
            )
        if wanted.choice == "errors":
            return self.tr("No error in this part: look at the least certain images.")
        return self.tr("No image of this part is here.")

    def _show_sample(self) -> None:
        row, run = self.images.sample, self.images.run
        pictured = self._pictured(run)
        folds = bool(self._evaluation.get("folds"))
        self.sample.show_sample(pictured, self.judged, row, folds=folds)
        self.inside.setVisible(pictured is not None and 0 <= row < len(pictured))
        self.gallery.select(row)


def _topped(table: QWidget, caption: QWidget | None = None) -> QWidget:
    """Return a box with a table at its top, and below it what is said of it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(table, 1)
    if caption is not None:
        column.addWidget(caption)
    column.addStretch(0)
    return box
