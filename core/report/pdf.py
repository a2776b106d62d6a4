"""A report as PDF, set by Typst from data: what it says of a person's own is text, never markup."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import matplotlib
import typst

from core.map_fonts import FONTS
from core.report.content import Document, to_values
from core.report.words import Words

TEMPLATE = Path(__file__).with_name("template.typ")
# letters that the bundled font lacks: Arabic, Hebrew, many signs
MORE_FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def pdf_of(document: Document) -> bytes:
    """Return a report as PDF; the same report gives the same bytes.

    Letters that neither of this program's fonts holds are taken from those of the system.
    """
    found = typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=[FONTS, MORE_FONTS],
        sys_inputs=inputs_of(document),
        timestamp=_timestamp(document.date),
    )
    assert isinstance(found, bytes)
    return found


def inputs_of(document: Document) -> dict[str, str]:
    """Return what the template is given: the report, and its own words, as JSON."""
    words = Words(document.language)
    own = {
        "contents": words.head("contents"),
        "written": words.head("written", program=document.program),
    }
    values = {**to_values(document), "words": own}
    return {"report": json.dumps(values, ensure_ascii=False)}


def _timestamp(date: str) -> int:
    """Return when the run was begun, in seconds since 1970; 0 where nobody knows."""
    try:
        return int(datetime.fromisoformat(date).timestamp())
    except ValueError:
        return 0
