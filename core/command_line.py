"""The command line. The window starts these same commands in its workers.

What each verb is called and in which order the help lists them; the verbs themselves are in
`core/commands/`, by subject.
"""

from __future__ import annotations

import functools
import json as json_module
import sys
from typing import Annotated, Any

import typer

from core.commands import (
    elements,
    explaining,
    image_results,
    images,
    inside,
    jobs,
    judging,
    maps,
    model_export,
    networks,
    report,
    results,
    runs,
    searching,
    tables,
    thresholds,
    training,
)
from core.commands.channel import BAD_INPUT, INTERRUPTED, Channel
from core.events import Failed
from core.reporting import Reporter, silent
from datasets.messages import Message, message

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Classify mineral anomaly data with neural networks. Without a command: the window.",
)
app.command("run")(training.run)
app.command("job")(jobs.job)
app.command("predict")(results.predict)
app.command("preview", hidden=True)(image_results.preview)
app.command("map")(maps.map_command)
app.command("grid")(maps.grid)
app.command("map-layers", hidden=True)(maps.map_layers)
app.command("outlines")(maps.outlines)
app.command("import")(tables.import_command)
app.command("columns")(tables.columns)
app.command("statistics")(elements.statistics)
app.command("threshold")(thresholds.threshold)
app.command("correlations")(elements.correlations)
app.command("export")(results.export)
app.command("model")(model_export.model)
app.command("report")(report.report)
app.command("prepare")(jobs.prepare)
app.command("search")(searching.search)
app.command("trial", hidden=True)(searching.trial)
app.command("divide")(judging.divide)
app.command("judge")(judging.judge)
app.command("explain")(explaining.explain)
app.command("compare")(runs.compare)
app.command("perceptron")(training.perceptron)
app.command("images")(images.images)
app.command("fetch")(images.fetch)
app.command("networks")(networks.networks)
app.command("inside", hidden=True)(inside.inside)
app.command("look", hidden=True)(inside.look)
app.command("examples")(runs.examples)
app.command("runs")(runs.runs)


@app.command(hidden=True)
def worker(
    warm_for: Annotated[
        str, typer.Option(help="run, trial, task or see: what to load beforehand.")
    ] = "task",
) -> None:
    """Wait for commands on standard input, a JSON list of words a line."""
    from core.worker import serve

    serve(warm_for)


def run_words(words: list[str], told: Channel) -> int:
    """Carry out a command in this process, as a worker does; return its exit code."""
    return _carried_out(words, told.report, obj=told)


def main(words: list[str]) -> None:
    """Carry out the command of `words` and exit."""
    _speak_utf8()
    sys.exit(_carried_out(words, silent, prog_name="anomalyst"))


def _carried_out(words: list[str], report: Reporter, **options: Any) -> int:
    """Carry out a command; what was typed wrong is one sentence, not a box of several lines."""
    try:
        result = _command()(args=words, standalone_mode=False, **options)
    except typer.Exit as end:
        return int(end.exit_code)
    except typer.Abort:
        return INTERRUPTED
    except Exception as error:
        # typer brings its own click, whose errors all have this
        if not hasattr(error, "format_message"):
            raise
        report(Failed(_usage(error)))
        return BAD_INPUT
    return int(result or 0)


@functools.cache
def _command() -> Any:
    """Return all verbs, put together once: that takes longer than many of them."""
    return typer.main.get_command(app)


def _usage(error: Any) -> Message:
    """Return what was typed wrong, and where the options of its verb are listed."""
    reason = " ".join(str(error.format_message()).split()).rstrip(".")
    reason = reason.replace(": Value error, ", ": ")
    verb = error.ctx.info_name if error.ctx is not None and error.ctx.parent is not None else ""
    return message(
        "{reason}; python main.py {help} lists what can be written.",
        reason=reason,
        help=f"{verb} --help".strip(),
    )


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
