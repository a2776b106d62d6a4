"""GoogLeNet (Szegedy et al. 2015, table 1), without batch normalisation, as published."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import is_small, left_out, pool_if_it_fits, small_stem

# 1 × 1; before and of 3 × 3; before and of 5 × 5; after the pool
MODULES: Mapping[str, tuple[int, int, int, int, int, int]] = MappingProxyType(
    {
        "3a": (64, 96, 128, 16, 32, 32),
        "3b": (128, 128, 192, 32, 96, 64),
        "4a": (192, 96, 208, 16, 48, 64),
        "4b": (160, 112, 224, 24, 64, 64),
        "4c": (128, 128, 256, 24, 64, 64),
        "4d": (112, 144, 288, 32, 64, 64),
        "4e": (256, 160, 320, 32, 128, 128),
        "5a": (256, 160, 320, 32, 128, 128),
        "5b": (384, 192, 384, 48, 128, 128),
    }
)
AUXILIARY = ("4a", "4d")
# Below this side the modules would have too few pixels with a pool before the first of them.
LEAST_POOLED = 16


def draw_googlenet(draft: Draft) -> None:
    """Draw the net that classifies: nine modules, a global mean, one fully connected layer."""
    _draw(draft, with_heads=False)


def draw_googlenet_auxiliary(draft: Draft) -> None:
    """Draw the net as it was trained, with a head after the modules 4a and 4d."""
    _draw(draft, with_heads=True)


def _draw(draft: Draft, with_heads: bool) -> None:
    _stem(draft)
    for name, filters in MODULES.items():
        if name in ("4a", "5a"):
            pool_if_it_fits(draft, f"pool{int(name[0]) - 1}", kernel=3, rounding="ceil")
        _module(draft, name, filters)
        if with_heads and name in AUXILIARY:
            _head(draft, name)
    draft.add("global_average_pool", "mean")
    draft.dropout("dropout", 0.4)
    draft.classify()


def _stem(draft: Draft) -> None:
    small = is_small(draft)
    if small:
        draft.convolution_relu("conv1", 64, 3)
        small_stem(draft, "conv1", 3)
    else:
        draft.convolution_relu("conv1", 64, 7, stride=2, rounding="floor")
        pool_if_it_fits(draft, "pool1", kernel=3, rounding="ceil")
        draft.add("local_response_norm", "norm1", kernel=5)
    draft.convolution_relu("conv2_reduce", 64, 1)
    draft.convolution_relu("conv2", 192, 3)
    if not small:
        draft.add("local_response_norm", "norm2", kernel=5)
    if draft.side >= LEAST_POOLED:
        pool_if_it_fits(draft, "pool2", kernel=3, rounding="ceil")
    else:
        draft.notes.append(left_out(draft, "pool2"))


def _module(draft: Draft, name: str, filters: tuple[int, int, int, int, int, int]) -> None:
    """Add four ways side by side, whose maps are joined."""
    start, prefix = draft.last, f"inception{name}"
    one, before_three, three, before_five, five, after_pool = filters
    ends = [draft.convolution_relu(f"{prefix}_1x1", one, 1)]
    for side, before, filters_ in ((3, before_three, three), (5, before_five, five)):
        draft.go_back_to(start)
        draft.convolution_relu(f"{prefix}_{side}x{side}_reduce", before, 1)
        ends.append(draft.convolution_relu(f"{prefix}_{side}x{side}", filters_, side))
    draft.go_back_to(start)
    draft.max_pool(f"{prefix}_pool", 3, 1, padding=1)
    ends.append(draft.convolution_relu(f"{prefix}_pool_proj", after_pool, 1))
    draft.add("concat", prefix, *ends)


def _head(draft: Draft, name: str) -> None:
    """Add a second classifier after a module, and go back to the main road."""
    start, prefix = draft.last, f"head{name}"
    kernel = min(5, draft.side) if draft.fitted else 5
    pool_if_it_fits(draft, f"{prefix}_pool", "average_pool", kernel=kernel, stride=3)
    draft.convolution_relu(f"{prefix}_conv", 128, 1)
    draft.fully_connected(f"{prefix}_fc", 1024)
    draft.activation(f"{prefix}_fc_relu")
    draft.dropout(f"{prefix}_dropout", 0.7)
    draft.auxiliary.append(draft.fully_connected(f"{prefix}_classes", draft.classes))
    draft.go_back_to(start)
