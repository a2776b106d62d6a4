"""Preparation: fitted on the training part alone, always finite, exact after a round trip."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.job import Preparation
from core.preparation import Array, FittedPreparation
from core.splitting import split

NAN = float("nan")
SCALINGS = ("standardise", "minmax", "none")
CHOICES = st.builds(Preparation, logarithm=st.booleans(), scaling=st.sampled_from(SCALINGS))

# zero, and anything from far below a detection limit to far above a sentinel such as 1e38
MEASURED = st.one_of(st.just(0.0), st.floats(1e-60, 1e60), st.floats(-1e60, -1e-60))
SHAPES = st.tuples(st.integers(1, 12), st.integers(1, 4))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Array, Array]:
    """A training part and another one with as many features; NaN and infinities among them."""
    rows, features = draw(SHAPES)
    cells = st.one_of(MEASURED, st.sampled_from([NAN, np.inf, -np.inf]))
    training = draw(arrays(np.float64, (rows, features), elements=cells))
    other = draw(arrays(np.float64, (draw(st.integers(0, 12)), features), elements=cells))
    return training, other


def fitted(features: Array, *, logarithm: bool = False, scaling: str = "none") -> FittedPreparation:
    names = tuple("abcdefgh"[: features.shape[1]])
    preparation = Preparation.model_validate({"logarithm": logarithm, "scaling": scaling})
    return FittedPreparation.fit(features, names, preparation)


def column(*values: float) -> Array:
    return np.array(values, dtype=np.float64)[:, None]


def prepared(
    training: Array, new: Array, *, logarithm: bool = False, scaling: str = "none"
) -> list[float]:
    found: list[float] = (
        fitted(training, logarithm=logarithm, scaling=scaling).apply(new)[:, 0].tolist()
    )
    return found


# --- what is done -------------------------------------------------------------------------


def test_standardising_gives_the_training_part_mean_0_and_deviation_1():
    values = np.random.default_rng(1).lognormal(3, 1, (50, 4))
    for logarithm in (True, False):
        found = fitted(values, logarithm=logarithm, scaling="standardise").apply(values)
        assert found.mean(axis=0) == pytest.approx(np.zeros(4), abs=1e-13)
        assert found.std(axis=0) == pytest.approx(np.ones(4), rel=1e-13)


def test_standardising_divides_by_the_deviation_over_all_samples():
    assert prepared(column(1, 2, 3, 6), column(1, 3, 6, 10), scaling="standardise") == (
        pytest.approx([-2 / 3.5**0.5, 0, 3 / 3.5**0.5, 7 / 3.5**0.5])
    )


def test_minmax_maps_the_training_range_to_minus_one_to_one_and_goes_on_beyond():
    assert prepared(column(2, 4, 10), column(2, 6, 10, 14), scaling="minmax") == [-1, 0, 1, 2]


def test_without_scaling_values_stay_as_they_are():
    assert prepared(column(2, 4, 10), column(-3, 2, 1e9)) == [-3, 2, 1e9]


def test_the_logarithm_is_to_base_ten_and_taken_before_scaling():
    assert prepared(column(1, 100), column(10, 1000), logarithm=True) == pytest.approx([1, 3])
    found = prepared(column(1, 100), column(1, 10, 1e4), logarithm=True, scaling="minmax")
    assert found == pytest.approx([-1, 0, 3])


@pytest.mark.parametrize("low", [0.0, -1.0])
def test_no_logarithm_is_taken_of_a_feature_with_a_training_value_of_0_or_below(low):
    found = fitted(np.hstack([column(low, 10, 100), column(1, 10, 100)]), logarithm=True)
    assert found.logarithm == (False, True)
    (notice,) = found.notices
    assert notice.values == {"columns": "a"}
    assert "No logarithm was taken of a" in str(notice)


def test_under_a_logarithm_values_of_0_and_below_become_the_smallest_training_value():
    training = column(0.5, 10, 100)
    wanted = pytest.approx([np.log10(0.5), np.log10(0.5), np.log10(0.1)])
    assert prepared(training, column(0, -3, 0.1), logarithm=True) == wanted


@pytest.mark.parametrize("logarithm", [True, False])
def test_missing_values_become_the_training_median_in_the_units_of_the_table(logarithm):
    training = column(1, NAN, 4, 1000)
    found = fitted(training, logarithm=logarithm)
    assert found.fill == (4.0,)
    wanted = np.log10(4) if logarithm else 4
    new = column(NAN, np.inf, -np.inf, 4)
    assert found.apply(new)[:, 0].tolist() == pytest.approx([wanted] * 4)


def test_missing_training_values_count_as_their_median_in_the_scale():
    wanted = fitted(column(1, 2, 2, 9), scaling="standardise")
    found = fitted(column(1, 2, NAN, 9), scaling="standardise")
    assert (found.shift, found.scale) == (wanted.shift, wanted.scale)
    (notice,) = found.notices
    assert notice.values == {"count": "1"}
    assert "median" in str(notice)


@pytest.mark.parametrize("scaling", SCALINGS)
@pytest.mark.parametrize("logarithm", [True, False])
@pytest.mark.parametrize("value", [0.1, 7.0, NAN])
def test_a_feature_constant_in_the_training_part_is_always_0(scaling, logarithm, value):
    training = np.hstack([column(*[value] * 7), column(*range(1, 8))])
    found = fitted(training, logarithm=logarithm, scaling=scaling)
    new = np.hstack([column(0.1, 7, 0, -2, 1e300, NAN), column(*[3] * 6)])
    assert not found.apply(new)[:, 0].any()
    assert found.scale[0] == 0 < found.scale[1]
    assert found.notices[-1].values == {"columns": "a"}
    assert "onstant in the training part" in str(found.notices[-1])


def test_features_are_prepared_each_on_its_own():
    values = np.random.default_rng(1).lognormal(0, 2, (20, 4))
    together = fitted(values, logarithm=True, scaling="standardise").apply(values)
    for number in range(4):
        alone = values[:, [number]]
        found = fitted(alone, logarithm=True, scaling="standardise").apply(alone)
        assert np.array_equal(found[:, 0], together[:, number])


def test_the_table_itself_is_left_as_it_is():
    values = column(1, NAN, -2, 4)
    before = values.copy()
    fitted(column(1, 2, NAN), logarithm=True).apply(values)
    assert np.array_equal(values, before, equal_nan=True)


# --- from where ---------------------------------------------------------------------------


@given(st.integers(0, 2**31 - 1), CHOICES, st.booleans())
@settings(deadline=None)
def test_nothing_outside_of_the_training_part_leaks_into_it(seed, choice, grouped):
    rng = np.random.default_rng(seed)
    features = rng.lognormal(2, 1, (60, 3))
    features[rng.random((60, 3)) < 0.1] = NAN
    target = rng.integers(-1, 3, 60)
    groups = rng.integers(-1, 8, 60) if grouped else None
    training, validation, _ = split(target, 0.3, seed, groups)
    outside = np.setdiff1d(np.arange(60), training)
    assert set(validation) < set(outside)
    found = FittedPreparation.fit(features[training], ("a", "b", "c"), choice)
    planted = features.copy()
    planted[outside] = rng.choice([-1e9, 0.0, 1e9, NAN, np.inf], (len(outside), 3))
    other = FittedPreparation.fit(planted[training], ("a", "b", "c"), choice)
    assert found == other
    assert np.array_equal(found.apply(features)[training], other.apply(planted)[training])
    # and a row is prepared the same whatever rows stand beside it
    assert np.array_equal(found.apply(features)[outside], found.apply(features[outside]))


@given(tables(), CHOICES)
@settings(deadline=None)
def test_the_order_of_the_training_samples_does_not_matter(table, choice):
    training, _ = table
    names = tuple("abcd"[: training.shape[1]])
    found = FittedPreparation.fit(training, names, choice)
    backwards = FittedPreparation.fit(training[::-1], names, choice)
    assert (found.logarithm, found.floor, found.fill) == (
        backwards.logarithm,
        backwards.floor,
        backwards.fill,
    )
    largest = np.abs(np.where(np.isfinite(training), training, 0)).max(axis=0)
    error = 1e-12 * np.maximum(largest, 100)
    assert (np.abs(np.subtract(found.shift, backwards.shift)) <= error).all()
    assert (np.abs(np.subtract(found.scale, backwards.scale)) <= error).all()


# --- always -------------------------------------------------------------------------------


@given(tables(), CHOICES)
@settings(max_examples=300, deadline=None)
def test_prepared_values_are_always_finite(table, choice):
    training, other = table
    names = tuple("abcd"[: training.shape[1]])
    found = FittedPreparation.fit(training, names, choice)
    for rows in (training, other):
        assert found.apply(rows).shape == rows.shape
        assert found.apply(rows).dtype == np.float64
        assert np.isfinite(found.apply(rows)).all()


@given(tables(), CHOICES)
@settings(deadline=None)
def test_a_preparation_read_back_from_json_is_the_same_to_the_last_bit(table, choice):
    training, other = table
    found = FittedPreparation.fit(training, tuple("abcd"[: training.shape[1]]), choice)
    text = json.dumps(found.to_values(), allow_nan=False)
    read = FittedPreparation.from_values(json.loads(text))
    assert read == found
    assert np.array_equal(read.apply(other), found.apply(other))


@pytest.mark.parametrize("name", ["logarithm", "floor", "fill", "shift", "scale"])
def test_a_damaged_preparation_is_refused(name):
    values = fitted(column(1, 2, 3)).to_values()
    with pytest.raises(KeyError):
        FittedPreparation.from_values({k: v for k, v in values.items() if k != name})
    with pytest.raises(TypeError):
        FittedPreparation.from_values({**values, name: None})
