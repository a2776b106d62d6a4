"""Images that come with the program or with its packages: scikit-learn's digits, MNIST."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from datasets.images.idx_pairs import read_idx_pair
from datasets.images.mirrors import MNIST
from datasets.images.raw import RawImages
from datasets.messages import InputError

DIGITS, FETCHED = "example:digits", "example:mnist"


def read_example(source: str, cache: Path | None) -> RawImages:
    """Read images by their name.

    ``example:digits`` are the 1,797 digits of 8×8 that scikit-learn carries, the test part of
    Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI, https://doi.org/10.24432/C50P49.
    ``example:mnist`` are the 70,000 of 28×28 in `cache`, which `datasets.images.fetching` fetched.

    Raises
    ------
    InputError
        When there is no such example, or it was not fetched.
    """
    if source == DIGITS:
        return _digits()
    if source == FETCHED:
        return _mnist(cache)
    raise InputError(
        "There are no example images {source}; there are {names}.",
        source=source,
        names=f"{DIGITS}, {FETCHED}",
    )


def is_fetched(cache: Path) -> bool:
    """Whether all files of MNIST lie in a folder."""
    return all((cache / file.name).is_file() for file in MNIST)


def check_fetched(cache: Path | None) -> Path:
    """Return the folder of MNIST; raises InputError where it was not fetched."""
    if cache is None or not is_fetched(cache):
        raise InputError(
            "MNIST is not on this computer yet; fetch it with python main.py fetch mnist, or "
            "choose a file train-images-idx3-ubyte.gz that you have."
        )
    return cache


def _digits() -> RawImages:
    from sklearn.datasets import load_digits

    bunch = load_digits()
    # 0…16, half up
    pixels = np.floor(bunch.images * (255 / 16) + 0.5).astype(np.uint8)
    return RawImages(pixels, bunch.target.astype(np.int64))


def _mnist(cache: Path | None) -> RawImages:
    raw = read_idx_pair(check_fetched(cache) / MNIST[0].name)
    return RawImages(raw.pixels, raw.labels, raw.is_test)
