"""Preparation: fitted on the training part alone, always finite, exact after a round trip.

Quantiles and components are held against scikit-learn, imputation against a likelihood.
"""

from __future__ import annotations

import json
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize, special, stats
from sklearn.decomposition import PCA
from sklearn.preprocessing import QuantileTransformer, RobustScaler

from core.censoring import fit_ros
from core.job import CensoringRule, Preparation
from core.job_file import job_from_values
from core.preparation import Array, FittedPreparation, Mask
from core.preparing.compiled import prepared_samples
from core.preparing.fitting import fit_preparation
from core.proposing import prepared_inputs
from core.splitting import split
from datasets.messages import InputError

NAN = float("nan")
NAMES = ("a", "b", "c", "d")
SCALINGS = ("standardise", "minmax", "robust", "quantile", "none")
RULES = get_args(CensoringRule)
CHOICES = st.builds(
    Preparation,
    censored=st.sampled_from(RULES),
    censored_of=st.dictionaries(st.sampled_from("ab"), st.sampled_from(RULES), max_size=1),
    transform=st.sampled_from(["none", "log10", "clr", "ilr"]),
    scaling=st.sampled_from(SCALINGS),
    reduction=st.sampled_from(["none", "pca", "whitening"]),
    components=st.integers(0, 3),
    variance=st.sampled_from([0.5, 0.95, 1.0]),
)

# zero, and anything from far below a detection limit to far above a sentinel such as 1e38
MEASURED = st.one_of(st.just(0.0), st.floats(1e-60, 1e60), st.floats(-1e60, -1e-60))
SHAPES = st.tuples(st.integers(1, 12), st.integers(1, 4))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Array, Mask, Array, Mask]:
    """A training part and another one with as many features; NaN and infinities among them.

    And which of their cells are below a limit.
    """
    rows, features = draw(SHAPES)
    cells = st.one_of(MEASURED, st.sampled_from([NAN, np.inf, -np.inf]))
    both = []
    for number in (rows, draw(st.integers(0, 12))):
        both.append(draw(arrays(np.float64, (number, features), elements=cells)))
        both.append(draw(arrays(np.bool_, (number, features), elements=st.booleans())))
    return both[0], both[1], both[2], both[3]


def fitted(
    features: Array, below: Mask | None = None, units: tuple[str, ...] = (), **choice: Any
) -> FittedPreparation:
    preparation = Preparation.model_validate({"transform": "none", "scaling": "none", **choice})
    names = tuple("abcdefgh"[: features.shape[1]])
    return fit_preparation(features, names, preparation, censored=below, units=units)


def survey(rows: int, features: int = 4, seed: int = 5) -> tuple[Array, Mask]:
    """Correlated concentrations of which some lie below one of two limits each."""
    rng = np.random.default_rng(seed)
    shared = rng.normal(size=(rows, 1))
    values = np.exp(2 + 0.8 * shared + 0.5 * rng.normal(size=(rows, features)))
    limits = np.where(rng.random((rows, features)) < 0.5, 4.0, 6.0)
    below = (values < limits) & (np.arange(features) < 2)
    values = np.where(below, limits, values)
    values[rng.random((rows, features)) < 0.04] = NAN
    return values, below & np.isfinite(values)


def column(*values: float) -> Array:
    return np.array(values, dtype=np.float64)[:, None]


def prepared(training: Array, new: Array, **choice: Any) -> list[float]:
    found: list[float] = prepared_samples(fitted(training, **choice), new)[:, 0].tolist()
    return found


# --- what is done -------------------------------------------------------------------------


def test_standardising_gives_the_training_part_mean_0_and_deviation_1():
    values = np.random.default_rng(1).lognormal(3, 1, (50, 4))
    for transform in ("log10", "none"):
        found = fitted(values, transform=transform, scaling="standardise").apply(values)
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
    assert prepared(column(1, 100), column(10, 1000), transform="log10") == pytest.approx([1, 3])
    found = prepared(column(1, 100), column(1, 10, 1e4), transform="log10", scaling="minmax")
    assert found == pytest.approx([-1, 0, 3])


