"""Endings of the files that can be opened, for file dialogs; what counts is their content."""

OPENED_SUFFIXES = (
    ".csv", ".txt", ".tsv", ".dat", ".asc", ".gz", ".zip",
    ".xlsx", ".xlsm", ".xls", ".ods",
    ".parquet", ".feather", ".arrow",
    ".shp", ".gpkg", ".geojson", ".json", ".dbf",
)  # fmt: skip
