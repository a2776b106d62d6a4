"""The engine for large networks and for GPUs: all members of a part in each operation of torch."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from core.engines.engine import Losses
from core.engines.epochwise import EpochwiseEngine, Members
from core.engines.part import Part, with_members
from core.trainers.tensors import step

# samples that go through the layers at once, on the processor and on a GPU
CHUNK, GPU_CHUNK = 4096, 65_536


class TensorEngine(EpochwiseEngine):
    """Computes for members that have ended too, and puts their weights back."""

    def move(self, members: Members, epoch: int) -> None:
        """Make one step with the whole gradient, or one for each batch."""
        before = self.network.parameters.clone()
        if self.rule.batch == 0:
            self._step()
        else:
            for part, span in with_members(self.parts):
                self._go_through_batches(part, span, epoch)
        others = np.setdiff1d(np.arange(self.network.members), members)
        self.network.parameters[others] = before[others]

    def training_errors(self, members: Members, epoch: int, *, wants_gradient: bool) -> Losses:
        """See the base."""
        drops = wants_gradient and self.rule.dropout > 0
        if wants_gradient:
            self.network.gradient.zero_()
        errors = self._sums(epoch, wants_gradient and not drops)
        objective = errors
        if drops:
            objective = self._sums(epoch + 1, True, drops=True)
        if wants_gradient:
            everyone = np.arange(self.network.members)
            self._set_objective(everyone, objective)
        return errors.cpu().numpy()

    def judge(self, members: Members) -> Losses:
        """See the base."""
        found = torch.full((self.network.members,), torch.nan, dtype=torch.float64)
        for part, span in with_members(self.parts):
            if part.held_inputs is not None and part.held_targets is not None and part.validates:
                found[span] = self._loss(part.held_inputs, part.held_targets, span).cpu()
        return found.numpy()

    def _step(self) -> None:
        network = self.network
        step(self.rule, network.parameters, network.gradient, self.memory, self.scalars)

    def _sums(self, epoch: int, wants_gradient: bool, *, drops: bool = False) -> Tensor:
        """Return mean training errors, float64, shape (K,)."""
        network = self.network
        found = torch.zeros(network.members, dtype=torch.float64, device=network.device)
        for part, span in with_members(self.parts):
            if not wants_gradient:
                found[span] = self._loss(part.inputs, part.targets, span)
                continue
            samples = len(part.inputs)
            for number, (inputs, targets) in enumerate(self._chunks(part.inputs, part.targets)):
                self.go_on()
                masks = self._masks(span, len(inputs), epoch, number) if drops else None
                found[span] += network.accumulate(inputs, targets, samples, span, masks) / samples
        return found

    def _loss(self, inputs: Tensor, targets: Tensor, span: slice) -> Tensor:
        total = sum(
            self.network.loss(part, wanted, span) * len(part)
            for part, wanted in self._chunks(inputs, targets)
        )
        return torch.as_tensor(total) / len(inputs)

    def _chunks(self, inputs: Tensor, targets: Tensor) -> list[tuple[Tensor, Tensor]]:
        size = CHUNK if self.network.device.type == "cpu" else GPU_CHUNK
        return list(zip(inputs.split(size), targets.split(size), strict=True))

    def _go_through_batches(self, part: Part, span: slice, epoch: int) -> None:
        """Visit the samples of a part in an order drawn for the epoch, batch by batch."""
        chance = torch.Generator().manual_seed(hash((self.seed, epoch)) & 0x7FFFFFFF)
        order = torch.randperm(len(part.inputs), generator=chance).to(self.network.device)
        for number, rows in enumerate(order.split(self.rule.batch)):
            self.go_on()
            self.network.gradient.zero_()
            masks = self._masks(span, len(rows), epoch, number) if self.rule.dropout else None
            inputs, targets = part.inputs[rows], part.targets[rows]
            total = self.network.accumulate(inputs, targets, len(rows), span, masks)
            members = np.arange(span.start, span.stop)
            self._set_objective(members, total / len(rows))
            self._step_of(span)

    def _step_of(self, span: slice) -> None:
        network = self.network
        step(
            self.rule,
            network.parameters[span],
            network.gradient[span],
            self.memory[span],
            self.scalars[span],
        )

    def _masks(self, span: slice, samples: int, epoch: int, number: int) -> list[Tensor]:
        """Return dropout factors of the hidden layers, drawn for each member by itself."""
        keep = 1.0 - self.rule.dropout
        masks = []
        for layer, units in enumerate(self.network.sizes[1:-1]):
            drawn = []
            for member in range(span.start, span.stop):
                name = (self.seed, self.first_number + member, epoch, number, layer)
                chance = torch.Generator().manual_seed(hash(name) & 0x7FFFFFFF)
                drawn.append(torch.rand(samples, units, generator=chance) < keep)
            masks.append(torch.stack(drawn).to(self.network.parameters) / keep)
        return masks
