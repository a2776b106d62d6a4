"""What counts, groups, and the comparison of the methods."""

from __future__ import annotations

import numpy as np
import pytest

from core.thresholds.comparing import alike, compare, usual_settings
from core.thresholds.finding import find_thresholds
from core.thresholds.groups import group_codes
from core.thresholds.kept import KeptThreshold, kept_from
from core.thresholds.picture import picture_of, read_picture, write_picture
from core.thresholds.plain import found_values, threshold_from
from core.thresholds.settings import METHODS, ThresholdSettings, settings_from
from datasets.messages import InputError

MEDIAN = ThresholdSettings(method="percentile", percentile=50)


def test_a_rule_for_values_below_a_limit() -> None:
    values = np.array([4.0, 4.0, 6.0, 8.0, 10.0, 12.0, np.nan])
    below = np.array([True, True, False, False, False, False, False])
    for rule, taken in (("half", 2.0), ("root2", 4 / 2**0.5), ("limit", 4.0)):
        found = find_thresholds(values, below, MEDIAN.model_copy(update={"censored": rule}))
        assert found.values[:2] == pytest.approx([taken, taken])
        assert (found.missing, found.censored, found.judged) == (1, 2, 6)
    left_out = MEDIAN.model_copy(update={"censored": "left_out"})
    with pytest.raises(InputError, match="There are 4 values; a threshold needs at least 5"):
        find_thresholds(values, below, left_out)
    found = find_thresholds(np.append(values, 14.0), np.append(below, False), left_out)
    assert (found.missing, found.censored, found.judged) == (1, 2, 5)
    assert not found.anomalous[:2].any()


def test_anomalous_is_above_and_missing_is_never() -> None:
    values = np.array([1.0, 2, 3, 4, 5, np.nan])
    found = find_thresholds(values, None, MEDIAN)
    assert found.anomalous.tolist() == [False, False, False, True, True, False]
    assert found.ratio[:5] == pytest.approx(np.array([1, 2, 3, 4, 5]) / 3)
    assert np.isnan(found.ratio[5])
    assert found.share == 0.4


def test_values_that_have_no_logarithm_are_counted() -> None:
    values = np.array([-1.0, 0, 1, 2, 3, 4, 5])
    found = find_thresholds(values, None, ThresholdSettings(method="mad", logarithm=True))
    assert found.single is not None
    assert (found.single.used, found.single.not_positive) == (5, 2)
    with pytest.raises(InputError, match="Only 4 values are positive; choose the linear domain"):
        find_thresholds(values - 1, None, ThresholdSettings(method="mad", logarithm=True))


def test_each_group_has_the_threshold_it_would_have_alone() -> None:
    random = np.random.default_rng(6)
    values = random.lognormal(2, 0.7, 300)
    names = np.array(["granite", "schist", None, " granite "], object)[random.integers(0, 4, 300)]
    settings = ThresholdSettings(group="rock")
    found = find_thresholds(values, None, settings, group_codes(names))
    assert list(found.thresholds) == ["granite", "schist"]
    for group in found.thresholds:
        members = np.array([name is not None and name.strip() == group for name in names])
        alone = find_thresholds(values[members], None, ThresholdSettings())
        assert found.thresholds[group] == alone.single
        assert (found.limits[members] == found.thresholds[group].value).all()
        assert (found.anomalous[members] == alone.anomalous).all()
    nameless = np.array([name is None for name in names])
    assert np.isnan(found.limits[nameless]).all()
    assert found.ungrouped == nameless.sum()
    assert not found.anomalous[nameless].any()


def test_breaks_dragged_in_one_group_leave_the_others_alone() -> None:
    random = np.random.default_rng(6)
    values = np.append(random.lognormal(2, 0.7, 300), random.lognormal(3, 0.5, 300))
    groups = (("granite", "schist"), np.repeat([0, 1], 300))
    settings = ThresholdSettings(method="ca", group="rock")
    before = find_thresholds(values, None, settings, groups)
    dragged = settings.with_breaks("schist", (15.0, 40.0))
    after = find_thresholds(values, None, dragged, groups)
    assert after.thresholds["granite"].value == before.thresholds["granite"].value
    assert after.thresholds["schist"].value == 40.0
    assert after.thresholds["schist"].curve.breaks == (15.0, 40.0)  # type: ignore[union-attr]
    assert before.thresholds["schist"].value != 40.0
    assert not alike(settings, dragged)
    assert settings_from(dragged.model_dump(mode="json")) == dragged
    with pytest.raises(InputError, match="Breaks have to be positive and ascend"):
        settings_from({"group_breaks": [("schist", (40.0, 15.0))]})


