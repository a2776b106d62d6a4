"""The maps of a run: classes, their probabilities, where members differ, what is unknown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.exporting.layers import CLASS
from core.exporting.results import Results
from core.exporting.writing import read_results
from core.map_sheet import Sheet, draw_map
from core.report.content import Block, Figure, Section
from core.report.drawing import MM, figure_of
from core.report.subject import Subject
from datasets.messages import Message

# mm, of the drawing and on paper: ticks and symbols of a sheet want more room than a page has
SIZE, WIDTH = (215.0, 145.0), 166.0


def map_section(subject: Subject) -> tuple[Section | None, list[Message]]:
    """Draw the maps, None without coordinates; tell what there is to say of the outlines."""
    words = subject.words
    results = read_results(subject.run, colours=_colours(subject), language=words.language)
    if not results.has_places:
        return None, []
    notices: list[Message] = []
    blocks: list[Block] = [_map(subject, results, layer, notices) for layer in _layers(results)]
    unique = list({str(notice): notice for notice in notices}.values())
    return Section(words.head("maps"), tuple(blocks)), unique


def _layers(results: Results) -> list[str]:
    several = results.run is not None and results.run.about()["members"] > 1
    wanted = {
        CLASS: True,
        "probability": True,
        "agreement": several,
        "unlike": results.unlike is not None,
    }
    return [layer for layer, holds in wanted.items() if holds]


def _map(subject: Subject, results: Results, layer: str, notices: list[Message]) -> Figure:
    """Draw a sheet without its title and its foot, which the report says itself."""
    project = subject.project
    outlines = [Path(place) for place in project.outlines] if project is not None else []
    there = tuple(place for place in outlines if place.is_file())
    sheet = Sheet(layer, language=subject.words.language, outlines=there)
    drawn = draw_map(results, sheet, notices)
    drawn.axes[0].set_title("", loc="left")
    drawn.supxlabel("")
    drawn.set_size_inches(SIZE[0] * MM, SIZE[1] * MM)
    figure = figure_of(drawn, subject.words.head(f"layer {layer}"))
    return replace(figure, width=WIDTH)


def _colours(subject: Subject) -> dict[str, str]:
    """Return the colours that were asked for, before those of the project."""
    chosen = subject.project.colours if subject.project is not None else {}
    return {**chosen, **subject.colours}