@pytest.mark.parametrize("low", [0.0, -1.0])
def test_no_logarithm_is_taken_of_a_feature_with_a_training_value_of_0_or_below(low):
    found = fitted(np.hstack([column(low, 10, 100), column(1, 10, 100)]), transform="log10")
    assert found.logarithm == (False, True)
    (notice,) = found.notices
    assert notice.values == {"columns": "a"}
    assert "No logarithm was taken of a" in str(notice)


def test_under_a_logarithm_values_of_0_and_below_become_the_smallest_training_value():
    training = column(0.5, 10, 100)
    wanted = pytest.approx([np.log10(0.5), np.log10(0.5), np.log10(0.1)])
    assert prepared(training, column(0, -3, 0.1), transform="log10") == wanted


@pytest.mark.parametrize("transform", ["log10", "none"])
def test_missing_values_become_the_training_median_in_the_units_of_the_table(transform):
    training = column(1, NAN, 4, 1000)
    found = fitted(training, transform=transform)
    assert found.fill == (4.0,)
    wanted = np.log10(4) if transform == "log10" else 4
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
@pytest.mark.parametrize("transform", ["log10", "none"])
@pytest.mark.parametrize("value", [0.1, 7.0, NAN])
def test_a_feature_constant_in_the_training_part_is_always_0(scaling, transform, value):
    training = np.hstack([column(*[value] * 7), column(*range(1, 8))])
    found = fitted(training, transform=transform, scaling=scaling)
    new = np.hstack([column(0.1, 7, 0, -2, 1e300, NAN), column(*[3] * 6)])
    assert not found.apply(new)[:, 0].any()
    assert found.scale[0] == 0 < found.scale[1]
    assert found.notices[-1].values == {"columns": "a"}
    assert "onstant in the training part" in str(found.notices[-1])


@given(st.integers(0, 10**6))
@settings(deadline=None, max_examples=40)
def test_the_short_way_is_the_way_step_by_step(seed):
    random = np.random.default_rng(seed)
    features = np.exp(random.normal(0, 3, (random.integers(1, 50), 5)))
    features[random.random(features.shape) < 0.2] = np.nan
    features[random.random(features.shape) < 0.1] = -1.0
    features[random.random(features.shape) < 0.05] = np.inf
    censored = random.random(features.shape) < 0.1
    fitted = FittedPreparation(
        (True, False, True, False, True),
        tuple(random.uniform(0.1, 1, 5)),
        tuple(random.uniform(1, 2, 5)),
        tuple(random.normal(0, 1, 5)),
        (*random.uniform(0.5, 2, 4), 0.0),
    )
    steps = fitted.scaled(fitted.transformed(fitted.completed(features, censored)))
    found = prepared_samples(fitted, features, censored)
    np.testing.assert_allclose(found, steps, rtol=1e-13, atol=1e-14)
    one = [
        prepared_samples(fitted, features[k : k + 1], censored[k : k + 1])
        for k in range(len(features))
    ]
    assert np.array_equal(np.concatenate(one), found)


def test_features_are_prepared_each_on_its_own():
    values = np.random.default_rng(1).lognormal(0, 2, (20, 4))
    together = fitted(values, transform="log10", scaling="standardise").apply(values)
    for number in range(4):
        alone = values[:, [number]]
        found = fitted(alone, transform="log10", scaling="standardise").apply(alone)
        assert np.array_equal(found[:, 0], together[:, number])


def test_the_table_itself_is_left_as_it_is():
    values = column(1, NAN, -2, 4)
    before = values.copy()
    fitted(column(1, 2, NAN), transform="log10").apply(values)
    assert np.array_equal(values, before, equal_nan=True)


# --- from where ---------------------------------------------------------------------------


