"""The verb `report`: a finished run as a document that can be read without the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from core.events import Finished, Notice, TaskProgress
from core.exporting.written import check_place, result_written, told_unwritten
from core.files import file_stem
from core.project import read_project
from core.report.content import Document
from core.report.html import html_of
from core.report.pdf import pdf_of
from core.report.reporting import STEPS, report_of
from core.report.subject import Subject, project_of
from core.report.words import LANGUAGES, Words
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.messages import InputError, message

# what writes a file of each ending
WRITERS: Mapping[str, Callable[[Document], bytes]] = {
    ".html": lambda document: html_of(document).encode(),
    ".pdf": pdf_of,
}


def write_report(
    run: RunFolder,
    out: Path,
    report: Reporter,
    *,
    language: str = "en",
    project: Path | None = None,
    colours: Mapping[str, str] | None = None,
) -> None:
    """Write the report of a finished run as HTML or PDF, or into a folder as both.

    Parameters
    ----------
    language
        One of `core.report.words.LANGUAGES`.
    project
        File of the project whose thresholds, outlines and colours the report shows; without it that
        beside whose file the run lies, if there is one.
    colours
        Colours of classes, as ``#rrggbb``; the others are those of the project.

    Raises
    ------
    InputError
        When the run has not ended, the project cannot be read, the language or the ending is
        another one, or the place cannot be written.
    """
    _check_language(language)
    _check_ended(run)
    places = _places(run, out)
    for place in places:
        check_place(place, *run.tables, run.job_path)
    given = read_project(project) if project is not None else project_of(run)
    subject = Subject(run, Words(language), given, colours or {})
    document, notices = report_of(subject, report)
    for notice in notices:
        report(Notice(notice))
    report(TaskProgress(message("Writing"), STEPS - 1, STEPS))
    for place in places:
        content = WRITERS[place.suffix.lower()](document)
        with result_written(place) as part:
            part.write_bytes(content)
    values = {"out": str(out), "notices": [asdict(notice) for notice in notices]}
    report(Finished(message("The report is in {path}.", path=str(out)), values))


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise InputError(
            "The language {language} is not known here; choose one of {languages}.",
            language=language,
            languages=", ".join(LANGUAGES),
        )


def _check_ended(run: RunFolder) -> None:
    if run.outcome() is None:
        raise InputError(
            "The run in {path} has not ended yet; resume it or wait for it, then ask for its "
            "report.",
            path=str(run.path),
        )


def _places(run: RunFolder, out: Path) -> list[Path]:
    """Return the files to be written, and make the folder for them where one was given."""
    if out.suffix.lower() in WRITERS:
        return [out]
    if out.suffix and not out.is_dir():
        raise InputError(
            "A report is written as {suffixes} or into a folder, not as {suffix}; change the "
            "ending of {path}.",
            suffixes=", ".join(WRITERS),
            suffix=out.suffix,
            path=str(out),
        )
    with told_unwritten(out):
        out.mkdir(parents=True, exist_ok=True)
    name = file_stem(run.about()["name"], "report")
    return [out / f"{name}{suffix}" for suffix in WRITERS]
