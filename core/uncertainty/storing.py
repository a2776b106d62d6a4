"""A rule for unlike cells beside the weights of its model; nothing in its file is executed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from core.files import written_whole
from core.uncertainty.unlike import UnlikeRule

FILE = "unlike.safetensors"


def save_unlike(rule: UnlikeRule | None, folder: Path) -> dict[str, Any] | None:
    """Write the training samples of a rule into the folder of a model.

    Returns
    -------
    dict or None
        What ``model.json`` is to say of it; None where there is no rule, and no file then.
    """
    if rule is None:
        (folder / FILE).unlink(missing_ok=True)
        return None
    arrays = {name: np.ascontiguousarray(each) for name, each in rule.arrays().items()}
    with written_whole(folder / FILE) as part:
        save_file(arrays, part)
    return rule.to_values()


def load_unlike(values: Mapping[str, Any] | None, folder: Path, inputs: int) -> UnlikeRule | None:
    """Return the rule that `save_unlike` wrote.

    Parameters
    ----------
    inputs
        Number of inputs of a prepared sample.

    Raises
    ------
    KeyError, OSError, SafetensorError, TypeError or ValueError
        When it is damaged, or its samples are of another width.
    """
    if values is None:
        return None
    rule = UnlikeRule.from_values(values, load_file(folder / FILE))
    if rule.reference.inputs != inputs:
        raise ValueError("the training samples to measure from have other inputs")
    return rule
