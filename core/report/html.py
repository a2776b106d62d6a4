"""A report as one HTML file that needs nothing else: no network, no script, no other file."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from core.report.content import Document, to_values
from core.report.svg import with_own_names
from core.report.words import Words

TEMPLATE = "template.html"
LANGUAGES = {"en": "en", "zh_CN": "zh-CN"}


def html_of(document: Document) -> str:
    """Return a report as HTML; what it says of a person's own is text there, never markup."""
    values = to_values(document)
    _prepare_figures(values["sections"])
    template = _environment().get_template(TEMPLATE)
    words = Words(document.language)
    written = template.render(values, lang=LANGUAGES[document.language], words=words)
    return f"{written}\n"


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _prepare_figures(sections: list[dict[str, list[dict[str, object]]]]) -> None:
    """Let the drawings, which this program made, stand as they are, each with names of its own."""
    blocks = (block for section in sections for block in section["blocks"])
    figures = (block for block in blocks if block["kind"] == "figure")
    for number, block in enumerate(figures, 1):
        block["svg"] = Markup(with_own_names(str(block["svg"]), f"f{number}-"))
