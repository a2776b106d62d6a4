"""The features of a job as its network would see them, for whoever chooses the preparation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.events import Finished, Notice, TaskProgress
from core.exporting.written import check_place, result_written
from core.job import Data, Job
from core.job_dataset import dataset_of
from core.loading import read_source
from core.numbers import three_digits
from core.predictions import write_table
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.preparing.fitting import fit_preparation
from core.reporting import Reporter
from core.splitting import split
from datasets.dataset import Dataset
from datasets.messages import message

# a table of more cells is read again each time: a worker that waits should not hold so much
MOST_CELLS_KEPT = 20_000_000
# rows that a histogram is drawn from
MOST_DRAWN = 100_000


def prepare_table(job: Job, out: Path | None, report: Reporter) -> None:
    """Prepare every row with the figures of the training samples, and tell what they are.

    With cross-validation a run finds figures for each fold; here they are those of all samples
    that are not in the validation part.

    Parameters
    ----------
    out
        ``.csv`` or ``.parquet`` for a table with a column for each input, or ``.arrow`` for the
        pictures of the window: at most 100,000 rows, evenly spaced, with columns ``i0``, ``i1``,
        ... for the inputs and ``f0``, ``f1``, ... for the features with limits and gaps replaced.
        None writes nothing.

    Raises
    ------
    InputError
        When the job cannot be carried out on its table, or the place cannot be written.
    """
    if out is not None:
        deposits = job.data.reading.deposits
        check_place(out, job.data.table, *([deposits.table] if deposits is not None else []))
    report(TaskProgress(message("Reading the table"), 0, 2))
    dataset = _dataset(job.data)
    report(TaskProgress(message("Preparing the features"), 1, 2))
    training, _, _ = split(
        dataset.target, job.preparation.validation_part, job.training.seed, dataset.groups
    )
    fitted = fit_preparation(
        dataset.features[training],
        dataset.feature_names,
        job.preparation,
        censored=dataset.censored[training],
        units=dataset.feature_units,
    )
    for notice in (*dataset.notices, *fitted.notices):
        report(Notice(notice))
    complete = fitted.completed(dataset.features, dataset.censored)
    prepared = prepared_samples(fitted, dataset.features, dataset.censored)
    if out is not None:
        _write(dataset, fitted, complete, prepared, out)
    values = _described(dataset, fitted, complete, prepared)
    said = message(
        "{features} features become {inputs} inputs.",
        features=len(dataset.feature_names),
        inputs=fitted.inputs,
    )
    if out is None:
        said = message("{text}", text="\n".join(_lines(values)))
    report(Finished(said, {**values, "out": str(out) if out is not None else ""}))


def _dataset(data: Data) -> Dataset:
    """Return the dataset of a job; the one asked for last is kept while its file stays as it is."""
    dataset = _kept(data.model_dump_json(), _stamp(data))
    if dataset.features.size > MOST_CELLS_KEPT:
        _kept.cache_clear()
    return dataset


@lru_cache(maxsize=1)
def _kept(data_json: str, stamp: tuple[int, ...]) -> Dataset:
    data = Data.model_validate_json(data_json)
    return dataset_of(read_source(data.table, data.reading), data)


def _stamp(data: Data) -> tuple[int, ...]:
    """Return sizes and times of the files that the table is read from."""
    found: list[int] = []
    deposits = data.reading.deposits
    for path in (data.table, deposits.table if deposits is not None else ""):
        try:
            stat = Path(path).stat()
        except OSError:
            continue
        found += [stat.st_size, stat.st_mtime_ns]
    return tuple(found)


def _described(
    dataset: Dataset,
    fitted: FittedPreparation,
    complete: NDArray[np.float64],
    prepared: NDArray[np.float64],
) -> dict[str, Any]:
    names = dataset.feature_names
    return {
        "features": [
            {
                "name": name,
                "rule": fitted.substitution.rules[number],
                "censored": int(dataset.censored[:, number].sum()),
                **_range(complete[dataset.censored[:, number], number]),
            }
            for number, name in enumerate(names)
        ],
        "inputs": fitted.input_names(names),
        "shares": list(fitted.rotation.shares) if fitted.rotation is not None else [],
        "notices": [asdict(notice) for notice in fitted.notices],
    }


def _range(values: NDArray[np.float64]) -> dict[str, float | None]:
    """Return the smallest and the largest value taken for a limit."""
    if not len(values):
        return {"least": None, "most": None}
    return {"least": float(values.min()), "most": float(values.max())}


def _write(
    dataset: Dataset,
    fitted: FittedPreparation,
    complete: NDArray[np.float64],
    prepared: NDArray[np.float64],
    out: Path,
) -> None:
    if out.suffix.lower() != ".arrow":
        names = _distinct(["row", *fitted.input_names(dataset.feature_names)])
        columns = [dataset.row_numbers, *np.ascontiguousarray(prepared.T)]
        write_table(pa.table([pa.array(column) for column in columns], names=names), out)
        return
    step = -(-len(prepared) // MOST_DRAWN) or 1
    arrays = {
        f"{letter}{number}": pa.array(column[::step].copy())
        for letter, values in (("i", prepared), ("f", complete))
        for number, column in enumerate(values.T)
    }
    arrow = pa.table(arrays)
    with (
        result_written(out) as part,
        pa.OSFile(str(part), "wb") as file,
        pa.ipc.new_file(file, arrow.schema) as writer,
    ):
        writer.write_table(arrow)


def _distinct(names: Sequence[str]) -> list[str]:
    """Return names of which no two are alike: a feature may be called "row"."""
    found: list[str] = []
    for name in names:
        while name in found:
            name += "_"
        found.append(name)
    return found


def _lines(values: dict[str, Any]) -> list[str]:
    lines = [f"inputs: {', '.join(values['inputs'])}"]
    lines += [
        f"{each['name']}: {each['censored']:,} below the limit, rule {each['rule']}, taken as "
        f"{three_digits(each['least'])} to {three_digits(each['most'])}"
        for each in values["features"]
        if each["censored"]
    ]
    if values["shares"]:
        shares = ", ".join(f"{100 * share:.1f} %" for share in values["shares"])
        lines.append(f"shares of variance: {shares}")
    return lines
