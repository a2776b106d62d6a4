"""The kinds of file that a run can be taken away as, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

RASTER, VECTOR, TABLE, SHEET, JOB = "raster", "vector", "table", "sheet", "job"


@dataclass(frozen=True)
class Kind:
    """Something that can be taken away.

    Attributes
    ----------
    key
        Names it in the choice.
    group
        `RASTER`, `VECTOR`, `TABLE`, `SHEET` or `JOB`.
    text, about
        What it is called, and what is in it.
    name
        Proposed name of the file, with its ending.
    filter
        Of the dialog.
    layer
        Of the verb ``export``.
    """

    key: str
    group: str
    text: str
    about: str
    name: str
    filter: str
    layer: str = ""

    @property
    def needs_map(self) -> bool:
        """Whether coordinates are needed."""
        return self.group in (RASTER, VECTOR, SHEET)


class ExportKinds(QObject):
    """Lists them; a QObject for its translations alone."""

    def all(self) -> list[Kind]:
        """Return everything, in the order of the choice."""
        tif = "GeoTIFF (*.tif)"
        return [
            Kind(
                "classes",
                RASTER,
                self.tr("Class map (GeoTIFF)"),
                self.tr("One band of classes with their colours and names, for a GIS."),
                "classes.tif",
                tif,
                "class",
            ),
            Kind(
                "probabilities",
                RASTER,
                self.tr("Probabilities (GeoTIFF)"),
                self.tr(
                    "A band each: probability of the class, agreement, entropy, every class's "
                    "probability."
                ),
                "probabilities.tif",
                tif,
                "probabilities",
            ),
            Kind(
                "points",
                VECTOR,
                self.tr("Samples (GeoPackage)"),
                self.tr("A point each with all predictions, for a GIS."),
                "predictions.gpkg",
                "GeoPackage (*.gpkg)",
                "points",
            ),
            Kind(
                "shapefile",
                VECTOR,
                self.tr("Samples (Shapefile)"),
                self.tr("As above with field names of 10 letters; a text file lists them."),
                "predictions.shp",
                "Shapefile (*.shp)",
                "points",
            ),
            Kind(
                "areas",
                VECTOR,
                self.tr("Class areas (GeoPackage)"),
                self.tr("The cells of each class as polygons."),
                "areas.gpkg",
                "GeoPackage (*.gpkg)",
                "areas",
            ),
            *self._tables(),
            *self._sheets(),
            Kind(
                "job",
                JOB,
                self.tr("Job (TOML)"),
                self.tr("All that was decided, to train again here or elsewhere."),
                "job.toml",
                "TOML (*.toml)",
            ),
        ]

    def _tables(self) -> list[Kind]:
        return [
            Kind(
                "xlsx",
                TABLE,
                self.tr("Table (Excel)"),
                self.tr("Predictions, training results, legend and job, a sheet each."),
                "predictions.xlsx",
                self.tr("Excel workbook (*.xlsx)"),
            ),
            Kind(
                "csv",
                TABLE,
                self.tr("Table (CSV)"),
                self.tr("A row for each sample, UTF-8."),
                "predictions.csv",
                "CSV (*.csv)",
            ),
            Kind(
                "parquet",
                TABLE,
                self.tr("Table (Parquet)"),
                self.tr("A row for each sample, for Python and R."),
                "predictions.parquet",
                "Parquet (*.parquet)",
            ),
        ]

    def _sheets(self) -> list[Kind]:
        about = self.tr("Map with title, legend, scale, north arrow and coordinates.")
        return [
            Kind("png", SHEET, self.tr("Map sheet (PNG)"), about, "map.png", "PNG (*.png)"),
            Kind("svg", SHEET, self.tr("Map sheet (SVG)"), about, "map.svg", "SVG (*.svg)"),
            Kind("pdf", SHEET, self.tr("Map sheet (PDF)"), about, "map.pdf", "PDF (*.pdf)"),
        ]
