"""What the window loads before anybody asks for it, told by the lines that import it.

A process that loads it all would tell the same, seconds later.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# at the margin; what is set in is for types, or is loaded when somebody wants it
IMPORT = re.compile(r"^(?:from ([\w.]+) )?import (\([^)]*\)|.*)$", re.MULTILINE)


def loaded(module: str) -> set[str]:
    """Return a module, all that is loaded with it, and the names that they take from it."""
    found: set[str] = set()
    waiting = {module}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= _wanted(name) - found
    return found


def _wanted(module: str) -> set[str]:
    package = module.rpartition(".")[0]
    wanted = {package} if package else set()
    path = ROOT.joinpath(*module.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.exists():
            for start, listed in IMPORT.findall(file.read_text(encoding="utf-8")):
                names = re.findall(r"[\w.]+", listed)
                wanted |= {start, *(f"{start}.{name}" for name in names)} if start else {*names}
    return wanted


def test_a_search_is_loaded_when_somebody_wants_one() -> None:
    begins = loaded("gui.furniture")
    assert {"gui.pages.train_page", "gui.searching.way_in", "core.run_folder"} <= begins
    later = loaded("gui.searching.search_view") - begins
    assert {"gui.searching.searcher", "core.searching", "safetensors.numpy"} <= later
    assert "filelock" not in begins
