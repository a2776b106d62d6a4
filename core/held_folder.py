"""Holding a folder for one process, so that no other works in it at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.files import remove_parts
from datasets.messages import InputError

# seconds that a process may take to die and let go of its folder
LOCK_TIMEOUT = 2.0
LOCK_NAME = "lock"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder for this process. The lock dies with the process, however it dies.

    The folder is made where it is absent; what a killed process left half-written in it goes.

    Raises
    ------
    InputError
        When another process holds it.
    """
    # the window loads this module, and need not wait for what holding takes
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK_NAME, timeout=LOCK_TIMEOUT)
    try:
        lock.acquire()
    except Timeout:
        raise InputError(
            "Another process is working on {path}; stop it first or choose another folder.",
            path=str(folder),
        ) from None
    try:
        remove_parts(folder)
        yield
    finally:
        lock.release()


def is_held(folder: Path) -> bool:
    """Whether a process holds a folder."""
    from filelock import FileLock, Timeout

    path = folder / LOCK_NAME
    if not path.exists():
        return False
    lock = FileLock(path, timeout=0.0)
    try:
        lock.acquire()
    except Timeout:
        return True
    except OSError:
        # a folder that can only be read: nobody works there
        return False
    lock.release()
    return False
