"""From the training section of a job to the rule that moves the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from core.job import RPROPS, Training
from core.kernels import rules as codes

NO_RULE = -1
CODES = {
    "rprop-": codes.RPROP_MINUS,
    "rprop+": codes.RPROP_PLUS,
    "irprop-": codes.IRPROP_MINUS,
    "irprop+": codes.IRPROP_PLUS,
    "bp": codes.MOMENTUM,
    "sgd": codes.MOMENTUM,
    "adam": codes.ADAM,
    "adamw": codes.ADAM,
}


@dataclass(frozen=True)
class Rule:
    """What moves the weights, with its settings.

    Attributes
    ----------
    code
        One of the codes of `core.kernels.rules`, or NO_RULE for L-BFGS, which is no rule for
        single weights.
    batch
        Samples for each step; 0: all of them.
    """

    code: int
    learning_rate: float = 0.0
    momentum: float = 0.0
    initial_step: float = 0.0
    largest_step: float = 0.0
    decay: float = 0.0
    l1: float = 0.0
    l2: float = 0.0
    batch: int = 0
    dropout: float = 0.0

    @property
    def is_lbfgs(self) -> bool:
        return self.code == NO_RULE

    @property
    def settings(self) -> Tensor:
        """The numbers that `core.kernels.rules.step` reads, float64, shape (6,)."""
        return torch.tensor(
            [
                self.learning_rate,
                self.momentum,
                self.largest_step,
                self.decay,
                self.l1,
                self.l2,
            ],
            dtype=torch.float64,
        )

    def first_memory(self, members: int, is_weight: Tensor) -> Tensor:
        """Return what the rule remembers before the first step, shape (K, 3, N)."""
        memory = torch.zeros(
            members, 3, len(is_weight), dtype=is_weight.dtype, device=is_weight.device
        )
        if self.code == codes.ADAM:
            memory[:, 2] = is_weight
        elif self.code not in (codes.MOMENTUM, NO_RULE):
            memory[:, 0] = self.initial_step
        return memory


def rule_of(training: Training) -> Rule:
    """Return the rule that the job names."""
    name = training.trainer
    decoupled = name == "adamw"
    penalties: dict[str, Any] = {
        "l1": training.l1,
        "l2": 0.0 if decoupled else training.l2,
        "decay": training.l2 if decoupled else 0.0,
        "dropout": training.dropout,
    }
    if name in RPROPS:
        return Rule(
            CODES[name],
            initial_step=training.initial_step,
            largest_step=training.largest_step,
            **penalties,
        )
    if name == "lbfgs":
        # a line search needs an error that stays the same from one look to the next
        return Rule(NO_RULE, **{**penalties, "dropout": 0.0})
    batch = training.batch_size
    if name == "bp":
        batch = 1 if training.update == "sample" else 0
    momentum = training.momentum if name in ("bp", "sgd") else 0.0
    return Rule(
        CODES[name],
        learning_rate=training.learning_rate,
        momentum=momentum,
        batch=batch,
        **penalties,
    )
