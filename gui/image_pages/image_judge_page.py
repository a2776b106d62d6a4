"""Judge: how many images were classified right, which were not, and what these look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui.icons import icon
from gui.image_pages.gallery_choice import GalleryChoice
from gui.image_pages.image_exports import ImageExports
from gui.image_pages.image_page import ImagePage
from gui.image_pages.judged_figures import JudgedFigures
from gui.image_pages.judged_gallery import JudgedGallery
from gui.image_pages.judged_images import JudgedImages, Wanted, read_judged
from gui.image_pages.judged_sample import JudgedSample
from gui.image_pages.judged_ways import JudgedWays
from gui.image_pages.verdict_tabs import VerdictTabs
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.report_panel import ReportPanel
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture


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
        self.figures = JudgedFigures(self.splitter("image-judge-tables", Qt.Orientation.Horizontal))
        self.figures.part_changed.connect(self._show_gallery)
        # when the splitter has been laid out
        self.figures.height_limited.connect(lambda: QTimer.singleShot(0, self, self._fit_figures))

    def _build_gallery(self) -> None:
        self.choice = GalleryChoice()
        self.choice.changed.connect(self._show_gallery)
        self.figures.cell_picked.connect(self.choice.show_cell)
        self.figures.class_picked.connect(self.choice.show_class)
        self.gallery = JudgedGallery()
        self.gallery.chosen.connect(self.images.select_sample)
        self._none = label("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        whole = self.splitter("image-judge", Qt.Orientation.Vertical)
        whole.addWidget(self.figures)
        whole.addWidget(self._below())
        whole.setSizes([360, 280])
        whole.setStretchFactor(1, 1)
        self.restore_splitters()
        self._whole, self._figures_height = whole, 0
        whole.splitterMoved.connect(self._keep_height)
        self.tabs = VerdictTabs(whole, self.services)
        self._middle = QStackedWidget()
        self._middle.addWidget(
            NothingYet(
                self.tr("No result yet: train a network, or open a finished run on the Runs page."),
                {"image-train": self.tr("Go to Train"), "runs": self.tr("Go to Runs")},
                self.services.go,
            )
        )
        self._middle.addWidget(self.tabs)
        self.column.addWidget(self._middle, 1)

    def _keep_height(self, height: int) -> None:
        self._figures_height = height

    def _fit_figures(self) -> None:
        """Leave the gallery what the tables of few classes do not need; a splitter would not."""
        if not self.figures.isVisible():
            return
        self._figures_height = self._figures_height or self._whole.sizes()[0]
        height = min(self._figures_height, self.figures.maximumHeight())
        self._whole.setSizes([height, sum(self._whole.sizes()) - height])

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
        self._ways = JudgedWays(self.exports, lambda: self.images.run)
        self.report = ReportPanel(
            self.services, self.furniture.exporting, lambda: self.furniture.window.language.code
        )
        self.side.addWidget(self.report)
        self.side.addWidget(self._ways)

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
        self.report.setVisible(judged is not None)
        self.report.show_run(run if judged is not None else None)
        self._verdict.setVisible(judged is not None)
        self._verdict.setText(evaluation_sentence(self._evaluation) if judged is not None else "")
        self.choice.show_classes(judged.class_names if judged is not None else ())
        self.gallery.show_judged(self._pictured(run), judged)
        names = judged.class_names if judged is not None else ()
        self.figures.show_evaluation(self._evaluation, names)
        self.tabs.show_run(run if judged is not None else None)
        self._show_sample()

    def _pictured(self, run: RunFolder | None) -> Any:
        """Return the images of the predictions; None where those at hand are others."""
        present = self.images.images
        if run is None or present is None or self.judged is None:
            return None
        return present if len(present) == len(self.judged) else None

    # --- the gallery -------------------------------------------------------------------

    def _show_gallery(self) -> None:
        part = self.figures.part
        if self.judged is None or not part:
            return
        wanted = self.choice.wanted(part)
        self.figures.mark(wanted)
        rows = self.judged.rows(wanted)
        self.choice.show_count(len(rows))
        self.gallery.show_rows(rows)
        self.gallery.select(self.images.sample)
        pictured = self._pictured(self.images.run) is not None
        self._gallery_stack.setCurrentIndex(0 if len(rows) and pictured else 1)
        self._none.setText(self._nothing_words(wanted, pictured))

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
