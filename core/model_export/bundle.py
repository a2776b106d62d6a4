"""A trained model as one file to give away: ``NAME.anomodel``.

A zip whose members are stored, not compressed: what comes out is never larger than the file.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.exporting.written import result_written
from core.job_file import job_text, with_any_places
from core.run_folder import RunFolder
from datasets.messages import InputError

FORMAT = 1
SUFFIX = ".anomodel"
ABOUT = "bundle.json"
NEEDED = ("job.toml", "run.json", "model/model.json", "model/weights.safetensors")
# what a run may lack, and what is written for people
BESIDE = (
    *("model/unlike.safetensors", "verdict.json", "evaluation.json", "outcome.json"),
    *("card.md", "card.json"),
)
CHUNK = 2**20
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
        "members": {name: described(contents[name]) for name in sorted(contents)},
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


def described(content: bytes | Path) -> dict[str, Any]:
    """Return size and sum of a member, or of a file, as the list has them."""
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
        shutil.copyfileobj(source, target, CHUNK)
