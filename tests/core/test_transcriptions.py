"""The transcriptions against torch where it has the rule, and against sums worked by hand."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from tests.core.transcriptions import (
    Move,
    Problem,
    adam,
    adamw,
    descent_by_parts,
    gradient_descent,
    irprop_minus,
    irprop_plus,
    rprop_minus,
    rprop_plus,
)

Array = NDArray[np.float64]
Rule = Callable[..., Iterator[Move]]
FAMILY: tuple[Rule, ...] = (rprop_minus, rprop_plus, irprop_plus, irprop_minus)
START = np.array([1.5, -2.0, 0.5, 3.0, -1.0, 0.25])
# the gradients of a weight that overshoots twice: at epochs 3 and 6
OVERSHOOTING = [3.0, 1e-9, -7.0, -2.0, -1.0, 4.0]


def wavy(weights: Array) -> tuple[float, Array]:
    """Return E and g of a smooth problem: a bent valley in six weights, none like another."""
    scales = np.arange(1, 7) ** 1.5
    error = float((scales * (1 - np.cos(weights)) + 0.1 * weights**2).sum())
    gradient = scales * np.sin(weights) + 0.2 * weights
    product = weights[:-1] * weights[1:]
    error += 0.05 * float((product**2).sum())
    gradient[:-1] += 0.1 * product * weights[1:]
    gradient[1:] += 0.1 * product * weights[:-1]
    return error, gradient


def valley(weights: Array) -> tuple[float, Array]:
    """Return E and g of a narrow quadratic valley, 100 times as steep across as along."""
    scales = np.geomspace(1, 100, weights.size)
    return float((scales * weights**2).sum()) / 2, scales * weights


def given(gradients: Sequence[float], errors: Sequence[float] | None = None) -> Problem:
    """Return a problem of one weight whose errors and gradients are known beforehand."""
    ahead = iter(zip(errors or itertools.repeat(1.0), gradients, strict=False))

    def problem(weights: Array) -> tuple[float, Array]:
        error, gradient = next(ahead)
        return error, np.full(weights.size, gradient)

    return problem


def path(
    rule: Rule, gradients: Sequence[float], errors: Sequence[float] | None = None, **options: Any
) -> tuple[list[float], list[float]]:
    """Return the weight, which starts at 0, and its Δ after each of these gradients."""
    moves = rule(given(gradients, errors), np.zeros(1), **options)
    found = list(itertools.islice(moves, len(gradients)))
    return [float(move.weights[0]) for move in found], [float(move.steps[0]) for move in found]


def by_torch(
    kind: type[torch.optim.Optimizer], epochs: int, problem: Problem = wavy, **options: Any
) -> Iterator[Array]:
    """Yield the weights after each epoch of an optimizer of torch."""
    weights = torch.nn.Parameter(torch.from_numpy(START.copy()))
    optimizer = kind([weights], **options)
    for _ in range(epochs):
        weights.grad = torch.from_numpy(problem(weights.detach().numpy().copy())[1])
        optimizer.step()
        yield weights.detach().numpy().copy()


def same_for_200_epochs(rule: Iterator[Move], torchs: Iterator[Array]) -> None:
    """Compare every epoch, and make sure that something was moved at all."""
    last = START
    for ours, theirs in itertools.islice(zip(rule, torchs, strict=False), 200):
        np.testing.assert_allclose(ours.weights, theirs, rtol=1e-12, atol=1e-12)
        last = ours.weights
    assert np.abs(last - START).min() > 0.01


# --- against torch ------------------------------------------------------------------------


def test_the_gradients_used_here_are_those_of_the_errors():
    for problem in (wavy, valley):
        for i, near in enumerate(np.eye(START.size) * 1e-6):
            slope = (problem(START + near)[0] - problem(START - near)[0]) / 2e-6
            assert problem(START)[1][i] == pytest.approx(slope, rel=1e-7)


@pytest.mark.parametrize(("initial", "largest"), [(0.1, 50.0), (0.01, 0.05), (2.0, 50.0)])
def test_irprop_minus_is_torchs_rprop(initial, largest):
    rule = irprop_minus(wavy, START, initial=initial, largest=largest, begin_with_zero=True)
    torchs = by_torch(torch.optim.Rprop, 200, lr=initial, step_sizes=(0.0, largest))
    same_for_200_epochs(rule, torchs)


def test_torchs_rprop_is_none_of_the_other_three():
    *_, theirs = by_torch(torch.optim.Rprop, 30, lr=0.1, step_sizes=(0.0, 50.0))
    for rule in (rprop_minus, rprop_plus, irprop_plus):
        *_, ours = itertools.islice(rule(wavy, START), 30)
        assert np.abs(ours.weights - theirs).max() > 1e-6


@pytest.mark.parametrize("rate", [0.001, 0.05])
def test_adam_is_torchs(rate):
    same_for_200_epochs(adam(wavy, START, rate=rate), by_torch(torch.optim.Adam, 200, lr=rate))


@pytest.mark.parametrize("decay", [0.01, 0.3])
def test_adamw_is_torchs(decay):
    rule = adamw(wavy, START, rate=0.05, decay=decay)
    same_for_200_epochs(rule, by_torch(torch.optim.AdamW, 200, lr=0.05, weight_decay=decay))


@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9])
def test_gradient_descent_with_momentum_is_torchs_sgd(momentum):
    rule = gradient_descent(wavy, START, rate=0.01, momentum=momentum)
    same_for_200_epochs(rule, by_torch(torch.optim.SGD, 200, lr=0.01, momentum=momentum))


def test_parts_in_an_order_of_their_own_are_torchs_sgd_on_mini_batches():
    parts = [_pulled_to(target) for target in np.random.default_rng(1).normal(size=(5, 6))]
    orders = [np.random.default_rng(epoch).permutation(5).tolist() for epoch in range(200)]
    turns = iter(list(itertools.chain(*orders)))
    torchs = by_torch(
        torch.optim.SGD,
        1000,
        problem=lambda weights: parts[next(turns)](weights),
        lr=0.03,
        momentum=0.6,
    )
    rule = descent_by_parts(parts, START, rate=0.03, momentum=0.6, orders=orders)
    same_for_200_epochs(rule, itertools.islice(torchs, 4, None, 5))


def _pulled_to(target: Array) -> Problem:
    def problem(weights: Array) -> tuple[float, Array]:
        away = weights - target
        return float(away @ away) / 2, away

    return problem


# --- worked by hand -----------------------------------------------------------------------


def test_rprop_minus_always_takes_its_step():
    weights, steps = path(rprop_minus, OVERSHOOTING)
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.0864, 0.10368, 0.05184], rel=1e-14)
    assert weights == pytest.approx([-0.12, -0.264, -0.192, -0.1056, -0.00192, -0.05376], rel=1e-12)


def test_rprop_plus_goes_back_whatever_the_error_and_does_not_adapt_the_epoch_after():
    for errors in ([6, 5, 4, 3, 2, 1], [1, 2, 3, 4, 5, 6]):
        weights, steps = path(rprop_plus, OVERSHOOTING, errors)
        assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.0864, 0.0432], rel=1e-14)
        # at epochs 3 and 6 it is where it stood an epoch before
        assert weights == pytest.approx([-0.12, -0.264, -0.12, -0.048, 0.0384, -0.048], rel=1e-12)


def test_irprop_plus_goes_back_at_epoch_3_where_the_error_rose_and_rests_at_epoch_6():
    weights, steps = path(irprop_plus, OVERSHOOTING, [5, 4, 4.5, 3, 2, 1])
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.0864, 0.0432], rel=1e-14)
    assert weights == pytest.approx([-0.12, -0.264, -0.12, -0.048, 0.0384, 0.0384], rel=1e-12)


def test_irprop_plus_does_not_go_back_where_the_error_stays_equal():
    weights, _ = path(irprop_plus, OVERSHOOTING[:3], [1, 1, 1])
    assert weights == pytest.approx([-0.12, -0.264, -0.264], rel=1e-12)


def test_irprop_minus_rests_an_epoch_and_does_not_adapt_the_one_after():
    weights, steps = path(irprop_minus, OVERSHOOTING)
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.0864, 0.0432], rel=1e-14)
    assert weights == pytest.approx([-0.12, -0.264, -0.264, -0.192, -0.1056, -0.1056], rel=1e-12)


def test_going_back_is_decided_for_every_weight_alone():
    # the second weight never changes its sign
    gradients = iter([np.array([1.0, 1.0]), np.array([-1.0, 1.0])])

    def problem(weights: Array) -> tuple[float, Array]:
        return 1.0, next(gradients)

    *_, last = itertools.islice(rprop_plus(problem, np.zeros(2)), 2)
    assert last.weights == pytest.approx([0, -0.264], abs=1e-15)
    assert last.steps == pytest.approx([0.06, 0.144], rel=1e-14)


@pytest.mark.parametrize("rule", FAMILY)
def test_the_first_step_is_1_2_times_the_initial_one(rule):
    weights, steps = path(rule, [-2.0], initial=0.5)
    assert weights == steps == [0.6]


def test_beginning_with_zero_the_first_step_is_the_initial_one():
    weights, steps = path(irprop_minus, [-2.0, -2.0], begin_with_zero=True)
    assert weights == pytest.approx([0.1, 0.22], rel=1e-14)
    assert steps == pytest.approx([0.1, 0.12], rel=1e-14)


@pytest.mark.parametrize("rule", FAMILY)
def test_a_gradient_of_zero_moves_nothing_and_keeps_the_step(rule):
    weights, steps = path(rule, [-1.0, 0.0, 0.0, -1.0, -1.0])
    assert steps == pytest.approx([0.12, 0.12, 0.12, 0.12, 0.144], rel=1e-14)
    assert weights == pytest.approx([0.12, 0.12, 0.12, 0.24, 0.384], rel=1e-14)


@pytest.mark.parametrize("rule", FAMILY)
def test_signs_count_where_the_product_of_gradients_underflows(rule):
    assert path(rule, [1e-200, 1e-200, -1e-200]) == path(rule, [1.0, 1.0, -1.0])


@pytest.mark.parametrize("rule", FAMILY)
def test_steps_stop_at_the_largest_and_have_no_smallest(rule):
    _, grown = path(rule, [1.0] * 60, largest=2.0)
    assert max(grown) == grown[-1] == 2.0
    _, shrunk = path(rule, [(-1.0) ** (n // 2) for n in range(200)])
    assert 0 < shrunk[-1] < 1e-6


def test_adamw_decays_even_where_the_gradient_is_zero_and_adam_does_not():
    nothing = given([0.0] * 6)
    *_, decayed = itertools.islice(adamw(nothing, np.ones(1), rate=0.1, decay=0.2), 3)
    *_, kept = itertools.islice(adam(nothing, np.ones(1), rate=0.1), 3)
    assert decayed.weights == pytest.approx([0.98**3], rel=1e-14)
    assert kept.weights == [1.0]


# --- what they are for --------------------------------------------------------------------


@pytest.mark.parametrize("rule", FAMILY)
def test_the_rprop_family_walks_down_a_narrow_valley(rule):
    errors = [move.error for move in itertools.islice(rule(valley, START), 400)]
    assert errors[0] == valley(START)[0]
    assert errors[-1] < 1e-12


def test_the_error_of_a_move_is_that_of_the_weights_before_it():
    first, second = itertools.islice(rprop_minus(wavy, START), 2)
    assert first.error == wavy(START)[0]
    assert second.error == wavy(first.weights)[0]


@pytest.mark.parametrize("rule", FAMILY)
def test_the_weights_given_and_yielded_are_not_written_to(rule):
    start = START.copy()
    moves = rule(wavy, start)
    first = next(moves)
    kept = first.weights.copy(), first.steps.copy()
    list(itertools.islice(moves, 10))
    assert np.array_equal(start, START)
    assert np.array_equal(first.weights, kept[0])
    assert np.array_equal(first.steps, kept[1])
