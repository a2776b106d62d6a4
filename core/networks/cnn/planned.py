"""A planned network: every layer with its output, its parameters and its multiply–adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.networks.cnn.layers import INPUT, Layer, Shape
from core.networks.cnn.sizes import fixed_parameters_of, macs_of, output_of, parameters_of
from datasets.messages import InputError, Message, message

Outputs = Literal["softmax", "logistic", "rbf"]
FirstWeights = Literal["he", "xavier", "toolbox", "lecun"]
ImageShape = tuple[int, int, int]

# 4 GB in single precision, and as much again for gradient and momentum each; a slip such as
# FC 65536 behind large maps is told before it fills the memory
MOST_PARAMETERS = 1_000_000_000


@dataclass(frozen=True)
class PlannedLayer:
    """A layer with its sizes.

    Parameters
    ----------
    input
        Shape of (the first of) its inputs.
    output
        (C, H, W) or (units,).
    parameters
        Trainable weights and biases.
    fixed_parameters
        Weights that are never trained.
    macs
        Multiply–adds for one sample.
    """

    layer: Layer
    input: Shape
    output: Shape
    parameters: int
    fixed_parameters: int
    macs: int


@dataclass(frozen=True)
class Plan:
    """A network for images of one shape, from the image to the classes.

    Parameters
    ----------
    input
        (C, H, W) of an image.
    layers
        In the order of computing. The last one gives the outputs, one for each class.
    first_weights
        Rule of the first weights, see `core.networks.cnn.first_weights`.
    auxiliary
        Layers that give further outputs, used in training alone.
    notes
        What was changed so that the network takes these images.
    """

    input: ImageShape
    classes: int
    layers: tuple[PlannedLayer, ...]
    first_weights: FirstWeights = "he"
    auxiliary: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def parameters(self) -> int:
        return sum(planned.parameters for planned in self.layers)

    @property
    def fixed_parameters(self) -> int:
        return sum(planned.fixed_parameters for planned in self.layers)

    @property
    def macs(self) -> int:
        """Multiply–adds of one sample, auxiliary heads included."""
        return sum(planned.macs for planned in self.layers)

    @property
    def outputs(self) -> Outputs:
        """What becomes of the last sums: softmax, logistic functions, or distances."""
        last = self.layers[-1].layer
        if last.kind == "rbf":
            return "rbf"
        return "softmax" if last.kind == "softmax" else "logistic"

    @property
    def values_layer(self) -> str:
        """Name of the layer before softmax or logistic outputs; of the distances themselves."""
        last = self.layers[-1].layer
        return last.name if last.kind == "rbf" else last.inputs[0]

    @property
    def is_sequential(self) -> bool:
        """Whether every layer reads the one before it and nothing else."""
        names = [INPUT, *(planned.layer.name for planned in self.layers)]
        return all(
            planned.layer.inputs == (name,)
            for planned, name in zip(self.layers, names, strict=False)
        )

    def planned(self, name: str) -> PlannedLayer:
        """Return the layer called `name`; KeyError when there is none."""
        for planned in self.layers:
            if planned.layer.name == name:
                return planned
        raise KeyError(name)


def plan_layers(
    layers: Sequence[Layer],
    shape: ImageShape,
    classes: int,
    *,
    first_weights: FirstWeights = "he",
    auxiliary: tuple[str, ...] = (),
    notes: Sequence[Message] = (),
) -> Plan:
    """Return the plan of `layers` for images of `shape` (C, H, W).

    Raises
    ------
    InputError
        When a layer cannot take what comes before it, or when the end does not fit the classes.
    """
    shapes: dict[str, Shape] = {INPUT: shape}
    found: list[PlannedLayer] = []
    said = list(notes)
    renamed: dict[str, str] = {}
    for layer in layers:
        given = tuple(renamed.get(name, name) for name in layer.inputs)
        layer = replace(layer, inputs=given, filters=_filters(layer, classes))
        try:
            planned = planned_layer(layer, [shapes[name] for name in layer.inputs])
        except InputError:
            if not layer.optional:
                raise
            renamed[layer.name] = layer.inputs[0]
            said.append(_left_out(layer))
            continue
        shapes[layer.name] = planned.output
        found.append(planned)
    plan = Plan(shape, classes, tuple(found), first_weights, auxiliary, tuple(said))
    _check_end(plan)
    _check_parameters(plan)
    return plan


def planned_layer(layer: Layer, inputs: Sequence[Shape]) -> PlannedLayer:
    """Return a layer with its sizes on `inputs`."""
    output = output_of(layer, inputs)
    first = inputs[0]
    return PlannedLayer(
        layer,
        first,
        output,
        parameters_of(layer, first),
        fixed_parameters_of(layer, first),
        macs_of(layer, first, output),
    )


def _filters(layer: Layer, classes: int) -> int:
    is_open = layer.kind in ("fully_connected", "rbf") and layer.filters == 0
    return classes if is_open else layer.filters


def _left_out(layer: Layer) -> Message:
    return message(
        "{layer}: left out, since the size does not divide or is used up.", layer=layer.name
    )


def _check_end(plan: Plan) -> None:
    """Refuse a network whose last layer does not give one value for each class."""
    for planned in plan.layers[:-1]:
        if planned.layer.kind == "softmax":
            raise InputError(
                "{layer} stands in the middle; a softmax can only be the last layer.",
                layer=planned.layer.name,
            )
    output = plan.layers[-1].output if plan.layers else plan.input
    if output != (plan.classes,):
        raise InputError(
            "The last layer gives {output} values, but there are {classes} classes; end with "
            "-FC-SOFTMAX.",
            output=" × ".join(str(side) for side in output),
            classes=plan.classes,
        )


def _check_parameters(plan: Plan) -> None:
    """Refuse a network with nothing to learn, or with more than any machine here can hold."""
    if not plan.parameters:
        raise InputError("No layer has weights, so nothing can be learned; add CONV or FC.")
    if plan.parameters > MOST_PARAMETERS:
        raise InputError(
            "The network would have {parameters} parameters; up to {most} are trained. Take fewer "
            "units or filters, or more pools before the first FC.",
            parameters=f"{plan.parameters:,}",
            most=f"{MOST_PARAMETERS:,}",
        )
