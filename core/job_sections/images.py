"""The images of a job, their preparation and their augmentation."""

from __future__ import annotations

from typing import Annotated, Literal

from core.job_sections.declaring import Section, setting
from datasets.images.image_reading import ImageReading


class Images(Section):
    """Which images are learned, and which of them only judge."""

    source: Annotated[
        str, setting("Images", "File or folder of images, or example:NAME for a bundled set.")
    ]
    fingerprint: Annotated[
        str, setting("Fingerprint", "SHA-256 of the images the job was made for.")
    ] = ""
    reading: Annotated[
        ImageReading, setting("Reading", "How the file or folder becomes images.")
    ] = ImageReading()


class ImagePreparation(Section):
    """What happens to every image before the network sees it."""

    scaling: Annotated[
        Literal["unit", "mean", "normalise", "pca", "zca"],
        setting(
            "Pixels",
            "Pixels are brought to 0…1; then the mean image of the training part is removed, or "
            "each channel is normalised to mean 0 and standard deviation 1, or the pixels are "
            "whitened. All figures are fitted on the training part only.",
            choices={
                "unit": "0…1",
                "mean": "Mean image removed",
                "normalise": "Normalised by channel",
                "pca": "PCA whitening",
                "zca": "ZCA whitening",
            },
        ),
    ] = "normalise"
    whitening_strength: Annotated[
        float,
        setting(
            "Smallest variance ε",
            "Added to the variance of every component before it is brought to 1; more keeps noise "
            "from being blown up.",
            only_when={"scaling": ("pca", "zca")},
            gt=0.0,
            le=10.0,
        ),
    ] = 0.1
    validation_part: Annotated[
        float,
        setting(
            "Validation part",
            "Share of the training samples of each class kept out of training: it chooses the best "
            "epoch. The test part has no say in anything.",
            ge=0.0,
            le=0.5,
        ),
    ] = 0.1
    test_part: Annotated[
        float,
        setting(
            "Test part",
            "Share of the samples of each class kept for the last judgement where the source has "
            "no test part of its own.",
            ge=0.0,
            le=0.5,
        ),
    ] = 0.2
    folds: Annotated[
        int,
        setting(
            "Cross-validation folds",
            "Divide all samples into so many folds; each is held out once and judged by a network "
            "that never saw it. 0: none.",
            unit="folds",
            ge=0,
            le=20,
        ),
    ] = 0
    samples: Annotated[
        int,
        setting(
            "Samples",
            "Train on so many samples of the training part, drawn evenly from the classes. 0: all.",
            unit="samples",
            ge=0,
            le=100_000_000,
        ),
    ] = 0


class Augmentation(Section):
    """How training images are changed at random, anew in every epoch."""

    shift: Annotated[
        float,
        setting("Shift", "Up to this share of the side, across and down.", ge=0.0, le=0.5),
    ] = 0.0
    rotation: Annotated[
        float, setting("Rotation", "Up to this angle, either way.", unit="°", ge=0.0, le=180.0)
    ] = 0.0
    scale: Annotated[
        float,
        setting("Scale", "Larger or smaller by up to this share.", ge=0.0, le=0.9),
    ] = 0.0
    shear: Annotated[
        float, setting("Shear", "Slanted by up to this angle.", unit="°", ge=0.0, le=60.0)
    ] = 0.0
    elastic: Annotated[
        float,
        setting(
            "Elastic distortion",
            "Standard deviation of a smooth random displacement of the pixels, as a share of the "
            "side.",
            ge=0.0,
            le=0.3,
        ),
    ] = 0.0
    noise: Annotated[
        float,
        setting(
            "Noise",
            "Standard deviation of normal noise, as a share of full ink.",
            ge=0.0,
            le=1.0,
        ),
    ] = 0.0
    flip: Annotated[
        bool,
        setting(
            "Flips and quarter turns",
            "For windows of a map, which have no up and down; digits do.",
        ),
    ] = False

    @property
    def is_active(self) -> bool:
        """Whether anything is changed at all."""
        return any(bool(value) for value in self.model_dump().values())
