"""Arrow columns as numpy arrays, without the detour over pandas that `to_numpy` takes.

The window must not wait for pandas to load when it opens its first table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_DTYPES = {
    pa.float64(): np.float64,
    pa.int64(): np.int64,
    pa.int32(): np.int32,
    pa.int16(): np.int16,
    pa.uint8(): np.uint8,
}


def as_numpy(column: pa.ChunkedArray | pa.Array) -> NDArray[Any]:
    """Return a column of numbers, NaN where null, or of text as an object array with None.

    Numbers without nulls are a window on the column's own memory.
    """
    array = _whole(column)
    dtype = _DTYPES.get(array.type)
    if dtype is None:
        return np.array(array.to_pylist(), dtype=object)
    if array.null_count == len(array):
        return np.full(len(array), np.nan) if len(array) else np.empty(0, dtype)
    if array.null_count:
        return np.array([np.nan if v is None else v for v in array.to_pylist()], dtype=np.float64)
    buffer = array.buffers()[1]
    return np.frombuffer(
        buffer, dtype=dtype, count=len(array), offset=array.offset * np.dtype(dtype).itemsize
    )


def text_codes(
    column: pa.ChunkedArray | pa.Array,
) -> tuple[NDArray[np.int64], list[str | None]]:
    """Return for each cell of a text column its place among the different texts, None one of them.

    Nulls are a text of their own here: to fill them, pyarrow would load pandas.
    """
    encoded = _whole(column).dictionary_encode(null_encoding="encode")
    return as_numpy(encoded.indices).astype(np.int64), encoded.dictionary.to_pylist()


class TextCells:
    """A text column of which each cell is made when it is asked for: a table shows few of many."""

    dtype = np.dtype(object)

    def __init__(self, column: pa.ChunkedArray | pa.Array) -> None:
        self._array = _whole(column)

    def __len__(self) -> int:
        return len(self._array)

    def __getitem__(self, row: int) -> str | None:
        text: str | None = self._array[int(row)].as_py()
        return text

    def places(self) -> NDArray[np.float64]:
        """Return the place of each text in the alphabet, equal texts alike, NaN where empty."""
        encoded = self._array.dictionary_encode(null_encoding="encode")
        texts = encoded.dictionary
        order = as_numpy(pc.rank(texts, tiebreaker="dense").cast(pa.int64())).astype(np.float64)
        for empty in (pc.index(texts, ""), pc.index(pc.is_null(texts), True)):
            if empty.as_py() >= 0:
                order[empty.as_py()] = np.nan
        places: NDArray[np.float64] = order[as_numpy(encoded.indices)]
        return places

    def __iter__(self) -> Iterator[str | None]:
        return iter(self._array.to_pylist())


def _whole(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    if not isinstance(column, pa.ChunkedArray):
        return column
    if column.num_chunks == 1:
        # to combine even a single one would copy it
        return column.chunk(0)
    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], type=column.type)
