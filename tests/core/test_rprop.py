"""The RPROP family, one weight and a few gradients at a time, in both of its forms."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from core.engines.part import Part
from core.job import RPROPS
from core.kernels.epochs import move
from core.kernels.rules import OBJECTIVE
from core.trainers.rules import CODES, Rule
from core.trainers.tensors import step
from tests.core.small_networks import (
    KINDS,
    loop_of,
    one_thread,
    random_network,
    random_samples,
    short_stretches,
    training_of,
)
from tests.core.transcriptions import (
    Move,
    irprop_minus,
    irprop_plus,
    rprop_minus,
    rprop_plus,
)

TRANSCRIBED: dict[str, Callable[..., Iterator[Move]]] = {
    "rprop-": rprop_minus,
    "rprop+": rprop_plus,
    "irprop-": irprop_minus,
    "irprop+": irprop_plus,
}


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with one_thread(), short_stretches(8):
        yield


def by_kernel(rule: Rule, w: Tensor, g: Tensor, memory: Tensor, scalars: Tensor) -> None:
    move(
        rule.code,
        w[0].numpy(),
        g[0].numpy(),
        memory[0].numpy(),
        scalars[0].numpy(),
        rule.settings.numpy(),
    )


FORMS = pytest.mark.parametrize("form", [by_kernel, step], ids=["kernel", "tensors"])
FAMILY = pytest.mark.parametrize("name", RPROPS)


def with_gradients(
    form: Callable[..., None],
    name: str,
    gradients: Sequence[float],
    errors: Sequence[float] | None = None,
    *,
    initial: float = 0.1,
    largest: float = 50.0,
) -> tuple[list[float], list[float]]:
    """Give a weight that starts at 0 these gradients; return where it was and its Δ each time."""
    rule = Rule(CODES[name], initial_step=initial, largest_step=largest)
    weight = torch.zeros(1, 1, dtype=torch.float64)
    memory = rule.first_memory(1, torch.ones(1, dtype=torch.float64))
    scalars = torch.zeros(1, 3, dtype=torch.float64)
    places, steps = [], []
    for gradient, error in zip(gradients, errors or itertools.repeat(1.0), strict=False):
        scalars[0, OBJECTIVE] = error
        form(rule, weight, torch.full_like(weight, gradient), memory, scalars)
        places.append(weight.item())
        steps.append(memory[0, 0, 0].item())
    return places, steps


# --- worked by hand -----------------------------------------------------------------------


@FORMS
def test_rprop_minus_shrinks_after_a_change_of_sign_and_steps_all_the_same(form):
    places, steps = with_gradients(form, "rprop-", [3, 1e-9, -7, 0, -2, -1, 4])
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.072, 0.0864, 0.0432], rel=1e-15)
    wanted = np.cumsum([-0.12, -0.144, 0.072, 0, 0.072, 0.0864, -0.0432])
    assert places == pytest.approx(wanted.tolist(), rel=1e-12)


@FORMS
def test_rprop_plus_takes_the_last_change_back_and_then_starts_anew(form):
    places, steps = with_gradients(form, "rprop+", [3, 1e-9, -7, -2, -1])
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.0864], rel=1e-15)
    assert places == pytest.approx([-0.12, -0.264, -0.12, -0.048, 0.0384], rel=1e-12)


@FORMS
def test_irprop_minus_rests_for_an_epoch_after_a_change_of_sign(form):
    places, steps = with_gradients(form, "irprop-", [3, 1e-9, -7, -2, -1])
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.0864], rel=1e-15)
    assert places == pytest.approx([-0.12, -0.264, -0.264, -0.192, -0.1056], rel=1e-12)


@FORMS
def test_irprop_plus_takes_back_only_where_the_error_rose(form):
    gradients = [3, 1e-9, -7, -2]
    rose, _ = with_gradients(form, "irprop+", gradients, [1, 0.9, 1.1, 1])
    assert rose == pytest.approx([-0.12, -0.264, -0.12, -0.048], rel=1e-12)
    for after in (0.9, 0.8):
        fell, _ = with_gradients(form, "irprop+", gradients, [1, 0.9, after, 1])
        assert fell == pytest.approx([-0.12, -0.264, -0.264, -0.192], rel=1e-12)


# --- all four -----------------------------------------------------------------------------


@FORMS
@FAMILY
@given(
    st.lists(
        st.tuples(st.sampled_from([-2.0, -1e-200, 0.0, 1e-200, 3.0]), st.floats(0, 2)),
        min_size=1,
        max_size=40,
    )
)
@settings(deadline=None, max_examples=60)
def test_any_gradients_and_errors_move_a_weight_as_the_transcription_does(form, name, given_both):
    gradients, errors = zip(*given_both, strict=True)
    ahead = iter(zip(errors, gradients, strict=True))

    def problem(weights: np.ndarray) -> tuple[float, np.ndarray]:
        error, gradient = next(ahead)
        return error, np.full(weights.size, gradient)

    moves = list(
        itertools.islice(TRANSCRIBED[name](problem, np.zeros(1), largest=0.5), len(gradients))
    )
    places, steps = with_gradients(form, name, gradients, errors, largest=0.5)
    assert steps == [float(move.steps[0]) for move in moves]
    assert places == [float(move.weights[0]) for move in moves]


@FORMS
@FAMILY
@pytest.mark.parametrize("initial", [0.1, 0.0125, 1.0])
def test_the_first_step_is_the_initial_one_times_1_2(form, name, initial):
    assert with_gradients(form, name, [-2.0], initial=initial) == ([1.2 * initial], [1.2 * initial])


@FORMS
@FAMILY
@pytest.mark.parametrize("largest", [0.05, 0.5, 1.0, 50.0])
def test_no_step_grows_beyond_the_largest(form, name, largest):
    places, steps = with_gradients(form, name, [1.0] * 60, largest=largest)
    assert max(steps) == steps[-1] == largest
    assert places[-1] - places[-2] == pytest.approx(-largest, rel=1e-12)


@FORMS
@FAMILY
def test_steps_have_no_lower_bound(form, name):
    _, steps = with_gradients(form, name, [(-1.0) ** (n // 2) for n in range(200)])
    assert 0 < steps[-1] < 1e-6


@FORMS
@FAMILY
@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30), st.sampled_from([1e-200, 1e-9, 1e200]))
@settings(deadline=None, max_examples=40)
def test_the_size_of_a_gradient_does_not_matter(form, name, gradients, factor):
    gradients = [gradient if abs(gradient) > 1e-90 else 0.0 for gradient in gradients]
    scaled = [gradient * factor for gradient in gradients]
    assert with_gradients(form, name, gradients) == with_gradients(form, name, scaled)


@pytest.mark.parametrize("kind", KINDS)
@FAMILY
def test_a_zero_gradient_leaves_weight_and_step_alone(name, kind):
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    inputs, targets = random_samples(20, 3, 2)
    inputs[:, 1] = 0
    before = network.weights[0].clone()
    loop = loop_of(network, training_of(name, epochs=50), [Part(inputs, targets)], kind)
    list(loop)
    assert torch.equal(network.weights[0][:, 1], before[:, 1])
    assert bool((network.weights[0][:, [0, 2]] != before[:, [0, 2]]).all())
    steps = loop.engine.steps()[:, :12].reshape(1, 3, 4)
    assert (steps[:, 1] == 0.1).all()
    assert (steps[:, [0, 2]] != 0.1).any()