@given(st.integers(0, 2**31 - 1), CHOICES, st.booleans())
@settings(deadline=None, max_examples=25)
def test_nothing_outside_of_the_training_part_leaks_into_it(seed, choice, grouped):
    rng = np.random.default_rng(seed)
    features, below = survey(60, 3, seed)
    target = rng.integers(-1, 3, 60)
    groups = rng.integers(-1, 8, 60) if grouped else None
    training, validation, _ = split(target, 0.3, seed, groups)
    outside = np.setdiff1d(np.arange(60), training)
    assert set(validation) < set(outside)

    def fit(values: Array, censored: Mask) -> FittedPreparation:
        return fit_preparation(values[training], NAMES[:3], choice, censored=censored[training])

    found = fit(features, below)
    planted, other_below = features.copy(), below.copy()
    planted[outside] = rng.choice([-1e9, 0.0, 1e9, NAN, np.inf], (len(outside), 3))
    other_below[outside] = rng.random((len(outside), 3)) < 0.5
    other = fit(planted, other_below)
    assert found == other
    everything = found.apply(features, below)
    assert np.array_equal(everything[training], other.apply(planted, other_below)[training])
    # and a row is prepared the same whatever rows stand beside it
    assert np.array_equal(everything[outside], found.apply(features[outside], below[outside]))
    alone = [found.apply(features[[row]], below[[row]]) for row in range(60)]
    assert np.array_equal(everything, np.vstack(alone))


@given(tables(), st.sampled_from(SCALINGS), st.sampled_from(["none", "log10"]))
@settings(deadline=None)
def test_the_order_of_the_training_samples_does_not_matter(table, scaling, transform):
    training, below, _, _ = table
    found = fitted(training, below, transform=transform, scaling=scaling)
    backwards = fitted(training[::-1], below[::-1], transform=transform, scaling=scaling)
    for name in ("logarithm", "floor", "fill", "quantiles", "substitution"):
        assert getattr(found, name) == getattr(backwards, name)
    largest = np.abs(np.where(np.isfinite(training), training, 0)).max(axis=0)
    error = 1e-12 * np.maximum(largest, 100)
    assert (np.abs(np.subtract(found.shift, backwards.shift)) <= error).all()
    assert (np.abs(np.subtract(found.scale, backwards.scale)) <= error).all()


# --- below a detection limit --------------------------------------------------------------


@pytest.mark.parametrize(("rule", "factor"), [("limit", 1.0), ("half", 0.5), ("root2", 0.5**0.5)])
def test_simple_rules_take_a_part_of_each_cells_own_limit(rule, factor):
    training, below = column(5, 3, 10, 20), column(1, 1, 0, 0).astype(bool)
    found = fitted(training, below, censored=rule)
    new = found.apply(column(5, 8, 8), column(1, 1, 0).astype(bool))[:, 0]
    assert new == pytest.approx([5 * factor, 8 * factor, 8], rel=1e-15)


def test_single_features_may_have_a_rule_of_their_own():
    training = np.hstack([column(4, 8, 9), column(4, 8, 9)])
    below = np.array([[True, True], [False, False], [False, False]])
    found = fitted(training, below, censored="limit", censored_of={"b": "half"})
    assert found.apply(training, below)[0].tolist() == [4, 2]
    assert [str(notice) for notice in found.notices] == [
        "Below the detection limit, taken as half of it: b.",
        "Below the detection limit, taken as the limit: a.",
    ]


def test_a_rule_for_a_column_that_is_no_feature_is_told():
    found = fitted(column(1, 2, 3), censored_of={"Cu": "ros"})
    assert "columns that are no features: Cu" in str(found.notices[-1])


def test_ros_takes_what_is_expected_below_the_limit_of_the_training_line():
    values, below = survey(60)
    found = fitted(values, below, censored="ros")
    line = fit_ros(values[:, 0], below[:, 0])
    assert line is not None
    assert found.substitution.lines[0] == line
    new = np.full((3, 4), 50.0)
    new[:, 0] = [4.0, 0.5, 4.0]
    mask = np.zeros((3, 4), bool)
    mask[:2, 0] = True
    got = found.apply(new, mask)
    assert got[:2, 0].tolist() == line.expected_below(np.array([4.0, 0.5])).tolist()
    assert got[2, 0] == 4.0
    # a limit that no training sample had, in a feature without one
    mask[2, 3] = True
    assert 0 < found.apply(new, mask)[2, 3] < 50


