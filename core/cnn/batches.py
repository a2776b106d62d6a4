"""How the samples of an epoch are divided into batches, and a batch among processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.cnn.ranks import Ranks

# samples whose gradient is computed at once where the gradient of all is wanted; with more a step
# of RPROP would only take more memory
CHUNK = 500


def batch_bounds(samples: int, batch: int) -> list[tuple[int, int]]:
    """Return first and last (exclusive) place of every batch of an epoch.

    The last batch may be smaller. A single sample left over joins the batch before it, since
    batch normalisation has no variance of one sample.
    """
    starts = list(range(0, samples, batch))
    if len(starts) > 1 and samples - starts[-1] == 1 and batch > 1:
        starts.pop()
    return list(zip(starts, [*starts[1:], samples], strict=True))


@dataclass
class Share:
    """The samples of the batch at hand that this process computes; set anew for each batch.

    Attributes
    ----------
    first, last
        The first of them, and the one behind the last.
    whole
        Samples of the batch.
    """

    first: int = 0
    last: int = 0
    whole: int = 0

    def take(self, ranks: Ranks, whole: int) -> None:
        """Take this process's share of a batch; each takes all of one that does not go round."""
        self.whole = whole
        self.first, self.last = ranks.bounds(whole) if whole >= ranks.count else (0, whole)

    @property
    def is_divided(self) -> bool:
        return self.last - self.first < self.whole
