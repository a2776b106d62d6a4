"""The samples as the last hidden layer sees them, in a plane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.cnn.model import probabilities_of
from core.events import Event, TaskProgress
from core.files import written_whole
from core.inside_cnn.last_hidden import folder_of, hidden_values, key_of
from core.inside_cnn.subject import Pictures, Subject
from datasets.messages import InputError, message

Way = Literal["pca", "tsne"]
Of = Literal["held-out", "all"]
MOST_SAMPLES = 2000
FEWEST_SAMPLES = 5
SEED = 0x9207
# van der Maaten and Hinton 2008 name 5 to 50; scikit-learn takes 30, fewer for few samples
PERPLEXITY = 30.0


@dataclass(frozen=True)
class Projection:
    """Samples in a plane.

    Attributes
    ----------
    rows
        int64, shape (P,), sorted.
    places
        float32, shape (P, 2).
    predicted
        int64, shape (P,): the class that the member names.
    variance
        float64, shape (2,): share of the variance along each axis of PCA; NaN for t-SNE.
    """

    rows: NDArray[np.int64]
    places: NDArray[np.float32]
    predicted: NDArray[np.int64]
    variance: NDArray[np.float64]


def projection(
    subject: Subject,
    pictures: Pictures,
    report: Callable[[Event], None],
    way: Way = "pca",
    of: Of = "held-out",
) -> Projection:
    """Return up to `MOST_SAMPLES` samples in a plane; it is kept in the run folder.

    Parameters
    ----------
    way
        Principal components, at once; or t-SNE from those, which takes seconds and shows who is
        near whom, while distances between groups mean nothing.
    of
        Samples that the member has never learned from, or all; of each class in proportion.

    Raises
    ------
    InputError
        When there are too few samples.
    """
    place = folder_of(subject) / f"projection-{subject.member}-{way}-{of}.npz"
    key = key_of(subject, pictures)
    kept = _read(place, key)
    if kept is not None:
        return kept
    rows = drawn_evenly(_rows_of(subject, pictures, of), pictures.images.labels, MOST_SAMPLES)
    if len(rows) < FEWEST_SAMPLES:
        raise InputError(
            "There are {count} samples to project and {needed} are needed; choose all samples, or "
            "hold out more.",
            count=len(rows),
            needed=FEWEST_SAMPLES,
        )
    found = _computed(subject, pictures.images.pixels[rows], rows, way, report)
    _write(place, key, found)
    return found


def _rows_of(subject: Subject, pictures: Pictures, of: Of) -> NDArray[np.int64]:
    if of == "all":
        return np.arange(len(pictures.images), dtype=np.int64)
    return pictures.held_out(subject.fold)


def drawn_evenly(
    rows: NDArray[np.int64], labels: NDArray[np.int64], most: int
) -> NDArray[np.int64]:
    """Return at most `most` rows, sorted, of each class (and without one) in proportion."""
    if len(rows) <= most:
        return np.sort(rows)
    shuffled = np.random.default_rng(SEED).permutation(rows)
    codes = labels[shuffled]
    order = np.argsort(codes, kind="stable")
    starts = np.searchsorted(codes[order], codes[order])
    sizes = np.searchsorted(codes[order], codes[order], side="right") - starts
    # the i-th of n stands at (i + ½) / n; the first of all that follow are even over the classes
    place = (np.arange(len(order)) - starts + 0.5) / sizes
    chosen = order[np.argsort(place, kind="stable")[:most]]
    return np.sort(shuffled[chosen])


def _computed(
    subject: Subject,
    pixels: NDArray[np.uint8],
    rows: NDArray[np.int64],
    way: Way,
    report: Callable[[Event], None],
) -> Projection:
    from sklearn.decomposition import PCA

    values = hidden_values(subject, pixels, report).astype(np.float64)
    analysis = PCA(n_components=min(50, *values.shape), svd_solver="full")
    components = analysis.fit_transform(values)
    # a layer of one unit has one component
    components = np.pad(components, ((0, 0), (0, max(0, 2 - components.shape[1]))))
    share = np.pad(np.nan_to_num(analysis.explained_variance_ratio_), (0, 2))[:2]
    places = components[:, :2]
    if way == "tsne":
        report(TaskProgress(message("Laying out the samples by t-SNE"), 0, 1))
        places, share = _neighbours(components), np.full(2, np.nan)
    predicted = _predicted(subject, pixels)
    return Projection(rows, places.astype(np.float32), predicted, share)


def _neighbours(components: NDArray[np.float64]) -> NDArray[np.float64]:
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    perplexity = min(PERPLEXITY, (len(components) - 1) / 3)
    spread = components[:, 0].std()
    # scikit-learn divides by it
    init = "pca" if spread > 0 else "random"
    plane = TSNE(n_components=2, perplexity=perplexity, init=init, random_state=SEED)
    # threads add up in another order each time, and wait for each other where cores are busy
    with threadpool_limits(1):
        return np.asarray(plane.fit_transform(components), np.float64)


def _predicted(subject: Subject, pixels: NDArray[np.uint8]) -> NDArray[np.int64]:
    samples = subject.model.samples(pixels, subject.fold)
    return np.asarray(probabilities_of(subject.network, samples).argmax(axis=1), np.int64)


def _read(place: Path, key: str) -> Projection | None:
    try:
        with np.load(place, allow_pickle=False) as file:
            if str(file["key"]) != key:
                return None
            return Projection(file["rows"], file["places"], file["predicted"], file["variance"])
    except (EOFError, KeyError, OSError, TypeError, ValueError):
        return None


def _write(place: Path, key: str, found: Projection) -> None:
    try:
        with written_whole(place) as part, part.open("wb") as file:
            np.savez(
                file,
                key=np.array(key),
                rows=found.rows,
                places=found.places,
                predicted=found.predicted,
                variance=found.variance,
            )
    except OSError:
        # a run that can only be read is looked into all the same
        pass