def test_imputation_is_the_regression_of_greatest_likelihood():
    values, _ = survey(2000)
    logs = np.log10(np.where(np.isfinite(values), values, 9.0))
    limit = np.log10(np.where(np.arange(2000) % 2, 5.0, 8.0))
    below = logs[:, 0] < limit
    logs[below, 0] = limit[below]
    mask = np.zeros(values.shape, bool)
    mask[:, 0] = below
    found = fitted(10**logs, mask, censored_of={"a": "impute"}).substitution.imputation
    assert found is not None
    (regression,) = found.regressions
    others = np.column_stack([logs[:, 1:], np.ones(2000)])

    def unlikely(figures: Array) -> float:
        """Tobin's likelihood: a density where it was measured, a probability below the limit."""
        mean, spread = others @ figures[:-1], np.exp(figures[-1])
        seen = stats.norm.logpdf(logs[~below, 0], mean[~below], spread)
        return -float(seen.sum() + special.log_ndtr((limit - mean)[below] / spread).sum())

    best = optimize.minimize(unlikely, np.zeros(5), method="BFGS").x
    assert below.mean() > 0.2
    # the ridge shrinks a little
    assert regression.weights[1:] == pytest.approx(best[:3], rel=0.01)
    assert regression.constant == pytest.approx(best[3], rel=0.02)
    assert regression.spread == pytest.approx(np.exp(best[4]), rel=0.01)


def test_imputation_comes_closer_to_the_truth_than_half_the_limit():
    rng = np.random.default_rng(8)
    truth = np.exp(2 + 0.8 * rng.normal(size=(500, 1)) + 0.4 * rng.normal(size=(500, 4)))
    limits = np.where(rng.random((500, 4)) < 0.5, 4.0, 6.0)
    below = truth < limits
    measured = np.where(below, limits, truth)

    def error(rule: str) -> float:
        got = fitted(measured, below, censored=rule).completed(measured, below)
        return float(np.sqrt((np.log(got[below] / truth[below]) ** 2).mean()))

    assert error("impute") < 0.9 * min(error("half"), error("root2"), error("ros"))


def test_imputation_stays_below_each_cells_own_limit_and_leaves_the_rest():
    values, below = survey(200)
    found = fitted(values, below, censored="impute")
    got = found.completed(values, below)
    assert (got[below] < values[below]).all()
    assert (got[below] > 0).all()
    known = ~below & np.isfinite(values)
    assert np.array_equal(got[known], values[known])


def test_a_feature_without_a_limit_in_the_training_part_can_have_one_later():
    values, below = survey(60)
    assert not below[:, 3].any()
    found = fitted(values, below, censored="impute")
    mask = np.zeros((2, 4), bool)
    mask[:, 3] = True
    got = found.apply(np.array([[5.0, 5.0, 5.0, 3.0], [50.0, 50.0, 50.0, 3.0]]), mask)
    # a sample rich in the other elements gets more
    assert 0 < got[0, 3] < got[1, 3] < 3.0


@pytest.mark.parametrize("rule", ["ros", "impute"])
def test_where_too_little_is_known_half_the_limit_is_taken_and_said(rule):
    training, below = column(4, 4, 9, 10), column(1, 1, 0, 0).astype(bool)
    found = fitted(training, below, censored=rule)
    assert found.apply(training, below)[:, 0].tolist() == [2, 2, 9, 10]
    assert "half the limit is taken: a" in str(found.notices[0])


