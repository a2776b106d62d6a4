"""Thresholds as lines of a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from core.numbers import percent, three_digits
from core.thresholds.comparing import Compared
from core.thresholds.found import Found, Threshold
from core.thresholds.measured import Measured
from core.thresholds.settings import ThresholdSettings
from core.thresholds.trimming import Pass


def found_lines(found: Found, measured: Measured) -> list[str]:
    """Return the passes, the thresholds and who lies above."""
    lines: list[str] = []
    for group, threshold in found.thresholds.items():
        if group:
            lines.append(f"{found.settings.group} {group}")
        lines += _pass_lines(threshold.passes, found.settings.domain)
        lines += _curve_lines(threshold)
        lines.append(_threshold_line(threshold, found.settings, measured))
    counts = f"{found.count:,} of {found.judged:,} samples above ({percent(found.share)})"
    for number, what in (
        (found.missing, "missing"),
        (found.censored, f"below the detection limit ({_rule(found.settings)})"),
        (found.ungrouped, "without a group"),
    ):
        counts += f"; {number:,} {what}" if number else ""
    return [*lines, counts]


def comparison_lines(lines: Sequence[Compared], unit: str) -> list[str]:
    """Return the comparison as a table; nothing when there is none."""
    if not lines:
        return []
    heads = (
        "method",
        "domain",
        f"threshold{f' ({unit})' if unit else ''}",
        "above",
        "share",
        "passes",
    )
    rows = [heads, *(_comparison_row(line) for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(heads))]
    return [
        "",
        *(
            "  ".join(
                text.ljust(width) if place < 2 else text.rjust(width)
                for place, (text, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in rows
        ),
    ]


def recipe_text(settings: ThresholdSettings) -> str:
    """Return how a threshold was found, in a few words."""
    k = f"{settings.k:g}"
    words = {
        "trimming": f"trimming, mean + {k} sd",
        "mad": f"median + {k} MAD",
        "tukey": f"Tukey, {settings.fence} fence",
        "percentile": f"percentile {settings.percentile:g}",
        "ca": f"concentration–area, break {settings.boundary_number} of "
        f"{settings.pieces_number - 1}",
        "mahalanobis": f"robust distance, χ² quantile {settings.quantile:g}",
        "hand": "by hand",
    }
    text = words[settings.method]
    if settings.method == "trimming" and settings.trims_at != settings.k:
        text += f", trimmed at {settings.trims_at:g} sd"
    if settings.method == "trimming" and settings.sides == "upper":
        text += ", high values only"
    return text


def _comparison_row(line: Compared) -> tuple[str, ...]:
    head = (recipe_text(line.settings), _domain(line.settings))
    found = line.found
    if found is None:
        return (*head, str(line.reason), "", "", "")
    single = found.single
    if single is None:
        values = [threshold.value for threshold in found.thresholds.values()]
        shown = f"{three_digits(min(values))} … {three_digits(max(values))}"
        return (*head, shown, f"{found.count:,}", percent(found.share), "")
    passes = str(len(single.passes)) if single.passes else ""
    return (*head, three_digits(single.value), f"{found.count:,}", percent(found.share), passes)


def _pass_lines(passes: tuple[Pass, ...], domain: str) -> list[str]:
    if not passes:
        return []
    word = " of log10" if domain == "log" else ""
    lines = [f"pass        n  removed    mean{word}      sd{word}   removed beyond"]
    for number, found in enumerate(passes, 1):
        low = f"{found.low:.4g}" if found.removed_low or found.low > float("-inf") else "–"
        lines.append(
            f"{number:>4} {found.n:>8,} {found.removed:>8,} {found.mean:>{7 + len(word)}.4f} "
            f"{found.sd:>{7 + len(word)}.4f}   {low} … {found.high:.4g}"
        )
    return lines


def _curve_lines(threshold: Threshold) -> list[str]:
    if threshold.curve is None:
        return []
    return [
        f"piece {number}: {line.low:.4g} … {line.high:.4g}, N ~ value^{line.slope:.3g}"
        for number, line in enumerate(threshold.curve.lines, 1)
    ]


def _threshold_line(threshold: Threshold, settings: ThresholdSettings, measured: Measured) -> str:
    unit = f" {measured.unit}" if measured.unit else ""
    line = f"threshold {three_digits(threshold.value)}{unit}  ({recipe_text(settings)}, "
    where = (
        f"on {_domain(settings)} logratios"
        if _is_distance(settings)
        else f"{_domain(settings)} domain"
    )
    line += f"{where}, {threshold.used:,} values"
    line += f", {threshold.left:,} left" if threshold.passes else ""
    line += f", {threshold.not_positive:,} not positive" if threshold.not_positive else ""
    return line + ")"


def _domain(settings: ThresholdSettings) -> str:
    """A distance is one of logratios, whatever domain its squares are compared in."""
    return "ILR" if _is_distance(settings) else settings.domain


def _is_distance(settings: ThresholdSettings) -> bool:
    return settings.method == "mahalanobis"


def _rule(settings: ThresholdSettings) -> str:
    return {
        "half": "half the limit",
        "root2": "limit/√2",
        "limit": "the limit",
        "left_out": "left out",
    }[settings.censored]
