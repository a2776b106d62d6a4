"""Runs with small CNNs whose weights are drawn and not learned: looking inside needs no more."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.cnn.model import TrainedCNN
from core.cnn.model_file import save_cnn
from core.cnn.pixels import fit_pixels
from core.image_job import CNN, ImageJob, ImagePreparation, Images
from core.image_loading import load_images
from core.inside_cnn.subject import Subject
from core.networks.cnn.building import build
from core.networks.cnn.plan import plan_network
from core.run_folder import RunFolder
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.images.ink_frame import InkFrame

TEN = tuple("0123456789")
SOURCE = "example:digits"
FRAME = InkFrame(manner="blocks", share=1.0, low=1.0, high=1.0, offset=0.125)


@cache
def digits() -> ImageSet:
    """Return scikit-learn's 8×8 digits."""
    return load_images(Images(source=SOURCE))


def trained(
    cnn: CNN,
    shape: tuple[int, int, int] = (1, 8, 8),
    *,
    members: int = 1,
    scaling: str = "normalise",
    classes: tuple[str, ...] = TEN,
) -> TrainedCNN:
    """Return a model as it is before its first step, with pixels prepared as those of digits."""
    plan = plan_network(cnn, shape, len(classes))
    networks = []
    for seed in range(members):
        network = build(plan)
        network.initialise(seed)
        networks.append(network)
    preparation = ImagePreparation.model_validate({"scaling": scaling})
    fitted = fit_pixels(preparation, some_pixels(shape))
    return TrainedCNN(
        cnn, plan, tuple(networks), (0,) * members, (fitted,), classes, ImageReading(), FRAME
    )


def some_pixels(shape: tuple[int, int, int], count: int = 40) -> NDArray[np.uint8]:
    """Return images, uint8, shape (count, C, H, W): those of the 8×8 digits where they fit."""
    if shape == (1, 8, 8):
        return digits().pixels[:count]
    return np.random.default_rng(5).integers(0, 256, (count, *shape)).astype(np.uint8)


def subject(model: TrainedCNN, path: Path = Path("nowhere"), member: int = 0) -> Subject:
    """Return a member of a model that no run folder holds."""
    return Subject(RunFolder(path), model, member)


def written_run(path: Path, model: TrainedCNN, source: str = SOURCE) -> RunFolder:
    """Write a run that holds a model and the job it belongs to."""
    run = RunFolder(path)
    run.create(ImageJob(images=Images(source=source), network=model.cnn), "a run")
    save_cnn(model, run.model_path)
    return run
