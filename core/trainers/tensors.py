"""The rules of `core.kernels.rules` on tensors of all members at once, for large nets and GPUs."""

from __future__ import annotations

import torch
from torch import Tensor

from core.kernels import rules as codes
from core.kernels.rules import BETA1, BETA2, EPSILON, GROW, SHRINK
from core.trainers.rules import Rule


def step(rule: Rule, parameters: Tensor, gradient: Tensor, memory: Tensor, scalars: Tensor) -> None:
    """Move the weights of all members once.

    Parameters
    ----------
    parameters, gradient
        Shape (K, N).
    memory, scalars
        Shapes (K, 3, N) and (K, 3), as `core.kernels.rules.step` has them.
    """
    if rule.code == codes.MOMENTUM:
        velocity = memory[:, 0]
        velocity.mul_(rule.momentum).add_(gradient)
        parameters.add_(velocity, alpha=-rule.learning_rate)
    elif rule.code == codes.ADAM:
        _adam(rule, parameters, gradient, memory, scalars)
    else:
        _rprop(rule, parameters, gradient, memory, scalars)
    scalars[:, codes.STEPS_TAKEN] += 1
    scalars[:, codes.OBJECTIVE_BEFORE] = scalars[:, codes.OBJECTIVE]


def _rprop(
    rule: Rule, parameters: Tensor, gradient: Tensor, memory: Tensor, scalars: Tensor
) -> None:
    steps, signs, changes = memory[:, 0], memory[:, 1], memory[:, 2]
    sign = torch.sign(gradient)
    is_first = (scalars[:, codes.STEPS_TAKEN] == 0).unsqueeze(1)
    agreement = sign * torch.where(is_first, sign, signs)
    # s is -1, 0 or 1 here, so this gives SHRINK, 1 or GROW without rounding
    factors = agreement.clamp(SHRINK - 1, GROW - 1).add_(1)
    steps.mul_(factors).clamp_(max=rule.largest_step)
    change = -sign * steps
    if rule.code != codes.RPROP_MINUS:
        turned = agreement < 0
        taken_back = torch.zeros_like(change)
        if rule.code == codes.RPROP_PLUS:
            taken_back = -changes
        elif rule.code == codes.IRPROP_PLUS:
            rose = scalars[:, codes.OBJECTIVE] > scalars[:, codes.OBJECTIVE_BEFORE]
            taken_back = torch.where(rose.unsqueeze(1), -changes, taken_back)
        change = torch.where(turned, taken_back, change)
        sign = sign.masked_fill(turned, 0.0)
        changes.copy_(change)
    signs.copy_(sign)
    parameters.add_(change)


def _adam(
    rule: Rule, parameters: Tensor, gradient: Tensor, memory: Tensor, scalars: Tensor
) -> None:
    first, second, is_weight = memory[:, 0], memory[:, 1], memory[:, 2]
    taken = (scalars[:, codes.STEPS_TAKEN] + 1).unsqueeze(1).to(parameters.dtype)
    parameters.mul_(1 - rule.learning_rate * rule.decay * is_weight)
    first.mul_(BETA1).add_(gradient, alpha=1 - BETA1)
    second.mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
    wide = second.sqrt() / (1 - BETA2**taken).sqrt() + EPSILON
    parameters.sub_(rule.learning_rate / (1 - BETA1**taken) * first / wide)