def test_one_feature_alone_has_nothing_to_be_imputed_from():
    training, below = column(4, 4, 9, 10, 12), column(1, 1, 0, 0, 0).astype(bool)
    found = fitted(training, below, censored="impute")
    assert "regression on order statistics is taken: a" in str(found.notices[0])
    line = fit_ros(training[:, 0], below[:, 0])
    assert line is not None
    assert found.apply(training, below)[0, 0] == line.expected_below(np.array([4.0]))[0]


def test_many_values_below_the_limit_are_pointed_out():
    training = column(*[5] * 20, 7, 9, 12)
    below = training == 5
    found = fitted(training, below, censored="ros")
    assert "More than 80 %" in str(found.notices[-1])
    assert found.apply(training, below)[0, 0] < 5


# --- transforms and scales ----------------------------------------------------------------


def test_logratios_are_of_concentrations_in_one_unit():
    training = np.array([[2.0, 500.0, 7.0], [4.0, 250.0, 8.0], [1.0, 100.0, 9.0]])
    units = ("ppm", "ppb", "m")
    found = fitted(training, units=units, transform="clr")
    half = 0.5 * np.log(2.0 / 0.5)
    assert found.apply(training)[0] == pytest.approx([half, -half, 7.0], abs=1e-12)
    assert found.input_names("abc") == ["clr a", "clr b", "c"]
    assert "left out of the logratios and stay as they are: c" in str(found.notices[0])
    found = fitted(training, units=units, transform="ilr")
    assert found.apply(training)[0] == pytest.approx([np.sqrt(2) * half, 7.0], abs=1e-12)
    assert found.input_names("abc") == ["ILR 1", "c"]
    assert found.inputs == 2


def test_without_units_logratios_take_one_for_all_and_say_so():
    found = fitted(np.array([[1.0, 4.0], [2.0, 3.0]]), transform="clr")
    assert found.apply(np.array([[1.0, 4.0]]))[0] == pytest.approx([-np.log(2), np.log(2)])
    assert "in one unit" in str(found.notices[0])


def test_zeros_in_a_composition_become_a_part_of_the_smallest_value():
    training = np.array([[0.0, 4.0], [2.0, 3.0], [5.0, 2.0]])
    found = fitted(training, transform="clr", units=("ppm", "ppm"))
    value = 0.5 * np.log(0.65 * 2.0 / 4.0)
    assert found.apply(training)[0] == pytest.approx([value, -value], abs=1e-12)
    assert "0.65 of the smallest" in str(found.notices[0])


def test_a_missing_part_is_the_training_median_before_the_logratio():
    training = np.array([[1.0, 4.0], [2.0, 4.0], [9.0, 4.0]])
    found = fitted(training, transform="ilr", units=("ppm", "ppm"))
    assert np.array_equal(found.apply(np.array([[NAN, 4.0]])), found.apply(np.array([[2.0, 4.0]])))


@pytest.mark.parametrize("transform", ["clr", "ilr"])
def test_a_logratio_of_fewer_than_two_concentrations_is_refused(transform):
    with pytest.raises(InputError, match="fewer than two features are concentrations"):
        fitted(np.array([[1.0, -4.0], [2.0, -3.0]]), transform=transform)


def test_the_robust_z_is_that_of_median_and_mad():
    assert prepared(column(1, 2, 3, 4, 100), column(3, 4, 5), scaling="robust") == pytest.approx(
        [0, 1 / 1.4826, 2 / 1.4826]
    )


def test_without_a_mad_the_deviation_stands_in_and_this_is_said():
    found = fitted(column(5, 5, 5, 9), scaling="robust")
    assert found.scale[0] == pytest.approx(np.std([5, 5, 5, 9]))
    assert "stands for the MAD: a" in str(found.notices[0])


def test_the_robust_z_is_no_slave_of_an_outlier():
    values = np.random.default_rng(2).normal(size=(500, 1))
    oracle = RobustScaler(quantile_range=(25, 75), unit_variance=True).fit(values)
    found = fitted(np.vstack([values, column(1e9)]), scaling="robust")
    # of a normal sample IQR/1.349 and 1.4826·MAD are the same number but for chance
    assert found.scale[0] == pytest.approx(oracle.scale_[0], rel=0.1)


