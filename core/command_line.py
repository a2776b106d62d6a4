"""The command line. The window starts these same commands in its workers."""

from __future__ import annotations

import json as json_module
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Annotated, Literal

import typer

from core.control import Control
from core.events import Failed, Finished
from core.reporting import JsonReporter, Reporter, TerminalReporter, silent
from datasets.messages import InputError, message

BAD_INPUT = 2
INTERRUPTED = 130

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Classify mineral anomaly data with neural networks. Without a command: the window.",
)

Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", help="Change a setting of the job, e.g. training.members=16."),
]
Json = Annotated[bool, typer.Option("--json", help="Print events as JSON, one a line.")]


@dataclass(frozen=True)
class Channel:
    """How a command speaks and what it is told."""

    report: Reporter
    control: Control


@app.command()
def run(
    context: typer.Context,
    job: Annotated[str, typer.Argument(help="A job file, or a bundled example's name (copper).")],
    out: Annotated[Path, typer.Option(help="Folder of the run; an unfinished one is resumed.")],
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
    live_map: Annotated[
        bool, typer.Option("--live-map", help="Write the class map a few times a second.")
    ] = False,
    pace: Annotated[
        int, typer.Option(min=0, help="Most epochs a second, to watch it learn; 0: full speed.")
    ] = 0,
) -> None:
    """Train a network as a job says and classify its whole table."""
    from core.bundled import find_job
    from core.overriding import with_settings
    from core.run import run_job
    from core.run_folder import RunFolder

    with channel(context, quiet, json, resumable=True) as told:
        told.control.pace = pace
        wanted = with_settings(find_job(job), set_ or ())
        run_job(wanted, RunFolder(out), told.control, told.report, live_map=live_map)


@app.command()
def job(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A CSV file, or example:NAME.")],
    target: Annotated[str, typer.Option(help="Column with the class to learn.")],
    x: Annotated[str, typer.Option(help="Column with the easting or longitude.")] = "",
    y: Annotated[str, typer.Option(help="Column with the northing or latitude.")] = "",
    features: Annotated[
        str, typer.Option(help="Columns the network reads, joined by commas.")
    ] = "",
    layers: Annotated[str, typer.Option(help="Layers, for example 14-9-5-8.")] = "",
    set_: Set = None,
    json: Json = False,
) -> None:
    """Print a job file for a table; roles not given are guessed."""
    from core.job_file import job_text
    from core.overriding import with_settings
    from core.proposing import propose_job

    with channel(context, False, json) as told:
        names = tuple(name.strip() for name in features.split(",") if name.strip())
        proposed = propose_job(table, target=target, x=x, y=y, features=names, layers=layers)
        text = job_text(with_settings(proposed, set_ or ()))
        told.report(Finished(message("{text}", text=text.rstrip("\n")), {"job": text}))


