"""What the images of a run teach a classifier that takes every pixel for a feature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.baselines.estimators import Baseline
from core.baselines.lessons import Lesson
from core.cnn.parts import ImageFold, ImageParts
from core.splitting import Rows, split

# pixels of all images that a classifier learns from, so that it takes no minutes; see `most_of`
MOST_PIXELS: Mapping[Baseline, int] = {
    "nearest": 16_000_000,
    "logistic": 4_000_000,
    "forest": 4_000_000,
    "boosting": 1_600_000,
    "mlp": 4_000_000,
}
# images prepared at once
AT_ONCE = 4096


@dataclass(frozen=True)
class ImageLessons:
    """The lessons of a run on images: the same parts, their pixels prepared as for the network.

    Attributes
    ----------
    judged
        The part that judges: "test", "validation" (with folds all that they held out) or
        "training", which judges nothing.
    seed
        Of the draw where there are more images than a classifier learns from.
    """

    parts: ImageParts
    judged: str
    seed: int

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.parts.class_names

    @property
    def folds(self) -> int:
        """One where the test part judges: then all that any fold learned from is learned."""
        return 1 if self.judged == "test" else len(self.parts.folds)

    @property
    def has_judges(self) -> bool:
        return self.judged != "training"

    def lesson(self, name: Baseline, number: int) -> Lesson:
        fold = self.parts.folds[number]
        rows = self.parts.test if self.judged == "test" else fold.held_out
        offered = np.setdiff1d(self._offered(number), rows)
        labels = self.known(offered)[0]
        learned = offered[_some(labels, most_of(name, self.parts), self.seed)]
        codes = self.known(learned)[0]
        return Lesson(_pixels(fold, learned), codes, _pixels(fold, rows), rows, len(offered))

    def known(self, rows: Rows) -> tuple[Rows, Rows]:
        return np.asarray(self.parts.image_set.labels, np.int64)[rows], np.arange(len(rows))

    def _offered(self, number: int) -> Rows:
        """Rows that the networks learned from or were stopped by."""
        folds = self.parts.folds if self.judged == "test" else (self.parts.folds[number],)
        return np.unique(np.concatenate([(*each.training, *each.validation) for each in folds]))


def most_of(name: Baseline, parts: ImageParts) -> int:
    """Return how many images a classifier learns from at most; 0 for all.

    Bounds the work of one that looks at every pixel: 5,100 images of MNIST for a random forest,
    2,040 for boosted trees.
    """
    pixels = MOST_PIXELS.get(name, 0)
    return max(pixels // int(np.prod(parts.image_set.shape)), 1) if pixels else 0


def _some(labels: Rows, most: int, seed: int) -> Rows:
    """Return the places of so many, the same share of each class and one of it at least."""
    if not 0 < most < len(labels):
        return np.arange(len(labels))
    return split(labels, 1 - most / len(labels), seed)[0]


def _pixels(fold: ImageFold, rows: Rows) -> NDArray[np.float32]:
    """Return prepared images as rows of numbers, float32, shape (N, C·H·W)."""
    parts = [
        fold.samples.batch(some).flatten(1).numpy()
        for some in torch.from_numpy(rows).split(AT_ONCE)
    ]
    return np.concatenate(parts)
