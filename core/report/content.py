"""What a report holds, as data: sections of blocks, which `html` and `pdf` set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Paragraph:
    """Sentences."""

    text: str


@dataclass(frozen=True)
class Note:
    """A sentence that a reader must not miss: what makes a result worth less than it seems."""

    text: str


@dataclass(frozen=True)
class Points:
    """Sentences that stand beside each other."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Names and values."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table under a caption.

    Attributes
    ----------
    rows
        Each as long as `heads`; a cell may have several lines.
    texts
        How many of the first columns hold words; the others hold numbers and stand at the right.
    shades
        How dark each cell is, 0 to 1, None for no shade; empty where no cell has one.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1
    shades: tuple[tuple[float | None, ...], ...] = ()


@dataclass(frozen=True)
class Figure:
    """A drawing over a caption.

    Attributes
    ----------
    svg
        An ``svg`` element with its letters as outlines and its cells as pictures.
    width
        In mm.
    """

    caption: str
    svg: str
    width: float


@dataclass(frozen=True)
class Listing:
    """Lines of a file, as they stand."""

    text: str


Block = Paragraph | Note | Points | Facts | Table | Figure | Listing


@dataclass(frozen=True)
class Section:
    """Blocks under a heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A report.

    Attributes
    ----------
    title, about
        What it is of, and in a line what that is.
    language
        "en" or "zh_CN".
    date
        When the run was begun, ISO 8601, "" where nobody knows; the report is dated by it.
    program
        Name and version of the program that wrote it.
    """

    title: str
    about: str
    language: str
    date: str
    program: str
    sections: tuple[Section, ...]


def to_values(document: Document) -> dict[str, Any]:
    """Return a report as plain values; each block says by ``kind`` what it is."""
    return {
        "title": document.title,
        "about": document.about,
        "language": document.language,
        "date": document.date,
        "program": document.program,
        "sections": [
            {"title": each.title, "blocks": [_block(block) for block in each.blocks]}
            for each in document.sections
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__.lower(), **vars(block)}
