"""From the start of the interpreter to the first painted window, against an empty window.

``python -m benchmarks.startup [pairs]``
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, at_most, note, percentile, show
from benchmarks.screen import screen

BAR = 1.6
PAIRS = 15
ROOT = Path(__file__).resolve().parent.parent
CHILD = Path(__file__).with_name("first_paint.py")


def seconds_to_paint(which: str, environment: dict[str, str]) -> float:
    """Start a window in a fresh process; return the time until it was painted."""
    start = time.monotonic()
    ended = subprocess.run(
        [sys.executable, str(CHILD), which],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    return float(ended.stdout) - start


def measure(pairs: int) -> list[Figure]:
    """Start the windows in turn; return the median of the ratios of neighbours."""
    empty, english, chinese = [], [], []
    with screen() as environment, tempfile.TemporaryDirectory() as home:
        environment |= {
            "PYTHONPATH": str(ROOT),
            "ANOMALYST_HOME": _home(home, "en"),
            "TMPDIR": home,
            # compiled modules are kept, as they are for a person, whatever the shell here says;
            # outside the checkout, so that measuring leaves nothing in it
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": f"{home}/compiled",
        }
        in_chinese = {**environment, "ANOMALYST_HOME": _home(home, "zh_CN")}
        # the first start of each reads its files from the disk and compiles them: not a start
        # that a person meets twice
        seconds_to_paint("empty", environment)
        seconds_to_paint("anomalyst", in_chinese)
        for _ in range(pairs):
            empty.append(seconds_to_paint("empty", environment))
            english.append(seconds_to_paint("anomalyst", environment))
            chinese.append(seconds_to_paint("anomalyst", in_chinese))
    ratios = [a / b for a, b in zip(english, empty, strict=True)]
    ratios_in_chinese = [a / b for a, b in zip(chinese, empty, strict=True)]
    note(
        f"{pairs} rounds in turn; ratio from {min(ratios):.2f} to {max(ratios):.2f}, "
        f"half of them within {percentile(ratios, 25):.2f}–{percentile(ratios, 75):.2f}"
    )
    return [
        Figure("startup.empty_window", 1000 * statistics.median(empty), "ms"),
        Figure("startup.first_window", 1000 * statistics.median(english), "ms"),
        at_most("startup.ratio", statistics.median(ratios), "× the empty window", BAR),
        Figure(
            "startup.ratio_in_chinese", statistics.median(ratios_in_chinese), "× the empty window"
        ),
    ]


def _home(folder: str, language: str) -> str:
    """Return a home in which a language was chosen before; the system's own may be any."""
    home = Path(folder) / language
    home.mkdir()
    (home / "settings.ini").write_text(f"[General]\nlanguage={language}\n", encoding="ascii")
    return str(home)


if __name__ == "__main__":
    sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)))
