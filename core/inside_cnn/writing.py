"""Arrays of an answer as a file that the window maps to pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.exporting.written import result_written
from datasets.messages import InputError


def write_arrays(arrays: Mapping[str, NDArray[Any]], out: Path) -> None:
    """Write arrays by their names as .npz, whole or not at all.

    Raises
    ------
    InputError
        When the place cannot be written, or its name ends otherwise.
    """
    if out.suffix.lower() != ".npz":
        raise InputError("The file {path} must end in .npz, as it holds arrays.", path=str(out))
    with result_written(out) as part, part.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
