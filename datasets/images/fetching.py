"""Fetching files of a data set from public mirrors: resumed, checked, one mirror after another."""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from datasets.file_access import fingerprint_of
from datasets.images.mirrors import MIRRORS, MNIST, RemoteFile
from datasets.messages import InputError

SECONDS = 20.0
"""Longest silence of a mirror."""
_BLOCK = 1 << 16
_LOCAL = ("localhost", "127.0.0.1", "::1")

# Told the bytes that lie here and those wanted, of all files together.
Counted = Callable[[int, int], None]


class Stop(Protocol):
    """Asked between two blocks whether to end."""

    def __call__(self) -> bool: ...


class StoppedError(Exception):
    """Whoever asked for the files does not want them any more; what came is kept for later."""


class _MirrorError(Exception):
    """A mirror gave no good file; the text is the reason."""


def fetch(
    folder: Path,
    files: Sequence[RemoteFile] = MNIST,
    mirrors: Sequence[str] = MIRRORS,
    *,
    counted: Counted | None = None,
    stop: Stop | None = None,
    seconds: float = SECONDS,
) -> int:
    """Bring files into a folder, unless they already lie there whole.

    A file that came in part (``NAME.part``) is continued; a mirror that fails or gives other bytes
    than published is left for the next.

    Returns
    -------
    int
        Bytes that lay there already or came now.

    Raises
    ------
    InputError
        When no mirror gives a file, with the last reason; or the folder cannot be written.
    StoppedError
        When `stop` said so.
    """
    _make(folder)
    total = sum(file.size for file in files)
    done = 0
    for file in files:

        def told(bytes_: int, before: int = done) -> None:
            if stop is not None and stop():
                raise StoppedError
            if counted is not None:
                counted(before + bytes_, total)

        _bring(folder, file, mirrors, told, seconds)
        done += file.size
        told(0, done)
    return done


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> InputError:
    return InputError(
        "The folder {folder} cannot be written ({reason}); make room or change its permissions.",
        folder=str(folder),
        reason=error.strerror or str(error),
    )


def _bring(
    folder: Path,
    file: RemoteFile,
    mirrors: Sequence[str],
    told: Callable[[int], None],
    seconds: float,
) -> None:
    """Bring one file from the first mirror that has it."""
    told(0)
    if _is_whole(folder / file.name, file):
        return
    reasons = []
    for mirror in mirrors:
        try:
            _from_mirror(mirror, folder / file.name, file, told, seconds)
        except _MirrorError as error:
            reasons.append(f"{urlsplit(mirror).hostname}: {error}")
        except OSError as error:
            raise _unwritable(folder, error) from None
        else:
            return
    raise InputError(
        "{name} could not be fetched ({reasons}); check the connection and try again, or copy the "
        "four IDX files of MNIST from another computer and open train-images-idx3-ubyte.gz.",
        name=file.name,
        reasons="; ".join(reasons) or "-",
    )


def _is_whole(path: Path, file: RemoteFile) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    return fingerprint_of(path) == file.sha256


def _from_mirror(
    mirror: str, path: Path, file: RemoteFile, told: Callable[[int], None], seconds: float
) -> None:
    part = path.with_name(f"{path.name}.part")
    resumed = part.is_file() and part.stat().st_size > 0
    _download(mirror + file.name, part, file, told, seconds)
    if not _is_whole(part, file) and resumed:
        # what lay there may have been of another file
        part.unlink()
        _download(mirror + file.name, part, file, told, seconds)
    if not _is_whole(part, file):
        part.unlink()
        raise _MirrorError("other bytes than published")
    part.replace(path)


def _download(
    address: str, part: Path, file: RemoteFile, told: Callable[[int], None], seconds: float
) -> None:
    """Append what is missing of a file to its part; start over where the mirror cannot continue."""
    _check_address(address)
    have = part.stat().st_size if part.is_file() else 0
    if have >= file.size:
        return
    asked = urllib.request.Request(address, headers={"User-Agent": "Anomalyst"})
    if have:
        asked.add_header("Range", f"bytes={have}-")
    reply = _opened(asked, seconds)
    with reply, part.open("ab") as stream:
        if reply.status != http.client.PARTIAL_CONTENT:
            stream.truncate(0)
            have = 0
        while block := _next_block(reply):
            stream.write(block)
            have += len(block)
            if have > file.size:
                break
            told(have)
    if have < file.size:
        raise _MirrorError("the connection ended early")


def _opened(asked: urllib.request.Request, seconds: float) -> http.client.HTTPResponse:
    try:
        # the mirrors alone are asked, and no other address that they might name but by https
        opener = urllib.request.build_opener(_StrictRedirects)
        reply: http.client.HTTPResponse = opener.open(asked, timeout=seconds)
    except urllib.error.HTTPError as error:
        error.close()
        raise _MirrorError(f"{error.code} {error.reason}") from None
    except urllib.error.URLError as error:
        raise _MirrorError(_reason(error.reason)) from None
    except (OSError, http.client.HTTPException) as error:
        raise _MirrorError(_reason(error)) from None
    return reply


def _next_block(reply: http.client.HTTPResponse) -> bytes:
    try:
        return reply.read(_BLOCK)
    except (OSError, http.client.HTTPException) as error:
        raise _MirrorError(_reason(error)) from None


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return "no answer"
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise _MirrorError("only https is used")


class _StrictRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a mirror to another address only where that is as safe."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        _check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
