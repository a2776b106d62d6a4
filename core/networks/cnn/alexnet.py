"""AlexNet (Krizhevsky et al. 2012) and ZFNet (Zeiler and Fergus 2014)."""

from __future__ import annotations

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import fitted_units, is_small, pool_if_it_fits, small_stem


def draw_alexnet(draft: Draft) -> None:
    """Draw the net for two processors: filters of conv2, conv4 and conv5 see half of the maps."""
    _draw(draft, groups=2)


def draw_alexnet_ungrouped(draft: Draft) -> None:
    """Draw the same net with filters that see all maps."""
    _draw(draft, groups=1)


def draw_zfnet(draft: Draft) -> None:
    """Draw ZFNet: AlexNet with 7 × 7 and stride 2 first, 5 × 5 and stride 2 second.

    Zeiler and Fergus 2014, figure 3. The sides 110, 55, 26, 13 and 6 come about with a padding of
    1, rounding down in the first convolution and up in the pools.
    """
    if is_small(draft):
        _small_first(draft)
    else:
        draft.convolution_relu("conv1", 96, 7, stride=2, padding=1, rounding="floor")
        pool_if_it_fits(draft, "pool1", kernel=3, rounding="ceil")
        draft.add("local_response_norm", "norm1", kernel=5)
    stride = 1 if draft.fitted and draft.side < 16 else 2
    padding = 2 if stride == 1 else 0
    draft.convolution_relu("conv2", 256, 5, stride=stride, padding=padding, rounding="floor")
    pool_if_it_fits(draft, "pool2", kernel=3, rounding="ceil")
    draft.add("local_response_norm", "norm2", kernel=5)
    for number, filters in ((3, 384), (4, 384), (5, 256)):
        draft.convolution_relu(f"conv{number}", filters)
    pool_if_it_fits(draft, "pool5", kernel=3)
    _classify(draft)


def _draw(draft: Draft, groups: int) -> None:
    """Add the layers of Krizhevsky et al. 2012, section 3.5; an image of 227 × 227 divides."""
    if is_small(draft):
        _small_first(draft)
    else:
        rounding = "floor" if draft.fitted else "exact"
        draft.convolution_relu("conv1", 96, 11, stride=4, padding=0, rounding=rounding)
        draft.add("local_response_norm", "norm1", kernel=5)
        pool_if_it_fits(draft, "pool1", kernel=3)
    draft.convolution_relu("conv2", 256, 5, groups=groups)
    draft.add("local_response_norm", "norm2", kernel=5)
    pool_if_it_fits(draft, "pool2", kernel=3)
    draft.convolution_relu("conv3", 384)
    draft.convolution_relu("conv4", 384, groups=groups)
    draft.convolution_relu("conv5", 256, groups=groups)
    pool_if_it_fits(draft, "pool5", kernel=3)
    _classify(draft)


def _small_first(draft: Draft) -> None:
    """Add a first layer for small images: 5 × 5 at every pixel."""
    draft.convolution_relu("conv1", 96, 5)
    small_stem(draft, "conv1", 5)
    draft.add("local_response_norm", "norm1", kernel=5)
    pool_if_it_fits(draft, "pool1", kernel=3)


def _classify(draft: Draft) -> None:
    units = fitted_units(draft, 4096)
    for number in (6, 7):
        draft.dropout(f"dropout{number}", 0.5)
        draft.fully_connected(f"fc{number}", units)
        draft.activation(f"fc{number}_relu")
    draft.classify("fc8")
