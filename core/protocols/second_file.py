"""A second table with known classes, which judges a network that was trained on the first."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.loading import read_source
from core.reading import Reading
from core.window_job import SurveyJob, WindowJob
from datasets.assembling import class_texts, feature_matrix
from datasets.columns import Table
from datasets.dataset import Dataset
from datasets.messages import InputError, Message, message


@dataclass(frozen=True)
class Surroundings:
    """All M rows of the second table, with or without a class: a CNN looks at those around each.

    Attributes
    ----------
    features, censored
        float64 and bool, shape (M, S), as in a `Dataset`.
    coordinates
        float64, shape (M, 2); NaN where missing.
    crs
        Their system.
    """

    features: NDArray[np.float64]
    censored: NDArray[np.bool_]
    coordinates: NDArray[np.float64]
    crs: str


@dataclass(frozen=True)
class SecondFile:
    """The samples of the second table that have a class of the first.

    Attributes
    ----------
    features, censored
        float64 and bool, shape (N, S), as in a `Dataset`.
    target
        int64, shape (N,). Codes of the classes of the first table.
    rows
        int64, shape (N,). Rows of the second table, counted from 1.
    notices
        What a person should know of it, a sentence each.
    around
        The whole table for a CNN on windows; None for a BP network.
    """

    features: NDArray[np.float64]
    censored: NDArray[np.bool_]
    target: NDArray[np.int64]
    rows: NDArray[np.int64]
    notices: tuple[Message, ...]
    around: Surroundings | None = None


def read_second_file(job: SurveyJob, dataset: Dataset) -> SecondFile:
    """Read the table that a job is judged by.

    It is read as the first one; classes that it does not share are left out and told.

    Raises
    ------
    InputError
        When no file is given, it cannot be read, lacks a column, or shares no class.
    """
    path = job.judging.test_table
    if not path:
        raise InputError(
            "Judging by a second file needs one: choose it where it says how the network is "
            "judged, or take another protocol."
        )
    table = read_source(path, _reading(job))
    names = (job.data.target, *dataset.feature_names)
    missing = [name for name in names if name not in table.names]
    if missing:
        raise InputError(
            "The test file {path} has no column {columns}; it needs the target and all features "
            "under the names of the first table.",
            path=path,
            columns=", ".join(missing),
        )
    if table.fingerprint == dataset.fingerprint:
        raise InputError(
            "The test file {path} is the table that is trained on, so it would judge nothing; "
            "choose another one.",
            path=path,
        )
    features, censored, notices = feature_matrix(
        table, dataset.feature_names, dataset.feature_units
    )
    found = _known(
        dataset,
        path,
        class_texts(table.column(job.data.target)),
        features,
        censored,
        tuple(notices),
    )
    if not isinstance(job, WindowJob):
        return found
    places = places_of(table, job)
    return replace(found, around=Surroundings(features, censored, places, table.crs or dataset.crs))


def places_of(table: Table, job: WindowJob) -> NDArray[np.float64]:
    """Return the coordinates of another table than that of a job, shape (M, 2).

    Raises
    ------
    InputError
        When it has no numbers in the columns that held them.
    """
    for name in (job.data.x, job.data.y):
        if name not in table.names or table.column(name).kind != "number":
            raise InputError(
                "The table {table} has no numbers in a column {column}, which held a coordinate "
                "when the CNN was trained; it needs the cells around each sample.",
                table=table.source,
                column=name,
            )
    return np.column_stack([table.column(name).values for name in (job.data.x, job.data.y)])


def _reading(job: SurveyJob) -> Reading:
    """Return how the first table is read, without its end, its deposits and other columns."""
    first = job.data.reading
    classes = {name: names for name, names in first.classes.items() if name == job.data.target}
    return Reading(recipe=first.recipe.model_copy(update={"last": None}), classes=classes)


def _known(
    dataset: Dataset,
    path: str,
    texts: list[str],
    features: NDArray[np.float64],
    censored: NDArray[np.bool_],
    notices: tuple[Message, ...],
) -> SecondFile:
    """Keep the samples whose class the first table has."""
    codes = {name: code for code, name in enumerate(dataset.class_names)}
    target = np.array([codes.get(text, -1) for text in texts], np.int64)
    kept = np.flatnonzero(target >= 0)
    if not len(kept):
        raise InputError(
            "No sample of the test file {path} has one of the classes {classes}; check its target "
            "column.",
            path=path,
            classes=", ".join(dataset.class_names),
        )
    strange = sorted({text for text in texts if text and text not in codes})
    if strange:
        said = message(
            "Classes of the test file that are not learned ({classes}) are left out of the "
            "judgement.",
            classes=", ".join(strange),
        )
        notices = (*notices, said)
    return SecondFile(features[kept], censored[kept], target[kept], kept + 1, notices)
