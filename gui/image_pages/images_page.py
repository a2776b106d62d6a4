"""Images: what was opened, as a contact sheet by class, and all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget

from gui.controls import ComboBox
from gui.form_group import FormGroup
from gui.icons import icon
from gui.image_pages.class_sheet import ClassSheet
from gui.image_pages.image_facts import ImageFacts
from gui.image_pages.image_page import ImagePage
from gui.image_pages.reading_form import ReadingForm
from gui.image_pages.sample_lists import SampleList, filters_of, lists_of
from gui.image_pages.sample_panel import SamplePanel
from gui.image_pages.sample_words import filter_text, sample_text
from gui.image_pages.thumbnail_grid import ThumbnailGrid
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.translating import counted

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ImagesPage(ImagePage):
    """The first stop: samples of every class, all samples of one, and one sample enlarged."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._shuffle = 0
        self._lists: tuple[SampleList, ...] = ()
        self._open_code: int | None = None
        self._title = self.add_title(self.tr("Images"))
        self._build_head()
        self._build_middle()
        self._build_inspector()
        self.listen(self.images.images_changed, self._show_images)
        self.listen(self.images.settings_changed, self._show_state)
        self.listen(self.images.selection_changed, self._show_sample)
        self._show_images()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self._show_class(None)
            self.sheet.setFocus()
        else:
            super().keyPressEvent(event)

    # --- building ----------------------------------------------------------------------

    def _build_head(self) -> None:
        self.back = QPushButton(icon("arrow-left"), self.tr("All classes"))
        self.back.clicked.connect(lambda _=False: self._show_class(None))
        self.filter = ComboBox()
        self.filter.setAccessibleName(self.tr("Samples shown"))
        self.filter.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(lambda _: self._list_anew())
        self.others = QPushButton(icon("shuffle-variant"), self.tr("Show others"))
        self.others.clicked.connect(lambda _=False: self._show_others())
        open_file = QPushButton(icon("folder-open-outline"), self.tr("Open…"))
        open_file.clicked.connect(lambda _=False: self.furniture.open("ask", ""))
        open_folder = QPushButton(self.tr("Open a folder…"))
        open_folder.clicked.connect(lambda _=False: self.furniture.open("ask-folder", ""))
        for each in (self.back, self.filter, self.others, open_file, open_folder):
            self.head.addWidget(each)

    def _build_middle(self) -> None:
        self._about = label("", "caption")
        self.column.addWidget(self._about)
        self.sheet = ClassSheet()
        self.sheet.opened.connect(lambda line: self._show_class(self._lists[line].code))
        self.grid = ThumbnailGrid(self.tr("Samples of the class"))
        for area in (self.sheet, self.grid):
            area.describe = self._describe
            area.chosen.connect(self.images.select_sample)
        self._nothing = NothingYet(
            self.tr("Open a file or a folder of images, or choose a bundled set."),
            {"welcome": self.tr("Bundled sets")},
            self.services.go,
        )
        self.views = QStackedWidget()
        for view in (self._nothing, self.sheet, self.grid):
            self.views.addWidget(view)
        self.column.addWidget(self.views, 1)

    def _build_inspector(self) -> None:
        self.sample = SamplePanel()
        self.facts = ImageFacts()
        self.reading = ReadingForm()
        self.reading.wanted.connect(self.furniture.opening.images.read_again)
        self._facts_title = label(self.tr("All images"), "heading")
        self.how = FormGroup(self.tr("How they were read"), is_open=False)
        self.how.add(self.reading)
        self._state = label("", "caption")
        self.train = QPushButton(self.tr("Train"))
        self.train.setProperty("role", "primary")
        self.train.clicked.connect(self.furniture.running.train)
        for each in (self.sample, self._facts_title, self.facts, self.how):
            self.side.addWidget(each)
        self.side.addStretch(1)
        self.side.addWidget(self._state)
        self.side.addWidget(self.train)

    # --- showing -----------------------------------------------------------------------

    def _show_images(self) -> None:
        images = self.images.images
        self._open_code, self._shuffle = None, 0
        for each in (self.sample, self.facts, self._facts_title, self.how, self.others):
            each.setVisible(images is not None)
        if images is not None:
            self._title.setText(self.furniture.name_of(images.source))
            self.facts.show_images(images)
            self.reading.show_reading(images.reading, images.source)
        self._fill_filter()
        self._list_anew()
        self._show_sample()
        self._show_state()

    def _fill_filter(self) -> None:
        images = self.images.images
        self.filter.blockSignals(True)
        self.filter.clear()
        for name, count in (filters_of(images) if images is not None else {}).items():
            self.filter.addItem(filter_text(name, count), name)
        self.filter.blockSignals(False)
        self.filter.setVisible(self.filter.count() > 1)

    def _list_anew(self) -> None:
        """Find the samples that the filter leaves, and show the sheet or the class on show."""
        images = self.images.images
        if images is None:
            self._lists = ()
            self.back.hide()
            self._about.setText("")
            self.views.setCurrentWidget(self._nothing)
            return
        self._lists = lists_of(images, self.filter.currentData() or "all", self._shuffle)
        self.sheet.show_lists(images, self._lists)
        self.sheet.select(self.images.sample)
        self._show_class(self._open_code)

    def _show_class(self, code: int | None) -> None:
        """Show all samples of one class, or with None some of each."""
        images = self.images.images
        if images is None:
            return
        only = len(self._lists) == 1
        self._open_code = code
        shown = next((n for n, each in enumerate(self._lists) if only or each.code == code), None)
        self.back.setVisible(shown is not None and not only)
        if shown is None:
            self._about.setText(self.tr("A click on a class shows all of its samples."))
            self.views.setCurrentWidget(self.sheet)
            return
        rows = self._lists[shown].rows
        self._about.setText(
            counted(
                self.tr("{name}: {count} samples"),
                name=self.sheet.name_of(shown),
                count=f"{len(rows):,}",
            )
        )
        self.grid.set_images(images)
        self.grid.show_rows(rows)
        self.grid.select(self.images.sample)
        self.views.setCurrentWidget(self.grid)
        self.grid.setFocus()

    def _show_others(self) -> None:
        self._shuffle += 1
        self._list_anew()

    def _describe(self, row: int) -> str:
        images = self.images.images
        return sample_text(images, row) if images is not None and row < len(images) else ""

    def _show_sample(self) -> None:
        row = self.images.sample
        for area in (self.sheet, self.grid):
            if area.selected != row:
                area.select(row)
        self.sample.show_sample(self.images.images, row)

    def _show_state(self) -> None:
        obstacle = self.furniture.obstacle_text()
        self._state.setText(obstacle)
        self._state.setVisible(bool(obstacle))
        self.train.setEnabled(not obstacle)
