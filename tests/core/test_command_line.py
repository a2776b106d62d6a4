"""The commands as a person types them, and what they print where."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.command_line import main, run_words, words_of_line
from core.commands.channel import Channel
from core.control import Control
from core.events import Failed, Finished, Notice, Progress, Started, decode
from core.finding import find_table
from core.job_file import read_job
from core.predictions import read_predictions
from core.reporting import JsonReporter, silent
from core.run_folder import RunFolder
from datasets.messages import message
from tests.core.small_runs import (
    ROOT,
    carry_out,
    command,
    finished,
    on_terminal,
    results,
    small_job,
    start,
    write_job,
    write_table,
)

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def job(tmp_path: Path) -> Path:
    return write_job(tmp_path / "job.toml", small_job(write_table(tmp_path / "table.csv")))


# --- one run through all commands ---------------------------------------------------------


def test_the_whole_road(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command as typed, one after the other, in the folder of the table."""
    monkeypatch.chdir(tmp_path)
    write_table(tmp_path / "table.csv")
    assert on_terminal("job", "table.csv", "--target", "rock") == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    # a job is printed to be kept in a file anywhere
    (tmp_path / "jobs").mkdir()
    Path("jobs/job.toml").write_text(printed.out, encoding="utf-8")
    proposed = read_job(Path("jobs/job.toml"))
    assert proposed.data.features == ("Cu", "Zn", "Pb")
    assert (proposed.data.x, proposed.data.y) == ("E", "N")
    assert on_terminal("run", "jobs/job.toml", "--out", "run") == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert "training samples right" in printed.out
    assert "Training on cpu" in printed.err
    assert on_terminal("predict", "run", "table.csv", "--out", "new.csv") == 0
    assert on_terminal("export", "run", "--out", "same.csv") == 0
    assert on_terminal("map", "run", "--out", "map.png", "--dpi", "60") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "60 rows classified into new.csv.",
        "60 rows written to same.csv.",
        "The map is in map.png.",
    ]
    assert printed.err == ""
    new, same = (Path(name).read_bytes() for name in ("new.csv", "same.csv"))
    assert new.startswith(b"\xef\xbb\xbf")
    assert new.count(b"\n") == same.count(b"\n") == 61


def test_columns_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write_table(tmp_path / "table.csv")
    assert on_terminal("columns", table) == 0
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert lines[0] == "60 rows"
    assert [line.split()[:2] for line in lines[1:]] == [
        ["E", "x"], ["N", "y"], ["Cu", "feature"], ["Zn", "feature"], ["Pb", "feature"],
        ["rock", "target"],
    ]  # fmt: skip


