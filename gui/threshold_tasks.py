"""What the worker is asked for a threshold, and its answer; lines of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.places import table_cache_folder
from core.thresholds.comparing import Compared
from core.thresholds.found import Threshold
from core.thresholds.groups import Groups, group_codes
from core.thresholds.plain import threshold_from
from core.thresholds.settings import ThresholdSettings, settings_from
from datasets.messages import Message
from gui.table_info import TableInfo

# settings, thresholds by group, anomalous samples, their share, and why there is no threshold
Line = tuple[ThresholdSettings, dict[str, Threshold], int, float, Message | None]


def task_words(
    table: TableInfo, columns: Sequence[str], settings: ThresholdSettings, comparing: bool
) -> list[str]:
    """Return the words of the command that finds a threshold in the columns of the window."""
    places = {column.name: str(number) for number, column in enumerate(table.columns)}
    numbers = [*(places[name] for name in columns), places.get(settings.group, "-1")]
    words = ["threshold", str(table_cache_folder() / "thresholds"), "--column", columns[0]]
    words += ["--arrow", table.arrow_path, "--numbers", ",".join(numbers)]
    words += ["--settings", settings.model_dump_json()]
    return [*words, "--compare"] if comparing else words


def line_from(line: Compared) -> Line:
    """Return a line of a comparison that was made at once."""
    found = line.found
    if found is None:
        return line.settings, {}, 0, np.nan, line.reason
    return line.settings, found.thresholds, found.count, found.share, None


def line_of(line: dict[str, Any]) -> Line:
    """Return a line of a comparison that the worker made."""
    settings, told = settings_from(line["settings"]), line["found"]
    if told is None:
        return settings, {}, 0, np.nan, Message(**line["reason"])
    thresholds = {name: threshold_from(found) for name, found in told["thresholds"].items()}
    share = told["anomalous"] / told["judged"] if told["judged"] else np.nan
    return settings, thresholds, told["anomalous"], share, None


def codes_of(table: TableInfo, name: str) -> Groups:
    """Return the groups of a column; those of few texts are known already, and without a loop."""
    column = table.column(name)
    if column is not None and column.kind == "text" and column.distinct == len(column.classes):
        codes, names = table.codes(name)
        return names, codes
    return group_codes(table.values(name))