@app.command()
def predict(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    table: Annotated[str, typer.Argument(help="A CSV file with the model's columns.")],
    out: Annotated[Path, typer.Option(help="File to write: .csv or .parquet.")],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Classify a new table with the model of a run."""
    from core.predicting import predict_table
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        predict_table(RunFolder(run), table, out, told.report)


@app.command("map")
def map_command(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: Annotated[Path, typer.Option(help="Picture to write: .png.")],
    dpi: Annotated[int, typer.Option(min=50, max=1200, help="Dots an inch.")] = 200,
    language: Annotated[str, typer.Option(help="en or zh_CN.")] = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Draw the class map of a run with its legend and scale."""
    from core.map_sheet import write_map
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        write_map(RunFolder(run), out, dpi=dpi, language=language, report=told.report)


@app.command()
def columns(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A CSV file, or example:NAME.")],
    target: Annotated[str, typer.Option(help="Column with the class to learn.")] = "",
    cache: Annotated[
        Path | None, typer.Option(help="Folder that also receives the columns as table.arrow.")
    ] = None,
    reading: Annotated[Path | None, typer.Option(hidden=True)] = None,
    json: Json = False,
) -> None:
    """List the columns of a table with the role proposed for each."""
    from core.describing import describe_table
    from core.reading import read_reading

    with channel(context, False, json) as told:
        how = read_reading(reading) if reading is not None else None
        describe_table(table, target=target, cache=cache, report=told.report, reading=how)


@app.command()
def export(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: Annotated[Path, typer.Option(help="File to write: .csv or .parquet.")],
    what: Annotated[
        Literal["all", "training", "predictions"],
        typer.Option(help="All rows, those with a known class, or those without."),
    ] = "all",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write the predictions of a run as a table."""
    from core.predicting import export_predictions
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        export_predictions(RunFolder(run), out, told.report, what)


@app.command()
def perceptron(
    context: typer.Context,
    function: Annotated[
        str, typer.Argument(help="AND, OR, NOT, XOR, NAND, NOR, XNOR, or targets such as 0110.")
    ],
    rate: Annotated[float, typer.Option(min=0.001, max=100.0, help="Learning rate.")] = 1.0,
    epochs: Annotated[int, typer.Option(min=1, max=100_000, help="Epoch limit.")] = 100,
    seed: Annotated[
        int | None, typer.Option(min=0, help="Seed of random first weights; without it they are 0.")
    ] = None,
    json: Json = False,
) -> None:
    """Let a single unit learn a logic function, and print every step."""
    from core.perceptron_steps import learn_function

    with channel(context, False, json) as told:
        learn_function(function, rate=rate, epochs=epochs, seed=seed, report=told.report)


@app.command()
def examples() -> None:
    """List the bundled examples."""
    from core.bundled import bundled_names, bundled_words

    for name in bundled_names():
        title, description = bundled_words(name)
        print(f"{name}\t{title}. {description}")


@app.command()
def runs(
    folder: Annotated[
        Path | None, typer.Option(help="Folder of the runs; the window's own by default.")
    ] = None,
) -> None:
    """List the runs with their state and training loss, the newest first."""
    from core.numbers import three_digits
    from core.places import runs_folder
    from core.run_folder import list_runs

    place = folder or runs_folder()
    found_runs = list_runs(place)
    if not found_runs:
        print(f"There are no runs in {place}.")
    for found in found_runs:
        outcome = found.outcome()
        loss = outcome.training_loss if outcome else None
        shown = three_digits(loss) if loss is not None else "–"
        about = found.about()
        print(f"{about['created']}\t{found.state()}\t{shown}\t{about['name']}\t{found.path}")


@app.command(hidden=True)
def worker(
    warm_for: Annotated[str, typer.Option(help="run or task: what to load beforehand.")] = "task",
) -> None:
    """Wait for commands on standard input, a JSON list of words a line."""
    from core.worker import serve

    serve(warm_for)


@contextmanager
def channel(
    context: typer.Context, quiet: bool, json: bool, *, resumable: bool = False
) -> Iterator[Channel]:
    """Open the way to whoever started the command and end it with the right exit code.

    Parameters
    ----------
    resumable
        Whether the command, when interrupted, first writes down how far it came.
    """
    given = context.obj
    told = given if isinstance(given, Channel) else _own_channel(quiet, json, resumable)
    try:
        yield told
    except InputError as error:
        told.report(Failed(error.message))
        raise typer.Exit(BAD_INPUT) from None
    except Exception:
        said = message("Something went wrong inside the program; please report it with the log.")
        told.report(Failed(said, traceback.format_exc()))
        raise typer.Exit(1) from None
    finally:
        if isinstance(told.report, TerminalReporter):
            told.report.close()
    if told.control.abandoned:
        raise typer.Exit(INTERRUPTED)


def _own_channel(quiet: bool, json: bool, resumable: bool) -> Channel:
    control = Control()

    def interrupt(number: int, frame: FrameType | None) -> None:
        if control.abandoned or not resumable:
            raise KeyboardInterrupt
        control.abandon()

    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    report: Reporter
    if json:
        report = JsonReporter(sys.stdout, on_closed=control.abandon)
    else:
        report = silent if quiet else TerminalReporter()
    return Channel(report, control)


def run_words(words: list[str], told: Channel) -> int:
    """Carry out a command in this process, as a worker does; return its exit code."""
    try:
        result = app(args=words, standalone_mode=False, obj=told)
    except typer.Exit as end:
        return int(end.exit_code)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        told.report(Failed(message("{reason}", reason=error.format_message())))
        return BAD_INPUT
    return int(result or 0)


def main(words: list[str]) -> None:
    """Carry out the command of `words` and exit."""
    _speak_utf8()
    app(args=words, prog_name="anomalyst")


def _speak_utf8() -> None:
    """Sentences hold more than ASCII; a terminal set to less must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def words_of_line(line: str) -> list[str] | None:
    """Return the words of a command line sent as JSON, None when it is something else."""
    if not line.startswith("["):
        return None
    try:
        words = json_module.loads(line)
    except ValueError:
        # the window was killed in the middle of a line
        return None
    return [str(word) for word in words]
