"""A set of images as the window holds it: its pixels mapped into memory, and what is known."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.images.image_reading import ImageReading
from datasets.messages import Message


@dataclass(frozen=True)
class ImageInfo:
    """What the command ``images`` found, with the pixels behind it.

    Attributes
    ----------
    shape
        Number of images, channels, height and width.
    class_names, counts
        Classes, and how many images each has.
    test
        Images of the source's own test part.
    unlabelled
        Images without a class.
    folder
        Where ``pixels.npy``, ``labels.npy`` and ``is_test.npy`` lie.
    """

    source: str
    fingerprint: str
    shape: tuple[int, int, int, int]
    class_names: tuple[str, ...]
    counts: tuple[int, ...]
    test: int
    unlabelled: int
    folder: Path
    notices: tuple[Message, ...] = ()
    reading: ImageReading = field(default_factory=ImageReading)

    @classmethod
    def from_values(cls, values: dict[str, Any], reading: ImageReading) -> ImageInfo:
        """Build it from the values of the Finished event."""
        samples, channels, height, width = values["shape"]
        return cls(
            source=values["source"],
            fingerprint=values["fingerprint"],
            shape=(samples, channels, height, width),
            class_names=tuple(values["classes"]),
            counts=tuple(values["counts"]),
            test=values["test"],
            unlabelled=values["unlabelled"],
            folder=Path(values["folder"]),
            notices=tuple(Message(**notice) for notice in values["notices"]),
            reading=reading,
        )

    def __len__(self) -> int:
        return self.shape[0]

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """Channels, height and width of an image."""
        return self.shape[1:]

    @property
    def labelled(self) -> int:
        """Number of images with a class."""
        return len(self) - self.unlabelled

    @cached_property
    def pixels(self) -> NDArray[np.uint8]:
        """uint8, shape (P, C, H, W), read from the disk where it is looked at."""
        return np.load(self.folder / "pixels.npy", mmap_mode="r", allow_pickle=False)

    @cached_property
    def labels(self) -> NDArray[np.int64]:
        """int64, shape (P,), -1 where unknown."""
        return np.load(self.folder / "labels.npy", allow_pickle=False)

    @cached_property
    def is_test(self) -> NDArray[np.bool_]:
        """bool, shape (P,): the source's own test part."""
        return np.load(self.folder / "is_test.npy", allow_pickle=False)

    @cached_property
    def sample_names(self) -> tuple[str, ...]:
        """File names of the samples; () where they only have numbers."""
        path = self.folder / "names.json"
        return tuple(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else ()

    def name_of(self, row: int) -> str:
        """Return what a sample is called: its file, or its number from 1 on."""
        return self.sample_names[row] if self.sample_names else f"{row + 1:,}"
