"""Inside: what the layers of a trained network are, and what they make of one image."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from datasets.messages import Message
from gui.controls import ComboBox
from gui.image_pages.asking import Asking
from gui.image_pages.features_view import FeaturesView
from gui.image_pages.filters_view import FiltersView
from gui.image_pages.image_page import ImagePage
from gui.image_pages.inside_answers import Question, shelf_of
from gui.image_pages.inside_choice import NONE, RunSamples
from gui.image_pages.inside_sample import STEPS, InsideSample
from gui.image_pages.inside_subject import Looked, NetworkAbout, stamp_of
from gui.image_pages.inside_view import InsideView
from gui.image_pages.layer_choice import LayerChoice
from gui.image_pages.nearest_view import NearestView
from gui.image_pages.projection_view import ProjectionView
from gui.image_pages.reuse_view import ReuseView
from gui.image_pages.saliency_view import SaliencyView
from gui.image_pages.sample_words import name_text
from gui.image_pages.weight_heat_view import WeightHeatView
from gui.nothing_yet import NothingYet
from gui.pages.page import label
from gui.shares import share_text
from gui.tasks import TaskQueue
from gui.translating import core_message, counted

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ImageInsidePage(ImagePage):
    """Tabs that look at the run on show; the inspector has the image and the layers."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Inside"))
        self._shelf = shelf_of(self.services)
        self.samples = RunSamples()
        self.network: NetworkAbout | None = None
        self._stamp = ""
        self._drawing: Path | None = None
        self._drawn: NDArray[np.uint8] | None = None
        self._layers: dict[str, str] = {}
        self._due = True
        self._build_middle()
        self._build_inspector()
        self._listing = self._asking(self.services.seer)
        self._listing.setParent(self)
        self._listing.changed.connect(self._take_listing)
        self.listen(self.images.run_changed, self._run_changed)
        self.listen(self.images.images_changed, self._run_changed)
        self.listen(self.images.selection_changed, self._selection_changed)
        self._show_tab()
        self._show_state()

    # --- building ----------------------------------------------------------------------

    def _asking(self, queue: TaskQueue) -> Asking:
        return Asking(self._shelf, queue)

    def _build_middle(self) -> None:
        seer, tasks = self.services.seer, self.services.tasks
        self.filters = FiltersView(self._asking(seer))
        self.features = FeaturesView(self._asking(seer), self._asking(seer))
        self.weights = WeightHeatView(self._asking(seer))
        self.reuse = ReuseView(self._asking(seer))
        self.saliency = SaliencyView(self._asking(seer))
        # these take seconds at first, and can be cancelled; the others are not to wait for them
        self.nearest = NearestView(self._asking(tasks))
        self.projection = ProjectionView(self._asking(tasks))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        for view, title in (
            (self.features, self.tr("Feature maps")),
            (self.filters, self.tr("Convolution filters")),
            (self.weights, self.tr("Weights")),
            (self.reuse, self.tr("Feature reuse")),
            (self.saliency, self.tr("Saliency")),
            (self.nearest, self.tr("Nearest samples")),
            (self.projection, self.tr("Projection")),
        ):
            self.tabs.addTab(view, title)
            view.sample_wanted.connect(self._go_to)
            view.layer_wanted.connect(self._choose_layer)
            view.bug.connect(self.services.say_failure)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        nothing = NothingYet(
            self.tr(
                "There is a network to look into when a run has ended: train one, or open a "
                "finished run on the Runs page."
            ),
            {"image-train": self.tr("Go to Train"), "runs": self.tr("Go to Runs")},
            self.services.go,
        )
        self._words = label("", "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for each in (nothing, self._words, self.tabs):
            self.stack.addWidget(each)
        self.column.addWidget(self.stack, 1)

    def _build_inspector(self) -> None:
        self.member = ComboBox()
        self.member.setAccessibleName(self.tr("Member"))
        self.member.currentIndexChanged.connect(lambda _: self._look())
        self.member.hide()
        self.head.addWidget(self.member)
        self.sample = InsideSample()
        self.sample.wanted.connect(self._step)
        self.layers = LayerChoice()
        self.layers.chosen.connect(self._choose_layer)
        self.side.addWidget(self.sample)
        for view in self._views():
            self.side.addWidget(view.controls)
        self.side.addWidget(self.layers, 1000)
        # takes the room where the list is hidden
        self.side.addStretch(1)

    def _views(self) -> list[InsideView]:
        found = [self.tabs.widget(number) for number in range(self.tabs.count())]
        return [view for view in found if isinstance(view, InsideView)]

    # --- the run on show ---------------------------------------------------------------

    def arrive(self) -> None:
        run = self.images.run
        # a run that was resumed has another model in the same folder
        if self._due or (run is not None and stamp_of(run) != self._stamp):
            self._show_run()

    def _run_changed(self) -> None:
        self._due = True
        if self.isVisible():
            self._show_run()

    def _show_run(self) -> None:
        self._due = False
        run = self.images.run
        self._stamp = stamp_of(run) if run is not None else ""
        self._drawing = self._drawn = None
        if run is None or not self._stamp:
            self.network, self.samples = None, RunSamples()
            self._listing.want(None)
            self._show_state()
            self._look()
            return
        self.samples = RunSamples.of(run, self.images.images, self.images.shows_its_images)
        self.projection.set_images(self.samples.images)
        self._listing.want(Question(("inside", str(run.path), "layers"), self._stamp))
        self._take_listing()

    def _take_listing(self) -> None:
        found = self._listing.found
        self._show_state()
        if found is None or self._listing.busy or not self._stamp:
            return
        network = NetworkAbout.from_values(found.values)
        if network != self.network:
            self.network = network
            self._layers = {}
            self._offer_members(network.members)
        place = self.tabs.indexOf(self.reuse)
        self.tabs.setTabVisible(place, network.dense_blocks > 0)
        self._look()

    def _show_state(self) -> None:
        failure = self._listing.failure
        ready = self._listing.found is not None and not self._listing.busy and failure is None
        self._words.setText(self._state_words(failure))
        self.stack.setCurrentIndex((2 if ready else 1) if self._stamp else 0)
        for each in (self.sample, self.layers):
            each.setVisible(bool(self._stamp))

    def _state_words(self, failure: Message | None) -> str:
        if failure is not None:
            return core_message(failure)
        if self._listing.cancelled:
            return self.tr("Cancelled.")
        return self.tr("Reading the network…")

    def _offer_members(self, members: int) -> None:
        self.member.blockSignals(True)
        self.member.clear()
        for number in range(members):
            self.member.addItem(self.tr("Member {number}").format(number=number + 1))
        self.member.blockSignals(False)
        self.member.setVisible(members > 1)

    # --- what is looked at ---------------------------------------------------------------

    @property
    def row(self) -> int:
        """The sample that is looked into, −1 without any."""
        chosen = self.images.sample
        return chosen if 0 <= chosen < len(self.samples) else self.samples.usual()

    def look_at_drawing(self, path: Path, pixels: NDArray[np.uint8]) -> None:
        """Look into a drawing, uint8 (C, H, W), that lies at a place as .npy."""
        self.arrive()
        self._drawing, self._drawn = path, pixels
        self.tabs.setCurrentWidget(self.features)
        self._look()

    def _looked(self) -> Looked | None:
        run = self.images.run
        if run is None or self.network is None or not self._stamp:
            return None
        member = max(0, self.member.currentIndex())
        return Looked(run.path, self._stamp, self.network, member, self.row, self._drawing)

    def _look(self) -> None:
        """Show everything anew."""
        looked = self._looked()
        self._show_sample()
        for view in self._views():
            view.look(looked, self._layer_of(view))
        self.projection.select(NONE if self._drawing is not None else self.row)
        self._show_layers()

    def _layer_of(self, view: InsideView) -> str:
        if self.network is None or not view.layer_view:
            return ""
        layers = [layer.name for layer in self.network.having(view.layer_view)]
        chosen = self._layers.get(view.layer_view, "")
        return chosen if chosen in layers else (layers[0] if layers else "")

    def _choose_layer(self, name: str) -> None:
        view = self._view()
        self._layers[view.layer_view] = name
        self.layers.choose(name)
        view.look(self._looked(), name)

    def _view(self) -> InsideView:
        view = self.tabs.currentWidget()
        assert isinstance(view, InsideView)
        return view

    def _show_tab(self) -> None:
        """Show the settings of the tab on show."""
        now = self._view()
        for view in self._views():
            view.controls.setVisible(view is now and bool(self._stamp))
        self._show_layers()

    def _show_layers(self) -> None:
        view = self._view()
        has_layers = self.network is not None and bool(view.layer_view)
        self.layers.setVisible(has_layers and bool(self._stamp))
        view.controls.setVisible(bool(self._stamp))
        if self.network is not None and view.layer_view:
            layers = self.network.having(view.layer_view)
            self.layers.show_layers(layers, self._layer_of(view))

    # --- the sample ----------------------------------------------------------------------

    def _selection_changed(self) -> None:
        self._drawing = self._drawn = None
        if self.isVisible():
            self._look()
        else:
            self._due = True

    def _go_to(self, row: int) -> None:
        """Look into another sample; the other pages follow."""
        was_drawn = self._drawing is not None
        self._drawing = self._drawn = None
        if row == self.images.sample and was_drawn:
            self._look()
        self.images.select_sample(row)

    def _step(self, way: str) -> None:
        row = self.row if self._drawing is not None else self.samples.stepped(self.row, way)
        if row != NONE:
            self._go_to(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = STEPS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._step(way)

    def _show_sample(self) -> None:
        self.sample.buttons["error"].setEnabled(bool(len(self.samples.errors)))
        if self._drawn is not None:
            self.sample.show_sample(self._drawn, (self.tr("Your drawing"), "", ""), wrong=False)
            return
        row, images = self.row, self.samples.images
        if row == NONE:
            self.sample.show_sample(None, ("", "", ""), wrong=False)
            return
        name = name_text(images, row) if images is not None else f"{row + 1:,}"
        self.sample.show_sample(
            images.pixels[row] if images is not None else None,
            (name, self._known_words(row), self._given_words(row)),
            wrong=self.samples.is_wrong(row),
        )

    def _known_words(self, row: int) -> str:
        known = self.samples.known(row)
        return self.tr("class {name}").format(name=known) if known else self.tr("no class")

    def _given_words(self, row: int) -> str:
        given = self.samples.given(row)
        if given is None:
            return ""
        return counted(
            self.tr("taken for {name}, {share}"), name=given[0], share=share_text(given[1])
        )
