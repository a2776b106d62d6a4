"""The code of docs/python.md is run from top to bottom, in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("python.md", "python.zh_CN.md")


def code_of(page: str) -> str:
    """Return the code blocks of a page, one after the other."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))


def without_comments(code: str) -> str:
    return re.sub(r"\s*#.*", "", code)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("docs")
    script = folder / "page.py"
    script.write_text(code_of("python.md"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "TMPDIR": str(folder), "ANOMALYST_HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_network_learns_xor(printed: list[str]) -> None:
    assert printed[0].count("'goal'") >= 6


def test_the_job_ends_in_judged_predictions(printed: list[str]) -> None:
    judged = next(line for line in printed if line.startswith("{'samples'"))
    assert "'samples': 73" in judged


def test_both_languages_show_the_same_code() -> None:
    english, chinese = (without_comments(code_of(page)) for page in PAGES)
    assert english == chinese
