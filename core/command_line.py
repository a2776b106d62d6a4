"""The command line. The window starts these same commands in its workers.

What each verb is called and in which order the help lists them; the verbs themselves are in
`core/commands/`, by subject.
"""

from __future__ import annotations

import json as json_module
import sys
from typing import Annotated

import typer

from core.commands import elements, jobs, maps, results, runs, tables, thresholds, training
from core.commands.channel import BAD_INPUT, Channel
from core.events import Failed
from datasets.messages import message

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Classify mineral anomaly data with neural networks. Without a command: the window.",
)
app.command("run")(training.run)
app.command("job")(jobs.job)
app.command("predict")(results.predict)
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
app.command("prepare")(jobs.prepare)
app.command("compare")(runs.compare)
app.command("perceptron")(training.perceptron)
app.command("examples")(runs.examples)
app.command("runs")(runs.runs)


@app.command(hidden=True)
def worker(
    warm_for: Annotated[str, typer.Option(help="run or task: what to load beforehand.")] = "task",
) -> None:
    """Wait for commands on standard input, a JSON list of words a line."""
    from core.worker import serve

    serve(warm_for)


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
