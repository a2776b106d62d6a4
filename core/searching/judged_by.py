"""Which protocols a search can be judged by; known before a table is read."""

from __future__ import annotations

from core.job import Judging
from datasets.messages import InputError


def check_protocol(judging: Judging) -> None:
    """Refuse a protocol that cannot be repeated inside its own training parts.

    Raises
    ------
    InputError
        Says by what to judge instead.
    """
    if judging.protocol == "validation":
        raise InputError(
            "A search needs samples that judge what it finds, and the validation part only "
            "chooses: judge by a random hold-out, folds, groups or spatial blocks."
        )
    if judging.protocol == "second_file":
        raise InputError(
            "A search cannot be judged by a second file: judge it by folds, groups or spatial "
            "blocks, and then the job that it finds by the second file."
        )
    if judging.protocol == "leave_one_out" and judging.buffer > 0:
        raise InputError(
            "Leaving one out with a buffer cannot be repeated inside a training part; search with "
            "spatial blocks instead."
        )
