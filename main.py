"""Anomalyst: without arguments the window, with a verb the command line."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Open the window, or carry out the command of the arguments."""
    if len(sys.argv) > 1:
        from core.command_line import main as command_line

        command_line(sys.argv[1:])
    else:
        # what is made on the way to the first picture stays; gui/collector.py goes on from there
        gc.disable()
        from gui.app import main as window

        sys.exit(window())


if __name__ == "__main__":
    main()
