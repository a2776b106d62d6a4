"""What a person would otherwise use: scikit-learn's classifiers with their usual settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from sklearn.base import ClassifierMixin

Baseline = Literal["majority", "nearest", "logistic", "forest", "boosting", "mlp"]
# from the simplest on
BASELINES: tuple[Baseline, ...] = get_args(Baseline)
NEIGHBOURS = 5
TREES = 500
# enough to converge on what was met so far; with scikit-learn's 100 and 200 it often does not
MOST_ITERATIONS = 5000


def build_estimator(name: Baseline, seed: int, samples: int) -> ClassifierMixin:
    """Return a classifier that is still to be fitted; nothing in it is tuned.

    The settings are scikit-learn's own defaults. Only iterations are not short, so that what is
    compared has converged, and a random forest has 500 trees, as Breiman's own and R's (Liaw &
    Wiener 2002) have.

    Parameters
    ----------
    seed
        Of its random numbers.
    samples
        How many it will be fitted to: the nearest 5 are asked (scikit-learn's default), or all
        where there are fewer.
    """
    return _BUILDERS[name](seed, samples)


def _majority(seed: int, samples: int) -> ClassifierMixin:
    from sklearn.dummy import DummyClassifier

    return DummyClassifier(strategy="prior")


def _nearest(seed: int, samples: int) -> ClassifierMixin:
    from sklearn.neighbors import KNeighborsClassifier

    return KNeighborsClassifier(min(NEIGHBOURS, samples))


def _logistic(seed: int, samples: int) -> ClassifierMixin:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(max_iter=MOST_ITERATIONS, random_state=seed)


def _forest(seed: int, samples: int) -> ClassifierMixin:
    from sklearn.ensemble import RandomForestClassifier

    return RandomForestClassifier(TREES, random_state=seed)


def _boosting(seed: int, samples: int) -> ClassifierMixin:
    from sklearn.ensemble import HistGradientBoostingClassifier

    # its early stopping is for 10,000 samples and more, and needs two of each class
    return HistGradientBoostingClassifier(random_state=seed, early_stopping=False)


def _mlp(seed: int, samples: int) -> ClassifierMixin:
    from sklearn.neural_network import MLPClassifier

    return MLPClassifier(max_iter=MOST_ITERATIONS, random_state=seed)


_BUILDERS: dict[Baseline, Callable[[int, int], ClassifierMixin]] = {
    "majority": _majority,
    "nearest": _nearest,
    "logistic": _logistic,
    "forest": _forest,
    "boosting": _boosting,
    "mlp": _mlp,
}
