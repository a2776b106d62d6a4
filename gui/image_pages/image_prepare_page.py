"""Prepare: what happens to the pixels, how training images are changed, and which are for what."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget

from core.image_job import Augmentation, CNNTraining, ImageJob, Images
from gui.icons import icon
from gui.image_pages.augmentation_form import AugmentationForm
from gui.image_pages.divided import divided
from gui.image_pages.image_page import ImagePage
from gui.image_pages.parts_bar import PartsBar
from gui.image_pages.preparation_form import PreparationForm
from gui.image_pages.preview_grid import PreviewGrid
from gui.image_pages.preview_rows import draw_another, draw_different, draw_many
from gui.image_pages.preview_work import PreviewWork, Request
from gui.image_pages.value_histogram import ValueHistogram
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.throttle import Throttle
from gui.translating import core_message

if TYPE_CHECKING:
    from gui.furniture import Furniture

LINES, COPIES = 4, 7
# lots of copies that the button for others leads through; all of them are made at once, since the
# random numbers go on from one to the next
LOTS = 6
# samples behind the histogram
MANY = 256
# values that an answer may hold to be drawn without a stall: large images are shown in smaller
# numbers
MOST_COPIED, MOST_COUNTED = 4_000_000, 400_000
# values beyond the colours, in percent: outliers of whitened pixels would pale all others
BEYOND = 0.5
PARTS_MS = 100


class ImagePreparePage(ImagePage):
    """A live preview in the middle, the preparation and the augmentation beside it."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._seed = self._lot = 0
        self._lines, self._lots = LINES, LOTS
        self._rows: tuple[int, ...] = ()
        self._many: tuple[int, ...] = ()
        self.copies = PreviewWork(self.services, "copies", self)
        self.values = PreviewWork(self.services, "values", self)
        self._count_soon = Throttle(self._show_parts, PARTS_MS, self)
        self._build_head()
        self._build_middle()
        self._build_inspector()
        self.copies.changed.connect(self._show_preview)
        self.values.changed.connect(self._show_values)
        self.listen(self.images.images_changed, self._show_images)
        self.listen(self.images.settings_changed, self._show_settings)
        self._show_images()

    def arrive(self) -> None:
        self._put_selected_first()
        self._ask()
        self._count_soon.request()

    def dispose(self) -> None:
        for work in (self.copies, self.values):
            work.stop()
        self._count_soon.cancel()
        self.augmentation.stop()
        super().dispose()

    # --- building ----------------------------------------------------------------------

    def _build_head(self) -> None:
        self.add_title(self.tr("Prepare"))
        self.others = QPushButton(icon("shuffle-variant"), self.tr("Other samples"))
        self.others.clicked.connect(lambda _=False: self._draw_anew())
        self.again = QPushButton(icon("refresh"), self.tr("Other changes"))
        self.again.setToolTip(self.tr("Change the samples at random once more."))
        self.again.clicked.connect(lambda _=False: self._change_anew())
        for button in (self.others, self.again):
            self.head.addWidget(button)

    def _build_middle(self) -> None:
        self.parts = PartsBar()
        self.column.addWidget(self.parts)
        split = self.splitter("image-prepare", Qt.Orientation.Vertical)
        self.grid = PreviewGrid(LINES, COPIES)
        self.grid.another.connect(self._replace)
        self.histogram = ValueHistogram()
        split.addWidget(self.grid)
        split.addWidget(self.histogram)
        split.setSizes([420, 200])
        split.setStretchFactor(0, 1)
        self.restore_splitters()
        self._split = split
        self._nothing = NothingYet(
            self.tr("Open images first."), {"images": self.tr("Go to the images")}, self.services.go
        )
        self.views = QStackedWidget()
        for view in (self._nothing, split):
            self.views.addWidget(view)
        self.column.addWidget(self.views, 1)

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("Augmentation"), "heading"))
        self.augmentation = AugmentationForm()
        self.augmentation.changed.connect(self.images.set_augmentation)
        self.side.addWidget(self.augmentation)
        self.side.addSpacing(4)
        self.side.addWidget(label(self.tr("Pixels and parts"), "heading"))
        self.form = PreparationForm()
        self.form.changed.connect(self.images.set_preparation)
        self.side.addWidget(self.form)
        self.side.addStretch(1)

    # --- samples -----------------------------------------------------------------------

    def _show_images(self) -> None:
        images = self.images.images
        self._lot = 0
        self._rows = self._many = ()
        if images is not None:
            values = math.prod(images.image_shape)
            self._lines = max(1, min(LINES, MOST_COPIED // (COPIES * values)))
            self._lots = max(2, min(LOTS, MOST_COPIED // (self._lines * COPIES * values)))
            self._rows = draw_different(images, self._lines, self._seed)
            self._many = draw_many(images, max(1, min(MANY, MOST_COUNTED // values)))
        self.form.set_has_test(images is not None and images.test > 0)
        for each in (self.others, self.again, self.augmentation, self.form):
            each.setEnabled(images is not None)
        self.views.setCurrentWidget(self._nothing if images is None else self._split)
        self.grid.show_words(self.tr("Computing…"))
        self._show_settings()

    def _put_selected_first(self) -> None:
        """Show the sample that was looked at on another page."""
        row = self.images.sample
        if row >= 0 and self._rows and row not in self._rows:
            self._rows = (row, *self._rows[1:])

    def _draw_anew(self) -> None:
        images = self.images.images
        if images is not None:
            self._seed += 1
            self._rows = draw_different(images, self._lines, self._seed)
            self._ask()

    def _replace(self, line: int) -> None:
        images = self.images.images
        if images is not None and line < len(self._rows):
            self._seed += 1
            rows = list(self._rows)
            rows[line] = draw_another(images, rows[line], self._rows, self._seed)
            self._rows = tuple(rows)
            self._ask()

    def _change_anew(self) -> None:
        self._lot = (self._lot + 1) % self._lots
        self._ask()
        self._show_preview()

    # --- asking and showing ------------------------------------------------------------

    def _show_settings(self) -> None:
        self.augmentation.set_value(self.images.augmentation)
        self.form.set_value(self.images.preparation)
        self._ask()
        if self.isVisible():
            self._count_soon.request()

    def _ask(self) -> None:
        """Let the worker change and prepare the samples, while somebody looks at the page."""
        if not self.isVisible() or not self._rows:
            return
        copies = COPIES * (self._lot + 1)
        self.copies.want(Request(self._job(self.images.augmentation), self._rows, copies))
        self.values.want(Request(self._job(Augmentation()), self._many, 0))
        self._show_age()

    def _job(self, augmentation: Augmentation) -> ImageJob:
        """Return a job of what decides on the preview; the network has no part in it."""
        images = self.images.images
        assert images is not None
        return ImageJob(
            images=Images(
                source=images.source, fingerprint=images.fingerprint, reading=images.reading
            ),
            preparation=self.images.preparation,
            augmentation=augmentation,
            training=CNNTraining(seed=self.images.training.seed),
        )

    def _is_old(self, work: PreviewWork) -> bool:
        """Whether what a worker found is of another preparation than the present one."""
        found = work.found
        return found is not None and found.request.job.preparation != self.images.preparation

    def _show_age(self) -> None:
        self.grid.set_seen_is_old(self._is_old(self.copies))
        if self.values.busy:
            self.histogram.show_words(self.tr("Computing…"))

    def _show_preview(self) -> None:
        found, images = self.copies.found, self.images.images
        if self.copies.failure is not None:
            self.grid.show_words(core_message(self.copies.failure))
            return
        if found is None or images is None or found.request.job.images.source != images.source:
            return
        lots = found.copies.shape[1] // COPIES
        self.grid.show_preview(found, self._limit(), min(self._lot, lots - 1))
        self._show_age()

    def _show_values(self) -> None:
        found = self.values.found
        if self.values.failure is not None:
            self.histogram.show_words(core_message(self.values.failure))
        elif found is not None and not self.values.busy:
            self.histogram.show_values(found.prepared, self._limit())
            self._show_preview()

    def _limit(self) -> float:
        """Return the prepared value of the last colour."""
        for work in (self.values, self.copies):
            if work.found is not None and not self._is_old(work):
                shown = np.abs(work.found.prepared.mean(axis=1))
                return float(np.percentile(shown, 100 - BEYOND))
        return 1.0

    def _show_parts(self) -> None:
        images = self.images.images
        self.parts.setVisible(images is not None)
        if images is not None:
            seed = self.images.training.seed
            self.parts.show_divided(divided(images, self.images.preparation, seed))
