"""The settings that a search tries, drawn by Optuna.

The number of a trial and the seed decide what it tries, and nothing else does: no result is ever
told to the sampler. So what is drawn cannot lean towards samples that are held out, and trials can
be carried out in any order, by any number of processes. A sampler that learns from results, such
as the tree of Parzen estimators (J. Bergstra et al. 2011, Algorithms for hyper-parameter
optimization, NIPS 24), would have to draw for each outer fold apart, from the results of its own
inner folds.

The even one takes a scrambled Sobol sequence (I. M. Sobol 1967, USSR Computational Mathematics and
Mathematical Physics 7, 86-112; for searches J. Bergstra & Y. Bengio 2012, Random search for
hyper-parameter optimization, Journal of Machine Learning Research 13, 281-305).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from core.job import RPROPS, Job
from core.searching.setting import Setting
from core.searching.settings import Search
from datasets.dataset import Dataset

if TYPE_CHECKING:
    from optuna.distributions import BaseDistribution
    from optuna.samplers import BaseSampler

RATED = ("bp", "sgd", "adam", "adamw")
LOGRATIOS = ("clr", "ilr")


def fitted(search: Search, dataset: Dataset) -> Search:
    """Return a search without logratios where a feature is not positive everywhere."""
    known = dataset.features[dataset.labelled]
    if not (known <= 0).any():
        return search
    left = tuple(name for name in search.transforms if name not in LOGRATIOS)
    return search.model_copy(update={"transforms": left or ("none",)})


def settings_of(search: Search, job: Job) -> Iterator[Setting | None]:
    """Yield what trial 0, 1, 2, ... tries; the first one None, for the job as it is.

    Parameters
    ----------
    job
        With a validation part the patience is varied as well.
    """
    # optuna takes a second to load
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    yield None
    study = optuna.create_study(sampler=_sampler(search))
    space = _space(search)
    while True:
        drawn = study.ask(space)
        if drawn.number == 0:
            # the sequence is over the space of a trial that ended, whatever its value
            study.tell(drawn, 0.0)
        yield _setting(drawn.params, validates=job.preparation.validation_part > 0)


def _sampler(search: Search) -> BaseSampler:
    from optuna.exceptions import ExperimentalWarning
    from optuna.samplers import QMCSampler, RandomSampler

    if search.sampler == "random":
        return RandomSampler(seed=search.seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)
        return QMCSampler(seed=search.seed, scramble=True)


def _space(search: Search) -> dict[str, BaseDistribution]:
    """Return the range of each number and the choices of each name, always all of them.

    What a trial makes no use of is drawn as well: a sequence over changing ranges is not even.
    """
    from optuna.distributions import CategoricalDistribution as Choice
    from optuna.distributions import FloatDistribution as Float
    from optuna.distributions import IntDistribution as Whole

    layers = [f"units_{number}" for number in range(search.hidden_layers[1])]
    return {
        "layers": Whole(*search.hidden_layers),
        **{name: Whole(*search.units, log=True) for name in layers},
        "activation": Choice(search.activations),
        "outputs": Choice(search.outputs),
        "trainer": Choice(search.trainers),
        "transform": Choice(search.transforms),
        "scaling": Choice(search.scalings),
        "reduction": Choice(search.reductions),
        "l2": Float(*search.l2, log=True),
        "dropout": Float(*search.dropout),
        "largest_step": Float(*search.largest_step, log=True),
        "learning_rate": Float(*search.learning_rate, log=True),
        "patience": Whole(*search.patience, log=True),
    }


def _setting(drawn: dict[str, Any], *, validates: bool) -> Setting:
    """Return what was drawn, without what the trainer or the samples make no use of."""
    trainer = drawn["trainer"]
    values = {name: drawn[name] for name in ("activation", "outputs", "trainer")}
    values |= {name: drawn[name] for name in ("transform", "scaling", "reduction")}
    values["hidden"] = tuple(drawn[f"units_{number}"] for number in range(drawn["layers"]))
    values["l2"] = _short(drawn["l2"])
    if trainer != "lbfgs":
        values["dropout"] = _short(drawn["dropout"])
    if trainer in RPROPS:
        values["largest_step"] = _short(drawn["largest_step"])
    if trainer in RATED:
        values["learning_rate"] = _short(drawn["learning_rate"])
    if validates:
        values["patience"] = drawn["patience"]
    return Setting.model_validate(values)


def _short(value: float) -> float:
    """Two digits are enough to try, and can be read."""
    return float(np.format_float_positional(value, 2, unique=False, fractional=False))