def test_quantile_scores_are_those_of_scikit_learn():
    rng = np.random.default_rng(4)
    training = rng.lognormal(1, 1, (300, 3)).round(1)
    new = rng.lognormal(1, 1.5, (200, 3)).round(1)
    oracle = QuantileTransformer(n_quantiles=256, output_distribution="normal", subsample=None)
    oracle.fit(training)
    found = fitted(training, scaling="quantile")
    for rows in (training, new):
        assert found.apply(rows) == pytest.approx(oracle.transform(rows), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("reduction", ["pca", "whitening"])
@pytest.mark.parametrize("components", [0, 2, 3])
def test_components_are_those_of_scikit_learn(reduction, components):
    training, _ = survey(90)
    training = np.where(np.isfinite(training), training, 5.0)
    new = np.where(np.isfinite(survey(30, seed=6)[0]), survey(30, seed=6)[0], 5.0)
    found = fitted(
        training, scaling="standardise", reduction=reduction, components=components, variance=0.8
    )
    scaled = fitted(training, scaling="standardise")
    oracle = PCA(components or 0.8, whiten=reduction == "whitening", svd_solver="full")
    oracle.fit(scaled.apply(training))
    wanted = oracle.transform(scaled.apply(new))
    got = found.apply(new)
    assert got.shape == wanted.shape
    signs = np.sign((got * wanted).sum(axis=0))
    assert got == pytest.approx(wanted * signs, rel=1e-9, abs=1e-11)
    assert found.rotation is not None
    assert found.rotation.shares == pytest.approx(oracle.explained_variance_ratio_, rel=1e-10)


def test_whitened_components_have_mean_0_and_variance_1():
    training, below = survey(90)
    found = fitted(training, below, scaling="standardise", reduction="whitening", variance=1.0)
    got = found.apply(training, below)
    assert got.shape == (90, 4)
    assert np.cov(got.T) == pytest.approx(np.eye(4), abs=1e-9)


def test_components_beyond_the_rank_are_0():
    training = np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]])
    found = fitted(training, reduction="whitening", components=3)
    got = found.apply(np.array([[1.0, 2.0, 3.0], [7.0, -4.0, 6.0]]))
    assert got.shape == (2, 3)
    assert got[0, 0] != 0
    assert not got[:, 1:].any()


@given(CHOICES, st.integers(2, 4))
@settings(deadline=None, max_examples=40)
def test_the_network_has_as_many_inputs_as_were_announced(choice, features):
    values, below = survey(40)
    found = fit_preparation(
        values[:, :features], NAMES[:features], choice, censored=below[:, :features]
    )
    announced = prepared_inputs(choice, features)
    is_open = choice.reduction != "none" and not choice.components
    assert found.inputs <= announced if is_open else found.inputs == announced
    assert len(found.input_names(NAMES[:features])) == found.inputs


# --- always -------------------------------------------------------------------------------


@given(tables(), CHOICES)
@settings(max_examples=120, deadline=None)
def test_prepared_values_are_always_finite(table, choice):
    training, below, other, other_below = table
    names = NAMES[: training.shape[1]]
    try:
        found = fit_preparation(training, names, choice, censored=below)
    except InputError:
        assert choice.transform in ("clr", "ilr")
        return
    assert found.is_sound(len(names))
    for rows, mask in ((training, below), (other, other_below), (other, None)):
        got = found.apply(rows, mask)
        assert got.shape == (len(rows), found.inputs)
        assert got.dtype == np.float64
        assert np.isfinite(got).all()


@given(tables(), CHOICES)
@settings(deadline=None, max_examples=50)
def test_a_preparation_read_back_from_json_is_the_same_to_the_last_bit(table, choice):
    training, below, other, other_below = table
    try:
        found = fit_preparation(training, NAMES[: training.shape[1]], choice, censored=below)
    except InputError:
        return
    text = json.dumps(found.to_values(), allow_nan=False)
    read = FittedPreparation.from_values(json.loads(text))
    assert read == found
    assert np.array_equal(read.apply(other, other_below), found.apply(other, other_below))


