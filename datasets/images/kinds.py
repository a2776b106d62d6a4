"""What a path is that may hold images, told by its content and without reading it."""

from __future__ import annotations

import re
import zipfile
from itertools import islice
from pathlib import Path
from typing import Literal

from datasets.file_access import told_access
from datasets.images.idx import header_of
from datasets.images.picture_files import SUFFIXES, find_pictures
from datasets.images.shapes import side_of
from datasets.images.unpacking import head_of
from datasets.messages import InputError

Kind = Literal["folder", "idx", "npz", "npy", "mat", "picture", "parquet", "text"]

SEPARATORS = (",", "\t", ";")
# pixel0, 1x1, px_12, V785, x0: what the columns of pixels are called
PIXEL_NAME = re.compile(r"(?:pixels?|pix|px|p|x|v|f|feature|dim|col(?:umn)?)?[ _.-]?\d+(?:x\d+)?")
_LEAST = 64
_HDF5 = b"\x89HDF\r\n\x1a\n"
# not P2 and BM: a text may begin with them too
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def kind_of(path: Path) -> Kind:
    """Tell how a path is read as images; "text" for all that is nothing else.

    A text named as a picture is "picture": its reader says what is wrong with it.

    Raises
    ------
    InputError
        When there is no such file, or it may not be read.
    """
    if path.is_dir():
        return "folder"
    head = head_of(path)
    if header_of(head, 1 << 62) is not None:
        return "idx"
    if head.startswith(b"PK\x03\x04") and _is_npz(path):
        return "npz"
    if head.startswith(b"\x93NUMPY"):
        return "npy"
    if head.startswith((b"MATLAB 5.0", b"MATLAB 7.3", _HDF5)) or path.suffix.lower() == ".mat":
        return "mat"
    if _is_picture(path, head):
        return "picture"
    return "parquet" if head.startswith(b"PAR1") else "text"


def looks_like_images(path: Path) -> bool:
    """Whether a path holds images rather than a table of samples.

    It reads the beginning alone and needs no SciPy or pandas, so that the window can ask.
    """
    try:
        kind = kind_of(path)
        if kind == "folder":
            return _folder_of_images(path)
        if kind == "text":
            return looks_like_pixels(head_of(path))
        return kind != "parquet" or _parquet_of_images(path)
    except InputError:
        return False


def looks_like_pixels(head: bytes) -> bool:
    """Whether the beginning of a text is that of a table of pixels.

    At least 64 columns, as many as a square image has pixels beside labels; in the first lines
    whole numbers of 0…255, or shares of 0…1 below a header that names pixels.
    """
    lines = head.decode("utf-8-sig", "replace").splitlines()
    rows = [cells_of(line) for line in islice((line for line in lines if line.strip()), 6)]
    if len(lines) > len(rows) or len(head) < 1 << 16:
        rows = rows if len(rows) < 2 or len(rows[-1]) == len(rows[0]) else rows[:-1]
    if not rows or len(rows[0]) < _LEAST:
        return False
    header = [] if all(number_of(cell) is not None for cell in rows[0]) else rows.pop(0)
    named = bool(header) and sum(is_pixel_name(cell) for cell in header) >= _LEAST
    if header and not named:
        return False
    return all(_are_pixels(row, named) for row in rows) if rows else named


def is_pixel_name(name: str) -> bool:
    """Whether a column is called as those of pixels are."""
    return PIXEL_NAME.fullmatch(name.strip().strip('"').lower()) is not None


def cells_of(line: str) -> list[str]:
    """Return the cells of a line of numbers, divided by the separator that it holds most of."""
    separator = max(SEPARATORS, key=line.count)
    return line.strip().split(separator if separator in line else None)


def pixels_of_columns(columns: int) -> int:
    """Return how many of so many columns are pixels: all, all but one or ten labels; 0: none."""
    for labels in (1, 0, 10):
        found = side_of(columns - labels) if columns > labels else None
        if found is not None and columns - labels >= 16:
            return columns - labels
    return 0


def _are_pixels(row: list[str], named: bool) -> bool:
    numbers = [number_of(cell) for cell in row]
    if sum(number is None for number in numbers) > 1:
        return False
    if not pixels_of_columns(len(row)) and not named:
        return False
    # the label is the first or the last and may be anything
    inner = [number for number in numbers[1:-1] if number is not None]
    whole = all(number == int(number) and 0 <= number <= 255 for number in inner)
    return whole or (named and all(-1 <= number <= 1 for number in inner))


def is_number(cell: str) -> bool:
    """Whether a cell is a number as texts write it."""
    return number_of(cell) is not None


def number_of(cell: str) -> float | None:
    """Return the number in a cell, None when there is none."""
    try:
        number = float(cell.strip().strip('"'))
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None


def _is_npz(path: Path) -> bool:
    try:
        with told_access(path), zipfile.ZipFile(path) as packed:
            return any(name.endswith(".npy") for name in packed.namelist())
    except InputError:
        return path.suffix.lower() == ".npz"


def _is_picture(path: Path, head: bytes) -> bool:
    if path.suffix.lower() in SUFFIXES:
        return True
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return head.startswith(_PICTURES) or webp


def _folder_of_images(path: Path) -> bool:
    found, others = find_pictures(path, 200)
    return bool(found) or any(_is_idx_name(name) for name in others)


def _is_idx_name(name: str) -> bool:
    return re.search(r"idx[13]-?ubyte(?:\.gz)?$", name, re.IGNORECASE) is not None


def _parquet_of_images(path: Path) -> bool:
    import pyarrow.parquet as parquet

    try:
        names = parquet.read_schema(path).names
    except (OSError, ValueError):
        return False
    return sum(is_pixel_name(name) for name in names) >= _LEAST
