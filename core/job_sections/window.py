"""The window of cells around each sample of a survey, which a CNN sees as an image."""

from __future__ import annotations

from typing import Annotated

from core.job_sections.declaring import Section, setting


class Window(Section):
    """How a survey becomes images: elements are channels, cells are pixels."""

    cells: Annotated[
        int,
        setting(
            "Window",
            "Cells across and down around each sample; an odd number, so that the sample is in "
            "the middle.",
            unit="cells",
            ge=3,
            le=65,
        ),
    ] = 9
    cell_size: Annotated[
        float,
        setting(
            "Cell size",
            "Side of a cell in units of the coordinates. 0: the usual distance of two samples.",
            ge=0.0,
        ),
    ] = 0.0
    mask: Annotated[
        bool,
        setting(
            "Mask as a channel",
            "One more channel says which cells hold samples, so that the network tells an edge or "
            "a gap from a value of zero.",
        ),
    ] = True
