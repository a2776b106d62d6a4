"""LeNet-5, as published in 1998 and as it is taught today."""

from __future__ import annotations

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import kept_size, padded_convolution, pool_if_it_fits

# Which maps of S2 each filter of C3 sees: LeCun et al. 1998, table I.
C3_TABLE: tuple[tuple[int, ...], ...] = (
    (0, 1, 2),
    (1, 2, 3),
    (2, 3, 4),
    (3, 4, 5),
    (0, 4, 5),
    (0, 1, 5),
    (0, 1, 2, 3),
    (1, 2, 3, 4),
    (2, 3, 4, 5),
    (0, 3, 4, 5),
    (0, 1, 4, 5),
    (0, 1, 2, 5),
    (0, 1, 3, 4),
    (1, 2, 4, 5),
    (0, 2, 3, 5),
    (0, 1, 2, 3, 4, 5),
)
# From here on the first convolution leaves the border out, as on LeNet-5's own 32 × 32.
WHOLE = 32


def draw_lenet5(draft: Draft) -> None:
    """Draw the net taught today: every filter of C3 sees all maps, ReLU, max pools, softmax."""
    _first_convolution(draft)
    draft.activation("relu1")
    pool_if_it_fits(draft, "s2")
    padded_convolution(draft, "c3", 16, 5)
    draft.activation("relu3")
    pool_if_it_fits(draft, "s4")
    draft.fully_connected("c5", 120)
    draft.activation("relu5")
    draft.fully_connected("f6", 84)
    draft.activation("relu6")
    draft.classify("output")


def draw_lenet5_1998(draft: Draft) -> None:
    """Draw the net of LeCun et al. 1998, section II.B.

    C3 by its table, subsampling with a weight and a bias a map, 1.7159·tanh(2x/3) after every
    layer up to F6, and outputs that are distances to fixed codes of 84 bits.
    """
    draft.first_weights = "lecun"
    _first_convolution(draft)
    _squash(draft, 1)
    _subsample(draft, 2)
    padded_convolution(draft, "c3", len(C3_TABLE), 5, table=C3_TABLE)
    _squash(draft, 3)
    _subsample(draft, 4)
    # on 5 × 5 maps the convolution C5 is fully connected
    draft.fully_connected("c5", 120)
    _squash(draft, 5)
    draft.fully_connected("f6", 84)
    _squash(draft, 6)
    draft.add("rbf", "output", filters=draft.classes)


def _first_convolution(draft: Draft) -> None:
    """Add C1; images below 32 pixels keep their size, as if they lay in a border of zeros."""
    padding = 2 if draft.fitted and draft.side < WHOLE else 0
    if padding:
        draft.notes.append(kept_size("c1", padding))
    padded_convolution(draft, "c1", 6, 5, padding=padding)


def _squash(draft: Draft, number: int) -> None:
    draft.activation(f"tanh{number}", "scaled_tanh")


def _subsample(draft: Draft, number: int) -> None:
    pool_if_it_fits(draft, f"s{number}", "subsampling")
    if draft.last == f"s{number}":
        _squash(draft, number)
