"""Whether the folds of a division fit into memory."""

from __future__ import annotations

from core.protocols.division import Division
from datasets.dataset import Dataset
from datasets.messages import InputError

# prepared features of all folds together
MOST_BYTES = 4_000_000_000


def check_memory(dataset: Dataset, division: Division) -> None:
    """Refuse folds that would hold more prepared features than fit into memory.

    Raises
    ------
    InputError
        When all folds together would take more than 4 GB.
    """
    needed = 8 * dataset.features.size * len(division.splits)
    if needed > MOST_BYTES:
        raise InputError(
            "Each of {folds} folds prepares {rows} rows for itself, {needed} GB together; judge by "
            "fewer folds, or by a random hold-out.",
            folds=len(division.splits),
            rows=f"{dataset.size:,}",
            needed=f"{needed / 1e9:.0f}",
        )
