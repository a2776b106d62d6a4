"""Where MNIST is to be had, and how its files are known."""

from __future__ import annotations

from dataclasses import dataclass

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
"""Public copies: the first is torchvision's, the second TensorFlow's (CVDF)."""


@dataclass(frozen=True)
class RemoteFile:
    """A file of a data set: its name on every mirror, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


MNIST = (
    RemoteFile(
        "train-images-idx3-ubyte.gz",
        9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
    ),
    RemoteFile(
        "train-labels-idx1-ubyte.gz",
        28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
    ),
    RemoteFile(
        "t10k-images-idx3-ubyte.gz",
        1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
    ),
    RemoteFile(
        "t10k-labels-idx1-ubyte.gz",
        4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    ),
)
"""LeCun, Cortes and Burges, The MNIST database. Sizes: yann.lecun.com/exdb/mnist; SHA-256: as
nixpkgs pins the same files (pkgs/data/machine-learning/mnist)."""
