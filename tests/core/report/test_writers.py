"""HTML and PDF say what a report holds: as it is written, in one file, the same each time."""

from __future__ import annotations

from html.parser import HTMLParser

import numpy as np
import pytest
import typst

from core.map_fonts import FONTS
from core.report.content import Document, Figure, Section
from core.report.drawing import canvas, figure_of, on_white, paper
from core.report.html import html_of
from core.report.pdf import MORE_FONTS, TEMPLATE, inputs_of, pdf_of
from core.report.svg import with_own_names
from tests.core.report.small_report import HOSTILE, every_block

# places of `every_block` that hold the text: head, contents, and all of its blocks
LEAST = 20


class Read(HTMLParser):
    """What a browser would make of a page: elements with what they refer to, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.refers: list[str] = []
        self.ids: list[str] = []
        self.lang = self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "xlink:href"):
                self.refers.append(value or "")
            elif name == "id":
                self.ids.append(value or "")
            elif name == "lang":
                self.lang = value or ""

    def handle_data(self, data: str) -> None:
        self.text += data


def drawn(label: str) -> Figure:
    with paper():
        figure = canvas(40, 30)
        axes = figure.add_subplot()
        axes.imshow(np.zeros((300, 300)))
        axes.set_title(label)
    return figure_of(figure, label)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_person_named_is_text_in_html(text: str) -> None:
    found = Read(html_of(every_block(text)))
    assert "script" not in found.tags
    assert found.text.count(text) >= LEAST


def test_what_a_person_named_is_text_in_pdf() -> None:
    # as a web page Typst shows what it has read; what it takes for a program would end it
    text = " ".join(HOSTILE)
    found = typst.compile(
        TEMPLATE,
        format="html",
        font_paths=[FONTS, MORE_FONTS],
        sys_inputs=inputs_of(every_block(text)),
    )
    assert isinstance(found, bytes)
    assert Read(found.decode()).text.count(text) >= 8


def test_the_same_report_gives_the_same_bytes() -> None:
    first, second = (
        Document(**{**vars(every_block("a")), "sections": (Section("s", (drawn("b 中"),)),)})
        for _ in range(2)
    )
    assert html_of(first) == html_of(second)
    written = pdf_of(first)
    assert written == pdf_of(second)
    assert written.startswith(b"%PDF-")
    assert b"2026-01-02" in written


def test_a_page_needs_nothing_else() -> None:
    figures = (drawn("one"), drawn("two"))
    report = Document("t", "a", "zh_CN", "", "p", (Section("s", figures),))
    found = Read(html_of(report))
    assert found.lang == "zh-CN"
    assert len(set(found.ids)) == len(found.ids)
    inside = [refer for refer in found.refers if refer.startswith("#")]
    assert {refer[1:] for refer in inside} <= set(found.ids)
    others = [refer for refer in found.refers if refer not in inside]
    # 90,000 cells are a picture
    assert all(refer.startswith("data:image/png;base64,") for refer in others)
    assert len(others) == 2


def test_a_report_without_a_date_is_written() -> None:
    assert pdf_of(Document("t", "", "en", "", "p", ())).startswith(b"%PDF-")


def test_a_drawing_keeps_no_words_and_no_date() -> None:
    svg = drawn("--><b>").svg
    assert "<b>" not in svg
    assert "<!--" not in svg
    assert "date" not in svg


def test_names_of_a_drawing_stay_its_own() -> None:
    text = '<svg xmlns="http://www.w3.org/2000/svg"><g id="a" clip-path="url(#c)"/></svg>'
    assert 'id="f1-a"' in with_own_names(text, "f1-")
    assert 'clip-path="url(#f1-c)"' in with_own_names(text, "f1-")


def test_lines_are_seen_on_white() -> None:
    assert on_white("#0072b2") == "#0072b2"
    yellow = on_white("#f0e442")
    assert yellow != "#f0e442"
    assert int(yellow[1:3], 16) > int(yellow[5:7], 16)
