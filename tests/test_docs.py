"""The documentation names what exists: pages in both languages, commands, make targets, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from core.command_line import app
from gui.furniture import BESIDE, IMAGE_PAGES, PAGES

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
# chapters of the guide that are no page of the window
BY_HAND = ("index", "welcome", "survey", "labels", "files", "digits", "windows")
# made by `make screenshots`
PICTURES = "docs/screenshots/"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("page", sorted({*BY_HAND, *PAGES, *IMAGE_PAGES, *BESIDE}))
def test_the_guide_has_the_page(page: str, language: str) -> None:
    text = (GUIDE / language / f"{page}.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert len(text) > 300


def test_the_method_is_told_in_both_languages() -> None:
    headings = [
        (ROOT / "docs" / name).read_text(encoding="utf-8").count("\n## ")
        for name in ("method.md", "method.zh_CN.md")
    ]
    assert headings[0] == headings[1] > 0


def test_the_results_on_mnist_are_told_in_both_languages() -> None:
    tables = [
        [line for line in text.splitlines() if line.startswith("```") or line.startswith("## ")]
        for text in (
            (ROOT / "docs" / name).read_text(encoding="utf-8")
            for name in ("mnist.md", "mnist.zh_CN.md")
        )
    ]
    assert len(tables[0]) == len(tables[1]) > 0


def test_every_command_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = set(re.findall(r"python main\.py ([a-z]+)", readme))
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert verbs <= set(commands)
    shown = {name for name, command in commands.items() if not command.hidden}
    assert shown == verbs


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_exists(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = (ROOT / name).read_text(encoding="utf-8")
    used = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
    assert used
    assert used <= targets


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
    here = [link for link in links if "://" not in link and not link.startswith(PICTURES)]
    assert [link for link in here if not (path.parent / link).exists()] == []
