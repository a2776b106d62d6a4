"""Draw: a pad, what the network sees of it, and what it takes it for while one draws."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.drawing import draw, fit, manner_of
from core.run_folder import RunFolder
from datasets.images.adding import add_image
from datasets.messages import InputError
from gui.controls import ComboBox
from gui.icons import icon
from gui.image_pages.asking import Asking
from gui.image_pages.draw_asking import DrawAsking, Drawn
from gui.image_pages.draw_pad import DrawPad
from gui.image_pages.drawings import choose_folder, counts_of, drawings_folder
from gui.image_pages.graph_words import size_text
from gui.image_pages.image_inside_page import ImageInsidePage
from gui.image_pages.image_page import ImagePage
from gui.image_pages.inside_answers import Question, shelf_of
from gui.image_pages.inside_subject import NetworkAbout, stamp_of
from gui.image_pages.map_tiles import Tiles
from gui.image_pages.maps_view import MapsView
from gui.image_pages.pen_panel import PenPanel
from gui.image_pages.pixel_view import PixelView
from gui.image_pages.probability_bars import ProbabilityBars
from gui.image_pages.teach_panel import TeachPanel
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.shares import share_text
from gui.throttle import Throttle
from gui.translating import core_message, counted

if TYPE_CHECKING:
    from gui.furniture import Furniture

UNKNOWN = -1
# between two looks at the drawing while the pen moves
LOOK_MS = 16
MAP_SIDE = 64
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
        self._manner = manner_of("")
        self._layer = ""
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
        self.pad = DrawPad()
        self.pad.changed.connect(self._ink_changed)
        self.seen = PixelView()
        self.seen.setAccessibleName(self.tr("What the network sees"))
        self.verdict = label("", "heading")
        self.bars = ProbabilityBars()
        self.maps = MapsView(self.tr("Feature maps of the drawing; Enter enlarges one"))
        self.maps.set_most_room(MAP_SIDE)
        self.layer = ComboBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.layer.currentIndexChanged.connect(lambda _: self._choose_layer())
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
        whole = self.splitter("draw", Qt.Orientation.Vertical)
        whole.addWidget(self._upper())
        whole.addWidget(self._lower())
        whole.setSizes([430, 230])
        whole.setStretchFactor(0, 1)
        self.restore_splitters()
        self.stack = QStackedWidget()
        for each in (self.nothing, self._words, whole):
            self.stack.addWidget(each)
        self.column.addWidget(self.stack, 1)

    def _upper(self) -> QWidget:
        """Return the pad beside what is seen of it."""
        box = QWidget()
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(label(self.tr("What the network sees"), "caption"))
        beside.addWidget(self.seen)
        beside.addWidget(self.verdict)
        beside.addWidget(self.bars)
        beside.addStretch(1)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.pad, 3)
        row.addLayout(beside, 2)
        return box

    def _lower(self) -> QWidget:
        """Return the feature maps under the choice of their layer."""
        box = QWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Feature maps of"), "muted"))
        head.addWidget(self.layer)
        head.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.maps, 1)
        return box

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
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _escape(self) -> None:
        """Leave an enlarged map; clear the pad where none is."""
        if self.maps.large >= 0:
            self.maps.enlarge(-1)
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
            self._manner = self._manner_of(self._run)
            self._listing.want(Question(("inside", str(self._run.path), "layers"), self._stamp))
        self._take_listing()

    def _manner_of(self, run: RunFolder) -> str:
        try:
            return manner_of(run.image_job().images.source)
        except InputError:
            return manner_of("")

    def _take_listing(self) -> None:
        found = self._listing.found
        if self._run is not None and found is not None and not self._listing.busy:
            network = NetworkAbout.from_values(found.values)
            if network != self.network:
                self.network = network
                self._offer(network)
                self._look()
        self._show_state()

    def _offer(self, network: NetworkAbout) -> None:
        """Offer the layers and classes of another network."""
        self.teach.show_classes(network.classes)
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for layer in network.having("features"):
                self.layer.addItem(f"{layer.name} · {size_text(layer.output)}", layer.name)
            first = next((layer.name for layer in network.having("filters")), "")
            wanted = self._layer or first
            self.layer.setCurrentIndex(max(0, self.layer.findData(wanted)))
        self._layer = str(self.layer.currentData() or "")

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
            self.seen.show_pixels(np.zeros(self.network.input, np.uint8))
            self.asking.want(None)
            return
        shape, manner = self.network.input, self._manner
        self.seen_image = (
            fit(self.pad.ink(), shape, manner)
            if self.pen.is_own
            else draw(self.pad.lines(), shape, manner)
        )
        self.seen.show_pixels(self.seen_image)
        self.asking.want(Drawn(self._run.path, self.seen_image, self._layer))

    def _choose_layer(self) -> None:
        self._layer = str(self.layer.currentData() or "")
        self._look()

    def _show_answer(self) -> None:
        seen, failure = self.asking.seen, self.asking.failure
        if failure is not None:
            self.verdict.setText(core_message(failure))
            return
        if seen is None or self.network is None:
            self._show_nothing_drawn()
            return
        best = int(np.argmax(seen.probabilities))
        self.verdict.setText(
            self.tr("{name}  ·  {share}").format(
                name=seen.classes[best], share=share_text(seen.probabilities[best])
            )
        )
        self.bars.show_probabilities(seen.classes, seen.probabilities, UNKNOWN, best)
        if seen.maps is not None:
            values = seen.maps
            self.maps.show_tiles(
                Tiles(values.reshape(-1, 1, 1) if values.ndim == 1 else values)
            )

    def _show_nothing_drawn(self) -> None:
        self.verdict.setText("")
        names = self.network.classes if self.network is not None else ()
        self.bars.show_probabilities(names, [0.0] * len(names), UNKNOWN, UNKNOWN)
        self.maps.show_tiles(None)

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
        self.services.say(
            counted(
                self.tr("Added as class {name}: {held} drawings of it now."),
                name=name,
                held=f"{held:,}",
            ),
            "success",
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
