"""Thresholds of a real survey, the Kola Project, against scipy, numpy and scikit-learn.

C. Reimann, P. Filzmoser & R. G. Garrett (2005) compare the methods on these data; their figures
rest on a table that was not at hand, so that the oracles are independent libraries.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from sklearn.covariance import MinCovDet

from core.thresholds.finding import find_thresholds
from core.thresholds.multivariate import robust_distances
from core.thresholds.settings import ThresholdSettings

ELEMENTS = ("As", "Co", "Cu", "Ni", "Pb", "Zn")


@cache
def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, usecols=ELEMENTS)


@pytest.fixture
def kola(shared_data: Path) -> pd.DataFrame:
    return read(shared_data / "geochemistry" / "r_packages" / "StatDA" / "chorizon.csv")


def threshold(values: np.ndarray, **settings: object) -> float:
    found = find_thresholds(values, None, ThresholdSettings.model_validate(settings)).single
    assert found is not None
    return found.value


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("element", ELEMENTS)
def test_every_method_is_that_of_a_library(kola: pd.DataFrame, element: str, log: bool) -> None:
    values = kola[element].dropna().to_numpy(float)
    x, back = (np.log10(values), lambda at: 10.0**at) if log else (values, lambda at: at)
    mad = stats.median_abs_deviation(x, scale=1 / 1.4826)
    assert threshold(values, method="mad", logarithm=log) == pytest.approx(
        back(np.median(x) + 2 * mad)
    )
    upper, box = np.percentile(x, 75), stats.iqr(x)
    for fence, width in (("inner", 1.5), ("outer", 3.0)):
        found = threshold(values, method="tukey", fence=fence, logarithm=log)
        assert found == pytest.approx(back(upper + width * box))
    for percent in (90, 95, 97.5, 98):
        found = threshold(values, method="percentile", percentile=percent)
        assert found == pytest.approx(stats.scoreatpercentile(values, percent))


@pytest.mark.parametrize("k", [2.0, 2.5, 3.0])
@pytest.mark.parametrize("element", ELEMENTS)
def test_trimming_leaves_what_scipy_leaves(kola: pd.DataFrame, element: str, k: float) -> None:
    values = kola[element].dropna().to_numpy(float)
    settings = ThresholdSettings(k=k, logarithm=True)
    found = find_thresholds(values, None, settings).single
    assert found is not None
    logs = np.log10(values)
    # scipy takes the standard deviation with n and stops after the same passes
    left = stats.sigmaclip(logs, k, k).clipped
    assert abs(found.left - len(left)) <= 0.01 * len(logs)
    limit = 10 ** (left.mean() + k * left.std(ddof=1))
    assert found.value == pytest.approx(limit, rel=0.01)


def test_distances_are_those_of_the_estimator_on_other_logratios(kola: pd.DataFrame) -> None:
    parts = kola[["Co", "Cu", "Ni", "Zn"]].to_numpy(float)
    ratios = np.log(parts[:, :3] / parts[:, 3:])
    wanted = np.sqrt(MinCovDet(random_state=3).fit(ratios).mahalanobis(ratios))
    found = robust_distances(parts)
    assert stats.spearmanr(found, wanted).statistic > 0.999
    assert np.median(found / wanted) == pytest.approx(1, abs=0.03)
