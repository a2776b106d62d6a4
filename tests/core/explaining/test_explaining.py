"""The verb `explain` on real runs, and one row of a table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typer

from core.commands.channel import Channel
from core.commands.explaining import explain
from core.control import Control
from core.events import Event, Finished, TaskProgress
from core.explaining.cell import cell_of, percentile
from core.explaining.explaining import Asked, explain_run, explanation_of
from core.explaining.loading import _as_divided
from core.explaining.plain import plain
from core.explaining.table_subject import subject_of
from core.explaining.text import explanation_lines
from core.files import write_json
from core.model import load_model
from core.parts import load_parts
from core.reporting import silent
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.explaining.small_subjects import planted, random_subject
from tests.core.small_runs import carry_out, small_job, write_table


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run of three folds with four members each."""
    folder = tmp_path_factory.mktemp("explained")
    job = small_job(write_table(folder / "survey.csv"), folds=3, members=4)
    outcome, _ = carry_out(job, folder / "run")
    assert outcome is not None
    return RunFolder(folder / "run")


def explained(run: RunFolder, out: Path, **asked: Any) -> tuple[dict[str, Any], list[Event]]:
    events: list[Event] = []
    explain_run(run, Asked(**asked), out, events.append, Control())
    name = "cell.json" if asked.get("only_row") else "explanation.json"
    return json.loads((out / name).read_text(encoding="utf-8")), events


def test_writes_what_it_found_and_says_it(run: RunFolder, tmp_path: Path) -> None:
    found, events = explained(run, tmp_path / "why", row=7)
    *before, end = events
    assert isinstance(end, Finished)
    assert end.values["explanation"] == found
    steps = [event for event in before if isinstance(event, TaskProgress)]
    assert steps[-1].done == steps[-1].total
    assert found["samples"] == 60
    assert found["folds"] == 3
    assert [each["name"] for each in found["importance"]["elements"]] == ["Cu", "Zn", "Pb"]
    # each class has an element of its own, which its mean is raised in
    for code, each in enumerate(found["attributions"]["classes"]):
        assert int(np.argmax(each["mean"])) == code
        assert each["samples"] == 20
    assert [len(each["grid"]) for each in found["dependence"]] == [40, 40, 40]
    assert found["cell"]["row"] == 7
    assert "Cu" in str(end.message)


def test_the_same_run_gives_the_same_again(run: RunFolder, tmp_path: Path) -> None:
    first, second = (explained(run, tmp_path / name, repeats=2)[0] for name in "ab")
    assert first == second
    assert first["cell"] is None


def test_one_row_alone_is_quick(run: RunFolder, tmp_path: Path) -> None:
    found, events = explained(run, tmp_path, row=3, only_row=True)
    assert set(found) == {"format", "cell"}
    assert not (tmp_path / "explanation.json").exists()
    assert str(events[-1].message).startswith("Row 3")  # type: ignore[union-attr]


def test_a_held_out_row_is_asked_of_those_that_never_saw_it(run: RunFolder) -> None:
    parts = load_parts(run.job(), silent, run)
    subject = subject_of(load_model(run.model_path), parts)
    cell = cell_of(subject, 7)
    assert cell["held_out"]
    assert not cell["trained_on"]
    assert [each["members"] for each in cell["classes"]] == [4, 4, 4]
    assert sum(each["probability"] for each in cell["classes"]) == pytest.approx(1, abs=1e-5)
    assert sum(each["named"] for each in cell["classes"]) == 4
    assert cell["known"] == "a"
    judged = subject.model.votes_of_fold(
        next(n for n, fold in enumerate(parts.folds) if 6 in fold.held_out),
        parts.folds[next(n for n, fold in enumerate(parts.folds) if 6 in fold.held_out)].inputs,
    )
    expected = judged.count().probability[6]
    found = [each["probability"] for each in cell["classes"]]
    np.testing.assert_allclose(found, expected, rtol=1e-6)


def test_a_row_that_nobody_held_out_is_asked_of_all() -> None:
    subject = planted([[4.0, 0.0], [5.0, 0.0]], samples=20)
    trained = cell_of(subject, 1)
    assert (trained["held_out"], trained["trained_on"]) == (False, True)
    subject.parts.dataset.target[1] = -1
    assert cell_of(subject, 2)["known"] is None


def test_contributions_and_percentiles_of_a_row() -> None:
    subject = planted([[4.0, 0.0], [5.0, 0.0]], samples=20)
    cell = cell_of(subject, 2)
    first, second = cell["contributions"]["classes"]
    assert first["mean"][0] == pytest.approx(-second["mean"][0], abs=1e-4)
    assert first["mean"][1] == 0.0
    assert first["spread"][0] > 0
    values = subject.parts.dataset.features[:, 0]
    expected = 100 * (np.sum(values < values[1]) + 0.5) / 20
    assert cell["values"][0]["percentile"] == pytest.approx(expected)
    assert cell["values"][0]["value"] == pytest.approx(values[1])
    assert len(cell["values"][0]["of_classes"]) == 2


