"""The members of a run on images, trained one after the other, folds in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import torch
from torch import Tensor

from core.checkpoint import Counters, write_checkpoint
from core.cnn.augmenting import Augmenter
from core.cnn.chance import Chance
from core.cnn.kept_members import KeptMember, read_member, write_member
from core.cnn.material import Material, batch_size
from core.cnn.place import Place, choices, choose_device, place_beside_others
from core.cnn.placing import fastest
from core.cnn.ranks import ALONE, Ranks
from core.cnn.samples import Samples
from core.cnn.training import MemberLoop
from core.cnn.trial_step import trial_step
from core.events import Event, Notice
from core.job_sections.cnn import CNNTraining
from core.job_sections.images import Augmentation
from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.planned import Plan
from core.run_folder import RunFolder
from core.splitting import Rows
from datasets.messages import InputError, message

Saved = tuple[dict[str, Tensor], Counters]


class Fold(Protocol):
    """Samples, and which of them are learned and which choose the epoch (rows, int64)."""

    @property
    def samples(self) -> Samples: ...

    @property
    def training(self) -> Rows: ...

    @property
    def validation(self) -> Rows: ...


class Members:
    """All networks of a run: which one learns, and what the earlier ones came to.

    Member k belongs to fold k modulo the number of folds, so that each fold has one network before
    any has two.

    Parameters
    ----------
    labels
        int64, class of every sample.
    fingerprint
        Of the samples, for the checkpoint.
    saved
        What `core.checkpoint.read_checkpoint` gave; None for a new run.
    ranks
        Processes that train each network together.
    """

    def __init__(
        self,
        plan: Plan,
        training: CNNTraining,
        augmentation: Augmentation,
        folds: Sequence[Fold],
        labels: Tensor,
        folder: RunFolder,
        fingerprint: str,
        report: Callable[[Event], None],
        saved: Saved | None = None,
        ranks: Ranks = ALONE,
    ) -> None:
        self.plan = plan
        self.training = training
        self.folds = folds
        self.count = training.members * len(folds)
        self.number = 0
        self.kept: list[KeptMember] = []
        self._augmenter = Augmenter(augmentation, plan.input) if augmentation.is_active else None
        self._labels = labels
        self._folder = folder
        self.fingerprint = fingerprint
        self._report = report
        self._saved = saved
        self.ranks = ranks
        self.place = self._choose_place()

    # --- where it begins --------------------------------------------------------------------

    def _choose_place(self) -> Place:
        """Return the place of the checkpoint, or else the fastest one."""
        if self.ranks.are_several:
            return place_beside_others(self.training, self.ranks.device, self.ranks.threads)
        device = choose_device(self.training.device)
        if self._saved is not None:
            loop: dict[str, Any] = self._saved[1].loop
            if loop.get("device") == device.type:
                return Place(device, loop["bf16"], loop["channels_last"], loop["threads"])
        what = (
            f"{self.plan!r}\n{batch_size(self.training)}\n{self.training.trainer}\n"
            f"{self._augmenter is None}"
        )
        return fastest(choices(self.training), self._trial, what)

    def _trial(self, place: Place) -> Callable[[], object]:
        return trial_step(self.plan, self.training, self._material(0), place)

    def _material(self, fold: int) -> Material:
        given = self.folds[fold]
        training, validation = torch.from_numpy(given.training), torch.from_numpy(given.validation)
        return Material(given.samples, self._labels, training, validation, self._augmenter)

    def resume(self) -> tuple[MemberLoop, float]:
        """Return the loop to go on with, and the seconds trained before.

        Raises
        ------
        InputError
            When the checkpoint is damaged or of another network.
        """
        if self._saved is None:
            return self.begin(0), 0.0
        tensors, counters = self._saved
        try:
            values: dict[str, Any] = counters.loop
            self.number = int(values["member"])
            if not 0 <= self.number < self.count:
                raise ValueError("member is out of range")
            self.kept = [read_member(self._folder.path, each) for each in range(self.number)]
            loop = self.begin(self.number)
            loop.load_state(tensors, values["state"])
        except (AttributeError, KeyError, RuntimeError, TypeError, ValueError) as error:
            raise InputError(
                "The checkpoint {path} cannot be read: {reason}.",
                path=str(self._folder.checkpoint_path),
                reason=str(error).splitlines()[0] if str(error) else type(error).__name__,
            ) from None
        self._saved = None
        return loop, counters.seconds

    # --- one member after the other -----------------------------------------------------------

    def fold_of(self, number: int) -> int:
        """Return the fold of a member, counted from 0."""
        return number % len(self.folds)

    def begin(self, number: int) -> MemberLoop:
        """Return the loop of a member with its own first weights."""
        self.number = number
        place = self.place
        chance = Chance(self.training.seed, number, place.device)
        network: CNNModule = build(self.plan, self.training.dropout)
        network.initialise(chance.weights)
        material = self._material(self.fold_of(number)).to(place.device)
        network = place.put(network)
        self.loop = MemberLoop(
            network, self.training, material, place, chance, self._say_halved, self.ranks
        )
        return self.loop

    def keep(self, loop: MemberLoop, ended: str, *, write: bool = True) -> None:
        """Take the weights of the member that has ended."""
        epochs = (loop.epoch, loop.kept_epoch)
        member = KeptMember(self.number, loop.kept_weights(), ended, *epochs, *loop.kept_losses)
        if write:
            write_member(self._folder.path, member)
        self.kept.append(member)

    def save(self, loop: MemberLoop, seconds: float) -> None:
        """Write a checkpoint."""
        tensors, state = loop.state()
        place = self.place
        values: dict[str, Any] = {
            "member": self.number,
            "device": place.device.type,
            "bf16": place.bf16,
            "channels_last": place.channels_last,
            "threads": place.threads,
            "state": state,
        }
        counters = Counters(loop.epoch, seconds, self.fingerprint, values)
        write_checkpoint(self._folder.checkpoint_path, tensors, counters)

    @property
    def voters(self) -> list[KeptMember]:
        """The members that are heard: those whose weights are numbers, or all if none has."""
        return [member for member in self.kept if member.is_sound] or self.kept

    def network_of(self, member: KeptMember) -> CNNModule:
        """Return a kept network on the processor, ready to be asked."""
        network = build(self.plan)
        network.load_state_dict(member.weights)
        return network.eval()

    def _say_halved(self, samples: int) -> None:
        self._report(
            Notice(
                message(
                    "Memory did not suffice for a batch; now {samples} samples are computed at "
                    "once, and their gradients are added. Each step still means the whole batch.",
                    samples=f"{samples:,}",
                )
            )
        )
