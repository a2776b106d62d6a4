"""Looking for garbage at a moment of one's own choice, where Python's collector is switched off."""

from __future__ import annotations

import gc


def collect_due() -> None:
    """Collect the oldest generation that is due, and with it the younger ones."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
