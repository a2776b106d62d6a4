"""Draw: a pad, what the network sees of it, and what it takes it for while one draws."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QPushButton,
    QStackedWidget,
)

from core.drawing import draw
from core.run_folder import RunFolder
from datasets.images.adding import add_image
from datasets.images.framing import fit
from datasets.messages import InputError
from gui.icons import icon
from gui.image_pages.asking import Asking
from gui.image_pages.draw_asking import DrawAsking, Drawn
from gui.image_pages.draw_stage import DrawStage
from gui.image_pages.drawings import choose_folder, counts_of, drawings_folder
from gui.image_pages.image_inside_page import ImageInsidePage
from gui.image_pages.image_page import ImagePage
from gui.image_pages.inside_answers import Question, shelf_of
from gui.image_pages.inside_subject import NetworkAbout, stamp_of
from gui.image_pages.pen_panel import PenPanel
from gui.image_pages.teach_panel import TeachPanel
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.throttle import Throttle
from gui.translating import core_message

if TYPE_CHECKING:
    from gui.furniture import Furniture

# between two looks at the drawing while the pen moves
LOOK_MS = 16
DIGITS = "example:digits"


class DrawPage(ImagePage):
    """Everything follows the pen; at most one question is under way and the newest wins."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Draw"))
        self._shelf = shelf_of(self.services)
        self.network: NetworkAbout | None = None
        self.seen_image: NDArray[np.uint8] | None = None
        self._run: RunFolder | None = None
        self._stamp = ""
        self._listing = Asking(self._shelf, self.services.seer, self)
        self._listing.changed.connect(self._take_listing)
        self.asking = DrawAsking(self._shelf, self.services.seer, self)
        self.asking.changed.connect(self._show_answer)
        for each in (self._listing, self.asking):
            each.bug.connect(self.services.say_failure)
        self._look_soon = Throttle(self._look, LOOK_MS, self)
        self._build_middle()
        self._build_inspector()
        self._add_keys()
        self._due = True
        self.listen(self.images.run_changed, self._run_changed)
        self._show_ink()
        self._show_drawings()
        self._show_state()

    # --- building ----------------------------------------------------------------------

    def _build_middle(self) -> None:
        self.stage = DrawStage(self.splitter("draw", Qt.Orientation.Vertical))
        self.restore_splitters()
        self.stage.layer_changed.connect(self._look)
        self.pad = self.stage.pad
        self.pad.changed.connect(self._ink_changed)
        self._words = label("", "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing = NothingYet(
            self.tr(
                "Drawings are read by a trained network. Train one on the 8 × 8 digits in some "
                "seconds, or open a finished run on the Runs page."
            ),
            {"digits": self.tr("Open the digits and train"), "runs": self.tr("Go to Runs")},
            self._go,
        )
        self.stack = QStackedWidget()
        for each in (self.nothing, self._words, self.stage):
            self.stack.addWidget(each)
        self.column.addWidget(self.stack, 1)

    def _build_inspector(self) -> None:
        self.pen = PenPanel()
        self.pen.changed.connect(self._pen_changed)
        self.pen.undone.connect(self.pad.undo)
        self.pen.cleared.connect(self.pad.clear)
        self.inside = QPushButton(icon("layers-search-outline"), self.tr("See inside"))
        self.inside.setToolTip(
            self.tr("Feature maps, saliency and the nearest training samples of the drawing")
        )
        self.inside.clicked.connect(lambda _=False: self._send_inside())
        self.teach = TeachPanel()
        self.teach.taught.connect(self.teach_as)
        self.teach.folder_wanted.connect(self._ask_folder)
        self.teach.opened.connect(self._open_drawings)
        for each in (self.pen, self.inside, self.teach):
            self.side.addWidget(each)
        self.side.addStretch(1)

    def _add_keys(self) -> None:
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.pad.undo),
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
            (QKeySequence(Qt.Key.Key_Delete), self.pad.clear),
        ):
            # the inspector stands beside the page
            for place in (self, self.inspector):
                shortcut = QShortcut(keys, place)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(do)

    def _escape(self) -> None:
        """Leave an enlarged map; clear the pad where none is."""
        if self.stage.maps.large >= 0:
            self.stage.maps.enlarge(-1)
        else:
            self.pad.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = event.text()
        if name and self.network is not None and name in self.network.classes:
            self.teach_as(name)
        else:
            super().keyPressEvent(event)

    # --- the run on show ---------------------------------------------------------------

    def arrive(self) -> None:
        run = self.images.run
        if self._due or (run is not None and stamp_of(run) != self._stamp):
            self._show_run()
        self._show_drawings()
        self.pad.setFocus()

    def _run_changed(self) -> None:
        self._due = True
        if self.isVisible():
            self._show_run()

    def _show_run(self) -> None:
        self._due = False
        run = self.images.run
        self._stamp = stamp_of(run) if run is not None else ""
        self._run = run if self._stamp else None
        self.network = None
        self.asking.want(None)
        if self._run is None:
            self._listing.want(None)
        else:
            self._listing.want(Question(("inside", str(self._run.path), "layers"), self._stamp))
        self._take_listing()

    def _take_listing(self) -> None:
        found = self._listing.found
        if self._run is not None and found is not None and not self._listing.busy:
            network = NetworkAbout.from_values(found.values)
            if network != self.network:
                self.network = network
                self.teach.show_classes(network.classes)
                self._show_ink()
                self.stage.offer(network)
                self._look()
        self._show_state()

    def _show_state(self) -> None:
        ready = self.network is not None
        failure = self._listing.failure
        self._words.setText(
            core_message(failure) if failure is not None else self.tr("Reading the network…")
        )
        self.stack.setCurrentIndex(2 if ready else 1 if self._run is not None else 0)
        for each in (self.pen, self.inside, self.teach):
            each.setVisible(ready)

    def _go(self, way: str) -> None:
        if way != "digits":
            self.services.go(way)
            return
        present = self.images.images
        if present is not None and present.source == DIGITS:
            self.furniture.running.train()
            return
        # once: whoever opens other images later does not want them trained on
        self.furniture.opening.images.opened.connect(
            self._train_on_digits, Qt.ConnectionType.SingleShotConnection
        )
        self.furniture.open("example-images", "digits")

    def _train_on_digits(self) -> None:
        present = self.images.images
        if present is not None and present.source == DIGITS:
            self.furniture.running.train()

    # --- the drawing -------------------------------------------------------------------

    def _pen_changed(self) -> None:
        self.pad.pen_width = self.pen.width_share
        self._look_soon.request()

    def _ink_changed(self) -> None:
        self._show_ink()
        self._look_soon.request()

    def _show_ink(self) -> None:
        has_ink = not self.pad.is_empty
        self.pen.set_has_ink(has_ink)
        self.teach.set_ready(has_ink)
        self.inside.setEnabled(has_ink)

    def _look(self) -> None:
        """Make the image that the network sees, and ask about it."""
        if self.network is None or self._run is None:
            return
        if self.pad.is_empty:
            self.seen_image = None
            self.stage.seen.show_pixels(np.zeros(self.network.input, np.uint8))
            self.asking.want(None)
            return
        shape, manner, share = self.network.input, self.network.manner, self.network.share
        self.seen_image = (
            fit(self.pad.ink(), shape, manner, share=share)
            if self.pen.is_own
            else draw(self.pad.lines(), shape, manner, share)
        )
        self.stage.seen.show_pixels(self.seen_image)
        self.asking.want(Drawn(self._run.path, self.seen_image, self.stage.layer_name))

    def _show_answer(self) -> None:
        if self.asking.failure is not None:
            self.stage.show_failure(self.asking.failure)
        else:
            self.stage.show_seen(self.asking.seen)
            self._suggest_class()

    def _suggest_class(self) -> None:
        """Let the class to teach be what the network takes the drawing for."""
        seen = self.asking.seen
        if seen is not None and not self.pad.is_empty:
            self.teach.suggest(seen.classes[int(np.argmax(seen.probabilities))])

    def _send_inside(self) -> None:
        """Show the drawing on the Inside page."""
        page = self.furniture.page("image-inside")
        if self.seen_image is None or not isinstance(page, ImageInsidePage):
            return
        path = self._shelf.new_path(".npy")
        np.save(path, self.seen_image, allow_pickle=False)
        page.look_at_drawing(path, self.seen_image)
        self.services.go("image-inside")

    # --- teaching ----------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """Where drawings go."""
        return drawings_folder(self.settings)

    def teach_as(self, name: str) -> None:
        """Add the drawing to one's own data set as a class, and clear the pad for the next."""
        self._look_soon.flush()
        if self.seen_image is None:
            return
        try:
            add_image(self.folder, self.seen_image, name)
        except InputError as error:
            self.services.say_failure(error.message)
            return
        self._show_drawings()
        held = counts_of(self.folder).get(name, 0)
        self.teach.say(
            self.tr("Added as class {name}; drawings of it now: {held}.").format(
                name=name, held=f"{held:,}"
            )
        )
        self.pad.clear()
        self.pad.setFocus()

    def _show_drawings(self) -> None:
        self.teach.show_folder(self.folder, counts_of(self.folder))

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the drawings"), str(self.folder)
        )
        if path:
            choose_folder(self.settings, Path(path))
            self._show_drawings()

    def _open_drawings(self) -> None:
        self.furniture.opening.images.open(str(self.folder))
