"""Training one CNN as an iterator: pausing is not asking for the next step, stopping is leaving."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn

from core.cnn.augmenting import Augmenter
from core.cnn.averaging import WeightAverage
from core.cnn.batches import CHUNK, Share, batch_bounds
from core.cnn.chance import Chance
from core.cnn.errors import batch_error
from core.cnn.graph import CapturedStep
from core.cnn.optimizers import (
    build_optimizer,
    is_full_batch,
    load_optimizer_state,
    optimizer_state,
)
from core.cnn.place import Place
from core.cnn.ranks import ALONE, Ranks
from core.cnn.samples import Samples
from core.cnn.schedules import learning_rate
from core.cnn.scoring import NO_SCORE, Score, score
from core.cnn.shared_layers import has_layers_on_batches, share_layers
from core.cnn.shared_step import SharedStep
from core.cnn.standing import Standing
from core.cnn.step import Step
from core.job_sections.cnn import CNNTraining
from core.networks.cnn.building import CNNModule

Ended = Literal["", "epochs", "validation", "diverged"]


@dataclass(frozen=True)
class Material:
    """What one member is trained on.

    Attributes
    ----------
    samples
        All samples, on the device of training.
    labels
        int64, class of every sample, on the device.
    training, validation
        int64, rows of the parts, on the device; the second may be empty.
    augmenter
        How training images are changed; None: not at all.
    """

    samples: Samples
    labels: Tensor
    training: Tensor
    validation: Tensor
    augmenter: Augmenter | None = None


@dataclass(frozen=True)
class StepDone:
    """A batch was done; the weights have changed, but for RPROP before the end of an epoch."""

    step: int


@dataclass(frozen=True)
class EpochDone:
    """Every sample was seen once more.

    Attributes
    ----------
    training
        Running means over the epoch, as the weights went on changing: with augmentation and
        dropout, which the validation has not.
    validation
        Of the weights (or their average) as they stand at its end.
    """

    epoch: int
    training: Score
    validation: Score


class MemberLoop:
    """Trains one network, a batch for each `next`.

    Parameters
    ----------
    network
        On the place's device and in its layout; with the first weights in place.
    chance
        The random numbers of this member.
    on_halved
        Told the samples computed at once when memory did not suffice.
    ranks
        Processes that train the same network: each computes its share of every batch, and all
        have the same weights after it.

    Attributes
    ----------
    position
        Batches done in the epoch that goes on.
    ended
        Why training has ended, "" while it has not.
    kept_losses
        Training and validation loss of the epoch whose weights are kept; NaN where there is none.
    watches_norm
        When set, the next step leaves the length of its gradient in `gradient_norm`, and this is
        reset.
    """

    def __init__(
        self,
        network: CNNModule,
        training: CNNTraining,
        material: Material,
        place: Place,
        chance: Chance,
        on_halved: Callable[[int], None] = lambda samples: None,
        ranks: Ranks = ALONE,
    ) -> None:
        self.network = network
        self.training = training
        self.place = place
        self._material = material
        self._ranks = ranks
        self._chance = chance
        self._error = batch_error(training, network.plan.outputs)
        self._seeds_dropout = _has_dropout(network)
        self._optimizer = build_optimizer(training, network)
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]
        self._full = is_full_batch(training)
        self._sums = [torch.zeros_like(weight) for weight in self._weights] if self._full else []
        self._average = (
            WeightAverage(network, training.averaging) if training.averaging > 0 else None
        )
        batch = CHUNK if self._full else training.batch_size
        self._bounds = batch_bounds(len(material.training), batch)
        is_apart = not (ranks.are_several and has_layers_on_batches(network))
        self._step = Step(network, self._error, place, on_halved, may_halve=is_apart)
        self._share = Share()
        self._augmenter = material.augmenter
        self._gradient: Callable[[Tensor, Tensor], None] = self._step.gradient
        if ranks.are_several:
            self._gradient = self._begin_sharing()
        elif place.device.type == "cuda" and not self._seeds_dropout:
            self._gradient = CapturedStep(network, self._step, batch).gradient
        self.epoch = 0
        self.position = 0
        self.standing = Standing()
        self.ended: Ended = ""
        self.watches_norm = False
        self.gradient_norm = math.nan
        self._order: Tensor | None = None
        self._best: dict[str, Tensor] = {}
        self.kept_losses = (math.nan, math.nan)

    def _begin_sharing(self) -> Callable[[Tensor, Tensor], None]:
        """Make all that hangs on a whole batch know of its share, and return what computes one."""
        share_layers(self.network, self._share, self._ranks)
        if self._augmenter is not None:
            self._augmenter = self._augmenter.shared(self._share)
        return SharedStep(self.network, self._step, self._share, self._ranks).gradient

    # --- where it stands --------------------------------------------------------------------

    @property
    def steps_per_epoch(self) -> int:
        return len(self._bounds)

    @property
    def step(self) -> int:
        """Batches done in all."""
        return self.epoch * self.steps_per_epoch + self.position

    @property
    def steps(self) -> int:
        """Batches in all epochs."""
        return self.training.epochs * self.steps_per_epoch

    @property
    def seen(self) -> int:
        """Samples seen in the epoch that goes on."""
        return self._bounds[self.position - 1][1] if self.position else 0

    @property
    def samples_per_epoch(self) -> int:
        return len(self._material.training)

    @property
    def rate(self) -> float:
        """Learning rate of the last step; Δ₀ with RPROP, which has none."""
        if self._full:
            return self.training.initial_step
        return learning_rate(self.training, max(0, self.step - 1), self.steps_per_epoch)

    def tally(self) -> tuple[float, float]:
        """Return sum of errors and count of right samples in the epoch that goes on.

        Waits for the device, so it should not be asked after every step.
        """
        loss, right = self._step.tally.tolist()
        return loss, right

    @property
    def judged(self) -> nn.Module:
        """The network that is judged: the average where there is one."""
        return self._average.network if self._average is not None else self.network

    # --- training ---------------------------------------------------------------------------

    def __iter__(self) -> Iterator[StepDone | EpochDone]:
        self.network.train()
        while not self.ended:
            while self.position < self.steps_per_epoch:
                self._advance()
                yield StepDone(self.step)
            yield self._close_epoch()

    def _advance(self) -> None:
        images, labels = self._batch()
        if self._seeds_dropout:
            self._chance.seed_dropout(self.step)
        self._gradient(images, labels)
        if self._full:
            self._accumulate(self._share.whole)
        if self.watches_norm:
            self._look_at_norm()
        if not self._full or self.position == self.steps_per_epoch - 1:
            self._change_weights()
        self.position += 1

    def _batch(self) -> tuple[Tensor, Tensor]:
        material = self._material
        if self._order is None:
            mixed = self._chance.order(self.epoch, len(material.training))
            self._order = material.training[mixed.to(material.training.device)]
        first, last = self._bounds[self.position]
        self._share.take(self._ranks, last - first)
        rows = self._order[first + self._share.first : first + self._share.last]
        generator = self._chance.augmentation(self.step) if self._augmenter else None
        images = material.samples.batch(rows, self._augmenter, generator)
        return images.contiguous(
            memory_format=self.place.memory_format
        ), material.labels.index_select(0, rows)

    def _accumulate(self, samples: int) -> None:
        """Add the gradient of a batch to that of all samples; the mean is over all of them."""
        share = samples / len(self._material.training)
        for total, weight in zip(self._sums, self._weights, strict=True):
            if weight.grad is not None:
                total.add_(weight.grad, alpha=share)

    def _look_at_norm(self) -> None:
        gradients = [weight.grad for weight in self._weights if weight.grad is not None]
        norms = torch._foreach_norm(gradients)
        self.gradient_norm = float(torch.linalg.vector_norm(torch.stack(norms)))
        self.watches_norm = False

    def _change_weights(self) -> None:
        if self._full:
            for total, weight in zip(self._sums, self._weights, strict=True):
                weight.grad = total.clone()
                total.zero_()
        else:
            rate = learning_rate(self.training, self.step, self.steps_per_epoch)
            for group in self._optimizer.param_groups:
                group["lr"] = rate
        self._optimizer.step()
        if self._average is not None:
            self._average.update()

    def _close_epoch(self) -> EpochDone:
        samples = len(self._material.training)
        loss, right = self.tally()
        self._step.tally.zero_()
        self._order = None
        self.position = 0
        self.epoch += 1
        self._align()
        done = EpochDone(self.epoch, Score(loss / samples, right / samples), self._validate())
        if not math.isfinite(done.training.loss):
            self.ended = "diverged"
        else:
            self._take(done)
        if not self.ended and self.epoch >= self.training.epochs:
            self.ended = "epochs"
        return done

    def _align(self) -> None:
        """Take the weights of the first process, for machines of another kind round otherwise."""
        if not self._ranks.are_several:
            return
        values = list(self.network.state_dict().values())
        if self._average is not None:
            values += self._average.network.state_dict().values()
        self._ranks.align([value for value in values if value.is_floating_point()])

    def _validate(self) -> Score:
        material = self._material
        if not len(material.validation):
            return NO_SCORE
        return score(
            self.judged,
            material.samples,
            material.labels,
            material.validation,
            self._error,
            self.place,
            self._ranks,
        )

    def _take(self, done: EpochDone) -> None:
        if not len(self._material.validation):
            self.kept_losses = done.training.loss, math.nan
            return
        if self.standing.is_best(done.epoch, done.validation):
            self._best = _copied(self.judged.state_dict())
            self.kept_losses = done.training.loss, done.validation.loss
        if self.standing.is_exhausted(done.epoch, self.training.patience):
            self.ended = "validation"

    # --- what is kept -----------------------------------------------------------------------

    def kept_weights(self) -> dict[str, Tensor]:
        """Return the state of the network to be judged, on the processor.

        That of the best epoch where a validation part chose one, else the last one.
        """
        return self._best or _copied(self.judged.state_dict())

    @property
    def kept_epoch(self) -> int:
        """Epoch of `kept_weights`, counted from 1."""
        return self.standing.epoch if self._best else self.epoch

    def state(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """Return tensors and plain values from which training goes on as if never interrupted."""
        groups: dict[str, Mapping[str, Tensor]] = {
            "network": self.network.state_dict(),
            "optimizer": optimizer_state(self._optimizer),
            "best": self._best,
            "sum": {str(number): total for number, total in enumerate(self._sums)},
        }
        if self._average is not None:
            groups["average"] = self._average.network.state_dict()
        tensors = {
            f"{group}.{name}": tensor.detach().cpu().clone().contiguous()
            for group, named in groups.items()
            for name, tensor in named.items()
        }
        values = {
            "epoch": self.epoch,
            "position": self.position,
            "tally": list(self.tally()),
            "pieces": self._step.pieces,
            "averaged": self._average.steps if self._average is not None else 0,
            "ended": self.ended,
            "standing": self.standing.values(),
            "kept_losses": list(self.kept_losses),
        }
        return tensors, values

    def load_state(self, tensors: Mapping[str, Tensor], values: Mapping[str, Any]) -> None:
        """Take what `state` gave.

        Raises
        ------
        ValueError, KeyError, RuntimeError
            When it does not fit this network.
        """
        epoch, position = int(values["epoch"]), int(values["position"])
        if not (0 <= epoch <= self.training.epochs and 0 <= position <= self.steps_per_epoch):
            raise ValueError("epoch or position is out of range")
        self.network.load_state_dict(_group(tensors, "network"))
        load_optimizer_state(self._optimizer, _group(tensors, "optimizer"))
        if self._average is not None:
            self._average.network.load_state_dict(_group(tensors, "average"))
            self._average.steps = int(values["averaged"])
        for number, total in enumerate(self._sums):
            total.copy_(tensors[f"sum.{number}"])
        self._best = _group(tensors, "best")
        self._step.tally.copy_(torch.tensor(values["tally"], dtype=self._step.tally.dtype))
        self._step.pieces = max(1, int(values["pieces"])) if self._step.may_halve else 1
        self.standing = Standing.from_values(values["standing"])
        self.kept_losses = float(values["kept_losses"][0]), float(values["kept_losses"][1])
        self.epoch, self.position = epoch, position
        self.ended = values["ended"]
        self._order = None


def _has_dropout(network: nn.Module) -> bool:
    kinds = nn.modules.dropout._DropoutNd
    return any(isinstance(layer, kinds) and layer.p > 0 for layer in network.modules())


def _group(tensors: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    start = f"{name}."
    return {key[len(start) :]: value for key, value in tensors.items() if key.startswith(start)}


def _copied(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.detach().cpu().clone() for name, tensor in state.items()}
