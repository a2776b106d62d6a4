"""What a raster or a map can show of results: a layer, by name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.exporting.results import Results
from core.map_values import entropy
from core.predictions import CLASS_PREFIX
from datasets.messages import InputError, Message, message

CLASS, PROBABILITIES = "class", "probabilities"
PROBABILITY, AGREEMENT, ENTROPY = "probability", "agreement", "entropy"
OF_CLASS, OF_COLUMN = "p:", "column:"


@dataclass(frozen=True, eq=False)
class Layer:
    """Numbers to be drawn.

    Attributes
    ----------
    name
        "probability", "agreement", "entropy", ``p:CLASS`` or ``column:NAME``.
    title
        What it is called, with its unit.
    values
        float64, shape (rows,), NaN where there is none.
    limits
        Smallest and largest possible value; None when it depends on the values.
    """

    name: str
    title: Message
    values: NDArray[np.float64]
    limits: tuple[float, float] | None = (0.0, 1.0)


def layer(results: Results, name: str) -> Layer:
    """Return a layer of results.

    Parameters
    ----------
    name
        "probability" (of the class shown), "agreement" (of the members), "entropy",
        ``p:CLASS`` (probability of a class) or ``column:NAME`` (a column of the run's table).

    Raises
    ------
    InputError
        When there is no such layer.
    """
    if name == PROBABILITY:
        return Layer(name, message("Probability of the class shown"), results.values(PROBABILITY))
    if name == ENTROPY:
        return Layer(name, message("Entropy (0 certain, 1 undecided)"), entropy_of(results))
    if name == AGREEMENT:
        _check_agreement(results)
        return Layer(name, message("Agreement of the members"), results.values(AGREEMENT))
    if name.startswith(OF_CLASS):
        return _of_class(results, name.removeprefix(OF_CLASS))
    if name.startswith(OF_COLUMN):
        return _of_column(results, name.removeprefix(OF_COLUMN))
    raise InputError(
        "There is no layer “{layer}”; choose class, probability, agreement, entropy, p:CLASS or "
        "column:NAME.",
        layer=name,
    )


def probability_layers(results: Results) -> list[Layer]:
    """Return what goes with a class map: its probability, agreement, entropy, all classes'."""
    names = [PROBABILITY, ENTROPY, *(OF_CLASS + name for name in results.class_names)]
    if AGREEMENT in results.table.column_names:
        names.insert(1, AGREEMENT)
    return [layer(results, name) for name in names]


def entropy_of(results: Results) -> NDArray[np.float64]:
    """Return how undecided the probabilities are, from 0 to 1, shape (rows,)."""
    return entropy([results.values(CLASS_PREFIX + name) for name in results.class_names])


def _check_agreement(results: Results) -> None:
    if AGREEMENT not in results.table.column_names:
        raise InputError(
            "The run has a single member, which agrees with itself; choose another layer than "
            "agreement, or train several members."
        )


def _of_class(results: Results, name: str) -> Layer:
    if name not in results.class_names:
        raise InputError(
            "There is no class “{name}”; the classes are {names}.",
            name=name,
            names=", ".join(results.class_names),
        )
    title = message("Probability: {name}", name=name)
    return Layer(OF_CLASS + name, title, results.values(CLASS_PREFIX + name))


def _of_column(results: Results, name: str) -> Layer:
    """Return a column of the table that the results are of, half of the limit where below it."""
    from core.loading import read_source

    table = read_source(results.source, results.reading)
    column = table.column(name)
    if column.kind != "number":
        raise InputError("The column {name} holds text; choose a column of numbers.", name=name)
    rows = results.table.column("row").to_numpy() - 1
    if rows.size and rows.max() >= table.rows:
        raise InputError(
            "The table {table} has changed since the run; train again, or choose another layer.",
            table=results.source,
        )
    values = np.where(column.censored, column.values / 2, column.values)[rows]
    titled = f"{name} ({column.unit})" if column.unit and column.unit not in name else name
    return Layer(OF_COLUMN + name, message("{name}", name=titled), values, None)
