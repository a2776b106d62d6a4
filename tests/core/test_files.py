"""Nobody ever finds half of a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.files import (
    absolute_from,
    file_stem,
    read_json,
    relative_to,
    remove_parts,
    write_json,
    write_text,
    written_whole,
)
from tests.core.small_runs import ROOT

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from core.files import written_whole
with written_whole(Path(sys.argv[1])) as part:
    with part.open("w") as file:
        file.write("new, but not all of i")
        file.flush()
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a matter of POSIX")
def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "value.txt"
    write_text(path, "old")
    words = [sys.executable, "-c", KILLED_WHILE_WRITING, str(path)]
    assert subprocess.run(words, cwd=ROOT, check=False).returncode == -9
    assert path.read_text() == "old"
    assert len(list(tmp_path.glob(".*.part"))) == 1
    remove_parts(tmp_path)
    assert [found.name for found in tmp_path.iterdir()] == ["value.txt"]


def test_an_error_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "value.txt"
    write_text(path, "old")
    part = tmp_path

    def fail_half_way() -> None:
        nonlocal part
        with written_whole(path) as part:
            part.write_text("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert not part.exists()
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["value.txt"]


def test_folders_are_made_and_rights_are_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "value.json"
    write_json(path, {"名": 1})
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
    assert path.read_bytes() == '{\n "名": 1\n}\n'.encode()


@pytest.mark.parametrize("text", [b"", b'{"a": 1', b"[1]", b"\xff", None])
def test_what_is_absent_or_damaged_has_no_values(tmp_path: Path, text: bytes | None) -> None:
    path = tmp_path / "values.json"
    write_json(path, {"名": 1})
    assert read_json(path) == {"名": 1}
    path.unlink()
    if text is not None:
        path.write_bytes(text)
    assert read_json(path) is None


def test_a_name_becomes_part_of_a_file_name() -> None:
    assert file_stem("铜 / Cu: survey?", "run") == "铜-Cu-survey"
    assert file_stem("../..", "report") == "report"
    assert file_stem("a" * 80, "run") == "a" * 60


def test_parts_are_removed_from_folders_below_too(tmp_path: Path) -> None:
    part = tmp_path / "model" / ".weights.safetensors.x1.part"
    part.parent.mkdir()
    part.touch()
    kept = tmp_path / "model" / "model.json"
    kept.touch()
    remove_parts(tmp_path)
    assert kept.exists()
    assert not part.exists()


@pytest.mark.parametrize("place", ["t.csv", "../elsewhere/表 1.csv", "deep/er/t.csv"])
def test_a_relative_path_and_back(tmp_path: Path, place: str) -> None:
    base = tmp_path.resolve() / "project"
    absolute = absolute_from(place, base)
    assert Path(absolute).is_absolute()
    assert relative_to(absolute, base) == place


def test_an_example_is_no_path(tmp_path: Path) -> None:
    assert relative_to("example:copper", tmp_path) == "example:copper"
    assert absolute_from("example:copper", tmp_path) == "example:copper"
