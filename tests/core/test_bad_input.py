"""What cannot be used is told in one sentence; what can be worked with is worked with and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.bundled import bundled_job
from core.events import Notice
from core.job import Job
from core.job_file import job_text, read_job
from core.predictions import read_predictions
from core.run_folder import RunFolder
from tests.core.small_runs import (
    LeaveAfter,
    carry_out,
    command,
    finished,
    on_terminal,
    small_job,
    write_job,
    write_table,
)

Words = list[object]
Case = Callable[[Path], Words]


def job_on(folder: Path, text: str, **changes: object) -> Words:
    """Return the words that run a job on a table of this text."""
    table = folder / "table.csv"
    table.write_text(text, encoding="utf-8")
    job = small_job(table)
    job = job.model_copy(update={"data": job.data.model_copy(update=changes)})
    return ["run", write_job(folder / "job.toml", job), "--out", folder / "run"]


def job_with(folder: Path, *pairs: tuple[str, str]) -> Words:
    """Return the words that run a job file in which texts are replaced."""
    text = job_text(small_job(write_table(folder / "table.csv")))
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (folder / "job.toml").write_text(text, encoding="utf-8")
    return ["run", folder / "job.toml", "--out", folder / "run"]


def table_of(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def finished_run(folder: Path) -> RunFolder:
    run = RunFolder(folder / "old")
    carry_out(small_job(write_table(folder / "table.csv")), run.path)
    return run


def without_columns(folder: Path) -> Words:
    run = finished_run(folder)
    new = folder / "new.csv"
    new.write_text("Cu,Au\n1,2\n")
    return ["predict", run.path, new, "--out", folder / "found.csv"]


def damaged(folder: Path, name: str) -> Words:
    run = finished_run(folder)
    (run.path / name).write_bytes(b"\x00\xff")
    return ["predict", run.path, folder / "table.csv", "--out", folder / "found.csv"]


def damaged_checkpoint(folder: Path) -> Words:
    run = RunFolder(folder / "old")
    carry_out(small_job(write_table(folder / "table.csv")), run.path, LeaveAfter(3))
    run.checkpoint_path.write_bytes(run.checkpoint_path.read_bytes()[:200])
    return ["run", run.job_path, "--out", run.path]


def full_folder(folder: Path) -> Words:
    words = job_with(folder)
    (folder / "thesis").mkdir()
    (folder / "thesis" / "chapter1.docx").touch()
    return [*words[:3], folder / "thesis"]


def below_a_file(folder: Path) -> Words:
    words = job_with(folder)
    return [*words[:3], folder / "table.csv" / "run"]


HEAD = "E,N,Cu,Zn,Pb,rock\n"
CASES: dict[str, tuple[Case, str]] = {
    "no such job": (lambda at: ["run", at / "no.toml", "--out", at / "run"], "no job file"),
    "no such table": (
        lambda at: job_with(at, ("table.csv", "none.csv")), "There is no file"
    ),
    "a folder as table": (lambda at: job_with(at, ("table.csv", ".")), "is a folder"),
    "empty table": (lambda at: job_on(at, ""), "is empty"),
    "header only": (lambda at: job_on(at, HEAD), "no rows"),
    "no numbers": (
        lambda at: job_on(at, HEAD + "1,1,x,y,z,a\n1,2,y,z,x,b\n"), "None of the chosen features"
    ),
    "one class": (
        lambda at: job_on(at, HEAD + "1,1,1,2,3,a\n1,2,3,2,1,a\n"), "single class"
    ),
    "no class": (lambda at: job_on(at, HEAD + "1,1,1,2,3,\n1,2,3,2,1,\n"), "no class in any row"),
    "a measurement as target": (
        lambda at: ["job", write_table(at / "table.csv"), "--target", "Zn"], "measurement"
    ),
    "wrong layers": (lambda at: job_with(at, ("3-4-3", "3-four-3")), "3-four-3"),
    "wrong layers typed": (
        lambda at: [
            "job", write_table(at / "table.csv"), "--target", "rock", "--layers", "3..3"
        ],
        "3..3",
    ),
    "layers and features": (lambda at: job_with(at, ("3-4-3", "7-4-3")), "first layer 3"),
    "layers and classes": (lambda at: job_with(at, ("3-4-3", "3-4-8")), "last layer 3"),
    "unknown feature": (lambda at: job_with(at, ('"Zn"', '"Gold"')), "Gold"),
    "unknown target": (lambda at: job_with(at, ('"rock"', '"Gold"')), "Gold"),
    "unknown coordinate": (lambda at: job_with(at, ('x = "E"', 'x = "Gold"')), "Gold"),
    "unknown column typed": (
        lambda at: ["job", write_table(at / "table.csv"), "--target", "Gold"], "Gold"
    ),
    "target among features": (lambda at: job_with(at, ('"Zn"', '"rock"')), "among the features"),
    "one coordinate": (lambda at: job_with(at, ('y = "N"', 'y = ""')), "both or neither"),
    "text as coordinate": (lambda at: job_with(at, ('x = "E"', 'x = "rock"')), "holds text"),
    "a new table without columns": (without_columns, "lacks the columns Zn, Pb"),
    "a folder with other files": (full_folder, "holds other files"),
    "a folder below a file": (below_a_file, "cannot be written"),
    "unknown example": (
        lambda at: ["job", "example:silver", "--target", "type"], "no example “silver”"
    ),
    "job that is no TOML": (lambda at: job_with(at, ("[data]", "[data")), "not valid TOML"),
    "job with a wrong field": (
        lambda at: job_with(at, ("epochs = 30", "epochs = -1")), "training.epochs"
    ),
    "job that is no text": (
        lambda at: ["run", table_of(at, "\x00").rename(at / "job.toml"), "--out", at / "run"],
        "not valid TOML",
    ),
    "a table as job": (
        lambda at: ["run", write_table(at / "a.csv"), "--out", at / "run"], "is a table, not a job"
    ),
    "damaged checkpoint": (damaged_checkpoint, "checkpoint"),
    "damaged model": (lambda at: damaged(at, "model/model.json"), "model"),
    "damaged weights": (lambda at: damaged(at, "model/weights.safetensors"), "model"),
    "damaged predictions": (
        lambda at: ["export", damaged(at, "predictions.parquet")[1], "--out", at / "o.csv"],
        "predictions",
    ),
    "no run to predict with": (
        lambda at: ["predict", at, write_table(at / "table.csv"), "--out", at / "found.csv"],
        "is not the folder of a run",
    ),
    "no run to draw": (
        lambda at: ["map", at / "none", "--out", at / "m.png"], "no run folder"
    ),
    "no run to compare with": (
        lambda at: ["compare", finished_run(at).path, at / "none"], "no run folder"
    ),
    "an example that was not run": (
        lambda at: ["map", "copper", "--out", at / "m.png"], "run copper --out runs/copper"
    ),
    "outlines that are none": (
        lambda at: [
            "map", finished_run(at).path, "--out", at / "m.png", "--outlines", at / "table.csv"
        ],
        "table.csv",
    ),
    "a break that there is not": (
        lambda at: [
            "threshold", write_table(at / "table.csv"), "--column", "Cu", "--method", "ca",
            "--pieces", "2", "--break", "3",
        ],
        "no break 3",
    ),
    "an option of another value": (
        lambda at: ["threshold", at / "table.csv", "--column", "Cu", "--method", "guess"],
        "main.py threshold --help",
    ),
    "an option that is missing": (lambda at: ["map", at / "none"], "'--out'"),
    "a verb that there is not": (lambda at: ["fly"], "No such command 'fly'"),
    "no coordinates to draw": (
        lambda at: ["map", run_without_coordinates(at).path, "--out", at / "m.png"],
        "no coordinates",
    ),
    "wrong ending of a picture": (
        lambda at: ["map", finished_run(at).path, "--out", at / "m.jpg"], ".png"
    ),
    "wrong ending of a table": (
        lambda at: ["export", finished_run(at).path, "--out", at / "o.xls"], ".csv"
    ),
    "a place that cannot be written": (
        lambda at: ["export", finished_run(at).path, "--out", at / "table.csv" / "o.csv"],
        "cannot be written",
    ),
    "a table that is no text": (lambda at: job_on(at, "PK\x03\x04"), "damaged"),
}  # fmt: skip


def run_without_coordinates(folder: Path) -> RunFolder:
    job = small_job(write_table(folder / "table.csv"))
    data = job.data.model_copy(update={"x": "", "y": ""})
    carry_out(job.model_copy(update={"data": data}), folder / "old")
    return RunFolder(folder / "old")


@pytest.mark.parametrize(("case", "said"), CASES.values(), ids=CASES.keys())
def test_bad_input_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: Case, said: str
) -> None:
    words = case(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    capsys.readouterr()
    assert on_terminal(*words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    sentence = printed.err
    assert said in sentence
    assert "Traceback" not in sentence
    assert sentence.count("\n") == 1
    assert sentence.endswith(".\n")
    # nothing was made, but what tells why a run that was there cannot go on
    made = {path.name for path in set(tmp_path.rglob("*")) - set(before)}
    assert made <= {"outcome.json", "lock"} if said == "checkpoint" else made == set()
    assert not (tmp_path / "run").exists()


def test_the_process_says_the_same(tmp_path: Path) -> None:
    code, out, errors = finished(*job_on(tmp_path, HEAD))
    assert (code, out) == (2, "")
    assert errors.count("\n") == 1
    assert "no rows" in errors
    assert not (tmp_path / "run").exists()


def test_a_run_made_by_the_window_keeps_the_sentence(tmp_path: Path) -> None:
    """The window makes the folder first; its run says why it failed."""
    words = job_with(tmp_path, ("3-4-3", "3-4-8"))
    folder = RunFolder(tmp_path / "run")
    folder.create(read_job(tmp_path / "job.toml"))
    assert command(*words)[0] == 2
    outcome = folder.outcome()
    assert outcome is not None
    assert outcome.reason == "failed"
    assert "last layer 3" in str(outcome.sentence)


# --- what can be worked with --------------------------------------------------------------


def worked(tmp_path: Path, change: Callable[[int, list[str]], list[str]]) -> list[str]:
    """Run a job on a changed table; return what was said. Every row gets a class."""
    lines = write_table(tmp_path / "table.csv").read_text().splitlines()
    rows = [change(number, line.split(",")) for number, line in enumerate(lines[1:])]
    words = job_on(tmp_path, "\n".join([lines[0], *(",".join(row) for row in rows)]) + "\n")
    code, events = command(*words)
    notices = [str(event.message) for event in events if isinstance(event, Notice)]
    assert code == 0, events[-1]
    predictions = read_predictions(tmp_path / "run" / "predictions.parquet")
    assert predictions.num_rows == 60
    assert set(predictions.column("class").to_pylist()) <= {"a", "b", "c"}
    probabilities = predictions.column("probability").to_numpy()
    assert ((probabilities > 0) & (probabilities <= 1)).all()
    return notices


@pytest.mark.parametrize(
    ("column", "value", "every", "said"),
    [
        (5, "", 2, "without a class (30) are classified"),
        (2, "few", 1, "Cu holds text"),
        (2, "", 1, "Cu holds text|no value in any sample"),
        (2, "7", 1, "the same value"),
        (2, "NaN", 7, "Missing values among the chosen features: 9"),
        (2, "inf", 7, "infinite cells (9)"),
        (2, "-inf", 7, "infinite cells (9)"),
        (2, "<0.5", 7, "below its detection limit (9)"),
        (2, "-1", 7, "below its detection limit (9)"),
        (2, "0", 7, "No logarithm was taken of Cu"),
        (0, "", 7, "without complete coordinates (9)"),
    ],
)
def test_what_can_be_worked_with_is_said(
    tmp_path: Path, column: int, value: str, every: int, said: str
) -> None:
    def change(number: int, row: list[str]) -> list[str]:
        if number % every == 0:
            row[column] = value
        return row

    notices = worked(tmp_path, change)
    assert any(words in notice for notice in notices for words in said.split("|")), notices


def test_a_class_with_one_member_is_worked_with(tmp_path: Path) -> None:
    def change(number: int, row: list[str]) -> list[str]:
        row[5] = "c" if number == 11 else "ab"[number % 2]
        return row

    notices = worked(tmp_path, change)
    assert any("The class c has one sample" in notice for notice in notices)


def test_infinite_classes_are_no_classes(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Cu,code\n" + "".join(f"{k},{k % 2}\n{k + 3},inf\n" for k in range(30)))
    job: Job = bundled_job("copper")
    data = job.data.model_copy(
        update={"table": str(table), "target": "code", "features": ("Cu",), "x": "", "y": ""}
    )
    network = job.network.model_copy(update={"layers": "1-2-2-2"})
    training = job.training.model_copy(update={"epochs": 3})
    update = {"data": data, "network": network, "training": training}
    outcome, _ = carry_out(job.model_copy(update=update), tmp_path / "run")
    assert outcome is not None
