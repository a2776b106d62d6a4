"""Network: the layers of the BP network, drawn as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.job import Network, activation_name, outputs_of
from core.proposing import input_names
from gui.layers_editor import LayersEditor
from gui.network_drawing import NetworkDrawing
from gui.network_form import NetworkForm
from gui.pages.page import Page, label
from gui.translating import core_text

if TYPE_CHECKING:
    from gui.furniture import Furniture


class NetworkPage(Page):
    """A drawing in the middle, the editor of the layers beside it."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("BP network"))
        self._about = label(
            self.tr(
                "A multilayer perceptron: every unit is joined to every unit of the next layer."
            ),
            "caption",
        )
        self.column.addWidget(self._about)
        self.drawing = NetworkDrawing()
        self.column.addWidget(self.drawing, 1)
        self.side.addWidget(label(self.tr("Layers"), "heading"))
        self.editor = LayersEditor()
        self.editor.changed.connect(self._take)
        self.side.addWidget(self.editor)
        self.form = NetworkForm()
        self.form.changed.connect(self.session.set_network)
        self.side.addSpacing(8)
        self.side.addWidget(self.form)
        self._obstacle = label("", "warning")
        self.side.addWidget(self._obstacle)
        self.side.addStretch(1)
        self.listen(self.session.settings_changed, self._show)
        # it takes the colours of the classes as it paints
        self.listen(self.session.colours_changed, self.drawing.update)
        self._show()

    def _take(self, layers: str, activations: tuple[str, ...]) -> None:
        network = self.session.network
        assert network is not None
        changed = {**dict(network), "layers": layers, "activations": activations}
        self.session.set_network(Network.model_validate(changed))

    def _show(self) -> None:
        network = self.session.network
        obstacle = self.furniture.obstacle_text()
        self._obstacle.setText(obstacle)
        self._obstacle.setVisible(bool(obstacle))
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
