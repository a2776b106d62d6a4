"""Finding, on training samples, the regressions that estimate values below a detection limit.

Regressions of each element on the others, in turn, with the values below a limit replaced by
their expectation: the EM algorithm for censored regression (J. Schmee and G. J. Hahn 1979,
*Technometrics* 21, 417–432), and for compositions J. Palarea-Albaladejo and J. A. Martín-Fernández
(2008), *Computers & Geosciences* 34, 902–917. Capping at the limit the regressions of the detected
values alone, as scikit-learn's `IterativeImputer` does with `max_value`, would put most values at
the limit: the detected ones are the high ones.
"""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.preparing.imputing import Imputation, Regression
from core.preparing.normal import inverse_mills
from core.preparing.substitution import Substitution

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
MOST_ROUNDS = 50
# changes of log10 that count for nothing
SETTLED = 1e-5
# elements that are multiples of each other leave no residuals at all
LEAST_SPREAD = 1e-6


def fit_imputation(features: Array, censored: Mask, simple: Substitution) -> Imputation | None:
    """Find the regressions for the features with the rule.

    Also for those without a value below the limit among these samples: later ones may have some.

    Parameters
    ----------
    features
        float64, shape (P, S), the limit where `censored`, NaN where missing.
    simple
        The rules of all features, without an imputation yet.

    Returns
    -------
    Imputation or None
        None where no feature has the rule, or no other one is positive throughout.
    """
    values = simple.apply(features, censored)
    known = np.isfinite(values)
    used = np.flatnonzero((~known | (values > 0)).all(axis=0) & known.any(axis=0))
    wanted = np.array([rule == "impute" for rule in simple.rules])
    below = (censored & known & wanted)[:, used]
    targets = np.flatnonzero(wanted[used]).tolist()
    if len(used) < 2 or not targets:
        return None
    complete = np.where(known, values, np.nan)[:, used]
    draft = Imputation(
        tuple(used.tolist()),
        tuple(np.nanmin(complete, axis=0).tolist()),
        tuple(np.nanmedian(complete, axis=0).tolist()),
        (),
    )
    limits = np.where(below, draft.logs(features), np.inf)
    # of scikit-learn's own requirements; the matrices are small, and threads that wait for each
    # other on a busy machine make a second of it a quarter of a minute
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    with threadpool_limits(1):
        regressions = _settled(draft.logs(values), limits, targets)
    found = replace(draft, regressions=regressions)
    return found if found.is_sound(features.shape[1]) else None


def _settled(logs: Array, limits: Array, targets: list[int]) -> tuple[Regression, ...]:
    """Return the regressions after as many rounds as it takes the estimates to settle.

    Parameters
    ----------
    logs
        log10, shape (P, U), with first estimates below the limits; changed in place.
    limits
        log10 of the limit where a value is below it, infinite elsewhere.
    targets
        Numbers of the columns to be estimated.
    """
    penalties = {target: _penalty(logs, target) for target in targets}
    found = {
        target: _regression(logs, target, limits[:, target], penalties[target], 0.0)
        for target in targets
    }
    estimated = [target for target in targets if np.isfinite(limits[:, target]).any()]
    for _ in range(MOST_ROUNDS):
        before = logs.copy()
        for target in estimated:
            here, spread = np.isfinite(limits[:, target]), found[target].spread
            found[target] = _regression(logs, target, limits[:, target], penalties[target], spread)
            logs[here, target] = found[target].below(logs[here], limits[here, target])
        if np.abs(logs - before).max() < SETTLED:
            break
    return tuple(found[target] for target in targets)


def _penalty(logs: Array, target: int) -> float:
    """Return the penalty on the squares of the weights, by the evidence for it.

    A Bayesian ridge finds it, once, at the first estimates: so the regression bears fewer samples
    than elements.
    """
    from sklearn.linear_model import BayesianRidge

    with warnings.catch_warnings(), np.errstate(all="ignore"):
        # with hardly any samples there is hardly any evidence; the caller says so
        warnings.simplefilter("ignore")
        model = BayesianRidge().fit(np.delete(logs, target, axis=1), logs[:, target])
        penalty = float(model.lambda_ / model.alpha_)
    return penalty if np.isfinite(penalty) else float(len(logs))


def _regression(
    logs: Array, target: int, limits: Array, penalty: float, spread: float
) -> Regression:
    """Regress a target on the others by ridge.

    Its spread counts what an estimate below a limit cannot know: with z = (limit − μ)/σ the
    expected square of such a residual is σ²·(1 − z·φ(z)/Φ(z)).

    Parameters
    ----------
    spread
        σ of the round before; 0 in the first, where estimates count as measured.
    """
    middle = logs.mean(axis=0)
    others = np.delete(logs - middle, target, axis=1)
    products = others.T @ others
    # the second term keeps elements that are multiples of each other apart
    firmness = penalty + 1e-9 * np.trace(products) + np.finfo(float).tiny
    products[np.diag_indices_from(products)] += firmness
    slopes = np.linalg.solve(products, others.T @ (logs[:, target] - middle[target]))
    weights = np.insert(slopes, target, 0.0)
    constant = float(middle[target] - weights @ middle)
    means = logs @ weights + constant
    squares = (logs[:, target] - means) ** 2
    here = np.isfinite(limits)
    if spread:
        z = (limits[here] - means[here]) / spread
        squares[here] = spread**2 * np.maximum(1 - z * inverse_mills(z), 0.0)
    return Regression(
        target,
        tuple(weights.tolist()),
        constant,
        max(float(np.sqrt(squares.mean())), LEAST_SPREAD),
    )
