"""A model predicts a new table exactly as it did its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import torch

from core.events import Event, Notice, TaskProgress
from core.model import load_model
from core.parts import load_parts
from core.predicting import predict_table
from core.predictions import read_predictions
from core.run_folder import RunFolder
from datasets import chunks, text_blocks
from datasets.messages import InputError
from tests.core.small_runs import carry_out, command, finished, small_job, write_table


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    folder = RunFolder(tmp_path / "run")
    carry_out(small_job(write_table(tmp_path / "table.csv")), folder.path)
    return folder


def classes_and_probabilities(table: pa.Table) -> pa.Table:
    names = [name for name in table.column_names if name.startswith("p ")]
    return table.select(["row", "x", "y", "class", "probability", *names])


def predicted(run: RunFolder, table: Path) -> tuple[pa.Table, list[str]]:
    out = table.with_suffix(".parquet")
    code, events = command("predict", run.path, table, "--out", out)
    assert code == 0
    notices = [str(event.message) for event in events if isinstance(event, Notice)]
    return read_predictions(out), notices


def test_a_reloaded_model_predicts_the_same_bits(run: RunFolder) -> None:
    parts = load_parts(run.job(), lambda _: None, run)
    model = load_model(run.model_path)
    found = model.classify(parts.dataset.features)
    table = read_predictions(run.predictions_path)
    assert table.column("probability").to_numpy().tobytes() == found.highest.tobytes()
    again = load_model(run.model_path).classify(parts.dataset.features)
    assert again.probability.tobytes() == found.probability.tobytes()
    assert np.allclose(found.probability.sum(axis=1), 1.0)


def test_the_own_table_gives_the_own_predictions(run: RunFolder, tmp_path: Path) -> None:
    table, notices = predicted(run, tmp_path / "table.csv")
    assert notices == []
    own = read_predictions(run.predictions_path)
    assert classes_and_probabilities(table).equals(classes_and_probabilities(own))
    assert "known" not in table.column_names


def test_a_table_in_parts_gives_the_same_predictions(
    run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "table.csv"
    whole, in_parts = tmp_path / "whole.parquet", tmp_path / "parts.parquet"
    predict_table(run, str(table), whole, lambda event: None)
    monkeypatch.setattr(chunks, "WHOLE_BELOW", 0)
    monkeypatch.setattr(text_blocks, "BLOCK", 500)
    events: list[Event] = []
    predict_table(run, str(table), in_parts, events.append)
    assert read_predictions(in_parts).equals(read_predictions(whole))
    shares = [event.done / event.total for event in events if isinstance(event, TaskProgress)]
    assert len(shares) > 4
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_samples_keep_their_names(
    run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever way the table takes: at once, in parts as text or Parquet, numbers or texts."""
    cells = pd.read_csv(tmp_path / "table.csv")
    expected = [f"HD{row:03d}" for row in range(len(cells))]
    cells.insert(2, "Sample No.", expected)
    named, packed = tmp_path / "named.csv", tmp_path / "packed.parquet"
    cells.to_csv(named, index=False)
    cells.to_parquet(packed)
    monkeypatch.setattr(chunks, "ROWS", 20)
    found = {"whole": predicted(run, named)[0]}
    monkeypatch.setattr(chunks, "WHOLE_BELOW", 0)
    monkeypatch.setattr(text_blocks, "BLOCK", 500)
    for name, source in (("text in parts", named), ("parquet", packed)):
        predict_table(run, str(source), tmp_path / "out.parquet", lambda event: None)
        found[name] = read_predictions(tmp_path / "out.parquet")
    for name, table in found.items():
        assert table.column_names[:2] == ["row", "Sample No."], name
        assert table.column("Sample No.").to_pylist() == expected, name
    cells["Sample No."] = range(1000, 1000 + len(cells))
    cells.to_csv(named, index=False)
    predict_table(run, str(named), tmp_path / "out.csv", lambda event: None)
    assert pd.read_csv(tmp_path / "out.csv")["Sample No."].tolist() == cells["Sample No."].tolist()


