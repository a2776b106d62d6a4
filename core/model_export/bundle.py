"""A trained model as one file to give away: ``NAME.anomalyst``, read with suspicion.

A zip whose members are stored, not compressed: what comes out is never larger than the file.
"""

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

from core.exporting.written import result_written
from core.job_file import job_text, with_any_places
from core.places import cache_folder
from core.run_folder import RunFolder
from datasets.messages import InputError

FORMAT = 1
SUFFIX = ".anomalyst"
ABOUT = "bundle.json"
NEEDED = ("job.toml", "run.json", "model/model.json", "model/weights.safetensors")
# what a run may lack, and what is written for people
BESIDE = (
    *("model/unlike.safetensors", "verdict.json", "evaluation.json", "outcome.json"),
    *("card.md", "card.json"),
)
# the list of the others; a real one has about 1,500 bytes
LARGEST_LIST = 1_000_000
_CHUNK = 2**20
# the same run gives the same bytes, whenever it is written
_DATE = (1980, 1, 1, 0, 0, 0)


def write_bundle(
    run: RunFolder, out: Path, cards: Mapping[str, str], versions: Mapping[str, str]
) -> None:
    """Write the model of a finished run and what is known of it.

    Parameters
    ----------
    cards
        Text of ``card.md`` and ``card.json``.
    versions
        Of the program and the libraries, by name.

    Raises
    ------
    InputError
        When the run has no model, or the place cannot be written.
    """
    contents: dict[str, bytes | Path] = {"job.toml": _job_without_places(run)}
    for name in (*NEEDED, *BESIDE):
        path = run.path / name
        if name not in contents and path.is_file():
            contents[name] = path
    contents |= {name: text.encode() for name, text in cards.items()}
    missing = [name for name in NEEDED if name not in contents]
    if missing:
        raise InputError(
            "There is no trained model in {path}; the run has not ended yet.", path=str(run.path)
        )
    about = {
        "format": FORMAT,
        "program": "Anomalyst",
        "versions": dict(versions),
        "members": {name: _described(contents[name]) for name in sorted(contents)},
    }
    with result_written(out) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as file:
        _put(file, ABOUT, json.dumps(about, ensure_ascii=False, indent=1).encode())
        for name in sorted(contents):
            _put(file, name, contents[name])


def _job_without_places(run: RunFolder) -> bytes:
    """Return the job with the names of its files alone: paths tell of somebody's machine."""

    def name_of(place: str) -> str:
        return place if place.startswith("example:") else Path(place).name

    return job_text(with_any_places(run.any_job(), name_of)).encode()


def _described(content: bytes | Path) -> dict[str, Any]:
    if isinstance(content, bytes):
        return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    with content.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": content.stat().st_size, "sha256": digest}


def _put(file: zipfile.ZipFile, name: str, content: bytes | Path) -> None:
    about = zipfile.ZipInfo(name, _DATE)
    about.external_attr = 0o644 << 16
    if isinstance(content, bytes):
        file.writestr(about, content)
        return
    about.file_size = content.stat().st_size
    with content.open("rb") as source, file.open(about, "w") as target:
        shutil.copyfileobj(source, target, _CHUNK)


def is_bundle(path: Path) -> bool:
    """Whether a file is a bundle, by its first bytes; a project of the same ending is text."""
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
    except _Damaged as damage:
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


class _Damaged(Exception):
    """Something in a bundle does not hold."""


def _checked_list(file: zipfile.ZipFile, size: int) -> dict[str, dict[str, Any]]:
    """Return bytes and sums of the members, after names and sizes were found to hold."""
    entries = file.infolist()
    names = [entry.filename for entry in entries]
    unknown = sorted(set(names) - {ABOUT, *NEEDED, *BESIDE})
    if unknown:
        raise _Damaged(f"it holds {unknown[0][:80]!r}, which no bundle does")
    if len(set(names)) < len(names):
        raise _Damaged("it holds a file twice")
    if any(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 for entry in entries):
        raise _Damaged("its files are compressed or encrypted")
    if sum(entry.file_size for entry in entries) > size:
        raise _Damaged("its files are larger than itself")
    if ABOUT not in names or file.getinfo(ABOUT).file_size > LARGEST_LIST:
        raise _Damaged(f"it has no list of its files ({ABOUT})")
    return _listed(json.loads(file.read(ABOUT)), entries)


def _listed(about: Any, entries: list[zipfile.ZipInfo]) -> dict[str, dict[str, Any]]:
    sizes = {entry.filename: entry.file_size for entry in entries if entry.filename != ABOUT}
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise _Damaged("its format is not known to this version of the program")
    members = about.get("members")
    if not isinstance(members, dict) or set(members) != set(sizes):
        raise _Damaged("its list names other files than it holds")
    missing = [name for name in NEEDED if name not in sizes]
    if missing:
        raise _Damaged(f"it lacks {missing[0]}")
    for name, stated in members.items():
        if not isinstance(stated, dict) or stated.get("bytes") != sizes[name]:
            raise _Damaged(f"{name} has another size than its list says")
    return {name: {key: members[name].get(key) for key in ("bytes", "sha256")} for name in members}


def _is_whole(folder: Path, listed: Mapping[str, Mapping[str, Any]]) -> bool:
    return all(
        (folder / name).is_file() and _described(folder / name) == stated
        for name, stated in listed.items()
    )


def _unpack(file: zipfile.ZipFile, listed: Mapping[str, Mapping[str, Any]], folder: Path) -> None:
    """Write the members into a folder, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=folder.parent) as name:
        part = Path(name) / "run"
        for member, stated in listed.items():
            _take_out(file, member, part / member)
            if _described(part / member) != stated:
                raise _Damaged(f"{member} is not what was written")
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)


def _take_out(file: zipfile.ZipFile, member: str, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with file.open(member) as source, place.open("wb") as target:
        shutil.copyfileobj(source, target, _CHUNK)
