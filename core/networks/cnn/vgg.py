"""VGG-11, 13, 16 and 19 (Simonyan and Zisserman 2015, table 1, columns A, B, D and E)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import fitted_units, pool_if_it_fits

FILTERS = (64, 128, 256, 512, 512)
# convolutions of each block by the number of layers with weights
BLOCKS: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {11: (1, 1, 2, 2, 2), 13: (2, 2, 2, 2, 2), 16: (2, 2, 3, 3, 3), 19: (2, 2, 4, 4, 4)}
)


def draw_vgg(draft: Draft, blocks: tuple[int, ...]) -> None:
    """Draw blocks of 3 × 3 convolutions with a pool after each, and three fully connected layers.

    He's first weights make the small nets unnecessary from which the authors took the weights of
    the first layers.
    """
    for block, (convolutions, filters) in enumerate(zip(blocks, FILTERS, strict=True), 1):
        for number in range(1, convolutions + 1):
            draft.convolution_relu(f"conv{block}_{number}", filters)
        pool_if_it_fits(draft, f"pool{block}")
    units = fitted_units(draft, 4096)
    for number in (6, 7):
        draft.fully_connected(f"fc{number}", units)
        draft.activation(f"fc{number}_relu")
        draft.dropout(f"dropout{number}", 0.5)
    draft.classify("fc8")


DRAWN = MappingProxyType({depth: partial(draw_vgg, blocks=b) for depth, b in BLOCKS.items()})
