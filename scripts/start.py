"""Start Anomalyst: its window where there is a screen, else the copper example as a map."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import bootstrap


def main() -> None:
    """Open the window or make the example, and exit as it does."""
    os.chdir(bootstrap.ROOT)
    reason = why_no_window()
    sys.exit(run_example(reason) if reason else anomalyst())


def anomalyst(*words: str | Path) -> int:
    """Run the program in its environment and return its exit code."""
    try:
        return subprocess.run([bootstrap.VENV_PYTHON, "main.py", *words]).returncode
    except KeyboardInterrupt:
        return 130


def run_example(reason: str) -> int:
    """Train the copper example without a window and draw its map."""
    bootstrap.say(f"{reason}, so the copper example runs without a window.")
    run = Path("runs") / f"copper-example-{datetime.now():%Y%m%d-%H%M%S}"
    return anomalyst("run", "copper", "--out", run) or anomalyst(
        "map", run, "--out", run / "map.png"
    )


def why_no_window() -> str:
    """Say what keeps a window from opening; nothing where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    if not (_answers(_wayland_socket()) or _answers(_x11_address())):
        return "There is no screen here"
    if missing := bootstrap.missing_libraries():
        return f"The system lacks {', '.join(missing)}"
    return ""


def _wayland_socket() -> str | None:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return None
    return str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name))


def _x11_address() -> str | tuple[str, int] | None:
    """Return where the X server of DISPLAY listens: a socket's path, or host and port."""
    host, _, rest = os.environ.get("DISPLAY", "").rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return None
    if host in ("", "unix"):
        return f"/tmp/.X11-unix/X{number}"
    return host, 6000 + int(number)


def _answers(address: str | tuple[str, int] | None) -> bool:
    if address is None:
        return False
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


if __name__ == "__main__":
    main()
