"""A job that classifies a survey by a CNN over windows of its cells."""

from __future__ import annotations

from typing import Literal

from core.job import Job
from core.job_sections.cnn import CNN, CNNTraining
from core.job_sections.data import Data
from core.job_sections.declaring import Section
from core.job_sections.images import Augmentation
from core.job_sections.network import Activation
from core.job_sections.preparation import Preparation
from core.job_sections.window import Window


class WindowJob(Section):
    """Everything that decides the run of a CNN on a survey.

    Table, roles and preparation are those of a job for a BP network, so that both can be held
    beside each other.
    """

    format: Literal[1] = 1
    data: Data
    preparation: Preparation = Preparation()
    window: Window = Window()
    augmentation: Augmentation = Augmentation(flip=True)
    network: CNN = CNN(name="map-windows")
    training: CNNTraining = CNNTraining()


def output_activation(job: Job | WindowJob) -> Activation:
    """Return the activation of the last layer: of a CNN its probabilities are kept as outputs."""
    return job.network.activations[-1] if isinstance(job, Job) else "softmax"
