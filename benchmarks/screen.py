"""Somewhere to draw: the display at hand, or an Xvfb of one's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.figures import note

SIZE = "1400x1000x24"


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Yield the environment for a process with a window.

    An Xvfb is preferred to a display that may be somebody's desk: nobody moves a mouse on it, and
    two machines draw the same way. BENCHMARK_ON_DISPLAY=1 takes the display at hand.
    """
    environment = dict(os.environ)
    if sys.platform != "linux" or os.environ.get("BENCHMARK_ON_DISPLAY") == "1":
        note(f"drawing on the display {environment.get('DISPLAY', '')}".rstrip())
        yield environment
        return
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        note("no Xvfb here: drawing off screen, which leaves out the way to the display")
        yield {**environment, "QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    # the server itself finds a free number and writes it to the pipe once it takes connections
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        environment.pop("WAYLAND_DISPLAY", None)
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
