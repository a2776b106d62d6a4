"""A bundle classifies bit for bit as its run, and one that was tampered with is not unpacked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.model import load_model
from core.model_export.bundle import ABOUT, write_bundle
from core.model_export.bundle_reading import is_bundle, opened_bundle
from core.places import cache_folder
from core.predicting import predict_table
from core.reporting import silent
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.model_export.small_run import finished_run

CARDS = {"card.md": "# card\n", "card.json": "{}\n"}


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path)


@pytest.fixture
def bundle(run: RunFolder, tmp_path: Path) -> Path:
    path = tmp_path / "kola.anomodel"
    write_bundle(run, path, CARDS, {"Anomalyst": "0"})
    return path


def members_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(path: Path, members: dict[str, bytes], **options: int) -> Path:
    with zipfile.ZipFile(path, "w", **options) as file:  # type: ignore[call-overload]
        for name, content in members.items():
            file.writestr(name, content)
    return path


def relisted(members: dict[str, bytes]) -> dict[str, bytes]:
    """Make the list true again after a change of the others."""
    about = json.loads(members[ABOUT])
    about["members"] = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in members.items()
        if name != ABOUT
    }
    return {**members, ABOUT: json.dumps(about).encode()}


def test_it_classifies_bit_for_bit(run: RunFolder, bundle: Path, tmp_path: Path) -> None:
    values = np.exp(np.random.default_rng(1).normal(size=(50, 3)))
    opened = opened_bundle(bundle)
    one, other = (load_model(each.model_path).classify(values) for each in (run, opened))
    assert one.probability.tobytes() == other.probability.tobytes()
    assert one.codes.tobytes() == other.codes.tobytes()
    tables = []
    for number, each in enumerate((run, opened)):
        out = tmp_path / f"{number}.csv"
        predict_table(each, str(tmp_path / "survey.csv"), out, silent)
        tables.append(out.read_bytes())
    assert tables[0] == tables[1]


def test_no_path_of_this_machine_is_in_it(bundle: Path, tmp_path: Path) -> None:
    content = bundle.read_bytes()
    assert str(tmp_path).encode() not in content
    assert tmp_path.name.encode() not in content
    assert b'table = "survey.csv"' in content


def test_the_same_run_gives_the_same_bytes(run: RunFolder, bundle: Path, tmp_path: Path) -> None:
    other = tmp_path / "again.anomodel"
    write_bundle(run, other, CARDS, {"Anomalyst": "0"})
    assert other.read_bytes() == bundle.read_bytes()


def test_what_was_changed_in_the_cache_is_unpacked_anew(bundle: Path) -> None:
    opened = opened_bundle(bundle)
    weights = opened.model_path / "weights.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[:-1] + b"x")
    assert opened_bundle(bundle).path == opened.path
    assert weights.read_bytes() == whole


def test_a_project_is_no_bundle(bundle: Path, tmp_path: Path) -> None:
    project = tmp_path / "project.anomodel"
    project.write_text("format = 1\n")
    assert is_bundle(bundle)
    assert not is_bundle(project)
    assert not is_bundle(tmp_path / "none")


def test_a_run_without_a_model_is_refused(run: RunFolder, tmp_path: Path) -> None:
    (run.model_path / "model.json").unlink()
    with pytest.raises(InputError, match="no trained model"):
        write_bundle(run, tmp_path / "out.anomodel", CARDS, {})


def _with(name: str, content: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda members: relisted({**members, name: content})


def _without(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda members: relisted({key: members[key] for key in members if key != name})


def _not_listed(members: dict[str, bytes]) -> dict[str, bytes]:
    return {**members, "card.md": b"another card"}


def _another_sum(members: dict[str, bytes]) -> dict[str, bytes]:
    weights = bytearray(members["model/weights.safetensors"])
    weights[-1] ^= 1
    return {**members, "model/weights.safetensors": bytes(weights)}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_with("../outside.txt", b"x"), "which no bundle does"),
        (_with("/etc/passwd", b"x"), "which no bundle does"),
        (_with("model/../../outside", b"x"), "which no bundle does"),
        (_with("model/evil.pkl", b"x"), "which no bundle does"),
        (_without("model/weights.safetensors"), "it lacks model/weights.safetensors"),
        (_without("job.toml"), "it lacks job.toml"),
        (_not_listed, "another size"),
        (_another_sum, "not what was written"),
        (lambda members: {**members, ABOUT: b"[]"}, "format"),
        (lambda members: {**members, ABOUT: b"\xff{"}, "cannot be read"),
        (lambda members: {**members, ABOUT: b'{"format": 9}'}, "format"),
        (lambda members: {**members, ABOUT: b'{"format": 1, "members": 3}'}, "other files"),
        (lambda members: {**members, ABOUT: b" " * 1_000_001}, "no list"),
        (lambda members: {k: v for k, v in members.items() if k != ABOUT}, "no list"),
        (lambda members: {}, "no list"),
    ],
)
def test_what_does_not_hold_is_refused(
    bundle: Path,
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], dict[str, bytes]],
    reason: str,
) -> None:
    path = packed(tmp_path / "hostile.anomodel", change(members_of(bundle)))
    with pytest.raises(InputError, match=reason):
        opened_bundle(path)
    left = cache_folder() / "bundles"
    assert not left.exists() or not list(left.iterdir())
    assert not (tmp_path / "outside.txt").exists()


def test_a_bomb_is_refused(bundle: Path, tmp_path: Path) -> None:
    members = relisted({**members_of(bundle), "card.md": bytes(20_000_000)})
    path = packed(tmp_path / "bomb.anomodel", members, compression=zipfile.ZIP_DEFLATED)
    with pytest.raises(InputError, match="compressed or encrypted"):
        opened_bundle(path)


def test_members_that_overlap_are_refused(bundle: Path, tmp_path: Path) -> None:
    content = bytearray(bundle.read_bytes())
    # the size of the largest member, in the directory at the end, says more than the file has
    with zipfile.ZipFile(bundle) as file:
        start = content.rindex(b"card.md") - 46
        assert content[start : start + 4] == b"PK\x01\x02"
        assert file.getinfo("card.md").file_size == len(CARDS["card.md"])
    for place in (start + 20, start + 24):
        content[place : place + 4] = (50_000_000).to_bytes(4, "little")
    path = tmp_path / "overlap.anomodel"
    path.write_bytes(content)
    with pytest.raises(InputError, match="larger than itself"):
        opened_bundle(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_is_refused(bundle: Path, tmp_path: Path) -> None:
    path = packed(tmp_path / "twice.anomodel", members_of(bundle))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("card.md", "# card\n")
    with pytest.raises(InputError, match="twice"):
        opened_bundle(path)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_half_a_file_is_refused(bundle: Path, tmp_path: Path, share: float) -> None:
    content = bundle.read_bytes()
    path = tmp_path / "half.anomodel"
    path.write_bytes(content[: int(share * len(content))])
    with pytest.raises(InputError, match="cannot be read"):
        opened_bundle(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        opened_bundle(tmp_path / "none.anomodel")
