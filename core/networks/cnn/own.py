"""The program's own networks: one for digits, one for windows of a map."""

from __future__ import annotations

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import pool_if_it_fits

# Maps of the three stages of the digit network; with 28 × 28 pixels that is about 12 million
# multiply–adds a sample, which two cores train in minutes.
DIGIT_FILTERS = (24, 48, 96)


def draw_digits(draft: Draft) -> None:
    """Draw three stages of two 3 × 3 convolutions, each normalised, and one connected layer.

    A stage ends in a max pool while more than 5 pixels are left. Dropout stands before the last
    layer.
    """
    for stage, filters in enumerate(DIGIT_FILTERS, 1):
        for number in (1, 2):
            _block(draft, f"conv{stage}_{number}", filters, padded=draft.side < 20)
        if draft.side > 5:
            pool_if_it_fits(draft, f"pool{stage}")
    draft.dropout("dropout", 0.4)
    draft.classify()


def draw_map_windows(draft: Draft) -> None:
    """Draw a small net for windows with many channels and few samples.

    A 1 × 1 convolution first mixes the elements of each cell into 32 combinations, as logratios
    do. Convolutions without padding then narrow the window towards the sample in its middle, with
    a pool where more than 8 cells are left; the mean of each map is classified.
    """
    _block(draft, "mix", 32, 1)
    _block(draft, "conv1", 32, padded=draft.side < 5)
    number = 2
    while draft.side > 8:
        pool_if_it_fits(draft, f"pool{number - 1}")
        _block(draft, f"conv{number}", 64)
        number += 1
    _block(draft, f"conv{number}", 64, padded=draft.side < 5)
    draft.add("global_average_pool", "mean")
    draft.dropout("dropout", 0.3)
    draft.classify()


def _block(draft: Draft, name: str, filters: int, kernel: int = 3, padded: bool = False) -> None:
    padding = kernel // 2 if padded else 0
    draft.convolution_norm(name, filters, kernel, padding=padding)
    draft.activation(f"{name}_relu")
