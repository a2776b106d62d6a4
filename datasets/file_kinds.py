"""What a file is, told by its content; the ending of its name only where that leaves a doubt."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Literal, cast

from datasets.encodings import Opener
from datasets.messages import InputError
from datasets.suffixes import OPENED_SUFFIXES

Kind = Literal["text", "workbook", "vector", "arrow"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARROW = (b"PAR1", b"ARROW1", b"FEA1", b"\xff\xff\xff\xff")
_PACKED: dict[bytes, Any] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ\x00": lzma.open,
}
_SHAPE = b"\x00\x00\x27\x0a"
_VECTOR = (b"SQLite format 3\0", b"fgb\x03", b"!table", b"!TABLE")
_VECTOR_ENDINGS = (
    *(".shp", ".dbf", ".gpkg", ".geojson", ".json", ".shx", ".sqlite", ".db", ".fgb"),
    *(".tab", ".mif", ".kml"),
)
_REFUSED = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x00\x01\x00\x00Standard", "Access"),
    (b"{\\rtf", "RTF"),
)
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<workbook", b"<meta")
_DBF_VERSIONS = frozenset((0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8B, 0x8E, 0xF5, 0xFB))


@dataclass(frozen=True)
class FileKind:
    """What a file is.

    Attributes
    ----------
    kind
        Which reader it is for.
    opened
        Opens the bytes of a text, unpacked.
    member
        Shapefile inside a ZIP file; "" for others.
    """

    kind: Kind
    opened: Opener
    member: str = ""


def kind_of(path: Path, head: bytes) -> FileKind:
    """Tell which reader a file is for.

    Parameters
    ----------
    path
        Of the file.
    head
        Its first bytes.

    Raises
    ------
    InputError
        When it is of a kind that holds no table that can be read.
    """
    plain = _plain(path)
    if head.startswith(_ZIP):
        return _of_zip(path)
    if head.startswith(_OLE):
        return FileKind("workbook", plain)
    if head.startswith(_ARROW) and not head.startswith(b"\xff\xfe"):
        return FileKind("arrow", plain)
    for mark, opener in _PACKED.items():
        if head.startswith(mark):
            return FileKind("text", partial(opener, path, "rb"))
    if _is_vector(path, head):
        _check_ending(path)
        return FileKind("vector", plain)
    _refuse(path, head)
    return FileKind("text", plain)


def _plain(path: Path) -> Opener:
    return lambda: path.open("rb")


def _is_vector(path: Path, head: bytes) -> bool:
    if head.startswith((_SHAPE, *_VECTOR)) or _is_dbf(head) or _is_geojson(head):
        return True
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000].lower()
    return b"<kml" in start or (path.suffix.lower() == ".mif" and start.startswith(b"version"))


def _check_ending(path: Path) -> None:
    """Refuse a vector file with a strange ending, by which GDAL would choose another reader."""
    if path.suffix.lower() not in _VECTOR_ENDINGS:
        raise InputError(
            "The file {path} holds vector data, but its name does not end as such a file's does; "
            "give it its own ending ({endings}) and load it again.",
            path=str(path),
            endings=", ".join(_VECTOR_ENDINGS[:5]),
        )


def _is_dbf(head: bytes) -> bool:
    """Tell a dBASE table by its version, the date, and the sign that ends its header."""
    if len(head) < 33 or head[0] not in _DBF_VERSIONS:
        return False
    length = int.from_bytes(head[8:10], "little")
    dated = head[2] <= 12 and head[3] <= 31
    ended = 33 <= length <= len(head) and 0x0D in (head[length - 1], head[length - 2])
    return dated and ended and int.from_bytes(head[10:12], "little") > 0


def _is_geojson(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"type"' in start and b"Feature" in start


def _refuse(path: Path, head: bytes) -> None:
    for mark, name in _REFUSED:
        if head.startswith(mark):
            raise InputError(
                "The file {path} is a {kind} file, which holds no table that can be read; export "
                "the table as CSV or XLSX and load that.",
                path=str(path),
                kind=name,
            )
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise InputError(
            "The file {path} is a web page or XML, whatever its name says; open it in a "
            "spreadsheet, save it as XLSX and load that.",
            path=str(path),
        )


def _of_zip(path: Path) -> FileKind:
    with zipfile.ZipFile(path) as packed:
        members = [info.filename for info in packed.infolist() if not info.is_dir()]
    if any(name.startswith("xl/") for name in members) or "content.xml" in members:
        return FileKind("workbook", _plain(path))
    # __MACOSX holds what is no part of the file
    members = [name for name in members if not name.startswith("__MACOSX/")]
    shapes = [name for name in members if name.lower().endswith(".shp")]
    if len(shapes) == 1:
        return FileKind("vector", _plain(path), shapes[0])
    tables = shapes or [name for name in members if _is_text_name(name)] or members
    if len(tables) != 1:
        raise InputError(
            "The ZIP file {path} holds {count} files that may be the table ({names}); unpack it "
            "and choose one of them.",
            path=str(path),
            count=len(tables),
            names=", ".join(tables[:4]) + ("…" if len(tables) > 4 else ""),
        )
    return FileKind("text", partial(_member, path, tables[0]))


def _is_text_name(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in OPENED_SUFFIXES[:6]


def _member(path: Path, name: str) -> BinaryIO:
    packed = zipfile.ZipFile(path)
    try:
        return cast(BinaryIO, _Member(packed, name))
    except BaseException:
        packed.close()
        raise


class _Member:
    """A file inside a ZIP file; closing it closes both."""

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self._packed = packed
        self._stream = packed.open(name)

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(size)

    def seek(self, position: int) -> int:
        return self._stream.seek(position)

    def __enter__(self) -> _Member:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        self._packed.close()
