"""Stands for ``main.py``: has its words carried out by a process of the nursery, and waits for it.

To whoever started it, it is that process: same channels, same exit; killed, it takes it along.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

NAME = "ANOMALYST_NURSERY"


def main() -> None:
    """Call the nursery and end as the process does that it forks."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as nursery:
        nursery.connect(f"\0{os.environ[NAME]}")
        what = {
            "words": sys.argv[1:],
            "environment": dict(os.environ),
            "folder": str(Path.cwd()),
        }
        channels = [0, 1, 2]
        socket.send_fds(nursery, [json.dumps(what).encode()], channels)
        for channel in channels:
            os.close(channel)
        code = int(nursery.recv(64) or 1)
    if code < 0:
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    main()
