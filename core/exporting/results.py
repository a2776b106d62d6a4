"""What is taken away: the predictions of a survey and all that is known about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.arrow_columns import as_numpy, text_codes
from core.class_colours import UNKNOWN, ClassColours
from core.exporting.words import words_of
from core.job import Job
from core.map_values import with_unknown
from core.mapping import Grid, find_grid
from core.prediction_columns import SET, UNLIKE, class_names_of, set_size, unknown_name
from core.reading import Reading
from core.run_folder import RunFolder
from core.window_job import WindowJob


@dataclass(frozen=True)
class Results:
    """Predictions as a table, with what a file of another kind needs to know besides.

    Attributes
    ----------
    table
        As `core.predictions.prediction_table` makes it; some of its rows, and columns more.
    whole
        The table with the rows of the whole survey, which its grid is found from.
    job
        What the predictions were made by.
    crs
        Coordinate reference system of the columns ``x`` and ``y``, "" when unknown.
    source
        Path of the table, or ``example:NAME``.
    reading
        How it is read.
    run
        Folder of the run; None when it is of no use.
    colours
        Colours that somebody chose for classes, as ``#rrggbb``.
    language
        Of the name of unknown cells: "en" or "zh_CN".
    """

    table: pa.Table
    whole: pa.Table
    job: Job | WindowJob
    crs: str
    source: str
    reading: Reading = field(default_factory=Reading)
    run: RunFolder | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    @property
    def rows(self) -> int:
        return int(self.table.num_rows)

    @property
    def name(self) -> str:
        """What the survey is called: the name of its file without ending."""
        scheme, colon, name = self.source.partition(":")
        return name if colon and scheme == "example" else Path(self.source).stem

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """Classes in the order of the network's outputs."""
        return class_names_of(self.table.column_names)

    @cached_property
    def palette(self) -> ClassColours:
        """Colours on white paper."""
        return ClassColours(self.class_names, self.colours)

    @cached_property
    def codes(self) -> NDArray[np.int64]:
        """Predicted class of each row."""
        return self.codes_of("class")

    @cached_property
    def unlike(self) -> NDArray[np.float64] | None:
        """How unlike the training samples each row is, above 1: unlike; None where not told."""
        return self.values(UNLIKE) if UNLIKE in self.table.column_names else None

    @cached_property
    def set_sizes(self) -> NDArray[np.float64] | None:
        """Classes in the prediction set of each row; None where there are no sets."""
        if SET not in self.table.column_names:
            return None
        codes, texts = text_codes(self.table.column(SET))
        sizes = np.array([set_size(text or "") for text in texts], np.float64)
        return np.asarray(sizes[codes])

    # --- as a map shows the classes ----------------------------------------------------

    @property
    def unknown_code(self) -> int:
        """Code of cells unlike the training samples, behind the classes; -1 where not told."""
        return len(self.class_names) if self.unlike is not None else -1

    @cached_property
    def mapped_names(self) -> tuple[str, ...]:
        """The classes, and behind them what unknown cells are called."""
        if self.unlike is None:
            return self.class_names
        words = words_of(self.language)
        name = unknown_name(self.class_names, words["unknown"], words["unlike besides"])
        return (*self.class_names, name)

    @cached_property
    def mapped_codes(self) -> NDArray[np.int64]:
        """Class of each row as a place in `mapped_names`, -1 without one."""
        if self.unlike is None:
            return self.codes
        return with_unknown(self.codes, self.unlike, self.unknown_code)

    @cached_property
    def mapped_palette(self) -> ClassColours:
        """The colours of the classes, grey behind them."""
        usual = self.palette
        colours = {name: usual.colour(code) for code, name in enumerate(self.class_names)}
        if self.unlike is not None:
            colours[self.mapped_names[-1]] = usual.colour(UNKNOWN)
        return ClassColours(self.mapped_names, colours)

    def codes_of(self, column: str) -> NDArray[np.int64]:
        """Return a column of class names as codes, -1 where it holds none; shape (rows,)."""
        if column not in self.table.column_names:
            return np.full(self.rows, -1, np.int64)
        place = {name: code for code, name in enumerate(self.class_names)}
        encoded = self.table.column(column).combine_chunks().dictionary_encode()
        known = [place.get(name, -1) for name in encoded.dictionary.to_pylist()]
        # null indices become -1, which picks the last entry
        codes = np.array([*known, -1], np.int64)
        indices = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return np.asarray(codes[indices], np.int64)

    @property
    def has_places(self) -> bool:
        """Whether there are coordinates."""
        return {"x", "y"} <= set(self.table.column_names)

    @cached_property
    def x(self) -> NDArray[np.float64]:
        return self.values("x")

    @cached_property
    def y(self) -> NDArray[np.float64]:
        return self.values("y")

    def values(self, column: str) -> NDArray[np.float64]:
        """Return a column of numbers, float64, NaN where missing."""
        return np.asarray(as_numpy(self.table.column(column)), dtype=np.float64)

    @cached_property
    def grid(self) -> Grid | None:
        """The regular grid of the whole survey with the cell of each row; None for points."""
        if not self.has_places:
            return None
        whole_x, whole_y = (
            np.asarray(as_numpy(self.whole.column(axis)), dtype=np.float64) for axis in "xy"
        )
        grid = find_grid(whole_x, whole_y)
        if grid is None or self.table is self.whole:
            return grid
        rows = np.searchsorted(
            as_numpy(self.whole.column("row")), as_numpy(self.table.column("row"))
        )
        return Grid(
            grid.x, grid.y, grid.step_x, grid.step_y, grid.rows, grid.columns, grid.index[rows]
        )


def rgba(colour: str) -> tuple[int, int, int, int]:
    """Return red, green, blue and opacity of ``#rrggbb``."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue, 255
