"""A table described for the window: columns with roles, and values to be mapped into memory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa

from core.events import Finished
from tests.core.small_runs import command

TEXT = "E,N,Cu,rock\n1,1,<0.2,b1\n2,1,1.5,a\n1,2,,b1\n2,2,3,\n3,1,4,b10\n3,2,5,b9\n"


def described(tmp_path: Path, *words: object) -> Finished:
    table = tmp_path / "table.csv"
    table.write_text(TEXT)
    code, events = command("columns", table, *words)
    assert code == 0
    assert isinstance(events[-1], Finished)
    return events[-1]


def test_columns_are_described(tmp_path: Path) -> None:
    values = described(tmp_path, "--target", "rock").values
    assert values["rows"] == 6
    assert [column["name"] for column in values["columns"]] == ["E", "N", "Cu", "rock"]
    copper, rock = values["columns"][2:]
    assert (copper["role"], copper["missing"], copper["censored"]) == ("feature", 1, 1)
    assert (rock["role"], rock["kind"], rock["missing"]) == ("target", "text", 1)
    assert list(rock["classes"].items()) == [("a", 1), ("b1", 2), ("b9", 1), ("b10", 1)]
    assert "arrow" not in values


def test_values_are_cached_to_be_mapped(tmp_path: Path) -> None:
    values = described(tmp_path, "--cache", tmp_path / "cache").values
    with pa.memory_map(values["arrow"]) as source:
        table = pa.ipc.open_file(source).read_all()
        assert table.column_names == [*("v0", "c0", "v1", "c1", "v2", "m2", "c2", "v3", "c3")]
        copper = table.column("v2").chunk(0).to_numpy(zero_copy_only=True)
        assert np.array_equal(copper, [0.2, 1.5, np.nan, 3, 4, 5], equal_nan=True)
        assert table.column("m2").to_pylist() == [1, 0, 0, 0, 0, 0]
        assert table.column("v3").to_pylist()[:2] == ["b1", "a"]
        # places among a, b1, b9, b10
        assert table.column("c3").to_pylist() == [1, 0, 1, -1, 3, 2]
        assert table.column("c2").to_pylist() == [0, 1, -1, 2, 3, 4]
        del copper, table
    assert list((tmp_path / "cache").rglob("*.part")) == []


def test_the_same_table_is_cached_under_the_same_name(tmp_path: Path) -> None:
    first = described(tmp_path, "--cache", tmp_path / "cache").values["arrow"]
    assert described(tmp_path, "--cache", tmp_path / "cache").values["arrow"] == first


def test_how_the_table_was_read_is_told(tmp_path: Path) -> None:
    values = described(tmp_path).values
    assert values["recipe"]["names"] == [1]
    assert values["recipe"]["columns"]["Cu"]["element"] == "Cu"
    assert values["head"]["lines"][:2] == [1, 2]
    assert values["head"]["cells"][1] == ["1", "1", "<0.2", "b1"]
    assert (values["line_of_first"], values["sheets"]) == (2, [])
    assert values["unread"] == {"count": 0, "cells": []}
    kinds = {d["column"]: d["value"] for d in values["decisions"] if d["name"] == "kind"}
    assert kinds == {"E": "number", "N": "number", "Cu": "number", "rock": "text"}
    assert all(d["reason"]["template"] for d in values["decisions"])
