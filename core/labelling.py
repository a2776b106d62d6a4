"""Labels from a second file: deposits joined to the samples, and background drawn beside them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.background import below_thresholds, draw, outside_buffer
from core.distances import Rows
from core.joining import Join, Places, join_nearest, join_within
from core.labels import Labels
from core.numbers import three_digits
from core.placing import Placed, place_all
from core.reading import Deposits
from datasets.columns import Column, Table
from datasets.messages import InputError, Message, message


def label_table(table: Table, points: Table, how: Deposits) -> tuple[Table, Labels]:
    """Join deposits to the samples of a table.

    Parameters
    ----------
    table, points
        Samples and deposits.

    Returns
    -------
    tuple
        The table with a column of classes more, and what became of every deposit. Its fingerprint
        is of both files, so that whoever resumes a run sees a change of either.

    Raises
    ------
    InputError
        When a column is absent or no coordinate, a coordinate system is unknown, the new column
        has the name of another one, or no deposit finds a sample.
    """
    if how.column in table.names:
        raise InputError(
            "The table {source} has a column “{column}” already; choose another name for the "
            "column of the deposits' classes.",
            source=table.source,
            column=how.column,
        )
    if how.join == "radius" and how.radius <= 0:
        raise InputError("Joining all samples within a radius needs a radius above 0.")
    work = place_all(table, points, how)
    labels = _labels(work, how)
    column = _column(table.rows, labels, how)
    both = f"{table.fingerprint} {points.fingerprint}".encode()
    labelled = replace(
        table,
        columns=(*table.columns, column),
        fingerprint=hashlib.sha256(both).hexdigest(),
        notices=(*table.notices, *labels.notices),
    )
    return labelled, labels


def _labels(work: Placed, how: Deposits) -> Labels:
    join = _join(work, how)
    unmatched = {**work.lost, **_reasons(work, join)}
    rows = work.sample_rows[join.sample]
    background, said = _background(work, how, rows)
    return Labels(
        names=work.names,
        kinds=work.kinds,
        x=work.x,
        y=work.y,
        pair_deposit=work.deposit_rows[join.deposit],
        pair_sample=rows,
        pair_distance=join.distance,
        unmatched=tuple(sorted(unmatched.items())),
        background=background,
        unit=work.metric.unit,
        notices=(*work.notices, *_notices(work, join, unmatched), *said),
    )


def _join(work: Placed, how: Deposits) -> Join:
    if not len(work.deposits):
        raise InputError(
            "No deposit of {path} has both coordinates and a class; choose other columns.",
            path=how.table,
        )
    if how.join == "nearest":
        join = join_nearest(work.metric, work.samples, work.deposits, how.radius)
    else:
        names = sorted({work.kinds[row] for row in work.deposit_rows})
        codes = np.array([names.index(work.kinds[row]) for row in work.deposit_rows])
        join = join_within(work.metric, work.samples, work.deposits, codes, how.radius)
    _refuse_zone_in_front(work)
    if not len(join.sample):
        nearest = min(join.beyond.values(), default=0.0)
        raise InputError(
            "No deposit lies within {radius} of a sample, the nearest is {distance} away; check "
            "the coordinate systems, or allow a longer distance.",
            radius=_length(how.radius, work.metric.unit),
            distance=_length(nearest, work.metric.unit),
        )
    if how.radius == 0 and not _inside(work).any():
        raise InputError(
            "All deposits lie outside the area of the samples; check the columns of the "
            "coordinates and both coordinate systems."
        )
    return join


def _refuse_zone_in_front(work: Placed) -> None:
    """Refuse eastings with a Gauss-Krüger zone in front beside eastings without one."""
    zone = int(np.median(work.deposits.x) // 1e6)
    if not (13 <= zone <= 45) or np.abs(work.samples.x).max() >= 1e6 or work.metric.degrees:
        return
    # CGCS2000: 6° zones 13 to 23 are EPSG 4491 to 4501, 3° zones 25 to 45 EPSG 4513 to 4533
    code = 4491 + zone - 13 if zone <= 23 else 4513 + zone - 25
    raise InputError(
        "The eastings of the deposits begin with a zone number, {zone}, and those of the samples "
        "do not; state both coordinate systems, such as EPSG:{code} for the deposits.",
        zone=zone,
        code=code,
    )


def _inside(work: Placed) -> NDArray[np.bool_]:
    """Return which deposits lie in the box of the samples, or as far from it as a tenth of it."""
    samples, deposits = work.samples, work.deposits
    margin = 0.1 * max(float(np.ptp(samples.x)), float(np.ptp(samples.y)))
    inside = np.ones(len(deposits), dtype=bool)
    if margin == 0:
        return inside
    for ours, theirs in ((samples.x, deposits.x), (samples.y, deposits.y)):
        inside &= (theirs >= ours.min() - margin) & (theirs <= ours.max() + margin)
    return inside


def _reasons(work: Placed, join: Join) -> dict[int, Message]:
    """Return why deposits label no sample though they have a place and a class, by row."""
    reasons = {
        int(work.deposit_rows[k]): message(
            "The nearest sample is {distance} away.", distance=_length(far, work.metric.unit)
        )
        for k, far in join.beyond.items()
    }
    for k, winner in join.beaten.items():
        row = int(work.deposit_rows[winner])
        reasons[int(work.deposit_rows[k])] = message(
            "Its sample is nearer to deposit {number} ({name}).",
            number=row + 1,
            name=work.names[row] or work.kinds[row],
        )
    return reasons


def _background(work: Placed, how: Deposits, labelled: Rows) -> tuple[Rows, list[Message]]:
    if how.background == 0:
        return np.empty(0, np.int64), []
    everywhere = Places(work.x[work.placed], work.y[work.placed])
    far = outside_buffer(work.metric, work.samples, everywhere, how.buffer)
    free = np.zeros(work.table.rows, dtype=bool)
    free[work.sample_rows[far]] = True
    free[labelled] = False
    free &= below_thresholds(work.table, how.below)
    candidates = np.flatnonzero(free)
    if len(candidates) >= how.background:
        return draw(candidates, how.background, how.seed), []
    notice = message(
        "Only {count} of {wanted} background samples could be drawn; no more lie outside the "
        "buffer and below the thresholds.",
        count=len(candidates),
        wanted=how.background,
    )
    return candidates, [notice]


def _notices(work: Placed, join: Join, unmatched: dict[int, Message]) -> list[Message]:
    notices = []
    if unmatched:
        notices.append(
            message(
                "Deposits that label no sample: {count} of {all}; each is listed with its reason.",
                count=len(unmatched),
                all=len(work.kinds),
            )
        )
    outside = int((~_inside(work)[np.unique(join.deposit)]).sum())
    if outside:
        notices.append(
            message(
                "Deposits outside the area of the samples ({count}) label a sample at its edge; "
                "state how far a sample may lie.",
                count=outside,
            )
        )
    if join.contested:
        notices.append(
            message(
                "Samples within reach of two classes ({count}) took that of the nearer deposit.",
                count=join.contested,
            )
        )
    return notices


def _column(rows: int, labels: Labels, how: Deposits) -> Column:
    values = np.full(rows, None, dtype=object)
    values[labels.pair_sample] = [labels.kinds[row] for row in labels.pair_deposit.tolist()]
    values[labels.background] = how.background_class
    missing = int(sum(value is None for value in values))
    return Column(how.column, "text", values, np.zeros(rows, dtype=bool), missing)


def _length(value: float, unit: str) -> str:
    if unit == "m" and value >= 10_000:
        value, unit = value / 1000, "km"
    return f"{three_digits(value)} {unit}".strip()
