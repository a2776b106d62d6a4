"""What the Inside page looks at: a member of a run's network, and an image."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.run_folder import RunFolder
from datasets.images.framing import Manner
from gui.image_pages.inside_answers import Question


@dataclass(frozen=True)
class LayerAbout:
    """A layer as ``inside RUN layers`` tells of it.

    Attributes
    ----------
    title
        What it is, in English.
    output
        Maps, height and width, or units.
    views
        What can be looked at: "features", "filters", "weights", "grad-cam".
    """

    name: str
    title: str
    output: tuple[int, ...]
    views: tuple[str, ...]


@dataclass(frozen=True)
class NetworkAbout:
    """What ``inside RUN layers`` tells."""

    layers: tuple[LayerAbout, ...]
    members: int
    classes: tuple[str, ...]
    input: tuple[int, int, int]
    dense_blocks: int
    last_hidden: str
    grad_cam: str
    manner: Manner
    share: float

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> NetworkAbout:
        """Build it from the values of the Finished event."""
        layers = tuple(
            LayerAbout(each["name"], each["title"], tuple(each["output"]), tuple(each["views"]))
            for each in values["layers"]
        )
        return cls(
            layers,
            values["members"],
            tuple(values["classes"]),
            tuple(values["input"]),
            values["dense_blocks"],
            values["last_hidden"],
            values["grad_cam"],
            values["manner"],
            values["share"],
        )

    def having(self, view: str) -> tuple[LayerAbout, ...]:
        """Return the layers that have a view."""
        return tuple(layer for layer in self.layers if view in layer.views)


@dataclass(frozen=True)
class Looked:
    """What all views of the Inside page show.

    Attributes
    ----------
    row
        Sample of the run, from 0; -1 for none.
    drawing
        A drawing as .npy in its place.
    """

    run: Path
    stamp: str
    network: NetworkAbout
    member: int = 0
    row: int = -1
    drawing: Path | None = None

    @property
    def has_image(self) -> bool:
        return self.row >= 0 or self.drawing is not None

    def question(self, what: str, *words: str) -> Question:
        """Return a question about the network alone."""
        return Question(
            ("inside", str(self.run), what, "--member", str(self.member), *words), self.stamp
        )

    def question_of_image(self, what: str, *words: str) -> Question:
        """Return a question about the network and the image."""
        if self.drawing is not None:
            return self.question(what, *words, "--drawing", str(self.drawing))
        return self.question(what, *words, "--sample", str(self.row))


def stamp_of(run: RunFolder) -> str:
    """Return what changes when the model of a run does; "" while it has none."""
    place = run.model_path / "model.json"
    try:
        return str(place.stat().st_mtime_ns)
    except OSError:
        return ""
