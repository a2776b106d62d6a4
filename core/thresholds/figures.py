"""The figures of all methods as tables to take away: thresholds, passes, straight pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from core.finite import finite_or_none
from core.thresholds.comparing import Compared, alike
from core.thresholds.found import Found, Threshold
from core.thresholds.measured import Measured
from core.thresholds.settings import ThresholdSettings
from core.thresholds.words import recipe_in

Words = dict[str, str]
Row = dict[str, Any]


@dataclass(frozen=True)
class Audit:
    """What a threshold rests on.

    Attributes
    ----------
    source, fingerprint
        The table, and the SHA-256 of its file.
    measured
        What was looked at.
    found
        The threshold that was chosen.
    compared
        All methods beside it.
    """

    source: str
    fingerprint: str
    measured: Measured
    found: Found
    compared: Sequence[Compared]

    @property
    def lines(self) -> tuple[Compared, ...]:
        """The comparison, headed by the chosen threshold where it has no line of its own."""
        settings = self.found.settings
        if any(alike(line.settings, settings) for line in self.compared):
            return tuple(self.compared)
        return (Compared(settings, self.found), *self.compared)

    def is_chosen(self, settings: ThresholdSettings) -> bool:
        """Whether settings are those of the threshold that was chosen."""
        return alike(settings, self.found.settings)


def threshold_table(audit: Audit, words: Words) -> pa.Table:
    """Return a row for each method and group, also for those without a threshold, and why."""
    rows: list[Row] = []
    for line in audit.lines:
        head = _head(audit, line.settings, words)
        if line.found is None:
            rows.append({**head, "note": str(line.reason)})
            continue
        rows += [
            {**head, "group": group, **_figures(line.found, group, threshold, audit)}
            for group, threshold in line.found.thresholds.items()
        ]
        rows += [
            {**head, "group": group, "note": str(reason)}
            for group, reason in line.found.refused.items()
        ]
    tail = {"table": audit.source, "fingerprint": audit.fingerprint}
    return _table([{**row, **tail} for row in rows], _THRESHOLDS, words)


def pass_table(audit: Audit, words: Words) -> pa.Table:
    """Return a row for each pass of trimming; its figures are log10 in the log domain."""
    rows = [
        {**head, "pass": number, "n": each.n, "low": each.removed_low, "high": each.removed_high,
         "mean": each.mean, "sd": each.sd, "lower": each.low, "upper": each.high}
        for head, threshold in _each(audit, words)
        for number, each in enumerate(threshold.passes, 1)
    ]  # fmt: skip
    return _table(rows, _PASSES, words)


def piece_table(audit: Audit, words: Words) -> pa.Table:
    """Return a row for each straight piece of the concentration–area plots."""
    rows = [
        {**head, "piece": number, "from": line.low, "to": line.high, "slope": line.slope,
         "intercept": line.intercept}
        for head, threshold in _each(audit, words)
        if threshold.curve is not None
        for number, line in enumerate(threshold.curve.lines, 1)
    ]  # fmt: skip
    return _table(rows, _PIECES, words)


def _each(audit: Audit, words: Words) -> Iterator[tuple[Row, Threshold]]:
    for line in audit.lines:
        thresholds = line.found.thresholds if line.found is not None else {}
        for group, threshold in thresholds.items():
            yield {**_head(audit, line.settings, words), "group": group}, threshold


def _head(audit: Audit, settings: ThresholdSettings, words: Words) -> Row:
    measured = audit.measured
    return {
        "element": measured.what,
        "recipe": recipe_in(settings, words),
        "domain": words["ilr" if settings.method == "mahalanobis" else settings.domain],
        "chosen": words["yes" if audit.is_chosen(settings) else "no"],
        "censored": words[settings.censored],
        "unit": measured.unit,
        "group": "",
    }


def _figures(found: Found, group: str, threshold: Threshold, audit: Audit) -> Row:
    groups = audit.measured.groups
    members = np.isfinite(found.values)
    if groups is not None:
        members &= groups[1] == list(groups[0]).index(group)
    above, judged = int(found.anomalous[members].sum()), int(members.sum())
    return {
        "threshold": threshold.value,
        "values": threshold.used,
        "left": threshold.left,
        "not_positive": threshold.not_positive,
        "centre": threshold.centre,
        "spread": threshold.spread,
        "passes": len(threshold.passes) or None,
        "removed": " + ".join(str(each.removed) for each in threshold.passes),
        "anomalous": above,
        "judged": judged,
        "share": above / judged if judged else None,
    }


def _table(rows: list[Row], columns: dict[str, pa.DataType], words: Words) -> pa.Table:
    arrays = [
        # a number that is none, or without bound, is an empty cell
        pa.array([finite_or_none(row.get(name)) for row in rows], kind)
        for name, kind in columns.items()
    ]
    return pa.table(arrays, names=[words[name] for name in columns])


_TEXT, _NUMBER, _COUNT = pa.string(), pa.float64(), pa.int64()
_WHICH = {"element": _TEXT, "recipe": _TEXT, "domain": _TEXT, "group": _TEXT}
_THRESHOLDS = {
    **_WHICH, "threshold": _NUMBER, "unit": _TEXT, "chosen": _TEXT, "anomalous": _COUNT,
    "judged": _COUNT, "share": _NUMBER, "values": _COUNT, "left": _COUNT, "not_positive": _COUNT,
    "passes": _COUNT, "removed": _TEXT, "centre": _NUMBER, "spread": _NUMBER, "censored": _TEXT,
    "note": _TEXT, "table": _TEXT, "fingerprint": _TEXT,
}  # fmt: skip
_PASSES = {
    **_WHICH, "pass": _COUNT, "n": _COUNT, "low": _COUNT, "high": _COUNT, "mean": _NUMBER,
    "sd": _NUMBER, "lower": _NUMBER, "upper": _NUMBER,
}  # fmt: skip
_PIECES = {
    **_WHICH, "piece": _COUNT, "from": _NUMBER, "to": _NUMBER, "slope": _NUMBER,
    "intercept": _NUMBER,
}  # fmt: skip
