"""Runs side by side as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.comparing_settings import SettingDifference
from core.comparing_verdicts import Compared
from core.numbers import NOTHING
from core.verdict_text import FIGURES, interval

# characters of a column; what is longer is cut in its middle
NAMES, VALUES = 34, 28


def setting_lines(names: Sequence[str], rows: Sequence[SettingDifference]) -> list[str]:
    """Return a line for each setting that differs, under the names of the runs."""
    if not rows:
        return ["The runs have the same settings."]
    lines = [_line("Setting", names)]
    return lines + [_line(f"{row.heading}: {row.label}", row.words) for row in rows]


def verdict_lines(names: Sequence[str], found: Sequence[Compared]) -> list[str]:
    """Return the main figures of each run, and what is known of their differences."""
    if all(each.verdict is None for each in found):
        return ["No run has a verdict yet."]
    lines = [_line("On held-out samples", names)]
    lines += [_line(name, [_figure(each.verdict, key) for each in found]) for key, name in _shown()]
    if any(each.difference for each in found):
        lines += ["", _line(f"Better than {names[0]} by", names)]
        lines += [
            _line(name, [_interval_of(each.difference, key) for each in found])
            for key, name in _shown()
        ]
    return lines + [str(each.apart) for each in found if each.apart is not None]


def _shown() -> list[tuple[str, str]]:
    return list(FIGURES.items())


def _figure(verdict: dict[str, Any] | None, key: str) -> str:
    return _interval_of(verdict["figures"] if verdict is not None else None, key)


def _interval_of(figures: dict[str, Any] | None, key: str) -> str:
    return interval(figures[key]) if figures is not None else NOTHING


def _line(name: str, values: Sequence[str]) -> str:
    cells = "".join(f"{_cut(value, VALUES - 2):<{VALUES}}" for value in values)
    return f"{_cut(name, NAMES - 2):<{NAMES}}{cells}".rstrip()


def _cut(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    before = (width - 1) // 2
    return f"{text[:before]}…{text[before + 1 - width :]}"