def test_percentile_counts_equal_values_by_half() -> None:
    values = np.array([1.0, 2.0, 2.0, 3.0, np.nan])
    assert percentile(2.0, values) == 50.0
    assert percentile(9.0, values) == 100.0
    assert np.isnan(percentile(np.nan, values))
    assert np.isnan(percentile(1.0, values[4:]))


def test_an_unknown_row_is_told(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no row 99; its rows are counted from 1 to 60"):
        explained(run, tmp_path, row=99)


def test_the_folder_of_another_run_is_left_alone(run: RunFolder, tmp_path: Path) -> None:
    other = RunFolder(tmp_path / "other")
    other.create(run.job())
    with pytest.raises(InputError, match="another run"):
        explained(run, other.path)


def test_stopped_it_writes_nothing(run: RunFolder, tmp_path: Path) -> None:
    control = Control()

    def report(event: Event) -> None:
        if isinstance(event, TaskProgress) and event.total > 2 and event.done == 2:
            control.stop()

    with pytest.raises(InputError, match="stopped"):
        explain_run(run, Asked(), tmp_path, report, control)
    assert list(tmp_path.iterdir()) == []


def test_without_held_out_samples_nothing_is_explained(tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "survey.csv"), part=0.0, epochs=2)
    carry_out(job, tmp_path / "run")
    with pytest.raises(InputError, match="No sample is held out"):
        explained(RunFolder(tmp_path / "run"), tmp_path / "why")
    # a row needs nobody to judge by
    found, _ = explained(RunFolder(tmp_path / "run"), tmp_path / "why", row=3, only_row=True)
    assert found["cell"]["trained_on"]


def test_a_network_of_steps_has_no_attributions() -> None:
    subject = random_subject(activations=("step1", "softmax"))
    found = explanation_of(subject, 2, 1, silent)
    assert found["attributions"] is None
    assert "Steps pass no gradient" in "\n".join(explanation_lines(found))
    cell = cell_of(subject, 1)
    assert cell["contributions"] is None
    assert len(explanation_lines({"cell": cell})) == 2 + subject.classes


def test_plain_has_seven_digits_and_no_nan() -> None:
    values = {"a": np.array([1 / 3, np.nan]), "b": [1, True, None, "x"], "c": (-np.inf,)}
    assert plain(values) == {"a": [0.3333333, None], "b": [1, True, None, "x"], "c": [None]}


def test_the_verb_explains_a_run(run: RunFolder, tmp_path: Path) -> None:
    assert verb(run.path, "--out", tmp_path / "why", "--repeats", 2, "--row", 4) == 0
    found = json.loads((tmp_path / "why/explanation.json").read_text(encoding="utf-8"))
    assert found["repeats"] == 2
    assert found["cell"]["row"] == 4
    assert verb(run.path, "--out", tmp_path, "--row", 4, "--only-row") == 0
    assert (tmp_path / "cell.json").is_file()


def test_a_row_that_is_only_told_leaves_no_file(run: RunFolder) -> None:
    before = {path: path.stat().st_mtime_ns for path in run.path.iterdir()}
    events: list[Event] = []
    explain_run(run, Asked(row=3, only_row=True), None, events.append, Control())
    end = events[-1]
    assert isinstance(end, Finished)
    assert end.values["explanation"]["cell"]["doubt"]["unlike"] > 0
    assert {path: path.stat().st_mtime_ns for path in run.path.iterdir()} == before


def test_the_verb_wants_a_row_where_that_is_all(run: RunFolder, tmp_path: Path) -> None:
    assert verb(run.path, "--out", tmp_path, "--only-row") == 2


def test_the_verb_wants_a_folder_for_what_is_written(run: RunFolder) -> None:
    assert verb(run.path, "--row", 4) == 2


def test_blocks_are_as_wide_as_they_were_for_the_run(tmp_path: Path) -> None:
    run = RunFolder(tmp_path)
    run.create(small_job(write_table(tmp_path / "survey.csv")))
    write_json(run.verdict_path, {"protocol": {"block_size": 12_000.0}})
    proposed = run.job()
    assert proposed.judging.block_size == 0
    assert _as_divided(proposed, run).judging.block_size == 12_000.0
    write_json(run.verdict_path, {"protocol": {"block_size": None}})
    assert _as_divided(proposed, run) == proposed


def verb(*words: object) -> int:
    """Carry the verb out by itself; return its exit code."""
    app = typer.Typer()
    app.command()(explain)
    told = Channel(lambda _: None, Control())
    return app([str(word) for word in words], standalone_mode=False, obj=told) or 0
