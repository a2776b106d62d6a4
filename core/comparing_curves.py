"""The loss of a run against the epoch as one curve: the median of its members."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.history import HistoryReader, HistoryRows
from core.run_folder import RunFolder
from core.verdict.thinning import thinned

Array = NDArray[np.float64]
Codes = NDArray[np.int64]

MOST_POINTS = 1000
PARTS = ("training", "validation")


def curves_of(run: RunFolder) -> dict[str, Any]:
    """Return the curves of the try that a run kept, at most 1,000 points each.

    Returns
    -------
    dict
        "loss": name of the loss function; "training" and "validation": "x", the epochs, and "y",
        the median of the members' losses. One that has ended counts with its last loss, as on the
        Train page; a loss that is not finite is left out. Without losses both are empty.
    """
    rows = _kept(run)
    epochs, columns = np.unique(rows.epoch, return_inverse=True)
    members = np.unique(rows.member, return_inverse=True)[1]
    found: dict[str, Any] = {"loss": run.any_job().training.loss}
    for part, losses in zip(PARTS, (rows.training_loss, rows.validation_loss), strict=True):
        median = _median(columns.astype(np.int64), members.astype(np.int64), losses)
        x, y = _few(epochs.astype(np.float64), median)
        found[part] = {"x": x.tolist(), "y": y.tolist()}
    return found


def _kept(run: RunFolder) -> HistoryRows:
    """Return the rows of the try that was kept, before its end those of the newest one."""
    if not run.history_path.exists():
        none = np.empty(0)
        return HistoryRows(none.astype(np.int64), none.astype(np.int64), none, none)
    rows, _ = HistoryReader(run.history_path).read_new()
    outcome = run.outcome()
    # where that is not known all belong to one try
    together = run.about()["members"] or int(rows.member.max(initial=0)) + 1
    tries = rows.member // together
    kept = outcome.kept - 1 if outcome is not None else int(tries.max(initial=0))
    is_kept = tries == kept
    columns = (rows.epoch, rows.member, rows.training_loss, rows.validation_loss)
    return HistoryRows(*(column[is_kept] for column in columns))


def _median(columns: Codes, members: Codes, losses: Array) -> Array:
    """Return the median of the members in each column, shape (C,); NaN where none has a loss.

    Parameters
    ----------
    columns, members
        int64, shape (N,). Place of the epoch and of the member of each row, from 0 on.
    losses
        float64, shape (N,).
    """
    table = np.full((columns.max(initial=-1) + 1, members.max(initial=-1) + 1), np.nan)
    known = np.isfinite(losses)
    table[columns[known], members[known]] = losses[known]
    filled = _carried_on(table)
    median = np.full(len(filled), np.nan)
    some = ~np.isnan(filled).all(axis=1)
    median[some] = np.nanmedian(filled[some], axis=1)
    return median


def _carried_on(table: Array) -> Array:
    """Return the last loss of each member where it has none; NaN before its first one."""
    places = np.where(np.isnan(table), 0, np.arange(len(table))[:, None])
    last = np.maximum.accumulate(places, axis=0)
    return np.take_along_axis(table, last, axis=0)


def _few(epochs: Array, losses: Array) -> tuple[Array, Array]:
    """Leave out points that neither a linear nor a logarithmic scale of the epochs shows."""
    known = ~np.isnan(losses)
    epochs, losses = epochs[known], losses[known]
    if len(epochs) <= MOST_POINTS:
        return epochs, losses
    across = epochs / epochs[-1] + np.log1p(epochs) / np.log1p(epochs[-1])
    kept, _ = thinned(across, _height(losses), MOST_POINTS)
    places = np.searchsorted(across, kept)
    return epochs[places], losses[places]


def _height(losses: Array) -> Array:
    """Return where losses stand on a logarithmic axis from 0 to 1."""
    positive = losses[losses > 0]
    if not len(positive):
        return np.zeros(len(losses))
    powers = np.log10(np.maximum(losses, positive.min()))
    height: Array = (powers - powers.min()) / max(float(np.ptp(powers)), 1e-9)
    return height
