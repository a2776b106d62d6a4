"""Training one CNN as an iterator: pausing is not asking for the next step, stopping is leaving."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import torch
from torch import Tensor, nn

from core.cnn.chance import Chance
from core.cnn.errors import batch_error
from core.cnn.graph import CapturedStep
from core.cnn.material import Batches, Material, batch_size
from core.cnn.place import Place
from core.cnn.ranks import ALONE, Ranks
from core.cnn.schedules import learning_rate
from core.cnn.scoring import NO_SCORE, Score, score
from core.cnn.shared_layers import has_layers_on_batches, share_layers
from core.cnn.shared_step import SharedStep
from core.cnn.standing import Standing
from core.cnn.step import Step
from core.cnn.weight_change import WeightChange
from core.job_sections.cnn import CNNTraining
from core.networks.cnn.building import CNNModule

Ended = Literal["", "epochs", "validation", "diverged"]


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
        self._change = WeightChange(network, training)
        self._batches = Batches(material, batch_size(training), place, chance, ranks)
        is_apart = not (ranks.are_several and has_layers_on_batches(network))
        self._step = Step(network, self._error, place, on_halved, may_halve=is_apart)
        self._gradient = self._choose_gradient()
        self.epoch = 0
        self.position = 0
        self.standing = Standing()
        self.ended: Ended = ""
        self.watches_norm = False
        self.gradient_norm = math.nan
        self._best: dict[str, Tensor] = {}
        self.kept_losses = (math.nan, math.nan)

    def _choose_gradient(self) -> Callable[[Tensor, Tensor], None]:
        """Return what computes a gradient; what hangs on a whole batch is told of its share."""
        network, step, share = self.network, self._step, self._batches.share
        if self._ranks.are_several:
            share_layers(network, share, self._ranks)
            return SharedStep(network, step, share, self._ranks).gradient
        if self.place.device.type == "cuda" and not self._seeds_dropout:
            return CapturedStep(network, step, batch_size(self.training)).gradient
        return step.gradient

    # --- where it stands --------------------------------------------------------------------

    @property
    def steps_per_epoch(self) -> int:
        return len(self._batches)

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
        return self._batches.seen(self.position)

    @property
    def samples_per_epoch(self) -> int:
        return len(self._material.training)

    @property
    def rate(self) -> float:
        """Learning rate of the last step; Δ₀ with RPROP, which has none."""
        if self._change.is_full:
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
        average = self._change.average
        return average.network if average is not None else self.network

    # --- training ---------------------------------------------------------------------------

    def __iter__(self) -> Iterator[StepDone | EpochDone]:
        self.network.train()
        while not self.ended:
            while self.position < self.steps_per_epoch:
                self._advance()
                yield StepDone(self.step)
            yield self._close_epoch()

    def _advance(self) -> None:
        images, labels = self._batches.take(self.epoch, self.position)
        if self._seeds_dropout:
            self._chance.seed_dropout(self.step)
        self._gradient(images, labels)
        if self._change.is_full:
            self._change.accumulate(self._batches.share.whole / self.samples_per_epoch)
        if self.watches_norm:
            self.gradient_norm = self._change.norm()
            self.watches_norm = False
        if not self._change.is_full or self.position == self.steps_per_epoch - 1:
            self._change.change(self.step, self.steps_per_epoch)
        self.position += 1

    def _close_epoch(self) -> EpochDone:
        samples = self.samples_per_epoch
        loss, right = self.tally()
        self._step.tally.zero_()
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
        if self._change.average is not None:
            values += self._change.average.network.state_dict().values()
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
            "best": self._best,
            **self._change.state(),
        }
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
            "averaged": self._change.averaged,
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
        self._change.load_state(partial(_group, tensors), int(values["averaged"]))
        self._best = _group(tensors, "best")
        self._step.tally.copy_(torch.tensor(values["tally"], dtype=self._step.tally.dtype))
        self._step.pieces = max(1, int(values["pieces"])) if self._step.may_halve else 1
        self.standing = Standing.from_values(values["standing"])
        self.kept_losses = float(values["kept_losses"][0]), float(values["kept_losses"][1])
        self.epoch, self.position = epoch, position
        self.ended = values["ended"]


def _has_dropout(network: nn.Module) -> bool:
    kinds = nn.modules.dropout._DropoutNd
    return any(isinstance(layer, kinds) and layer.p > 0 for layer in network.modules())


def _group(tensors: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    start = f"{name}."
    return {key[len(start) :]: value for key, value in tensors.items() if key.startswith(start)}


def _copied(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.detach().cpu().clone() for name, tensor in state.items()}
