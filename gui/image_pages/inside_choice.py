"""Which sample of a run is looked into, and which one comes next."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from core.run_folder import RunFolder
from gui.image_info import ImageInfo
from gui.image_pages.judged_images import UNKNOWN, JudgedImages, Wanted, read_judged

NONE = -1


@dataclass(frozen=True)
class RunSamples:
    """The samples of the run on show.

    Attributes
    ----------
    images
        Their pictures; None where those at hand are others.
    part
        The part that judges the run, "" where all samples do.
    """

    images: ImageInfo | None = None
    judged: JudgedImages | None = None
    part: str = ""

    @classmethod
    def of(cls, run: RunFolder, present: ImageInfo | None, shows_its_images: bool) -> RunSamples:
        """Gather what is known of the samples of a run."""
        judged = read_judged(run.predictions_path)
        part = str((run.evaluation() or {}).get("judged", ""))
        fits = present is not None and (judged is None or len(judged) == len(present))
        return cls(present if fits and shows_its_images else None, judged, part)

    def __len__(self) -> int:
        if self.judged is not None:
            return len(self.judged)
        return len(self.images) if self.images is not None else 0

    @property
    def errors(self) -> NDArray[np.int64]:
        """Samples that were classified wrong, in the order of the set."""
        if self.judged is None:
            return np.empty(0, np.int64)
        return np.sort(self.judged.rows(Wanted("errors", self.part)))

    def usual(self) -> int:
        """Return the sample to begin with: an error, else the first that judges."""
        if self.judged is None or not len(self):
            return 0 if len(self) else NONE
        errors = self.judged.rows(Wanted("errors", self.part))
        if len(errors):
            return int(errors[0])
        certain = self.judged.rows(Wanted("least certain", self.part))
        return int(certain[0]) if len(certain) else 0

    def stepped(self, row: int, way: str) -> int:
        """Return the sample that a way leads to: "previous", "next", "error" or "random"."""
        count = len(self)
        if not count:
            return NONE
        if way == "error":
            errors = self.errors
            if not len(errors):
                return row
            after = errors[errors > row]
            return int(after[0] if len(after) else errors[0])
        if way == "random":
            return Random().randrange(count)
        return (row + (1 if way == "next" else -1)) % count

    def known(self, row: int) -> str:
        """Return the known class of a sample, "" where there is none."""
        if self.judged is None:
            return ""
        code = int(self.judged.known[row])
        return self.judged.class_names[code] if code != UNKNOWN else ""

    def given(self, row: int) -> tuple[str, float] | None:
        """Return the class that a sample was given, and how surely."""
        if self.judged is None:
            return None
        name = self.judged.class_names[int(self.judged.predicted[row])]
        return name, float(self.judged.probability[row])

    def is_wrong(self, row: int) -> bool:
        """Whether a sample was classified wrong."""
        return self.judged is not None and self.judged.is_right(row) is False
