"""ARCHITECTURE.md names real files and all of them; imports go one way."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("core", "datasets", "gui")
PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|toml)|Makefile")


@pytest.fixture(scope="module")
def named() -> set[str]:
    """Paths in backticks, outside of code blocks."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return {word for word in re.findall(r"`([^`\n]+)`", prose) if PATH.fullmatch(word)}


def test_every_path_exists(named: set[str]) -> None:
    assert len(named) > 80
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_is_mentioned(room: str, named: set[str]) -> None:
    """By itself, or by its folder inside the room."""
    folders = {name.rstrip("/") for name in named} - set(ROOMS)
    missing = [
        path
        for path in sorted(found.relative_to(ROOT) for found in (ROOT / room).rglob("*.py"))
        if path.name != "__init__.py"
        and path.as_posix() not in named
        and not any(parent.as_posix() in folders for parent in path.parents)
    ]
    assert missing == []


def test_imports_go_one_way() -> None:
    """In a process of its own: the linter switches off the loggers of the one it runs in."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-logo"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
