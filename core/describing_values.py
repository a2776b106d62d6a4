"""What the window is told of how a table was read: recipe, decisions, raw cells."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from datasets.columns import Table
from datasets.deciding import Proposal
from datasets.head import HEAD_ROWS, raw_rows
from datasets.raw_sheet import RawSheet

MOST_UNREAD = 1000
MOST_CHECKS = 1000
# lines and cells of the raw head: as many as are drawn and sent at once
_MOST_LINES, _MOST_CELLS = 1000, 60_000


def reading_values(raw: RawSheet, proposal: Proposal) -> dict[str, Any]:
    """Return recipe, decisions, unread, checks, head, sheets, sheet and line_of_first, all plain.

    ``recipe`` has every field; ``decisions`` are objects of name, column, value, reason and sure;
    ``unread`` has the ``count`` and the first 1,000 ``cells`` of row, line, column and text;
    ``checks`` the ``count`` and the first 1,000 check ``samples``; ``head`` the first 1,000 raw
    rows, less of a wide sheet, as ``cells`` with their ``lines``.
    """
    return {
        "recipe": proposal.recipe.model_dump(mode="json"),
        "decisions": [
            {
                "name": decision.name,
                "column": decision.column,
                "value": _plain(decision.value),
                "reason": asdict(decision.reason),
                "sure": decision.sure,
            }
            for decision in proposal.decisions
        ],
        "unread": unread_values(proposal.table),
        "checks": {
            "count": len(proposal.table.checks),
            "samples": [asdict(check) for check in proposal.table.checks[:MOST_CHECKS]],
        },
        "head": _head(raw),
        "sheets": list(raw.sheets),
        "sheet": raw.sheet,
        "line_of_first": proposal.recipe.first,
    }


def unread_values(table: Table) -> dict[str, Any]:
    """Return how many cells could not be read, and the first of them."""
    return {
        "count": len(table.unread),
        "cells": [asdict(cell) for cell in table.unread[:MOST_UNREAD]],
    }


def _head(raw: RawSheet) -> dict[str, Any]:
    affordable = _MOST_CELLS // max(len(raw.columns), 1)
    count = min(max(min(_MOST_LINES, affordable), HEAD_ROWS), raw.rows)
    lines = [int(line) for line in raw.lines[:count]]
    cells = raw_rows(raw, count)
    if raw.header is not None:
        return {"lines": [0, *lines], "cells": [list(raw.header), *cells]}
    return {"lines": lines, "cells": cells}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
