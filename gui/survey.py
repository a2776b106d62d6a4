"""Putting the session's survey on a map view: places, known classes, deposits as symbols."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.name_columns import names_rows
from datasets.roles import sample_column
from gui.class_colours import is_none_class
from gui.map_view import MapView
from gui.session import Session

MOST_SYMBOLS = 500
SPARSE_PART = 0.2


def row_names(session: Session, rows: int) -> tuple[str, NDArray[Any]] | None:
    """Return header and cells of the column that names the samples of the run on show.

    None where none does, or where the run was made from another table than the present one.
    """
    table = session.table
    if table is None or not session.run_target or table.rows != rows:
        return None
    name = sample_column([column.name for column in table.columns])
    if not name or name in session.features:
        unique = (
            column.name
            for column in table.columns
            if names_rows(column.kind, column.missing, column.distinct, table.rows)
        )
        name = next(unique, "")
    return (name, table.values(name)) if name else None


def place_survey(view: MapView, session: Session) -> None:
    """Give the view the coordinates of the table's rows, or none."""
    table = session.table
    if table is None or not session.has_coordinates:
        view.clear()
        return
    view.set_points(table.values(session.column_of("x")), table.values(session.column_of("y")))
    view.set_crs(session.crs, presumed_metres=look_like_metres(session))


def look_like_metres(session: Session) -> bool:
    """Whether coordinates of an unknown system are too large to be degrees."""
    table, x = session.table, session.column_of("x")
    if table is None or not x:
        return False
    values = table.values(x)
    if not len(values):
        return False
    # the two pass over NaN, and make no other array of a million values
    return bool(np.fmax.reduce(values) > 400 or np.fmin.reduce(values) < -400)


def known_classes(session: Session, target: str = "") -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Return the class code of each row (-1 where unknown) and the class names.

    The classes are those of `target`, or of the present target when none is named.
    """
    table = session.table
    if not target and session.class_names:
        target = session.column_of("target")
    if table is None or not target:
        return np.empty(0, np.int64), ()
    return table.codes(target)


def show_known_classes(view: MapView, session: Session) -> None:
    """Colour the rows by their known class, the sparse ones as symbols besides."""
    codes, names = known_classes(session)
    if not names or len(codes) == 0:
        return
    view.set_classes(codes, names)
    show_deposits(view, session)


def show_deposits(view: MapView, session: Session, target: str = "") -> None:
    """Draw the labelled rows as symbols where they are few; never those without an anomaly."""
    codes, names = known_classes(session, target)
    labelled = np.flatnonzero(codes >= 0)
    kept = np.array([not is_none_class(name) for name in names] + [False])
    labelled = labelled[kept[codes[labelled]]] if len(labelled) else labelled
    is_sparse = len(labelled) <= min(MOST_SYMBOLS, SPARSE_PART * max(1, len(codes)))
    shown = labelled if is_sparse else labelled[:0]
    view.set_symbols(shown, codes[shown] if len(shown) else shown, names)
