"""A job that classifies a survey by a CNN over windows of its cells."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from core.job import Job
from core.job_sections.cnn import CNN, CNNTraining
from core.job_sections.data import Data
from core.job_sections.declaring import Section
from core.job_sections.images import Augmentation
from core.job_sections.judging import Judging, with_earlier_folds
from core.job_sections.network import Activation
from core.job_sections.preparation import Preparation
from core.job_sections.window import Window
from datasets.messages import InputError


class WindowSettings(Section):
    """What a CNN on windows needs besides table, roles and preparation."""

    window: Window = Window()
    augmentation: Augmentation = Augmentation(flip=True)
    network: CNN = CNN(name="map-windows")
    training: CNNTraining = CNNTraining()

    @model_validator(mode="after")
    def _agree(self) -> WindowSettings:
        if self.window.cells % 2 == 0:
            raise InputError(
                "A window of {cells} cells has no cell in its middle; take an odd number.",
                cells=self.window.cells,
            )
        if self.augmentation != Augmentation(flip=self.augmentation.flip):
            raise InputError(
                "Windows of a map can be flipped and turned by quarters; other augmentation is "
                "for pictures, so leave it at 0."
            )
        return self

    def channels(self, inputs: int) -> int:
        """Return the channels of a window of so many prepared features."""
        return inputs + int(self.window.mask)


class WindowJob(WindowSettings):
    """Everything that decides the run of a CNN on a survey.

    Table, roles and preparation are those of a job for a BP network, so that both can be held
    beside each other.
    """

    format: Literal[1] = 1
    data: Data
    preparation: Preparation = Preparation()
    judging: Judging = Judging()

    @model_validator(mode="before")
    @classmethod
    def _read_folds(cls, values: Any) -> Any:
        return with_earlier_folds(values)

    @property
    def settings(self) -> WindowSettings:
        """The job without table and preparation."""
        return WindowSettings(
            window=self.window,
            augmentation=self.augmentation,
            network=self.network,
            training=self.training,
        )


SurveyJob = Job | WindowJob


def output_activation(job: SurveyJob) -> Activation:
    """Return the activation of the last layer: of a CNN its probabilities are kept as outputs."""
    return job.network.activations[-1] if isinstance(job, Job) else "softmax"
