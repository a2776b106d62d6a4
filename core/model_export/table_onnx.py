"""The ONNX model of a run on a table: built, checked on the run's own table, returned whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.loading import read_source
from core.model import TrainedModel, load_model
from core.model_export.edge_rows import rows_to_check
from core.model_export.onnx_model import BELOW_LIMIT, VALUES, onnx_of
from core.model_export.runtime_check import (
    SINGLE_TIE,
    TIE,
    Compared,
    Said,
    compare_all,
    session_of,
)
from core.preparing.compiled import prepared_samples
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.assembling import feature_matrix

# outputs of all members that lie in memory at once
MOST_VALUES = 20_000_000
MOST_ROWS = 10_000


def table_onnx(
    run: RunFolder, about: Mapping[str, str], report: Reporter
) -> tuple[bytes, Compared]:
    """Return the file of a run's BP network, and how it compares to the program.

    Raises
    ------
    InputError
        When the table of the run cannot be read, or the model says something else than the program.
    """
    model = load_model(run.model_path)
    rows = rows_at_once(model)
    made = onnx_of(model, {**about, "rows_at_once": str(rows)})
    content: bytes = made.SerializeToString(deterministic=True)
    job = run.job()
    table = read_source(job.data.table, job.data.reading)
    features, censored, _ = feature_matrix(table, model.feature_names, model.feature_units)
    return content, compare(content, model, features, censored, report)


def rows_at_once(model: TrainedModel) -> int:
    """Return how many samples a runtime should be given at once, so that memory suffices."""
    quantiles = max(
        (
            len(each.quantiles) * len(each.quantiles[0])
            for each in model.preparations
            if each.quantiles
        ),
        default=0,
    )
    widest = max(int(model.voters.sum()) * max(model.network.sizes), quantiles)
    return max(1, min(MOST_ROWS, MOST_VALUES // widest))


def compare(
    content: bytes,
    model: TrainedModel,
    features: NDArray[np.float64],
    censored: NDArray[np.bool_],
    report: Reporter,
) -> Compared:
    """Hold the file against its model on rows of a table and rows at the edges.

    Raises
    ------
    InputError
        When it says something else.
    """
    fill = np.array(model.preparations[0].fill)
    values, below = rows_to_check(features, censored, fill)

    def undecided(inputs: Mapping[str, Any], rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        return _hesitates(model, inputs[VALUES][rows], inputs[BELOW_LIMIT][rows])

    batches = _batches(model, values, below)
    tie = tie_of(model)
    return compare_all(session_of(content), batches, len(values), undecided, report, tie)


def tie_of(model: TrainedModel) -> float:
    """Return how close two outputs may be so that rounding decides between them."""
    return SINGLE_TIE if model.network.parameters.dtype == torch.float32 else TIE


def _batches(
    model: TrainedModel, values: NDArray[np.float64], below: NDArray[np.bool_]
) -> Iterator[tuple[dict[str, Any], Said]]:
    size = rows_at_once(model)
    for first in range(0, len(values), size):
        some, limits = values[first : first + size], below[first : first + size]
        found = model.classify(some, limits)
        said = Said(found.codes, found.probability, found.agreement)
        yield {VALUES: some, BELOW_LIMIT: limits}, said


def _hesitates(
    model: TrainedModel, values: NDArray[np.float64], below: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return in which samples a member has two largest outputs that are equal but for rounding."""
    each = model.network.members // len(model.preparations)
    found = np.zeros(len(values), bool)
    for fold, preparation in enumerate(model.preparations):
        inputs = torch.from_numpy(prepared_samples(preparation, values, below))
        outputs = model.network.predict(inputs, slice(fold * each, (fold + 1) * each)).numpy()
        if outputs.shape[2] == 1:
            # one ordered output: half-way between two classes
            place = outputs[:, :, 0] * (len(model.class_names) - 1)
            gap = np.abs(place - np.floor(place) - 0.5)
        else:
            largest = np.sort(outputs, axis=2)
            gap = largest[:, :, -1] - largest[:, :, -2]
        found |= (gap <= tie_of(model)).any(axis=0)
    return found
