"""A layer of a CNN as plain data: a node of a graph without cycles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from datasets.messages import Message, message

Shape = tuple[int, ...]
Rounding = Literal["exact", "floor", "ceil"]
Kind = Literal[
    "convolution",
    "max_pool",
    "average_pool",
    "l2_pool",
    "global_average_pool",
    "subsampling",
    "padded_shortcut",
    "batch_norm",
    "local_response_norm",
    "dropout",
    "flatten",
    "fully_connected",
    "rbf",
    "activation",
    "softmax",
    "add",
    "concat",
]
ActivationName = Literal[
    "linear",
    "logistic",
    "tanh",
    "scaled_tanh",
    "ramp1",
    "ramp2",
    "relu",
    "leaky_relu",
    "elu",
    "softsign",
]

INPUT = "input"
POOLS: tuple[Kind, ...] = ("max_pool", "average_pool", "l2_pool")

KIND_TITLES: Mapping[Kind, Message] = MappingProxyType(
    {
        "convolution": message("Convolution"),
        "max_pool": message("Max pooling"),
        "average_pool": message("Average pooling"),
        "l2_pool": message("L2 pooling"),
        "global_average_pool": message("Global average pooling"),
        "subsampling": message("Trainable subsampling"),
        "padded_shortcut": message("Shortcut padded with zeros"),
        "batch_norm": message("Batch normalisation"),
        "local_response_norm": message("Local response normalisation"),
        "dropout": message("Dropout"),
        "flatten": message("Flatten"),
        "fully_connected": message("Fully connected"),
        "rbf": message("Distances to prototypes"),
        "activation": message("Activation"),
        "softmax": message("Softmax"),
        "add": message("Sum"),
        "concat": message("Joined maps"),
    }
)
ACTIVATION_TITLES: Mapping[ActivationName, Message] = MappingProxyType(
    {
        "linear": message("Linear"),
        "logistic": message("Logistic"),
        "tanh": message("tanh"),
        "scaled_tanh": message("1.7159·tanh(2x/3)"),
        "ramp1": message("Ramp 0…1"),
        "ramp2": message("Ramp -1…1"),
        "relu": message("ReLU"),
        "leaky_relu": message("Leaky ReLU"),
        "elu": message("ELU"),
        "softsign": message("Softsign"),
    }
)


@dataclass(frozen=True)
class Layer:
    """A layer and where its values come from.

    Parameters
    ----------
    name
        Of its own in its network, such as "conv1"; also the key of its weights in a saved model.
    inputs
        Names of the layers it reads, `INPUT` for the image. More than one for "add" and "concat".
    filters
        Filters of a convolution, maps of a padded shortcut, or units of a fully connected layer
        (0: one unit for each class).
    kernel, stride, padding
        Side of the square that a convolution, a pool or a subsampling sees, its step, and the
        border of zeros around the image, all in pixels. Of "local_response_norm", `kernel` is the
        number of neighbouring maps.
    groups
        A filter sees one of so many equal parts of the maps.
    bias
        Whether a convolution or a fully connected layer has one.
    rounding
        What happens where the side does not divide: "exact" refuses it, "floor" leaves the rest
        out, "ceil" lets the last window stand over the edge.
    function
        Of an activation.
    share
        Share of the inputs that dropout leaves out, 0 to 1.
    optional
        Left out, with a note, where the size does not allow it.
    table
        For a convolution whose filters see some of the maps alone: the maps of each filter.
    """

    name: str
    kind: Kind
    inputs: tuple[str, ...]
    filters: int = 0
    kernel: int = 0
    stride: int = 1
    padding: int = 0
    groups: int = 1
    bias: bool = True
    rounding: Rounding = "exact"
    function: ActivationName = "linear"
    share: float = 0.0
    optional: bool = False
    table: tuple[tuple[int, ...], ...] = ()

    @property
    def has_weights(self) -> bool:
        """Whether it multiplies by weights, as convolutions and fully connected layers do."""
        return self.kind in ("convolution", "fully_connected")
