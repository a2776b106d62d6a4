"""What a raster or a map can show of results: a layer, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.exporting.results import Results
from core.map_values import difference_to_target, entropy, missing_probability, output_limits
from core.prediction_columns import CLASS_PREFIX, UNLIKE
from core.window_job import output_activation
from datasets.messages import InputError, Message, message

CLASS, PROBABILITIES = "class", "probabilities"
PROBABILITY, AGREEMENT, ENTROPY = "probability", "agreement", "entropy"
MISSING, DIFFERENCE = "missing", "difference"
WRONG, SET_SIZE = "wrong", "set-size"
OF_CLASS, OF_COLUMN, OF_RESIDUAL, OF_DISTANCE = "p:", "column:", "residual:", "distance:"
ORDERED_OUTPUT = "output"


@dataclass(frozen=True, eq=False)
class Layer:
    """Numbers to be drawn.

    Attributes
    ----------
    name
        As `layer` takes it.
    title
        What it is called, with its unit.
    values
        float64, shape (rows,), NaN where there is none.
    limits
        Smallest and largest possible value; None when it depends on the values.
    notices
        What somebody should know of it.
    unit
        Of the values, "" where they have none or nobody knows it.
    """

    name: str
    title: Message
    values: NDArray[np.float64]
    limits: tuple[float, float] | None = (0.0, 1.0)
    notices: tuple[Message, ...] = ()
    unit: str = ""


def layer(results: Results, name: str) -> Layer:
    """Return a layer of results.

    Parameters
    ----------
    name
        "probability" (of the class shown), "agreement" (of the members), "entropy", "missing"
        (1 − p of the known class), "wrong" (share of the members that name another class than the
        known one), "difference" (output − target of an ordered output), "unlike" (how unlike the
        training samples, 1 at the threshold), "set-size" (classes that cannot be excluded),
        ``p:CLASS``, or of the run's table ``column:NAME``, ``residual:NAME`` (less its linear fit
        on the features) and ``distance:A,B,…`` (the robust distance).

    Raises
    ------
    InputError
        When there is no such layer.
    """
    plain = _PLAIN.get(name)
    if plain is not None:
        return plain(results)
    kind, colon, of = name.partition(":")
    if kind + colon == OF_CLASS:
        return _of_class(results, of)
    if kind + colon in (OF_COLUMN, OF_RESIDUAL, OF_DISTANCE):
        from core.exporting.table_layers import table_layer

        return table_layer(results, kind + colon, of)
    raise InputError(
        "There is no layer “{layer}”; choose class, probability, agreement, entropy, set-size, "
        "unlike, missing, wrong, difference, p:CLASS, column:NAME, residual:NAME or "
        "distance:NAME,NAME.",
        layer=name,
    )


def probability_layers(results: Results) -> list[Layer]:
    """Return what goes with a class map: its probability, agreement, entropy, all classes', and
    what is not known.
    """
    names = [PROBABILITY, ENTROPY, *(OF_CLASS + name for name in results.class_names)]
    if AGREEMENT in results.table.column_names:
        names.insert(1, AGREEMENT)
    names += [SET_SIZE] if results.set_sizes is not None else []
    names += [UNLIKE] if results.unlike is not None else []
    return [layer(results, name) for name in names]


def entropy_of(results: Results) -> NDArray[np.float64]:
    """Return how undecided the probabilities are, from 0 to 1, shape (rows,)."""
    return entropy([results.values(CLASS_PREFIX + name) for name in results.class_names])


def _probability(results: Results) -> Layer:
    title = message("Probability of the class shown")
    return Layer(PROBABILITY, title, results.values(PROBABILITY))


def _entropy(results: Results) -> Layer:
    return Layer(ENTROPY, message("Entropy (0 certain, 1 undecided)"), entropy_of(results))


def _agreement(results: Results) -> Layer:
    if AGREEMENT not in results.table.column_names:
        raise InputError(
            "The run has a single member, which agrees with itself; choose another layer than "
            "agreement, or train several members."
        )
    return Layer(AGREEMENT, message("Agreement of the members"), results.values(AGREEMENT))


def _missing(results: Results) -> Layer:
    known = _known(results)
    probabilities = [results.values(CLASS_PREFIX + name) for name in results.class_names]
    title = message("Missing probability: 1 − p(known class)")
    return Layer(MISSING, title, missing_probability(probabilities, known))


def _wrong(results: Results) -> Layer:
    _known(results)
    if WRONG not in results.table.column_names:
        raise InputError(
            "The run is of an earlier version, which did not count the wrong votes; train again, "
            "or choose the layer missing."
        )
    title = message("Members that name another class than the known one")
    return Layer(WRONG, title, results.values(WRONG))


def _unlike(results: Results) -> Layer:
    if results.unlike is None:
        raise InputError(
            "The run does not tell what is unlike its training samples: that was switched off, or "
            "they were too few; choose another layer, or train again."
        )
    title = message("Unlike the training samples (1: the threshold)")
    return Layer(UNLIKE, title, results.unlike, None)


def _set_size(results: Results) -> Layer:
    if results.set_sizes is None:
        raise InputError(
            "The run has no prediction sets: no sample was held out; choose another layer, or "
            "train again with samples held out."
        )
    limits = (1.0, float(len(results.class_names)))
    return Layer(SET_SIZE, message("Classes in the prediction set"), results.set_sizes, limits)


def _difference(results: Results) -> Layer:
    if ORDERED_OUTPUT not in results.table.column_names:
        raise InputError(
            "The run has an output for each class, so there is no one difference to a target; "
            "choose the layer missing."
        )
    limits = output_limits(output_activation(results.job))
    values = difference_to_target(
        results.values(ORDERED_OUTPUT), _known(results), len(results.class_names), limits
    )
    return Layer(DIFFERENCE, message("Output − target"), values, None)


def _known(results: Results) -> NDArray[np.int64]:
    known = results.codes_of("known")
    if not (known >= 0).any():
        raise InputError(
            "The results have no known classes to compare with; choose another layer, such as "
            "entropy."
        )
    return known


def _of_class(results: Results, name: str) -> Layer:
    if name not in results.class_names:
        raise InputError(
            "There is no class “{name}”; the classes are {names}.",
            name=name,
            names=", ".join(results.class_names),
        )
    title = message("Probability: {name}", name=name)
    return Layer(OF_CLASS + name, title, results.values(CLASS_PREFIX + name))


_PLAIN: dict[str, Callable[[Results], Layer]] = {
    PROBABILITY: _probability,
    AGREEMENT: _agreement,
    ENTROPY: _entropy,
    MISSING: _missing,
    WRONG: _wrong,
    DIFFERENCE: _difference,
    UNLIKE: _unlike,
    SET_SIZE: _set_size,
}
