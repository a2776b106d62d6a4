"""A plan becomes a network of torch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import torch
from torch import Tensor, nn

from core.networks.cnn import modules
from core.networks.cnn.codes import codes_of
from core.networks.cnn.first_weights import draw_first_weights
from core.networks.cnn.layers import INPUT, Kind
from core.networks.cnn.order import Step, order_of
from core.networks.cnn.pair_max import PairMax
from core.networks.cnn.pair_mean import PairMean
from core.networks.cnn.planned import Plan, PlannedLayer


def build(plan: Plan, dropout: float = 0.0) -> CNNModule:
    """Return the network of a plan; its weights are drawn by `CNNModule.initialise`.

    Parameters
    ----------
    dropout
        Share of the inputs of the last fully connected layer that is left out in training, beside
        the dropout layers of the plan.
    """
    return CNNModule(plan, dropout)


class CNNModule(nn.Module):
    """A CNN: the layers of a plan, computed in their order.

    Weights are kept under the names of the layers, such as "layers.conv1.weight".

    Parameters
    ----------
    plan
        What it is built from.
    dropout
        See `build`.
    """

    def __init__(self, plan: Plan, dropout: float = 0.0) -> None:
        super().__init__()
        self.plan = plan
        self.layers = nn.ModuleDict({p.layer.name: _module(p) for p in plan.layers})
        self.last_dropout = nn.Dropout(dropout)
        self._last_weights = _last_weights(plan)
        self._order = order_of(plan, (plan.values_layer,))
        self._training_order = order_of(plan, (plan.values_layer, *plan.auxiliary))

    def forward(self, x: Tensor) -> Tensor:
        """Return the values before the output function, shape (B, classes).

        They are the sums that `activated` takes to softmax or logistic outputs. For prototypes
        they are minus the squared distances. The largest is the class in any case.

        Parameters
        ----------
        x
            Images, prepared, shape (B, C, H, W).
        """
        return self._computed(x, self._order, (self.plan.values_layer,))[self.plan.values_layer]

    def heads(self, x: Tensor) -> tuple[Tensor, ...]:
        """Return what `forward` does, and the sums of each auxiliary head, (B, classes) each."""
        names = (self.plan.values_layer, *self.plan.auxiliary)
        found = self._computed(x, self._training_order, names)
        return tuple(found[name] for name in names)

    def outputs(self, x: Tensor, names: Iterable[str]) -> dict[str, Tensor]:
        """Return the outputs of the layers called `names`, shape (B, …) each."""
        wanted = tuple(names)
        return self._computed(x, order_of(self.plan, wanted), wanted)

    def activated(self, values: Tensor) -> Tensor:
        """Return the outputs of the network for the values of `forward`, shape (B, classes).

        Softmax or logistic functions of the sums; for prototypes the softmax of minus the
        distances.
        """
        if self.plan.outputs == "logistic":
            return torch.sigmoid(values)
        return torch.softmax(values, dim=1)

    def probabilities_of(self, values: Tensor) -> Tensor:
        """Return probabilities of the classes for the values of `forward`: outputs with sum 1.

        Logistic outputs are divided by their sum. That is done on logarithms, so that outputs
        near 0 keep their order.
        """
        if self.plan.outputs == "logistic":
            return torch.softmax(nn.functional.logsigmoid(values), dim=1)
        return torch.softmax(values, dim=1)

    def probabilities(self, x: Tensor) -> Tensor:
        """Return probabilities of the classes for images, shape (B, classes)."""
        return self.probabilities_of(self(x))

    def initialise(self, seed: int) -> None:
        """Draw the first weights by the rule of the plan; the same seed gives the same ones."""
        draw_first_weights(self, seed)

    def _computed(
        self, x: Tensor, steps: tuple[Step, ...], wanted: tuple[str, ...]
    ) -> dict[str, Tensor]:
        values = {INPUT: x}
        for step in steps:
            given = [values[read] for read in step.inputs]
            if step.layer == self._last_weights:
                given = [self.last_dropout(given[0])]
            for done in step.over:
                # no longer read by anything, and large
                del values[done]
            values[step.result] = self.layers[step.layer](*given)
        return {name: values[name] for name in wanted}


def _last_weights(plan: Plan) -> str:
    names = [p.layer.name for p in plan.layers if p.layer.kind == "fully_connected"]
    mains = [name for name in names if name not in plan.auxiliary]
    return mains[-1] if mains else ""


def _module(planned: PlannedLayer) -> nn.Module:
    return _MODULES[planned.layer.kind](planned)


def _convolution(planned: PlannedLayer) -> nn.Module:
    layer, maps = planned.layer, planned.input[0]
    if layer.table:
        return modules.TableConvolution(layer.table, maps, layer)
    return nn.Conv2d(
        maps,
        layer.filters,
        layer.kernel,
        layer.stride,
        layer.padding,
        groups=layer.groups,
        bias=layer.bias,
    )


def _max_pool(planned: PlannedLayer) -> nn.Module:
    layer = planned.layer
    if _is_by_pairs(planned):
        return PairMax()
    return nn.MaxPool2d(
        layer.kernel, layer.stride, layer.padding, ceil_mode=layer.rounding == "ceil"
    )


def _average_pool(planned: PlannedLayer) -> nn.Module:
    layer = planned.layer
    if _is_by_pairs(planned):
        return PairMean(planned.input[2])
    return nn.AvgPool2d(
        layer.kernel,
        layer.stride,
        layer.padding,
        ceil_mode=layer.rounding == "ceil",
        count_include_pad=False,
    )


def _is_by_pairs(planned: PlannedLayer) -> bool:
    """Whether a layer pools 2 × 2 pixels and all of them are in such a square."""
    layer, (_, height, width) = planned.layer, planned.input
    is_by_two = (layer.kernel, layer.stride, layer.padding) == (2, 2, 0)
    return is_by_two and height % 2 == 0 and width % 2 == 0


def _local_response_norm(planned: PlannedLayer) -> nn.Module:
    # Krizhevsky et al. 2012: k = 2, n = 5, α = 10⁻⁴, β = 0.75; torch divides α by n
    size = planned.layer.kernel
    return nn.LocalResponseNorm(size, alpha=1e-4 * size, beta=0.75, k=2.0)


def _activation(planned: PlannedLayer) -> nn.Module:
    function = planned.layer.function
    return modules.PLAIN[function]() if function in modules.PLAIN else modules.Activation(function)


def _fully_connected(planned: PlannedLayer) -> nn.Module:
    inputs = int(torch.Size(planned.input).numel())
    return modules.FullyConnected(inputs, planned.layer.filters, bias=planned.layer.bias)


_MODULES: Mapping[Kind, Callable[[PlannedLayer], nn.Module]] = MappingProxyType(
    {
        "convolution": _convolution,
        "max_pool": _max_pool,
        "average_pool": _average_pool,
        "l2_pool": lambda planned: modules.L2Pool(planned.layer),
        "global_average_pool": lambda planned: modules.GlobalAveragePool(),
        "subsampling": lambda planned: modules.Subsampling(planned.input[0], planned.layer),
        "padded_shortcut": lambda planned: modules.PaddedShortcut(planned.input[0], planned.layer),
        "batch_norm": lambda planned: modules.BatchNorm(planned.input[0]),
        "local_response_norm": _local_response_norm,
        "dropout": lambda planned: nn.Dropout(planned.layer.share),
        "flatten": lambda planned: nn.Flatten(),
        "fully_connected": _fully_connected,
        "rbf": lambda planned: modules.Prototypes(
            codes_of(planned.layer.filters, int(torch.Size(planned.input).numel()))
        ),
        "activation": _activation,
        "softmax": lambda planned: nn.Softmax(dim=1),
        "add": lambda planned: modules.Sum(),
        "concat": lambda planned: modules.Joined(),
    }
)
