"""What members say, counted: cases worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from core.judging import voters_of
from core.targets import probabilities
from core.voting import Classification, Votes


def counted(*members: list[list[float]]) -> Classification:
    """Count the softmax outputs of some members, each of shape (P, C)."""
    outputs = torch.tensor(members, dtype=torch.float64)
    votes = Votes.none(outputs.shape[1], outputs.shape[2], outputs.shape[2])
    votes.take(0, outputs, "softmax", "softmax")
    return votes.count()


def test_the_class_is_the_one_that_most_members_name():
    found = counted([[0.6, 0.4, 0]], [[0.6, 0.4, 0]], [[0, 0.1, 0.9]])
    assert found.codes.tolist() == [0]
    assert found.agreement.tolist() == [2 / 3]
    np.testing.assert_allclose(found.probability, [[0.4, 0.3, 0.3]], rtol=1e-15)
    np.testing.assert_allclose(found.highest, [0.4], rtol=1e-15)
    assert found.members == 3


def test_the_most_votes_win_also_over_a_higher_mean_probability():
    found = counted([[0.51, 0.49]], [[0.51, 0.49]], [[0.0, 1.0]])
    assert found.codes.tolist() == [0]
    assert found.probability[0, 1] > found.probability[0, 0]


def test_of_as_many_votes_the_higher_mean_probability_wins():
    found = counted([[0.6, 0.4, 0]], [[0, 0.1, 0.9]])
    assert found.codes.tolist() == [2]
    assert found.agreement.tolist() == [0.5]


def test_of_as_many_votes_and_the_same_probability_the_first_class_wins():
    assert counted([[0.25, 0.75]], [[0.75, 0.25]]).codes.tolist() == [0]


def test_one_member_decides_alone():
    found = counted([[0.2, 0.5, 0.3], [0.1, 0.1, 0.8]])
    assert found.codes.tolist() == [1, 2]
    # that it agrees with itself says nothing
    assert np.isnan(found.agreement).all()
    assert found.highest.tolist() == [0.5, 0.8]


@given(
    st.sampled_from(["logistic", "tanh", "linear", "relu"]),
    st.sampled_from(["one_hot", "ordered"]),
    st.integers(0, 10**6),
)
@settings(deadline=None, max_examples=60)
def test_votes_are_those_of_the_shares_of_each_member(activation, coding, seed):
    random = np.random.default_rng(seed)
    members, samples, classes = (int(random.integers(*ends)) for ends in ((1, 6), (1, 40), (2, 7)))
    units = classes if coding == "one_hot" else 1
    outputs = torch.from_numpy(random.normal(0, 1, (members, samples, units)))
    shares = probabilities(outputs, activation, coding, classes).numpy()
    chosen = (shares if coding == "ordered" else outputs.numpy()).argmax(axis=2)
    named = (chosen[:, :, None] == np.arange(classes)).sum(axis=0)
    votes = Votes.none(samples, classes, units)
    votes.take(0, outputs, activation, coding)
    found = votes.count()
    np.testing.assert_array_equal(votes.named, named)
    np.testing.assert_allclose(found.probability, shares.mean(axis=0), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(found.outputs, outputs.numpy().mean(axis=0), rtol=1e-12, atol=1e-15)
    np.testing.assert_array_equal(named[np.arange(samples), found.codes], named.max(axis=1))
    if members > 1:
        np.testing.assert_array_equal(found.agreement, named.max(axis=1) / members)


def test_members_with_one_ordered_output_vote_for_the_nearest_class():
    """Five classes at 0, ¼, ½, ¾, 1: outputs 0.05, 0.3 and 0.3 name the classes 0, 1 and 1."""
    outputs = torch.tensor([[[0.05]], [[0.3]], [[0.3]]], dtype=torch.float64)
    votes = Votes.none(1, 5, 1)
    votes.take(0, outputs, "logistic", "ordered")
    found = votes.count()
    assert found.codes.tolist() == [1]
    assert found.agreement.tolist() == [2 / 3]
    # 0.05 lies 0.2 classes above the first one, 0.3 lies 0.2 classes above the second one
    np.testing.assert_allclose(found.probability, [[0.8 / 3, 1.8 / 3, 0.4 / 3, 0, 0]], atol=1e-15)
    np.testing.assert_allclose(found.outputs, [[0.65 / 3]], rtol=1e-15)


@pytest.mark.parametrize(("activation", "least"), [("tanh", -1.0), ("linear", 0.0)])
def test_where_all_outputs_say_not_this_class_the_least_of_them_is_named(activation, least):
    """Their shares are even, and the first class would be named whatever they said."""
    outputs = torch.tensor([[[-3.0, -1.5, -2.0]]], dtype=torch.float64) + least
    votes = Votes.none(1, 3, 3)
    votes.take(0, outputs, activation, "one_hot")
    found = votes.count()
    assert found.codes.tolist() == [1]
    np.testing.assert_allclose(found.probability, [[1 / 3] * 3])


def test_one_hot_outputs_are_shares_before_they_are_averaged():
    outputs = torch.tensor([[[0.2, 0.2]], [[0.0, 0.5]]], dtype=torch.float64)
    votes = Votes.none(1, 2, 2)
    votes.take(0, outputs, "logistic", "one_hot")
    found = votes.count()
    assert found.probability.tolist() == [[0.25, 0.75]]
    assert found.outputs.tolist() == [[0.1, 0.35]]


@st.composite
def outputs(draw: st.DrawFn) -> Tensor:
    """Outputs of 1 to 9 members for 1 to 8 samples of 2 to 5 classes."""
    shape = draw(st.tuples(st.integers(1, 9), st.integers(1, 8), st.integers(2, 5)))
    seed = draw(st.integers(0, 2**31 - 1))
    # few different values, so that there are ties
    drawn = torch.randint(0, 4, shape, generator=torch.Generator().manual_seed(seed))
    return torch.softmax(drawn.double(), dim=2)


@given(outputs(), st.integers(1, 8), st.integers(1, 9))
@settings(deadline=None)
def test_how_samples_and_members_are_divided_changes_nothing(found, rows, members):
    """As members of several folds vote, and many samples a chunk at a time."""
    size, classes = found.shape[1], found.shape[2]
    whole = Votes.none(size, classes, classes)
    whole.take(0, found, "softmax", "softmax")
    parts = []
    for some in found.split(members):
        votes = Votes.none(size, classes, classes)
        for first in range(0, size, rows):
            votes.take(first, some[:, first : first + rows], "softmax", "softmax")
        parts.append(votes)
    together = sum(parts[1:], parts[0])
    assert np.array_equal(together.named, whole.named)
    assert np.array_equal(together.members, whole.members)
    np.testing.assert_allclose(together.probability, whole.probability, rtol=1e-14)
    assert (together.named.sum(axis=1) == len(found)).all()


@given(outputs())
@settings(deadline=None)
def test_counting_follows_its_rule(found):
    votes = Votes.none(found.shape[1], found.shape[2], found.shape[2])
    votes.take(0, found, "softmax", "softmax")
    counted = votes.count()
    mean = found.mean(dim=0).numpy()
    np.testing.assert_allclose(counted.probability, mean, rtol=1e-14)
    for p, code in enumerate(counted.codes.tolist()):
        named = np.bincount(found[:, p].argmax(dim=1).numpy(), minlength=found.shape[2])
        assert named[code] == named.max()
        assert mean[p, code] >= mean[p, named == named.max()].max() - 1e-12
        if len(found) > 1:
            assert counted.agreement[p] == named[code] / len(found)


def test_replacing_what_is_said_of_some_rows_leaves_the_original_alone():
    found = counted([[1.0, 0], [1, 0], [1, 0]])
    other = counted([[0.2, 0.8]])
    new = found.replaced(np.array([1]), other)
    assert new.codes.tolist() == [0, 1, 0]
    assert new.highest.tolist() == [1, 0.8, 1]
    assert found.codes.tolist() == [0, 0, 0]
    assert found.probability[1].tolist() == [1, 0]


@pytest.mark.parametrize(
    ("sound", "folds", "wanted"),
    [
        ([True, True], 1, [True, True]),
        ([True, False, True], 1, [True, False, True]),
        ([False, False], 1, [True, True]),
        # a fold without a sound member is judged by what it has
        ([True, False, False, False], 2, [True, False, True, True]),
    ],
)
def test_the_sound_members_of_each_fold_vote_or_all_of_it(sound, folds, wanted):
    assert voters_of(np.array(sound), folds).tolist() == wanted
