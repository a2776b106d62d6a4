"""Network: a BP network over single samples, or a CNN over windows of cells, drawn as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.job import Network, activation_name, outputs_of
from core.job_sections.cnn import CNN
from core.proposing import input_names
from gui.controls import Segments
from gui.image_pages.network_chooser import NetworkChooser
from gui.image_pages.network_editor import NetworkEditor
from gui.layers_editor import LayersEditor
from gui.network_drawing import NetworkDrawing
from gui.network_form import NetworkForm
from gui.pages.page import Page, label
from gui.translating import core_text
from gui.window_form import WindowForm

if TYPE_CHECKING:
    from gui.furniture import Furniture


class NetworkPage(Page):
    """A drawing in the middle, the editor of the layers beside it."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Network"))
        self.choice = Segments(
            {"bp": self.tr("BP network"), "cnn": self.tr("CNN on windows")}, self.tr("Network")
        )
        self.choice.button("cnn").setToolTip(
            self.tr("It sees the cells around each sample; the survey needs coordinates.")
        )
        self.choice.changed.connect(self.session.set_method)
        self.head.addWidget(self.choice)
        self._about = label("", "caption")
        self.column.addWidget(self._about)
        self.drawing = NetworkDrawing()
        self.cnn = NetworkEditor(self.splitter("window-cnn", Qt.Orientation.Vertical))
        self.cnn.changed.connect(self._take_cnn)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.drawing)
        self.middle.addWidget(self.cnn)
        self.column.addWidget(self.middle, 1)
        self._bp_side = self._build_bp_side()
        self._cnn_side = self._build_cnn_side()
        self.side.addWidget(self._bp_side)
        self.side.addWidget(self._cnn_side, 1)
        self._obstacle = label("", "warning")
        self.side.addWidget(self._obstacle)
        self._below = QWidget()
        self.side.addWidget(self._below, 1)
        self.restore_splitters()
        self.listen(self.session.settings_changed, self._show)
        # it takes the colours of the classes as it paints
        self.listen(self.session.colours_changed, self.drawing.update)
        self._show()

    def _build_bp_side(self) -> QWidget:
        side, column = _column()
        column.addWidget(label(self.tr("Layers"), "heading"))
        self.editor = LayersEditor()
        self.editor.changed.connect(self._take)
        column.addWidget(self.editor)
        self.form = NetworkForm()
        self.form.changed.connect(self.session.set_network)
        column.addSpacing(8)
        column.addWidget(self.form)
        return side

    def _build_cnn_side(self) -> QWidget:
        side, column = _column()
        column.addWidget(label(self.tr("Window"), "heading"))
        self.window_form = WindowForm()
        self.window_form.changed.connect(self.session.set_windows)
        column.addWidget(self.window_form)
        column.addWidget(label(self.tr("Networks"), "heading"))
        self.chooser = NetworkChooser()
        self.chooser.changed.connect(self._take_cnn)
        column.addWidget(self.chooser, 1)
        return side

    def _take(self, layers: str, activations: tuple[str, ...]) -> None:
        network = self.session.network
        assert network is not None
        changed = {**dict(network), "layers": layers, "activations": activations}
        self.session.set_network(Network.model_validate(changed))

    def _take_cnn(self, cnn: CNN) -> None:
        self.session.set_windows(self.session.windows.model_copy(update={"network": cnn}))

    def _show(self) -> None:
        obstacle = self.furniture.obstacle_text()
        self._obstacle.setText(obstacle)
        self._obstacle.setVisible(bool(obstacle))
        is_cnn = self.session.method == "cnn"
        self.choice.set_value(self.session.method)
        self._about.setText(self._words(is_cnn))
        self.middle.setCurrentWidget(self.cnn if is_cnn else self.drawing)
        self._bp_side.setVisible(not is_cnn)
        self._cnn_side.setVisible(is_cnn)
        self._below.setVisible(not is_cnn)
        if is_cnn:
            self._show_cnn()
        else:
            self._show_bp(obstacle)

    def _words(self, is_cnn: bool) -> str:
        if is_cnn:
            return self.tr(
                "A CNN sees the cells around each sample as an image: elements are its channels."
            )
        return self.tr(
            "A multilayer perceptron: every unit is joined to every unit of the next layer."
        )

    def _show_cnn(self) -> None:
        session = self.session
        self.window_form.show_settings(session.windows, session.inputs)
        classes = len(session.class_names)
        if classes < 2 or not session.features:
            return
        network = session.windows.network
        self.cnn.show_network(network, session.window_shape, classes)
        self.chooser.show_network(network, session.window_shape, classes)

    def _show_bp(self, obstacle: str) -> None:
        network = self.session.network
        self.editor.setEnabled(network is not None and not obstacle)
        self.form.setEnabled(network is not None and not obstacle)
        if network is None or obstacle:
            self.drawing.show_network((), (), (), ())
            return
        classes = len(self.session.class_names)
        self.editor.set_ends(self.session.inputs, outputs_of(network.coding, classes))
        self.editor.set_samples(self.session.labelled)
        self.editor.set_value(network.layers, network.activations, network.coding)
        self.form.show_network(network, classes)
        self.drawing.show_network(
            network.sizes,
            [core_text(activation_name(name)) for name in network.activations],
            input_names(self.session.preparation, self.session.features),
            self._output_names(network),
        )

    def _output_names(self, network: Network) -> tuple[str, ...]:
        names = self.session.class_names
        return (self.tr("class as a number"),) if network.coding == "ordered" else names


def _column() -> tuple[QWidget, QVBoxLayout]:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return side, column
