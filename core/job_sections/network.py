"""The layers of a job's network, their activations and the coding of the classes."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import model_validator

from core.job_sections.declaring import Section, setting
from datasets.messages import InputError

Activation = Literal[
    "linear",
    "logistic",
    "tanh",
    "step1",
    "step2",
    "ramp1",
    "ramp2",
    "relu",
    "leaky_relu",
    "elu",
    "softsign",
    "softmax",
]
Coding = Literal["one_hot", "softmax", "ordered"]
Initialisation = Literal["nguyen_widrow", "nguyen_widrow_normal", "uniform", "xavier", "he"]
ACTIVATIONS: tuple[Activation, ...] = get_args(Activation)
MAX_UNITS = 10_000
MAX_LAYERS = 20


class Network(Section):
    """A BP network (multilayer perceptron): fully connected layers."""

    layers: Annotated[
        str,
        setting(
            "Layers",
            "Units of each layer from the inputs to the outputs, for example 14-9-5-8: "
            "14 features, two hidden layers of 9 and 5, 8 classes.",
        ),
    ]
    activations: Annotated[
        tuple[Activation, ...],
        setting(
            "Activations",
            "Activation of each layer after the inputs.",
            choices={
                "linear": "Linear",
                "logistic": "Logistic",
                "tanh": "Tanh",
                "step1": "Step 0/1",
                "step2": "Step -1/1",
                "ramp1": "Ramp 0…1",
                "ramp2": "Ramp -1…1",
                "relu": "ReLU",
                "leaky_relu": "Leaky ReLU",
                "elu": "ELU",
                "softsign": "Softsign",
                "softmax": "Softmax",
            },
        ),
    ]
    coding: Annotated[
        Coding,
        setting(
            "Coding of the classes",
            "One-hot has an output for each class. Softmax does too, and its outputs are "
            "probabilities that sum to 1. One ordered output writes the class as a number.",
            choices={
                "one_hot": "One-hot",
                "softmax": "Softmax",
                "ordered": "One ordered output",
            },
        ),
    ] = "one_hot"
    initialisation: Annotated[
        Initialisation,
        setting(
            "First weights",
            "Nguyen–Widrow spreads the hidden units over the range of the inputs. Uniform draws "
            "from ±range; Xavier and He scale by the width of the layers.",
            choices={
                "nguyen_widrow": "Nguyen–Widrow",
                "nguyen_widrow_normal": "Nguyen–Widrow, normal",
                "uniform": "Uniform",
                "xavier": "Xavier",
                "he": "He",
            },
        ),
    ] = "nguyen_widrow"
    initial_range: Annotated[
        float,
        setting(
            "Range ±",
            "First weights and biases are drawn from minus to plus this number.",
            only_when={"initialisation": "uniform"},
            gt=0.0,
            le=100.0,
        ),
    ] = 1.0

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of each layer, inputs first."""
        return parse_layers(self.layers)

    @model_validator(mode="after")
    def _agree(self) -> Network:
        wanted = len(self.sizes) - 1
        if len(self.activations) != wanted:
            raise InputError(
                "The network {layers} has {wanted} layers after the inputs but {given} "
                "activations; give one for each.",
                layers=self.layers,
                wanted=wanted,
                given=len(self.activations),
            )
        if "softmax" in self.activations[:-1]:
            raise InputError("Softmax belongs to the outputs; choose another activation inside.")
        if (self.activations[-1] == "softmax") != (self.coding == "softmax"):
            raise InputError(
                "Softmax coding and the softmax activation of the outputs go together; choose "
                "both or neither."
            )
        if self.coding == "ordered" and self.sizes[-1] != 1:
            raise InputError(
                "One ordered output needs a last layer of 1, but {layers} ends in {outputs}.",
                layers=self.layers,
                outputs=self.sizes[-1],
            )
        return self


def outputs_of(coding: Coding, classes: int) -> int:
    """Return how many outputs stand for so many classes."""
    return 1 if coding == "ordered" else classes


def parse_layers(text: str) -> tuple[int, ...]:
    """Read a layer string such as ``14-9-5-8``.

    Raises
    ------
    InputError
        When it is not two or more whole numbers of 1 to 10,000 joined by hyphens.
    """
    parts = re.split(r"\s*[-–—－]\s*", text.strip())
    if len(parts) < 2 or not all(re.fullmatch(r"[0-9]{1,6}", part) for part in parts):
        raise InputError(
            "The layers “{layers}” cannot be read; write the units of each layer joined by "
            "hyphens, for example 14-9-5-8.",
            layers=text,
        )
    sizes = tuple(int(part) for part in parts)
    if min(sizes) < 1 or max(sizes) > MAX_UNITS or len(sizes) > MAX_LAYERS:
        raise InputError(
            "The layers “{layers}” are out of range; use at most {layers_limit} layers of 1 to "
            "{units_limit} units.",
            layers=text,
            layers_limit=MAX_LAYERS,
            units_limit=MAX_UNITS,
        )
    return sizes


def default_activations(sizes: tuple[int, ...]) -> tuple[Activation, ...]:
    """Tanh in the hidden layers, logistic at the outputs."""
    hidden: list[Activation] = ["tanh"] * (len(sizes) - 2)
    return (*hidden, "logistic")


def activation_name(activation: Activation) -> str:
    """Return what an activation is called on screen, in English."""
    return choice_name("activations", activation)


def choice_name(field: str, value: str) -> str:
    """Return what a value of a field of `Network` is called on screen, in English."""
    extra: Any = Network.model_fields[field].json_schema_extra
    return str(extra["choices"][value])
