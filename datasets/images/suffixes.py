"""Endings of the files that images come in, for dialogs; what a file is, its content tells."""

from __future__ import annotations

PICTURE_SUFFIXES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".bmp",
    ".gif",
    ".tif",
    ".tiff",
    ".webp",
    ".pgm",
    ".ppm",
)
IMAGE_SUFFIXES = (*PICTURE_SUFFIXES, ".npz", ".mat", ".idx", "ubyte", "ubyte.gz")
