"""How the samples of an epoch are divided into batches."""

from __future__ import annotations

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