def test_examples_and_runs_are_listed(
    job: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert on_terminal("examples") == 0
    assert capsys.readouterr().out.startswith("copper\t")
    assert on_terminal("runs") == 0
    printed = capsys.readouterr().out
    assert "no runs" in printed
    assert "--folder" in printed
    carry_out(read_job(job), home / "data" / "runs" / "first")
    RunFolder(home / "data" / "runs" / "second").create(read_job(job))
    assert on_terminal("runs") == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert sorted(line[1] for line in lines) == ["epochs", "interrupted"]
    assert {line[3] for line in lines} == {"first", "second"}
    assert on_terminal("runs", "--folder", home / "nowhere") == 0
    assert "no runs" in capsys.readouterr().out


def test_roles_that_are_given_are_kept(tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv")
    words = ("--target", "rock", "--x", "N", "--y", "E", "--features", "Zn, Cu")
    code, events = command("job", table, *words, "--layers", "2-7-5-3")
    assert code == 0
    (event,) = events
    assert isinstance(event, Finished)
    path = tmp_path / "job.toml"
    path.write_text(event.values["job"], encoding="utf-8")
    job = read_job(path)
    assert job.data.features == ("Zn", "Cu")
    assert (job.data.x, job.data.y) == ("N", "E")
    assert job.network.sizes == (2, 7, 5, 3)


# --- what is printed where ----------------------------------------------------------------


def test_json_prints_events_and_nothing_else(
    job: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    control = Control()
    told = Channel(JsonReporter(sys.stdout, on_closed=control.abandon), control)
    assert run_words(["run", str(job), "--out", str(tmp_path / "run")], told) == 0
    assert run_words(["run", str(job), "--out", str(tmp_path / "run")], told) == 2
    printed = capsys.readouterr()
    assert printed.err == ""
    events = [decode(line) for line in printed.out.splitlines()]
    kinds = [type(event) for event in events]
    assert kinds[-2:] == [Finished, Failed]
    assert Started in kinds
    assert Progress in kinds


def test_quiet_prints_nothing_but_errors(
    job: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = Channel(silent, Control())
    assert run_words(["run", str(job), "--out", str(tmp_path / "run")], told) == 0
    printed = capsys.readouterr()
    assert printed.out == printed.err == ""
    assert run_words(["run", str(job), "--out", str(tmp_path / "run")], told) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1


def test_a_fault_of_the_program_is_told_with_its_traceback(
    job: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("core.run.load_parts", fail)
    assert on_terminal("run", job, "--out", tmp_path / "run") == 1
    printed = capsys.readouterr()
    assert "Something went wrong inside the program" in printed.err
    assert "ZeroDivisionError" in printed.err


def test_wrong_usage_is_one_event_for_the_window() -> None:
    for words in (["run", "job.toml"], ["fly"], ["map", "r", "--out", "m.png", "--dpi", "3"]):
        code, events = command(*words)
        assert code == 2
        (event,) = events
        assert isinstance(event, Failed)
        assert event.traceback == ""


def test_wrong_usage_is_one_sentence_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["map", "r", "--out", "m.png", "--dpi", "5"], ["run", "--nope"], ["fly"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
        assert "--help lists what can be written." in printed.err
    with pytest.raises(SystemExit) as ended:
        main(["map", "--help"])
    assert ended.value.code == 0
    assert "--outlines" in capsys.readouterr().out


def test_the_name_of_an_example_is_a_table_where_no_file_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert on_terminal("columns", "gold") == 0
    assert capsys.readouterr().out.startswith("46 rows")
    assert find_table("copper-ordered") == "example:copper"
    Path("gold").write_text("Au,type\n1,a\n2,b\n", encoding="utf-8")
    assert on_terminal("columns", "gold") == 0
    assert capsys.readouterr().out.startswith("2 rows")


def test_lines_that_are_no_commands() -> None:
    assert words_of_line('["run", "job.toml"]\n') == ["run", "job.toml"]
    for line in ("pause\n", "", '["run", "jo', "[1"):
        assert words_of_line(line) is None


# --- in a process of its own --------------------------------------------------------------


@posix_only
def test_interrupted_and_finished_and_refused(tmp_path: Path) -> None:
    """Also shows that two processes come to the same bits."""
    job = small_job(write_table(tmp_path / "table.csv"), epochs=2000, patience=1990)
    words = ("run", write_job(tmp_path / "job.toml", job), "--out", tmp_path / "run")
    with start(*words, "--json", "--pace", "300") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if isinstance(decode(line), Progress):
                break
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors == ""
    last = decode(rest.splitlines()[-1])
    assert isinstance(last, Notice)
    assert "Interrupted" in str(last.message)
    folder = RunFolder(tmp_path / "run")
    assert folder.state() == "interrupted"
    code, out, errors = finished(*words)
    assert code == 0, errors
    assert len(out.splitlines()) == 1
    carry_out(job, tmp_path / "whole")
    assert results(folder.path) == results(tmp_path / "whole")
    code, out, errors = finished(*words)
    assert (code, out) == (2, "")
    assert len(errors.splitlines()) == 1
    assert "has ended" in errors


@posix_only
def test_a_reader_that_goes_away_interrupts_the_run(tmp_path: Path) -> None:
    """``main.py run JOB --out RUN --json | head -3``"""
    job = small_job(write_table(tmp_path / "table.csv"), epochs=10_000_000)
    words = ("run", write_job(tmp_path / "job.toml", job), "--out", tmp_path / "run")
    with start(*words, "--json") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if isinstance(decode(line), Progress):
                break
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
        assert process.wait(timeout=20) == 130
    assert RunFolder(tmp_path / "run").state() == "interrupted"


@posix_only
def test_a_terminal_shows_a_bar_with_the_loss_and_gets_its_cursor_back(tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "table.csv"), epochs=10_000_000)
    words = ["run", str(write_job(tmp_path / "job.toml", job)), "--out", str(tmp_path / "run")]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    ) as process:
        os.close(theirs)
        shown = b""
        while b"error" not in shown:
            shown += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        # what a closed terminal raises is its end
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:
                break
        assert process.wait(timeout=20) == 130
    os.close(ours)
    assert b"of 10,000,000" in shown
    assert b"Interrupted" in shown
    assert shown.rfind(b"\x1b[?25h") > shown.rfind(b"\x1b[?25l") >= 0


@posix_only
def test_a_task_is_interrupted_at_once(tmp_path: Path) -> None:
    """Drawing a map is not resumable: it ends with the first interruption, leaving nothing."""
    job = small_job(write_table(tmp_path / "table.csv"))
    carry_out(job, tmp_path / "run")
    boot = (
        "import signal, core.map_sheet as m, os; from core.command_line import main;"
        "m.draw_map = lambda *_: os.kill(os.getpid(), signal.SIGINT);"
        f"main(['map', {str(tmp_path / 'run')!r}, '--out', {str(tmp_path / 'map.png')!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", boot], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert list(tmp_path.rglob("*map.png*")) == []


def test_the_help_waits_for_nothing_that_checks_jobs() -> None:
    """Loading it takes longer than the whole command line."""
    boot = "import sys, core.command_line; sys.exit(bool({'pydantic', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", boot], cwd=ROOT, check=False).returncode == 0


def test_a_reader_that_is_gone_is_told_once(tmp_path: Path) -> None:
    class Pipe(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return nowhere

    path = tmp_path / "nowhere"
    with path.open("wb") as file:
        nowhere = file.fileno()
        control = Control()
        JsonReporter(Pipe(), on_closed=control.abandon)(Failed(message("Gone.")))
        assert control.abandoned


def test_the_predictions_of_a_run_are_exported_as_they_are(job: Path, tmp_path: Path) -> None:
    carry_out(read_job(job), tmp_path / "run")
    out = tmp_path / "deep" / "out.parquet"
    assert command("export", tmp_path / "run", "--out", out)[0] == 0
    assert read_predictions(out).equals(read_predictions(tmp_path / "run" / "predictions.parquet"))


def test_every_event_is_json_of_one_line(job: Path, tmp_path: Path) -> None:
    stream = io.StringIO()
    control = Control()
    told = Channel(JsonReporter(stream, on_closed=control.abandon), control)
    assert run_words(["columns", str(tmp_path / "table.csv")], told) == 0
    lines = stream.getvalue().splitlines()
    *told_before, last = [json.loads(line)["event"] for line in lines]
    assert last == "Finished"
    assert set(told_before) == {"TaskProgress"}
