"""What several runs are called where they stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.run_folder import RunFolder

# more side by side would be too narrow to be read
FEWEST, MOST = 2, 6


def names_of(runs: Sequence[RunFolder]) -> list[str]:
    """Return the names of the runs; those of the same name are numbered in their order."""
    names = [str(run.about()["name"]) for run in runs]
    uses, seen = Counter(names), Counter[str]()
    told = []
    for name in names:
        seen[name] += 1
        told.append(f"{name} ({seen[name]})" if uses[name] > 1 else name)
    return told
