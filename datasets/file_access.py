"""Opening a file, with a sentence for everything that can be wrong with it."""

from __future__ import annotations

import hashlib
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from zipfile import BadZipFile

from datasets.messages import InputError

HEAD = 1 << 16
_BLOCK = 1 << 22
_DAMAGED = (EOFError, zlib.error, lzma.LZMAError, BadZipFile)


@contextmanager
def told_access(path: Path) -> Iterator[None]:
    """Say in one sentence why a file cannot be opened or read.

    Raises
    ------
    InputError
        When the file is absent, a folder, held by another program, or damaged.
    """
    try:
        yield
    except FileNotFoundError:
        raise InputError(
            "There is no file {path}; check the name and the folder.", path=str(path)
        ) from None
    except PermissionError:
        if path.is_dir():
            raise _is_folder(path) from None
        raise InputError(
            "The file {path} may not be read; close it in other programs or change its "
            "permissions.",
            path=str(path),
        ) from None
    except IsADirectoryError:
        raise _is_folder(path) from None
    except _DAMAGED as error:
        raise InputError(
            "The file {path} is damaged or was copied only in part ({reason}); get it again.",
            path=str(path),
            reason=str(error) or type(error).__name__,
        ) from None
    except OSError as error:
        raise InputError(
            "The file {path} cannot be read ({reason}); copy it to a local disk and try again.",
            path=str(path),
            reason=error.strerror or str(error),
        ) from None


def _is_folder(path: Path) -> InputError:
    return InputError("{path} is a folder; choose a table file inside it.", path=str(path))


def read_head(path: Path) -> bytes:
    """Return the first 64 KB of a file.

    Raises
    ------
    InputError
        When it cannot be opened, or holds nothing.
    """
    with told_access(path):
        if path.is_dir():
            raise _is_folder(path)
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            rest = head
            while rest and not rest.strip():
                rest = stream.read(HEAD)
    if not rest:
        raise InputError(
            "The file {path} is empty; get it again, or choose another.", path=str(path)
        )
    return head


def fingerprint_of(path: Path, stopped: Event | None = None) -> str:
    """Return the SHA-256 of the bytes of a file, hexadecimal; "" when it was stopped."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            if stopped is not None and stopped.is_set():
                return ""
    return digest.hexdigest()
