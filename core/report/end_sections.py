"""What a report ends with: limits of use, what repeats the run, and its job file."""

from __future__ import annotations

from core.model_export.card_text import limits_of
from core.report.content import Block, Facts, Listing, Paragraph, Points, Section
from core.report.subject import Subject


def limits_section(subject: Subject) -> Section:
    """Tell where the network must not be trusted."""
    words = subject.words
    said = limits_of(subject.card, words.card)
    return Section(words.card["limits"], (Points(tuple(said)),))


def repeat_section(subject: Subject) -> Section:
    """Tell what is needed to get the same result, and what the report was written with."""
    words, card = subject.words, subject.card
    fingerprint = card["data"]["fingerprint"]
    facts = (
        (words.head("command"), "python main.py run job.toml --out FOLDER"),
        (words.head("seed"), str(card["seed"])),
        (words.head("fingerprint"), fingerprint or "–"),
    )
    blocks = (Paragraph(words.say("repeat it")), Facts(facts), *_versions(subject))
    return Section(words.head("repeat"), blocks)


def _versions(subject: Subject) -> list[Block]:
    """Tell what trained the network, where the run says so, and what wrote the report."""
    trained, written = subject.card["trained_with"], subject.card["versions"]
    told = {"trained by": trained, "versions of": written}
    if trained == written:
        told = {"trained and written by": trained}
    blocks: list[Block] = []
    for sentence, versions in told.items():
        if versions:
            blocks += [Paragraph(subject.words.say(sentence)), Facts(tuple(versions.items()))]
    return blocks


def job_section(subject: Subject) -> Section:
    """Show the job file as it lies in the folder of the run."""
    text = subject.run.job_path.read_text(encoding="utf-8")
    return Section(subject.words.head("job"), (Listing(text.rstrip("\n")),))
