"""New images read as those were that a network has learned."""

from __future__ import annotations

from typing import Literal

from core.cnn.matching import matched
from core.cnn.model import TrainedCNN
from core.image_loading import load_images
from core.job_sections.images import Images
from core.reporting import Reporter
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.images.ink_frame import InkFrame, usual_frame, whole_percent
from datasets.messages import Message, message

Framing = Literal["auto", "kept", "learned"]


def read_alike(
    source: str, model: TrainedCNN, framing: Framing, report: Reporter
) -> tuple[ImageSet, tuple[Message, ...]]:
    """Return the images of a source in the shape that a network reads, and what was done to them.

    Parameters
    ----------
    framing
        Whether the ink of each image is cut out, scaled and placed as it was in the images that the
        network has learned: "auto" where most of the new ones have it in another size or place,
        "kept" never, "learned" always.

    Raises
    ------
    InputError
        When they cannot be read.
    """
    reading = _reading_of(model)
    images = load_images(Images(source=source, reading=reading), report, say_notices=False)
    told: tuple[Message, ...] = ()
    learned = model.frame
    if learned is not None and reading.framing == "kept" and framing != "kept":
        found = usual_frame(images.pixels, learned.manner)
        if framing == "learned" or (found is not None and learned.is_unlike(found)):
            images = load_images(
                Images(source=source, reading=_framed(reading, learned)), report, say_notices=False
            )
            told = _told(learned, found)
    fitting, changed = matched(images, model.shape)
    return fitting, (*images.notices, *told, *changed)


def _reading_of(model: TrainedCNN) -> ImageReading:
    channels, height, width = model.shape
    side = height if height == width else 0
    return model.reading.model_copy(
        update={"side": side, "grey": model.reading.grey or channels == 1}
    )


def _framed(reading: ImageReading, learned: InkFrame) -> ImageReading:
    return reading.model_copy(update={"framing": learned.manner, "ink_share": learned.share})


def _told(learned: InkFrame, found: InkFrame | None) -> tuple[Message, ...]:
    if found is None:
        return ()
    return (
        message(
            "In these images the ink takes {found} of the side, in those that the network has "
            "learned {learned}; it was framed as in those.",
            found=whole_percent(found.share),
            learned=whole_percent(learned.share),
        ),
    )
