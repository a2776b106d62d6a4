"""A proposal for a first job on images, from their size and number."""

from __future__ import annotations

from core.bundled import bundled_image_job
from core.image_job import ImageJob, Images

# below this many images a whole training takes seconds, and needs more epochs
FEW = 10_000
SMALL_SIDE = 16


def propose_image_job(images: Images, shape: tuple[int, int, int], labelled: int) -> ImageJob:
    """Return a first job for images of `shape` (C, H, W), `labelled` of which have a class.

    It is the documented job of the bundled set that they are most like: the 8 × 8 digits for few
    or small images, MNIST for many.
    """
    few = labelled < FEW or min(shape[1:]) < SMALL_SIDE
    like = bundled_image_job("digits" if few else "mnist")
    proposed = like.model_copy(update={"images": images})
    if shape[0] == 1:
        return proposed
    # colours are no strokes: what slants digits may not suit them
    plain = proposed.augmentation.model_copy(update={"shear": 0.0, "elastic": 0.0})
    return proposed.model_copy(update={"augmentation": plain})
