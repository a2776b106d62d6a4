"""What the worker found, as the thresholds page holds it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from core.thresholds.contributions import centres_from
from core.thresholds.found import Found, found_among, found_from
from core.thresholds.groups import Groups
from core.thresholds.picture import Picture, read_picture
from core.thresholds.plain import refused_from, threshold_from
from core.thresholds.settings import settings_from
from gui.threshold_subject import Subject


def picture_from(values: dict[str, Any]) -> Picture:
    """Return the picture of all samples that an answer names."""
    return read_picture(Path(values["picture"]))


def found_of(values: dict[str, Any], subject: Subject, groups: Groups | None) -> Found:
    """Return what was found; the distances of an answer become what the subject looks at."""
    told = values["threshold"]
    settings = settings_from(told["settings"])
    thresholds = {name: threshold_from(found) for name, found in told["thresholds"].items()}
    refused = refused_from(told)
    if "distances" not in values:
        return found_from(subject.values, subject.below, settings, thresholds, groups, refused)
    distances = np.load(values["distances"], allow_pickle=False)
    subject.take_distances(distances, centres_from(values["centres"]))
    limits = {name: threshold.value for name, threshold in thresholds.items()}
    return found_among(distances, limits, settings, groups, refused, told["missing"])
