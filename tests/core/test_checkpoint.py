"""A checkpoint comes back to the last bit; a damaged one is told in a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from core.checkpoint import FORMAT, Counters, read_checkpoint, write_checkpoint
from datasets.messages import InputError
from tests.core.small_runs import LeaveAfter, carry_out, small_job, write_table

COUNTERS = Counters(
    3, 0.1 + 0.2, "abc", {"epoch": 3, "ended": "", "best_losses": [0.1], "best_epochs": [2]}
)


def written(path: Path) -> dict[str, torch.Tensor]:
    tensors = {
        "weights": torch.randn(1, 4, 3, dtype=torch.float64).transpose(1, 2),
        "steps": torch.tensor([[1e-300, float("inf"), -0.0]], dtype=torch.float64),
    }
    write_checkpoint(path, tensors, COUNTERS)
    return tensors


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.safetensors"
    tensors = written(path)
    found, counters = read_checkpoint(path)
    assert counters == COUNTERS
    assert found.keys() == tensors.keys()
    assert all(torch.equal(found[name], tensors[name]) for name in tensors)


@pytest.mark.parametrize("size", [0, 5, 100, -1])
def test_a_cut_checkpoint_is_told(tmp_path: Path, size: int) -> None:
    path = tmp_path / "checkpoint.safetensors"
    written(path)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(InputError, match="cannot be read"):
        read_checkpoint(path)


def test_a_foreign_checkpoint_is_told(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.safetensors"
    save_file({"weights": torch.zeros(2)}, path, {"format": "99"})
    with pytest.raises(InputError, match="format"):
        read_checkpoint(path)
    save_file({"weights": torch.zeros(2)}, path, {"format": "1", "counters": "[]"})
    with pytest.raises(InputError, match="earlier version"):
        read_checkpoint(path)
    save_file({"weights": torch.zeros(2)}, path, {"format": str(FORMAT), "counters": "[]"})
    with pytest.raises(InputError, match="cannot be read"):
        read_checkpoint(path)


def test_a_checkpoint_of_another_network_is_told(tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv")
    for name, layers in (("one", "3-4-3"), ("other", "3-5-3")):
        carry_out(small_job(table, layers=layers), tmp_path / name, LeaveAfter(2, abandon=True))
    checkpoint = (tmp_path / "other" / "checkpoint.safetensors").read_bytes()
    (tmp_path / "one" / "checkpoint.safetensors").write_bytes(checkpoint)
    with pytest.raises(InputError, match="cannot be read"):
        carry_out(small_job(table, layers="3-4-3"), tmp_path / "one")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("epoch", -1),
        ("epoch", 10**6),
        ("ended", [17]),
        ("ended", [0, 0]),
        ("epochs", []),
        ("best_losses", []),
        ("try", 5),
        ("scores", None),
    ],
)
def test_a_checkpoint_whose_counters_do_not_fit_is_told(
    tmp_path: Path, name: str, value: object
) -> None:
    job = small_job(write_table(tmp_path / "table.csv"))
    path = tmp_path / "run" / "checkpoint.safetensors"
    carry_out(job, tmp_path / "run", LeaveAfter(2, abandon=True))
    tensors, counters = read_checkpoint(path)
    damaged = {**counters.loop, name: value}
    write_checkpoint(path, tensors, replace(counters, loop=damaged))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="cannot be read"):
        carry_out(job, tmp_path / "run")
