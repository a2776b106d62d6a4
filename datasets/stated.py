"""What a Parquet file that this program wrote says of its columns: unit, element, method."""

from __future__ import annotations

from pathlib import Path

from datasets.recipe import ColumnRecipe, Recipe

FIELDS = ("unit", "element", "method")
MARK = b"anomalyst"
_PARQUET = b"PAR1"


def with_stated(source: str | Path, recipe: Recipe) -> Recipe:
    """Return the recipe with what the file itself states, where the recipe leaves it open."""
    stated = _stated(Path(source))
    if stated is None:
        return recipe
    columns = dict(recipe.columns)
    for name, found in stated.columns.items():
        given = columns.get(name, ColumnRecipe())
        columns[name] = found.model_copy(update=given.model_dump(exclude_defaults=True))
    return recipe.model_copy(update={"columns": columns, "crs": recipe.crs or stated.crs})


def _stated(path: Path) -> Recipe | None:
    if not _is_parquet(path):
        return None
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(path)
    except (OSError, pa.ArrowException):
        # the reader says what is wrong with the file
        return None
    if not schema.metadata or MARK not in schema.metadata:
        return None
    columns = {}
    for field in schema:
        told = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
        known = {key: told[key] for key in FIELDS if told.get(key)}
        if known:
            # Negative numbers were decided when the file was written.
            columns[field.name] = ColumnRecipe(negative="value", **known)
    return Recipe(columns=columns, crs=schema.metadata[MARK].decode())


def _is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) == _PARQUET
    except OSError:
        return False
