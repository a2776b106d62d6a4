"""A network while it is being drawn up, layer by layer, with the size it has come to."""

from __future__ import annotations

from typing import Any

from core.networks.cnn.layers import INPUT, ActivationName, Kind, Layer, Shape
from core.networks.cnn.planned import FirstWeights, ImageShape, Plan, plan_layers
from core.networks.cnn.sizes import output_of
from datasets.messages import Message


class Draft:
    """The layers so far. A family of the zoo adds its own, and can ask for the size in between.

    Parameters
    ----------
    shape
        (C, H, W) of an image.
    classes
        Outputs of the network.
    fitted
        Whether the layers may differ from the publication so that the images fit.
    """

    def __init__(self, shape: ImageShape, classes: int, fitted: bool = True) -> None:
        self.classes = classes
        self.fitted = fitted
        self.layers: list[Layer] = []
        self.notes: list[Message] = []
        self.auxiliary: list[str] = []
        self.first_weights: FirstWeights = "he"
        self.last = INPUT
        self._input = shape
        self._shapes: dict[str, Shape] = {INPUT: shape}

    @property
    def shape(self) -> Shape:
        """Shape of what the last layer gives."""
        return self._shapes[self.last]

    @property
    def side(self) -> int:
        """The shorter side of the maps so far, in pixels."""
        return min(self.shape[1:])

    def shape_of(self, name: str) -> Shape:
        return self._shapes[name]

    def add(self, kind: Kind, name: str, *inputs: str, **options: Any) -> str:
        """Add a layer after the last one, or after `inputs`, and return its name."""
        layer = Layer(name, kind, inputs or (self.last,), **options)
        self._shapes[name] = output_of(layer, [self._shapes[read] for read in layer.inputs])
        self.layers.append(layer)
        self.last = name
        return name

    def go_back_to(self, name: str) -> None:
        """Let the next layer follow `name`."""
        self.last = name

    def convolution(self, name: str, filters: int, kernel: int = 3, **options: Any) -> str:
        """Add a convolution; without padding said it keeps the size where the stride is 1."""
        options.setdefault("padding", kernel // 2)
        return self.add("convolution", name, filters=filters, kernel=kernel, **options)

    def activation(self, name: str, function: ActivationName = "relu") -> str:
        return self.add("activation", name, function=function)

    def convolution_relu(self, name: str, filters: int, kernel: int = 3, **options: Any) -> str:
        """Add a convolution and a ReLU after it, called `name` with "_relu"."""
        self.convolution(name, filters, kernel, **options)
        return self.activation(f"{name}_relu")

    def convolution_norm(self, name: str, filters: int, kernel: int = 3, **options: Any) -> str:
        """Add a convolution without bias and its batch normalisation, called with "_bn"."""
        self.convolution(name, filters, kernel, bias=False, **options)
        return self.add("batch_norm", f"{name}_bn")

    def max_pool(self, name: str, kernel: int = 2, stride: int = 2, **options: Any) -> str:
        return self.add("max_pool", name, kernel=kernel, stride=stride, **options)

    def fully_connected(self, name: str, units: int) -> str:
        return self.add("fully_connected", name, filters=units)

    def dropout(self, name: str, share: float) -> str:
        return self.add("dropout", name, share=share)

    def classify(self, name: str = "fc") -> None:
        """Add the last fully connected layer and the softmax."""
        self.fully_connected(name, self.classes)
        self.add("softmax", "softmax")

    def plan(self) -> Plan:
        """Return the plan of the layers drawn up."""
        return plan_layers(
            self.layers,
            self._input,
            self.classes,
            first_weights=self.first_weights,
            auxiliary=tuple(self.auxiliary),
            notes=self.notes,
        )
