"""L-BFGS: torch's own, with a line search that meets the strong Wolfe conditions."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from core.engines.epochwise import Members
from core.engines.stretches import StretchEngine
from core.kernels.rules import OBJECTIVE

HISTORY = 10
# errors that one line search may ask for
MOST_TRIALS = 25
NUMBERS = ("t", "prev_loss", "n_iter", "func_evals")
VECTORS = ("d", "prev_flat_grad")
LISTS = ("old_dirs", "old_stps", "ro")


class LbfgsEngine(StretchEngine):
    """One iteration an epoch for each member; the line search may ask for the error several times.

    A member that no direction moves any further begins again with the gradient alone.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._weights = [row.clone() for row in self.network.parameters]
        self._optimizers = [
            torch.optim.LBFGS(
                [weights],
                max_iter=1,
                max_eval=MOST_TRIALS,
                history_size=HISTORY,
                line_search_fn="strong_wolfe",
            )
            for weights in self._weights
        ]

    def move(self, members: Members, epoch: int) -> None:
        """Make one iteration."""
        for member in members.tolist():
            self._weights[member].copy_(self.network.parameters[member])
            before = self._weights[member].clone()

            def ask(member: int = member) -> Tensor:
                self.network.parameters[member] = self._weights[member]
                self.training_errors(np.array([member]), epoch - 1, wants_gradient=True)
                self._weights[member].grad = self.network.gradient[member].clone()
                return self.scalars[member, OBJECTIVE].clone()

            self._optimizers[member].step(ask)
            if torch.equal(self._weights[member], before):
                self._optimizers[member].state.clear()
            self.network.parameters[member] = self._weights[member]

    def state(self) -> dict[str, Tensor]:
        """See the base; what each optimizer remembers goes along."""
        tensors = super().state()
        for member, optimizer in enumerate(self._optimizers):
            known = optimizer.state[self._weights[member]]
            if "d" not in known:
                continue
            name = f"lbfgs.{member}"
            numbers = [float(known[number]) for number in NUMBERS]
            tensors[f"{name}.numbers"] = torch.tensor(numbers, dtype=torch.float64)
            tensors[f"{name}.H_diag"] = torch.as_tensor(known["H_diag"], dtype=torch.float64)
            for vector in VECTORS:
                tensors[f"{name}.{vector}"] = known[vector].clone()
            for many in LISTS:
                if known[many]:
                    tensors[f"{name}.{many}"] = torch.stack(list(known[many]))
        return tensors

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """See the base."""
        super().load_state(tensors)
        for member, optimizer in enumerate(self._optimizers):
            name = f"lbfgs.{member}"
            optimizer.state.clear()
            if f"{name}.numbers" not in tensors:
                continue
            known = optimizer.state[self._weights[member]]
            known.update(zip(NUMBERS, tensors[f"{name}.numbers"].tolist(), strict=True))
            known["n_iter"] = int(known["n_iter"])
            known["H_diag"] = tensors[f"{name}.H_diag"].clone()
            for vector in VECTORS:
                known[vector] = tensors[f"{name}.{vector}"].clone()
            for many in LISTS:
                rows = tensors.get(f"{name}.{many}")
                known[many] = [] if rows is None else [row.clone() for row in rows]
