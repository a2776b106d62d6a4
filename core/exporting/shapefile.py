"""What a Shapefile cannot hold, and what its short field names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from core.files import write_text
from datasets.messages import InputError, Message, message

# bytes; dBASE III and the Shapefile allow no more
LONGEST_TEXT, LARGEST_FILE = 254, 2**31 - 1
# indices of a Shapefile, which an earlier file of this name may have left
STALE = (".prj", ".cpg", ".qix", ".sbn", ".sbx", ".shp.xml", ".qpj", ".idm", ".ind")


def fit_shapefile(table: pa.Table, out: Path) -> tuple[pa.Table, list[Message]]:
    """Return the table with texts that a Shapefile can hold, and what had to be cut."""
    width, cut = 1, 0
    for place, column in enumerate(table.columns):
        if not pa.types.is_string(column.type):
            width += 24
            continue
        long = pc.sum(pc.greater(pc.binary_length(column), LONGEST_TEXT)).as_py() or 0
        if long:
            cut += long
            texts = [_cut(text) for text in column.to_pylist()]
            table = table.set_column(place, table.schema[place], pa.array(texts, pa.string()))
        width += pc.max(pc.binary_length(table.column(place))).as_py() or 1
    if width * table.num_rows > LARGEST_FILE or len(table.column_names) > 255:
        raise InputError(
            "{rows} rows of {columns} columns are more than the 2 GB of a Shapefile; write "
            "{path} instead.",
            rows=f"{table.num_rows:,}",
            columns=len(table.column_names),
            path=out.with_suffix(".gpkg").name,
        )
    if not cut:
        return table, []
    said = message(
        "{count} texts are longer than the 254 bytes of a Shapefile and were cut; a "
        "GeoPackage holds them whole.",
        count=f"{cut:,}",
    )
    return table, [said]


def _cut(text: str | None) -> str | None:
    """Cut a text between two letters, which may be of several bytes."""
    return None if text is None else text.encode()[:LONGEST_TEXT].decode(errors="ignore")


def list_fields(
    path: Path, fields: list[str], names: list[str], meanings: Mapping[str, str]
) -> list[Message]:
    """Write beside the Shapefile what its short field names stand for."""
    listed = path.with_name(f"{path.stem}-fields.txt")
    rows = zip(fields, names, strict=True)
    lines = [f"{field:<10}  {name}  ({meanings[field]})" for field, name in rows]
    write_text(listed, "\n".join(lines) + "\n")
    if fields == names:
        return []
    return [
        message(
            "A Shapefile allows 10 letters in a field name; {path} lists what each stands for.",
            path=listed.name,
        )
    ]
