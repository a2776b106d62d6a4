"""A job on images: everything that decides the run of a CNN on digits or other pictures."""

from __future__ import annotations

from typing import Literal

from core.job_sections.cnn import CNN, CNNTraining
from core.job_sections.declaring import Section
from core.job_sections.images import Augmentation, ImagePreparation, Images

__all__ = ["CNN", "Augmentation", "CNNTraining", "ImageJob", "ImagePreparation", "Images"]


class ImageJob(Section):
    """Everything that decides a run on images."""

    format: Literal[1] = 1
    images: Images
    preparation: ImagePreparation = ImagePreparation()
    augmentation: Augmentation = Augmentation()
    network: CNN = CNN()
    training: CNNTraining = CNNTraining()
