"""What encoding the texts of a dBASE table are written in."""

from __future__ import annotations

import codecs
import zipfile
from pathlib import Path

from datasets.byte_patterns import eight_bit_name
from datasets.messages import Message, message

_SAMPLE = 1 << 22
# Language driver of the header → code page: those that Chinese and Western programs write.
_DRIVERS = {0x4D: "gb18030", 0x7A: "gb18030", 0x4F: "cp950", 0x78: "cp950", 0x57: "cp1252"}
_DRIVERS |= {0x03: "cp1252", 0x01: "cp437", 0x02: "cp850", 0xC9: "cp1251", 0x26: "cp866"}


def find_dbf_encoding(path: Path, member: str = "") -> tuple[str, list[Message]]:
    """Return the encoding of the table of a Shapefile, or of a table by itself.

    A .cpg file beside it decides, then the header, where the texts can be read so; else the
    texts themselves.

    Parameters
    ----------
    path
        Of the .shp or .dbf file, or of a ZIP file.
    member
        Name of the .shp file inside the ZIP file.
    """
    table = _beside(path, member, "dbf")
    if not table:
        return "", []
    sample = _texts(table)
    stated = [_code_page(_beside(path, member, "cpg")), _DRIVERS.get(table[29], "")]
    for name in stated:
        if name and _reads(sample, name):
            return name, []
    found = eight_bit_name(sample)
    notices = []
    if stated[0]:
        notices.append(
            message(
                "The texts of the table are not written in {stated}, as its .cpg file says; they "
                "were read as {encoding}.",
                stated=stated[0],
                encoding=found,
            )
        )
    return found, notices


def _beside(path: Path, member: str, suffix: str) -> bytes:
    """Return the beginning of the file with another ending, b"" when there is none."""
    if member:
        wanted = f"{member.rpartition('.')[0]}.{suffix}".casefold()
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if name.casefold() == wanted:
                    with packed.open(name) as stream:
                        return stream.read(_SAMPLE)
        return b""
    for candidate in (path.with_suffix(f".{suffix}"), path.with_suffix(f".{suffix.upper()}")):
        if candidate.is_file():
            with candidate.open("rb") as file:
                return file.read(_SAMPLE)
    return b""


def _texts(table: bytes) -> bytes:
    """Return the names of the fields and the records, without the numbers of the header."""
    length = int.from_bytes(table[8:10], "little")
    names = [table[at : at + 11].split(b"\0")[0] for at in range(32, length - 1, 32)]
    return b"\n".join([*names, table[length:].replace(b"\0", b" ")])


def _code_page(stated: bytes) -> str:
    text = stated.decode("ascii", "ignore").strip().lower().removeprefix("ansi ")
    if text in ("936", "cp936", "gbk", "gb2312", "gb18030"):
        return "gb18030"
    for name in (text, f"cp{text}"):
        try:
            return codecs.lookup(name).name if name else ""
        except LookupError:
            continue
    return ""


def _reads(sample: bytes, name: str) -> bool:
    """Whether nearly all of a text can be read; names may be cut inside a character."""
    high = sum(byte > 127 for byte in sample)
    return sample.decode(name, errors="replace").count("\ufffd") <= 0.05 * high
