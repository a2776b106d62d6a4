"""The table of a job and the roles of its columns."""

from __future__ import annotations

from typing import Annotated

from core.job_sections.declaring import Section, setting
from core.reading import Reading


class Data(Section):
    """Which table, and the role of its columns."""

    table: Annotated[str, setting("Table", "CSV file, or example:NAME for a bundled one.")]
    fingerprint: Annotated[
        str, setting("Fingerprint", "SHA-256 of the table the job was made for.")
    ] = ""
    target: Annotated[str, setting("Target", "Column with the class to learn.")]
    features: Annotated[
        tuple[str, ...], setting("Features", "Columns the network reads.", min_length=1)
    ]
    x: Annotated[str, setting("Coordinate X", "Column with the easting or longitude.")] = ""
    y: Annotated[str, setting("Coordinate Y", "Column with the northing or latitude.")] = ""
    group: Annotated[
        str,
        setting("Group", "Column of samples that belong together and are never split apart."),
    ] = ""
    crs: Annotated[
        str, setting("Coordinate system", "Name of the coordinate reference system, if known.")
    ] = ""
    reading: Annotated[
        Reading, setting("Reading", "How the file becomes a table, and where its labels come from.")
    ] = Reading()