def test_preparations_of_earlier_models_take_half_the_limit():
    values = {
        "logarithm": [True, False],
        "floor": [0.5, 0.0],
        "fill": [2.0, 3.0],
        "shift": [0.25, 1.0],
        "scale": [2.0, 0.0],
    }
    found = FittedPreparation.from_values(values)
    assert found.is_sound(2)
    new = np.array([[8.0, 5.0], [NAN, NAN], [-1.0, 2.0]])
    below = np.array([[True, True], [False, False], [False, False]])
    wanted = (np.log10([4.0, 2.0, 0.5]) - 0.25) / 2
    assert np.array_equal(found.apply(new, below), np.column_stack([wanted, np.zeros(3)]))


@pytest.mark.parametrize("name", ["logarithm", "floor", "fill", "shift", "scale"])
def test_a_damaged_preparation_is_refused(name):
    values = fitted(column(1, 2, 3)).to_values()
    with pytest.raises(KeyError):
        FittedPreparation.from_values({k: v for k, v in values.items() if k != name})
    with pytest.raises(TypeError):
        FittedPreparation.from_values({**values, name: None})


def test_parts_that_do_not_fit_together_are_unsound():
    training, below = survey(60)
    found = fitted(
        training,
        below,
        censored="impute",
        transform="ilr",
        scaling="quantile",
        reduction="pca",
        components=2,
    )
    assert found.is_sound(4)
    assert not found.is_sound(3)
    values = found.to_values()
    changes: list[tuple[str, Any]] = [
        ("substitution", {**values["substitution"], "rules": ["ros"]}),
        ("substitution", {**values["substitution"], "rules": ["twice"] * 4}),
        ("substitution", {**values["substitution"], "lines": [[0.0, -1.0]] * 4}),
        ("composition", {**values["composition"], "parts": [0, 1, 2, 9]}),
        ("composition", {**values["composition"], "factor": [0.0] * 4}),
        ("quantiles", [[1.0, 2.0]]),
        ("quantiles", [[], [], []]),
        ("rotation", {**values["rotation"], "weights": [[1.0], [2.0]]}),
        ("rotation", {**values["rotation"], "centre": [float("inf")] * 3}),
    ]
    for name, change in changes:
        assert not FittedPreparation.from_values({**values, name: change}).is_sound(4), name
    imputation = values["substitution"]["imputation"]
    damages: list[tuple[str, Any]] = [
        ("used", [0, 1, 2, 4]),
        ("floor", [0.0] * 4),
        ("middle", [1.0]),
        ("regressions", [[0, 0.0, 0.0, [0.0] * 4]]),
        ("regressions", [[9, 0.0, 1.0, [0.0] * 4]]),
    ]
    for name, change in damages:
        damaged = {**values["substitution"], "imputation": {**imputation, name: change}}
        assert not FittedPreparation.from_values({**values, "substitution": damaged}).is_sound(4)


# --- in a job -----------------------------------------------------------------------------


@pytest.mark.parametrize(("logarithm", "transform"), [(True, "log10"), (False, "none")])
def test_jobs_that_say_logarithm_are_still_read(logarithm, transform):
    job = job_from_values(
        {
            "format": 1,
            "data": {"table": "t.csv", "target": "c", "features": ["a"]},
            "preparation": {"logarithm": logarithm, "scaling": "minmax"},
            "network": {"layers": "1-3-2", "activations": ["tanh", "logistic"]},
        },
        "t.toml",
    )
    assert job.preparation == Preparation(transform=transform, scaling="minmax")
    assert "logarithm" not in job.preparation.model_dump()


@pytest.mark.parametrize("values", [{"logarithm": True, "transform": "clr"}, {"logarithm": 1}])
def test_logarithm_and_a_logratio_contradict_each_other(values):
    with pytest.raises(InputError, match="write transform alone"):
        Preparation.model_validate(values)
