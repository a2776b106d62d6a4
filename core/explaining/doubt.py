"""What speaks against believing the class of one row: its prediction set, and how unlike it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet
from numpy.typing import NDArray

from core.explaining.cell import place_of
from core.explaining.plain import plain
from core.explaining.subject import Subject
from core.prediction_columns import SET, UNLIKE
from core.run_folder import RunFolder

Array = NDArray[np.float64]


def doubt_of(run: RunFolder, subject: Subject, number: int) -> dict[str, Any]:
    """Return what a finished run does not know of one row of its table.

    Parameters
    ----------
    number
        Row of the table, counted from 1.

    Returns
    -------
    dict
        Plain values: "set", the classes that cannot be excluded at the "level" (0 to 1), as text;
        "unlike", how unlike the training samples the row is, above 1 where it is unknown, None
        each where the run tells nothing of it. "apart" holds, for a row that is unknown, each
        element that makes it so with the score there would be "without": what helps most first.
    """
    found = _predicted(run.predictions_path, number)
    unlike = found.get(UNLIKE)
    is_unknown = unlike is not None and unlike > 1
    return {
        "set": found.get(SET),
        "level": ((run.evaluation() or {}).get("sets") or {}).get("level"),
        "unlike": plain(unlike),
        "apart": _apart(subject, number) if is_unknown else [],
    }


def _predicted(path: Path, number: int) -> dict[str, Any]:
    """Return what the predictions say of a row, without what they have no column for."""
    if not path.is_file():
        return {}
    names = set(pyarrow.parquet.read_schema(path).names) & {SET, UNLIKE}
    rows = pyarrow.parquet.read_table(
        path, columns=sorted(names), filters=[("row", "=", number)]
    ).to_pylist()
    return rows[0] if rows else {}


def _apart(subject: Subject, number: int) -> list[dict[str, Any]]:
    """Return the elements that set a row apart from the training samples.

    Each in turn is set to the median of the training samples of the first fold, by whose figures
    the score is measured. Elements that are high together can hide each other.
    """
    parts = subject.parts
    dataset, training = parts.dataset, parts.folds[0].training
    place = place_of(subject, number)
    usual = _medians(dataset.features[training])
    elements = len(usual)
    features = np.tile(dataset.features[place], (elements + 1, 1))
    censored = np.tile(dataset.censored[place], (elements + 1, 1))
    each = np.arange(elements)
    features[each, each], censored[each, each] = usual, False
    scores = subject.scores(features, censored)
    if scores is None:
        return []
    order = [one for one in np.argsort(scores[:-1], kind="stable") if scores[one] < scores[-1]]
    return [
        {"name": dataset.feature_names[one], "without": plain(float(scores[one]))} for one in order
    ]


def _medians(features: Array) -> Array:
    """Return the median of each column of what is measured, NaN where nothing is."""
    measured = np.isfinite(features).any(axis=0)
    found = np.full(features.shape[1], np.nan)
    found[measured] = np.nanmedian(features[:, measured], axis=0)
    return found
