"""A finished run on small made-up images, as the pages of images find it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.cnn.scores import scores
from core.cnn.tables import image_table
from core.exporting.tables import write_table
from core.files import write_json
from core.image_job import ImageJob, Images
from core.outcome import Outcome
from core.run_folder import RunFolder
from gui.image_info import ImageInfo

NAMES = ("0", "1", "2")
SIDE = 8


def write_images(folder: Path, samples: int = 60) -> ImageInfo:
    """Write images of which the last third is the test part, and the last one has no class."""
    folder.mkdir(parents=True)
    generator = np.random.default_rng(7)
    pixels = generator.integers(0, 256, (samples, 1, SIDE, SIDE), dtype=np.uint8)
    labels = np.arange(samples, dtype=np.int64) % len(NAMES)
    labels[-1] = -1
    is_test = np.arange(samples) >= samples - samples // 3
    for name, values in (("pixels", pixels), ("labels", labels), ("is_test", is_test)):
        np.save(folder / f"{name}.npy", values)
    counts = tuple(int((labels == code).sum()) for code in range(len(NAMES)))
    shape = (samples, 1, SIDE, SIDE)
    return ImageInfo("made/up", "0", shape, NAMES, counts, int(is_test.sum()), 1, folder)


def write_judged_run(
    path: Path, images: ImageInfo, source: str = "made/up"
) -> tuple[RunFolder, NDArray[np.float64]]:
    """Write a run with a test and a validation part; return it with its probabilities."""
    generator = np.random.default_rng(3)
    probabilities = generator.dirichlet(np.ones(len(NAMES)), len(images))
    parts = np.full(len(images), "training", dtype="<U10")
    parts[:12] = "validation"
    parts[images.is_test] = "test"
    parts[images.labels < 0] = ""
    run = RunFolder(path)
    run.create(ImageJob(images=Images(source=source)), "made up")
    table = image_table(probabilities, NAMES, known=images.labels, parts=parts)
    write_table(table, run.predictions_path)
    given = probabilities.argmax(axis=1)
    counted = {
        part: scores(images.labels[parts == part], given[parts == part], len(NAMES))
        for part in ("training", "validation", "test")
    }
    about = {"kind": "images", "classes": list(NAMES), "judged": "test", "held_out_chose": True}
    write_json(run.evaluation_path, {**about, **counted})
    run.write_outcome(Outcome("epochs", epoch=3, training_loss=0.5))
    return run, probabilities
