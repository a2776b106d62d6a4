"""Advice on images whose ink is small or lies anywhere: it can be framed."""

from __future__ import annotations

from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.images.ink_frame import ink_frame, whole_percent
from datasets.messages import Message, message

# ink smaller than this share of the side leaves the network few pixels to see
SMALL = 0.5
# ink farther from the middle than this share of the side, as in hand-cut scans
FAR = 0.2


def framing_advice(images: ImageSet, reading: ImageReading) -> tuple[Message, ...]:
    """Return what to do about small ink or ink beside the middle; () where nothing need be done."""
    if reading.framing != "kept" or images.source.startswith("example:"):
        return ()
    frame = ink_frame(images.pixels)
    if frame is None:
        return ()
    if frame.offset > FAR:
        return (
            message(
                "The ink of these images lies up to {offset} of their side from the middle; "
                "choose a framing and read again where its place means nothing.",
                offset=whole_percent(frame.offset),
            ),
        )
    if frame.share < SMALL:
        return (
            message(
                "The ink takes {share} of the side of these images, the rest is margin; choose a "
                "framing and read again, so that the network sees it larger.",
                share=whole_percent(frame.share),
            ),
        )
    return ()
