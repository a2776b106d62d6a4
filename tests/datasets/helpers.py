"""Small tables for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from datasets.columns import Table
from datasets.parsing import parse_table
from datasets.raw_sheet import RawSheet
from datasets.roles import ColumnRole
from datasets.table import read_table

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "geochemistry"


def table(text: str, encoding: str = "utf-8") -> Table:
    """Read a table from its text."""
    return parse_table(text.encode(encoding), "table.csv")


def public_table(path: str) -> Table:
    """Read one of the public tables that lie beside the checkout, or skip the test."""
    if not (SHARED / path).is_file():
        pytest.skip(f"the public table {path} is not beside this checkout")
    return read_table(SHARED / path)


def told(found: Table | RawSheet) -> str:
    """All notices of a table in one text."""
    return "\n".join(str(notice) for notice in found.notices)


def with_role(roles: tuple[ColumnRole, ...], role: str) -> list[str]:
    """Names of the columns that were proposed for `role`."""
    return [proposed.column for proposed in roles if proposed.role == role]