def test_groups_of_numbers_stay_apart() -> None:
    names, codes = group_codes(np.array([5022001.0, np.nan, 5022002.0, 5022001.0]))
    assert list(names) == ["5022001", "5022002"]
    assert codes.tolist() == [0, -1, 1, 0]


def test_small_groups_are_told_not_dropped() -> None:
    names = np.array(["large"] * 20 + ["small"] * 3, object)
    values = np.arange(23.0)
    found = find_thresholds(values, None, ThresholdSettings(group="g"), group_codes(names))
    assert list(found.refused) == ["small"]
    assert "There are 3 values" in str(found.refused["small"])
    assert found.judged == 20
    with pytest.raises(InputError, match="No group of the column “g” has values enough"):
        find_thresholds(values[20:], None, ThresholdSettings(group="g"), group_codes(names[20:]))


def test_the_comparison_has_every_method_once() -> None:
    values = np.random.default_rng(8).lognormal(2, 0.7, 500)
    lines = compare(values, None, ThresholdSettings())
    assert {line.settings.method for line in lines} == set(METHODS) - {"mahalanobis", "hand"}
    for line in lines:
        assert line.found is not None
        alone = find_thresholds(values, None, line.settings)
        assert line.found.single is not None
        assert line.found.single.value == alone.single.value  # type: ignore[union-attr]
    for one in usual_settings(ThresholdSettings(k=3)):
        assert sum(alike(one, other) for other in usual_settings(ThresholdSettings(k=3))) == 1
    by_hand = ThresholdSettings(method="hand", value=9.0)
    assert usual_settings(by_hand)[0] == by_hand


def test_the_comparison_says_why_a_line_has_no_threshold() -> None:
    lines = compare(np.arange(1.0, 8.0), None, ThresholdSettings())
    reasons = [str(line.reason) for line in lines if line.found is None]
    assert len(reasons) == 1
    assert "too few different values" in reasons[0]


def test_plain_values_and_back() -> None:
    values = np.random.default_rng(9).lognormal(2, 0.7, 300)
    for settings in (
        ThresholdSettings(sides="upper"),
        ThresholdSettings(method="percentile"),
        ThresholdSettings(method="ca"),
    ):
        found = find_thresholds(values, None, settings)
        told = found_values(found)
        again = threshold_from(told["thresholds"][""])
        assert found.single is not None
        assert again.value == found.single.value
        assert again.passes == found.single.passes
        if again.curve is not None and found.single.curve is not None:
            assert again.curve.lines == found.single.curve.lines
        assert settings_from(told["settings"]) == settings


def test_a_kept_threshold_and_back() -> None:
    found = find_thresholds(np.arange(40.0), None, ThresholdSettings(method="tukey"))
    kept = kept_from(found, ("Cu_ppm",), "ppm", "abc")
    assert KeptThreshold.model_validate(kept.model_dump(mode="json")) == kept
    assert kept.values == {"": found.single.value}  # type: ignore[union-attr]


def test_a_picture_and_back(tmp_path) -> None:
    values = np.random.default_rng(9).lognormal(2, 0.7, 3000)
    values[:4] = np.nan, 0.0, -1.0, 0.5
    below = np.zeros(3000, bool)
    below[3] = True
    picture = picture_of(values, below)
    assert picture.counts.sum() == 2999
    assert picture.log_counts.sum() == 2997
    assert picture.below.sum() == 1
    assert (np.diff(picture.values) >= 0).all()
    assert (np.diff(picture.scores) > 0).all()
    write_picture(picture, tmp_path / "p.npz")
    again = read_picture(tmp_path / "p.npz")
    assert (again.scores == picture.scores).all()
    assert (again.below == picture.below).all()


def test_settings_that_cannot_be_are_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="The setting k of a threshold cannot be used"):
        settings_from({"k": -1})
    with pytest.raises(InputError, match="Breaks have to be positive and ascend"):
        settings_from({"breaks": [3.0, 2.0]})