def test_a_part_without_sample_names_is_one_of_texts(
    run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = pd.read_csv(tmp_path / "table.csv")
    names = [f"HD{row}" if row < 20 or row >= 40 else None for row in range(len(cells))]
    cells.insert(0, "Sample", np.array(names, dtype=object))
    packed, out = tmp_path / "packed.parquet", tmp_path / "out.parquet"
    cells.to_parquet(packed)
    monkeypatch.setattr(chunks, "ROWS", 20)
    predict_table(run, str(packed), out, lambda event: None)
    assert read_predictions(out).column("Sample").to_pylist() == names


def test_the_columns_may_stand_in_any_order(run: RunFolder, tmp_path: Path) -> None:
    rows = [line.split(",") for line in (tmp_path / "table.csv").read_text().splitlines()]
    other = tmp_path / "other.csv"
    other.write_text("".join(f"{row[4]};{row[2]};x;{row[3]}\n" for row in rows))
    table, _ = predicted(run, other)
    own = read_predictions(run.predictions_path)
    assert table.column("class").equals(own.column("class"))
    assert "x" not in table.column_names


def test_gaps_and_limits_of_a_new_table_are_worked_with(run: RunFolder, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Cu,Zn,Pb\n1.5,,2\n<0.2,inf,1\n-3,0,NaN\n1,1,1\n")
    table, notices = predicted(run, other)
    assert table.num_rows == 4
    assert np.isfinite(table.column("probability").to_numpy()).all()
    assert any("taken as the median" in notice for notice in notices)
    other.write_text("Cu,Zn,Pb\n1.5,few,2\n1,many,1\n")
    table, notices = predicted(run, other)
    assert table.num_rows == 2
    assert any("Zn holds text" in notice for notice in notices)


def test_another_number_of_threads_gives_the_same_bits(run: RunFolder, tmp_path: Path) -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        table, _ = predicted(run, tmp_path / "table.csv")
    finally:
        torch.set_num_threads(before)
    own = read_predictions(run.predictions_path)
    assert classes_and_probabilities(table).equals(classes_and_probabilities(own))


def test_copper_predicts_itself_in_another_process(tmp_path: Path) -> None:
    from core.bundled import bundled_job

    job = bundled_job("copper")
    training = job.training.model_copy(update={"epochs": 20})
    folder = RunFolder(tmp_path / "run")
    carry_out(job.model_copy(update={"training": training}), folder.path)
    out = tmp_path / "out.parquet"
    code, said, errors = finished("predict", folder.path, "example:copper", "--out", out)
    assert code == 0, errors
    assert said.startswith("22,400 rows classified")
    own = read_predictions(folder.predictions_path)
    assert classes_and_probabilities(read_predictions(out)).equals(classes_and_probabilities(own))


@pytest.mark.parametrize("name", ["model.json", "weights.safetensors"])
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"format": 2}'])
def test_a_damaged_model_is_told(run: RunFolder, name: str, content: bytes) -> None:
    (run.model_path / name).write_bytes(content)
    with pytest.raises(InputError, match="cannot be read"):
        load_model(run.model_path)


def test_a_model_with_foreign_weights_is_told(run: RunFolder, tmp_path: Path) -> None:
    other = RunFolder(tmp_path / "other")
    carry_out(small_job(tmp_path / "table.csv", layers="3-5-3"), other.path)
    weights = (other.model_path / "weights.safetensors").read_bytes()
    (run.model_path / "weights.safetensors").write_bytes(weights)
    with pytest.raises(InputError, match="another shape"):
        load_model(run.model_path)


def test_a_table_is_never_overwritten_by_its_own_result(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    before = table.read_bytes()
    with pytest.raises(InputError, match="table itself"):
        predict_table(RunFolder(tmp_path / "run"), str(table), table, lambda event: None)
    assert table.read_bytes() == before
