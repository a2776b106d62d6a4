"""Keeping freed memory for the next step instead of returning it to the system after each.

A step of training takes and frees the same few megabytes. The C library gives what lies free at the
end of its heap back to the system and asks for it again, page by page; for a small CNN that was
measured to cost up to two thirds of a step (900 page faults a step, `benchmarks/cnn.py`).
"""

from __future__ import annotations

import ctypes
import functools
import platform

# parameters of mallopt(3), and what they are set to in bytes: free memory that is kept, and the
# size from which a piece is taken from the system on its own (the largest that glibc allows)
_TRIM_THRESHOLD, _KEPT = -1, 256 << 20
_MMAP_THRESHOLD, _LARGE = -3, 32 << 20


@functools.cache
def keep_freed_memory() -> None:
    """Let this process keep up to 256 MiB that it has freed.

    Only glibc has this setting; elsewhere nothing changes.
    """
    if platform.libc_ver()[0] == "glibc":
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_TRIM_THRESHOLD, _KEPT)
        mallopt(_MMAP_THRESHOLD, _LARGE)
