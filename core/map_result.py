"""Classified tables of any size made ready for the map: a file for each layer, in parts."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.events import Finished, TaskProgress
from core.files import write_text
from core.prediction_columns import CLASS_PREFIX, SET, UNLIKE, class_names_of, set_size
from core.reporting import Reporter
from datasets.messages import InputError, message

ABOUT = "about.json"
ROWS = 262_144
# what a column is written as: places exactly, shares as finely as a colour can show them
KINDS = {"x": "<f8", "y": "<f8", "class": "<i2", SET: "<i2"}
SHARE = "<f4"


def write_map_layers(source: Path, folder: Path, crs: str, report: Reporter) -> None:
    """Write coordinates, class and shares of a table of predictions, one file a column.

    Of a prediction set its size is written. The columns ``row`` and ``output …`` are not read.
    What was written of the same file before is taken again, and what was written of others is
    removed. The last event carries ``folder``.

    Parameters
    ----------
    source
        Parquet or CSV, as the verb ``predict`` writes it.
    folder
        A folder of its own in it is filled: `ABOUT`, and little-endian numbers of each column in
        ``0.bin``, ``1.bin``, … of the types `KINDS` and `SHARE`.

    Raises
    ------
    InputError
        When the file is no table of predictions with coordinates, or is damaged.
    """
    place = folder / _key(source)
    if not (place / ABOUT).exists():
        part = place.with_name(place.name + "-part")
        for old in folder.glob("*") if folder.exists() else ():
            # another window may look at it; it goes the next time
            shutil.rmtree(old, ignore_errors=True)
        part.mkdir(parents=True, exist_ok=True)
        try:
            _write(source, part, crs, report)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            raise InputError(
                "The predictions {path} cannot be read: {reason}.",
                path=str(source),
                reason=str(error).splitlines()[0].rstrip("."),
            ) from None
        part.rename(place)
    report(Finished(message("The map is ready."), {"folder": str(place)}))


def _key(source: Path) -> str:
    try:
        state = source.stat()
    except OSError as error:
        raise InputError(
            "The predictions {path} cannot be read: {reason}.",
            path=str(source),
            reason=error.strerror or str(error),
        ) from None
    words = f"{source.resolve()}|{state.st_size}|{state.st_mtime_ns}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _write(source: Path, folder: Path, crs: str, report: Reporter) -> None:
    names, parts = _open(source)
    wanted = _wanted(source, names)
    classes = class_names_of(wanted)
    place = {name: code for code, name in enumerate(classes)}
    files = [(folder / f"{number}.bin").open("wb") for number in range(len(wanted))]
    rows = 0
    try:
        for batch, done, total in parts(wanted):
            report(TaskProgress(message("Reading the predictions"), done, max(1, total)))
            for name, file in zip(wanted, files, strict=True):
                _append(file, name, batch.column(name), place)
            rows += batch.num_rows
    finally:
        for file in files:
            file.close()
    about = {"rows": rows, "columns": wanted, "crs": crs, "source": str(source)}
    write_text(folder / ABOUT, json.dumps(about, ensure_ascii=False))


def _append(file: BinaryIO, name: str, cells: Any, place: dict[str, int]) -> None:
    if name == "class":
        file.write(_codes(cells, place).tobytes())
        return
    if name == SET:
        file.write(_sizes(cells).tobytes())
        return
    numbers = cells.to_numpy(zero_copy_only=False)
    file.write(np.asarray(numbers, KINDS.get(name, SHARE)).tobytes())


def _codes(cells: Any, place: dict[str, int]) -> NDArray[np.int16]:
    encoded = cells if pa.types.is_dictionary(cells.type) else cells.dictionary_encode()
    table = np.array([*(place.get(text, -1) for text in encoded.dictionary.to_pylist()), -1], "<i2")
    # null indices become -1, which picks the last entry
    return np.asarray(table[encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)])


def _sizes(cells: Any) -> NDArray[np.int16]:
    encoded = cells if pa.types.is_dictionary(cells.type) else cells.dictionary_encode()
    table = np.array([*(set_size(text or "") for text in encoded.dictionary.to_pylist()), 0], "<i2")
    return np.asarray(table[encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)])


def _wanted(source: Path, names: Sequence[str]) -> list[str]:
    shares = [name for name in names if name.startswith(CLASS_PREFIX)]
    missing = [name for name in ("class", "probability") if name not in names]
    if missing or not shares:
        raise InputError(
            "The file {path} holds no predictions: columns such as class and probability are "
            "missing; open it as a table.",
            path=str(source),
        )
    if "x" not in names or "y" not in names:
        raise InputError(
            "The predictions {path} have no coordinates, so there is no map of them; the table "
            "that was classified lacks the coordinate columns of the run.",
            path=str(source),
        )
    more = [name for name in ("agreement", SET, UNLIKE) if name in names]
    return ["x", "y", "class", "probability", *more, *shares]


def _open(source: Path) -> tuple[list[str], Any]:
    """Return the names of the columns, and what yields batches, done and total for some of them."""
    if source.suffix.lower() == ".parquet":
        import pyarrow.parquet as parquet

        file = parquet.ParquetFile(source, read_dictionary=["class", SET], pre_buffer=False)
        return file.schema_arrow.names, lambda wanted: _of_parquet(file, wanted)
    if source.suffix.lower() == ".csv":
        from pyarrow import csv

        with csv.open_csv(source) as reader:
            names = reader.schema.names
        return names, lambda wanted: _of_csv(source, wanted)
    raise InputError(
        "A map is made of predictions in a .parquet or .csv file, and {path} is another one; "
        "classify again with one of these endings.",
        path=str(source),
    )


def _of_parquet(file: Any, wanted: list[str]) -> Iterator[tuple[pa.RecordBatch, int, int]]:
    total, done = file.metadata.num_rows, 0
    for batch in file.iter_batches(ROWS, columns=wanted):
        yield batch, done, total
        done += batch.num_rows


def _of_csv(source: Path, wanted: list[str]) -> Iterator[tuple[pa.RecordBatch, int, int]]:
    from pyarrow import csv

    types = {name: pa.string() if name in ("class", SET) else pa.float64() for name in wanted}
    with source.open("rb") as raw:
        size = source.stat().st_size
        convert = csv.ConvertOptions(include_columns=wanted, column_types=types)
        with csv.open_csv(
            raw, csv.ReadOptions(block_size=1 << 23), convert_options=convert
        ) as reader:
            for batch in reader:
                yield batch, min(raw.tell(), size), size
