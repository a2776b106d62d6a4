"""A bundle from anywhere, read with suspicion and unpacked as the folder of a run."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.model_export.bundle import ABOUT, BESIDE, CHUNK, FORMAT, NEEDED, described
from core.places import cache_folder
from core.run_folder import RunFolder
from datasets.messages import InputError

# the list of the members; a real one has about 1,500 bytes
LARGEST_LIST = 1_000_000


def is_bundle(path: Path) -> bool:
    """Whether a file is a bundle, by its first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def opened_bundle(path: Path) -> RunFolder:
    """Return the run in a bundle, unpacked in the cache of the program.

    A folder of the same content that was unpacked before, and not changed since, is taken again.

    Raises
    ------
    InputError
        When the file is no bundle or is damaged: of a name, size or sum that does not hold.
    """
    try:
        with zipfile.ZipFile(path) as file:
            listed = _checked_list(file, path.stat().st_size)
            text = json.dumps(listed, sort_keys=True).encode()
            folder = cache_folder() / "bundles" / hashlib.sha256(text).hexdigest()
            if not _is_whole(folder, listed):
                _unpack(file, listed, folder)
            return RunFolder(folder)
    except _DamageError as damage:
        reason = str(damage)
    except (
        zipfile.BadZipFile,
        struct.error,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
        EOFError,
        KeyError,
    ) as error:
        reason = str(error) or type(error).__name__
    raise InputError(
        "The bundle {path} cannot be read: {reason}; ask for the file again.",
        path=str(path),
        reason=reason.rstrip("."),
    )


class _DamageError(Exception):
    """Something in a bundle does not hold."""


def _checked_list(file: zipfile.ZipFile, size: int) -> dict[str, dict[str, Any]]:
    """Return bytes and sums of the members, after names and sizes were found to hold."""
    entries = file.infolist()
    names = [entry.filename for entry in entries]
    unknown = sorted(set(names) - {ABOUT, *NEEDED, *BESIDE})
    if unknown:
        raise _DamageError(f"it holds {unknown[0][:80]!r}, which no bundle does")
    if len(set(names)) < len(names):
        raise _DamageError("it holds a file twice")
    if any(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 for entry in entries):
        raise _DamageError("its files are compressed or encrypted")
    if sum(entry.file_size for entry in entries) > size:
        raise _DamageError("its files are larger than itself")
    if ABOUT not in names or file.getinfo(ABOUT).file_size > LARGEST_LIST:
        raise _DamageError(f"it has no list of its files ({ABOUT})")
    return _listed(json.loads(file.read(ABOUT)), entries)


def _listed(about: Any, entries: list[zipfile.ZipInfo]) -> dict[str, dict[str, Any]]:
    sizes = {entry.filename: entry.file_size for entry in entries if entry.filename != ABOUT}
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise _DamageError("its format is not known to this version of the program")
    members = about.get("members")
    if not isinstance(members, dict) or set(members) != set(sizes):
        raise _DamageError("its list names other files than it holds")
    missing = [name for name in NEEDED if name not in sizes]
    if missing:
        raise _DamageError(f"it lacks {missing[0]}")
    for name, stated in members.items():
        if not isinstance(stated, dict) or stated.get("bytes") != sizes[name]:
            raise _DamageError(f"{name} has another size than its list says")
    return {name: {key: members[name].get(key) for key in ("bytes", "sha256")} for name in members}


def _is_whole(folder: Path, listed: Mapping[str, Mapping[str, Any]]) -> bool:
    return all(
        (folder / name).is_file() and described(folder / name) == stated
        for name, stated in listed.items()
    )


def _unpack(file: zipfile.ZipFile, listed: Mapping[str, Mapping[str, Any]], folder: Path) -> None:
    """Write the members into a folder, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=folder.parent) as name:
        part = Path(name) / "run"
        for member, stated in listed.items():
            _take_out(file, member, part / member)
            if described(part / member) != stated:
                raise _DamageError(f"{member} is not what was written")
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)


def _take_out(file: zipfile.ZipFile, member: str, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with file.open(member) as source, place.open("wb") as target:
        shutil.copyfileobj(source, target, CHUNK)
