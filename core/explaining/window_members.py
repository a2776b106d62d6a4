"""What single members of a CNN on windows say, and the gradients of their probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.cnn.model import batch_size, in_batches
from core.explaining.coordinates import coordinate_names
from core.explaining.voters import MOST_VALUES, Voters
from core.networks.cnn.building import CNNModule
from core.windows.model import WindowCNN


def voters_in(model: WindowCNN) -> Voters:
    """Return the members of a model; those that diverged are not among them.

    So the number of a member is its place among those of its fold that are left.
    """
    counts = np.bincount(model.member_folds, minlength=len(model.preparations))
    fitted, window = model.preparations[0], model.plan.input[1] * model.plan.input[2]
    coordinates = len(coordinate_names(fitted, model.feature_names))
    return Voters(
        model.class_names,
        model.preparations,
        tuple(np.arange(count) for count in counts),
        int(counts.max()),
        # members are asked one by one
        window * (coordinates + fitted.inputs),
        len(model.class_names),
        "softmax",
        "softmax",
        True,
    )


def said_by(members: Sequence[CNNModule], windows: NDArray[np.float32]) -> Tensor:
    """Return the probabilities that members give to windows, float64, shape (V, P, classes).

    Parameters
    ----------
    windows
        float32, shape (P, channels, n, n).
    """
    laid = torch.from_numpy(windows)
    size = batch_size(members[0].plan)
    with torch.inference_mode():
        said = [
            torch.cat([member.probabilities(some) for some in in_batches(laid, size)])
            for member in members
        ]
        return torch.stack(said).to(torch.float64)


class WindowMembers:
    """Members of a fold; a point is a window, channel by channel.

    Parameters
    ----------
    members
        V networks in evaluation mode.
    """

    # thousands of ReLUs bend the way: a tenth of this takes four times as long and changes
    # contributions in the fifth digit
    tolerance = 1e-3

    def __init__(self, members: Sequence[CNNModule]) -> None:
        self._members = members
        self._plan = members[0].plan

    @property
    def count(self) -> int:
        """How many there are, V."""
        return len(self._members)

    @property
    def most(self) -> int:
        """How many windows may be asked about at once."""
        return max(1, MOST_VALUES // (self.count * int(np.prod(self._plan.input))))

    def gradients(self, points: Tensor, classes: Tensor) -> tuple[Tensor, Tensor]:
        """See `core.explaining.gradients.Differentiable`."""
        each = [
            self._of_member(member, points[number], classes[number])
            for number, member in enumerate(self._members)
        ]
        values, gradients = zip(*each, strict=True)
        return torch.stack(values), torch.stack(gradients)

    def _of_member(
        self, member: CNNModule, points: Tensor, classes: Tensor
    ) -> tuple[Tensor, Tensor]:
        values, gradients = [], []
        size = batch_size(self._plan)
        for some, codes in zip(in_batches(points, size), in_batches(classes, size), strict=True):
            windows = some.reshape(-1, *self._plan.input).to(torch.float32).requires_grad_()
            said = member.probabilities(windows).gather(1, codes[:, None])[:, 0]
            (found,) = torch.autograd.grad(said.sum(), windows)
            values.append(said.detach())
            gradients.append(found.flatten(1))
        return torch.cat(values).to(torch.float64), torch.cat(gradients).to(torch.float64)
