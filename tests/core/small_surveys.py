"""A small survey with detection limits, gaps and more than one unit."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def write_survey(path: Path, rows: int = 90) -> Path:
    """Write a survey of three classes with limits, gaps and three units."""
    rng = np.random.default_rng(11)
    classes = np.arange(rows) % 3
    logs = 1.2 + 0.7 * rng.normal(size=(rows, 1)) + 0.5 * rng.normal(size=(rows, 3))
    logs += 0.9 * np.eye(3)[classes]
    lines = ["E,N,Cu_ppm,Zn_ppb,Pb_ppm,rock"]
    for row in range(rows):
        cells = [f"<{2 + row % 2}" if v < 2 + row % 2 else f"{v:.3f}" for v in np.exp(logs[row])]
        cells[1] = "" if row % 17 == 0 else cells[1]
        place = f"{500_000 + 10 * (row % 10)},{10 * (row // 10)}"
        lines.append(f"{place},{','.join(cells)},{'abc'[classes[row]]}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
