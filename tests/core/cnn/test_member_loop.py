"""Training one CNN: it learns, and it can be left and taken up again anywhere."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
import torch
from torch.nn import functional

from core.cnn.batches import batch_bounds
from core.cnn.scoring import Score
from core.cnn.standing import Standing
from core.cnn.training import EpochDone
from core.image_job import Augmentation
from core.job_sections.cnn import CNN
from tests.core.cnn.small_loops import small_loop, state_text, to_the_end

WAYS: dict[str, dict[str, Any]] = {
    "sgd": {},
    "sgd without momentum": {"momentum": 0.0, "averaging": 0.9},
    "adam": {"trainer": "adam", "learning_rate": 0.01, "dropout": 0.3},
    "adamw": {"trainer": "adamw", "learning_rate": 0.01, "averaging": 0.8},
    "rprop-": {"trainer": "rprop-"},
    "irprop-": {"trainer": "irprop-"},
    "augmented": {"augmentation": Augmentation(shift=0.1, rotation=10, elastic=0.02, noise=0.1)},
    "squared": {"loss": "mse", "schedule": "step", "step_epochs": 1},
}


@pytest.mark.parametrize("name", WAYS)
def test_it_learns(name: str) -> None:
    loop = small_loop(epochs=15, **WAYS[name])
    done = to_the_end(loop)
    assert loop.ended == "epochs"
    assert [each.epoch for each in done] == list(range(1, 16))
    assert done[-1].training.loss < 0.8 * done[0].training.loss
    assert max(each.validation.accuracy for each in done) >= 0.9


@pytest.mark.parametrize("name", WAYS)
def test_left_anywhere_it_ends_the_same(name: str) -> None:
    whole = small_loop(**WAYS[name])
    to_the_end(whole)
    expected = state_text(whole)
    for steps in (1, 4, 6):
        left = small_loop(**WAYS[name])
        list(itertools.islice(left, steps))
        tensors, values = left.state()
        # whatever torch drew in between must not matter
        torch.manual_seed(99)
        resumed = small_loop(**WAYS[name])
        resumed.load_state(tensors, values)
        to_the_end(resumed)
        assert state_text(resumed) == expected


def test_members_differ_and_seeds_repeat() -> None:
    loops = [small_loop(member=member, seed=seed) for member, seed in ((0, 1), (0, 1), (1, 1))]
    one, same, other = (state_text(loop) for loop in loops)
    assert one == same
    assert one != other


def test_rprop_takes_the_gradient_of_all_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cnn.material.CHUNK", 7)
    loop = small_loop(
        cnn=CNN(name="custom", layers="FC-SOFTMAX"), trainer="irprop-", weight_decay=0.0, epochs=2
    )
    network, material = loop.network, loop._material
    images = material.samples.batch(material.training)
    functional.cross_entropy(network(images), material.labels[material.training]).backward()
    expected = [weight.grad.clone() for weight in network.parameters() if weight.grad is not None]
    assert loop.steps_per_epoch == 7
    next(each for each in loop if isinstance(each, EpochDone))
    found = [weight.grad for weight in network.parameters()]
    for one, other in zip(found, expected, strict=True):
        assert torch.allclose(one, other, atol=1e-6)  # type: ignore[arg-type]


def test_the_best_epoch_is_kept() -> None:
    loop = small_loop(epochs=6, learning_rate=0.05)
    states, done = [], []
    for each in loop:
        if isinstance(each, EpochDone):
            done.append(each)
            states.append({name: t.clone() for name, t in loop.network.state_dict().items()})
    best = max(done, key=lambda each: (each.validation.accuracy, -each.validation.loss))
    assert loop.kept_epoch == best.epoch
    assert loop.kept_losses == (best.training.loss, best.validation.loss)
    for name, tensor in loop.kept_weights().items():
        assert torch.equal(tensor, states[best.epoch - 1][name])


def test_without_validation_the_last_weights_are_kept() -> None:
    loop = small_loop(validation_part=0.0, epochs=2)
    done = to_the_end(loop)
    assert loop.kept_epoch == 2
    assert loop.kept_losses[0] == done[-1].training.loss
    assert math.isnan(loop.kept_losses[1])
    assert torch.equal(
        next(iter(loop.kept_weights().values())), next(iter(loop.network.state_dict().values()))
    )


def test_the_average_is_judged_and_kept() -> None:
    loop = small_loop(averaging=0.99, validation_part=0.0)
    to_the_end(loop)
    assert loop.judged is not loop.network
    kept = loop.kept_weights()
    assert not all(torch.equal(kept[n], t) for n, t in loop.network.state_dict().items())


def test_patience_ends_it() -> None:
    loop = small_loop(epochs=500, patience=2, learning_rate=0.2, schedule="constant")
    done = to_the_end(loop)
    assert loop.ended == "validation"
    losses = [each.validation.loss for each in done]
    assert min(losses) == losses[-3]


def test_a_loss_without_bound_ends_it() -> None:
    cnn = CNN(name="custom", layers="CONV4-CONV4-FC-SOFTMAX")
    loop = small_loop(cnn=cnn, learning_rate=100.0, schedule="constant", epochs=100)
    to_the_end(loop)
    assert loop.ended == "diverged"
    assert loop.epoch < 100


def test_batches_cover_every_sample_once_and_leave_none_alone() -> None:
    for samples, batch in itertools.product(range(1, 40), range(1, 12)):
        bounds = batch_bounds(samples, batch)
        assert [row for first, last in bounds for row in range(first, last)] == list(range(samples))
        assert max(last - first for first, last in bounds) <= batch + 1
        assert batch == 1 or samples == 1 or min(last - first for first, last in bounds) > 1


def test_higher_accuracy_wins_and_equal_ones_go_by_loss() -> None:
    standing = Standing()
    assert standing.is_best(1, Score(0.5, 0.9))
    assert not standing.is_best(2, Score(0.4, 0.8))
    assert standing.is_best(3, Score(0.6, 0.95))
    assert not standing.is_best(4, Score(0.6, 0.95))
    assert standing.is_best(5, Score(0.55, 0.95))
    assert not standing.is_best(6, Score(math.nan, 1.0))
    assert (standing.epoch, standing.lowest_epoch) == (5, 2)
    assert standing.is_exhausted(6, 4)
    assert not standing.is_exhausted(6, 0)


def test_a_state_that_does_not_fit_is_refused() -> None:
    loop = small_loop()
    tensors, values = loop.state()
    for changed in ({"epoch": 99}, {"position": -1}):
        with pytest.raises(ValueError, match="out of range"):
            loop.load_state(tensors, {**values, **changed})
    other = small_loop(cnn=CNN(name="custom", layers="CONV9-FC-SOFTMAX"))
    with pytest.raises(RuntimeError):
        other.load_state(tensors, values)
