"""Arrow columns as numpy arrays, without the detour over pandas that `to_numpy` takes.

The window must not wait for pandas to load when it opens its first table.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_DTYPES = {
    pa.float64(): np.float64,
    pa.int64(): np.int64,
    pa.int32(): np.int32,
    pa.uint8(): np.uint8,
}


def as_numpy(column: pa.ChunkedArray | pa.Array) -> NDArray[Any]:
    """Return a column of numbers, NaN where null, or of text as an object array with None.

    Numbers without nulls are a window on the column's own memory.
    """
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(array, pa.ChunkedArray):
        array = array.chunk(0) if array.num_chunks else pa.array([], type=array.type)
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
