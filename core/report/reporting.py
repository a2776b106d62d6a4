"""The report of a run, section by section."""

from __future__ import annotations

from core.events import TaskProgress
from core.report.brief import brief_section
from core.report.content import Document, Section
from core.report.data_section import data_section
from core.report.end_sections import job_section, limits_section, repeat_section
from core.report.further_sections import doubts_section, learning_section, methods_section
from core.report.map_section import map_section
from core.report.model_sections import network_section, preparation_section
from core.report.subject import Subject
from core.report.threshold_section import threshold_section
from core.report.verdict_sections import judging_section, verdict_section
from core.report.why_section import why_section
from core.reporting import Reporter
from datasets.messages import Message, message

# what progress is told of: data, curves, maps, and the files
STEPS = 4


def report_of(subject: Subject, report: Reporter) -> tuple[Document, list[Message]]:
    """Return the report of a finished run, and what a person should know of it.

    Raises
    ------
    InputError
        When the run has no model or no predictions.
    """
    words, card = subject.words, subject.card
    find = _image_sections if subject.is_of_images else _survey_sections
    sections, notices = find(subject, report)
    ends = (limits_section(subject), repeat_section(subject), job_section(subject))
    all_sections = (brief_section(subject), *sections, *ends)
    document = Document(
        words.head("report", name=card["name"]),
        words.card.get(card["kind"], card["kind"]),
        words.language,
        card["date"],
        f"Anomalyst {card['versions']['Anomalyst']}".rstrip(),
        all_sections,
    )
    return document, notices


def _survey_sections(subject: Subject, report: Reporter) -> tuple[list[Section], list[Message]]:
    report(TaskProgress(message("Reading the data of the run"), 0, STEPS))
    data, notices = data_section(subject)
    report(TaskProgress(message("Drawing the curves"), 1, STEPS))
    found = [
        data,
        preparation_section(subject),
        threshold_section(subject),
        network_section(subject),
        judging_section(subject),
        verdict_section(subject),
        methods_section(subject),
        learning_section(subject),
        doubts_section(subject),
        why_section(subject),
    ]
    report(TaskProgress(message("Drawing the maps"), 2, STEPS))
    maps, said = map_section(subject)
    return [each for each in (*found, maps) if each is not None], [*notices, *said]


def _image_sections(subject: Subject, report: Reporter) -> tuple[list[Section], list[Message]]:
    # what draws pictures of images is needed by few
    from core.report.image_sections import image_data_section, wrong_images

    report(TaskProgress(message("Drawing the curves"), 1, STEPS))
    verdict = verdict_section(subject)
    wrong = wrong_images(subject)
    if verdict is not None and wrong is not None:
        verdict = Section(verdict.title, (*verdict.blocks, wrong))
    found = [
        image_data_section(subject),
        preparation_section(subject),
        network_section(subject),
        judging_section(subject),
        verdict,
    ]
    return [each for each in found if each is not None], []
