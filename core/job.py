"""A job: everything that decides a run, as one frozen value.

Each field declares its label, help, unit, range and default once; the forms of the window, the
documentation and the error messages grow from these declarations. The sections are in
`core/job_sections/`; whoever needs one takes it from here.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from core.job_sections.data import Data
from core.job_sections.declaring import Section, setting
from core.job_sections.judging import Judging, with_earlier_folds
from core.job_sections.network import (
    ACTIVATIONS,
    MAX_LAYERS,
    MAX_UNITS,
    Activation,
    Coding,
    Initialisation,
    Network,
    activation_name,
    choice_name,
    default_activations,
    outputs_of,
    parse_layers,
)
from core.job_sections.preparation import CensoringRule, Preparation
from core.job_sections.training import RPROPS, TRAINERS, Loss, TrainerName, Training
from datasets.messages import InputError

__all__ = [
    "ACTIVATIONS",
    "MAX_LAYERS",
    "MAX_UNITS",
    "RPROPS",
    "TRAINERS",
    "Activation",
    "CensoringRule",
    "Coding",
    "Data",
    "Initialisation",
    "Job",
    "Judging",
    "Loss",
    "Network",
    "Preparation",
    "Section",
    "TrainerName",
    "Training",
    "activation_name",
    "check_loss",
    "choice_name",
    "default_activations",
    "outputs_of",
    "parse_layers",
    "setting",
]


class Job(Section):
    """Everything that decides a run."""

    format: Literal[1] = 1
    data: Data
    preparation: Preparation = Preparation()
    judging: Judging = Judging()
    network: Network
    training: Training = Training()

    @model_validator(mode="before")
    @classmethod
    def _read_folds(cls, values: Any) -> Any:
        return with_earlier_folds(values)

    @model_validator(mode="after")
    def _agree(self) -> Job:
        check_loss(self.network, self.training)
        return self


def check_loss(network: Network, training: Training) -> None:
    """Raise InputError when the error does not go with the outputs of the network."""
    if training.loss == "cross_entropy" and (
        network.activations[-1] not in ("logistic", "softmax") or network.coding == "ordered"
    ):
        raise InputError(
            "Cross-entropy goes with one-hot coding and logistic outputs, or with softmax; this "
            "network has the coding “{coding}” and {activation} outputs. Change these, or choose "
            "the mean squared error.",
            coding=choice_name("coding", network.coding),
            activation=activation_name(network.activations[-1]),
        )
    favours = training.loss == "cross_entropy" and training.rare_classes > 0
    if favours and network.coding != "softmax":
        raise InputError(
            "Favouring rare classes goes with softmax outputs; this network has the coding "
            "“{coding}”. Choose softmax, or set it to 0.",
            coding=choice_name("coding", network.coding),
        )
