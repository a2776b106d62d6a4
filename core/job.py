"""A job: everything that decides a run, as one frozen value.

Each field declares its label, help, unit, range and default once; the forms of the window, the
documentation and the error messages grow from these declarations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from core.reading import Reading
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
CensoringRule = Literal["limit", "half", "root2", "ros", "impute"]
Initialisation = Literal["nguyen_widrow", "nguyen_widrow_normal", "uniform", "xavier", "he"]
Loss = Literal["mse", "cross_entropy"]
TrainerName = Literal[
    "rprop-", "rprop+", "irprop-", "irprop+", "bp", "sgd", "adam", "adamw", "lbfgs"
]
TRAINERS: tuple[TrainerName, ...] = get_args(TrainerName)
RPROPS = ("rprop-", "rprop+", "irprop-", "irprop+")
ACTIVATIONS: tuple[Activation, ...] = get_args(Activation)
MAX_UNITS = 10_000
MAX_LAYERS = 20


def setting(
    label: str,
    help: str,
    *,
    unit: str = "",
    group: str = "",
    only_when: Mapping[str, str | tuple[str, ...]] | None = None,
    choices: Mapping[str, str] | None = None,
    **constraints: Any,
) -> Any:
    """Declare a field: what it is called, what it does and which values it takes.

    Parameters
    ----------
    group
        Heading under which a form gathers the field; "" at its top.
    only_when
        Other fields of the section and the value, or one of the values, that they must have for
        this one to matter.
    choices
        For a closed set of values: what each is called on screen.
    """
    extra: Any = {
        "unit": unit,
        "group": group,
        "only_when": dict(only_when or {}),
        "choices": dict(choices or {}),
    }
    return Field(title=label, description=help, json_schema_extra=extra, **constraints)


class Section(BaseModel):
    """A part of a job: frozen, and strict about unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Data(Section):
    """Which table, and the role of its columns."""

    table: Annotated[str, setting("Table", "CSV file, or example:NAME for a bundled one.")]
    fingerprint: Annotated[
        str, setting("Fingerprint", "SHA-256 of the table the job was made for.")
    ] = ""
    target: Annotated[str, setting("Target", "Column with the class to learn.")]
    features: Annotated[
        tuple[str, ...], setting("Features", "Columns the network reads.", min_length=1)
    ]
    x: Annotated[str, setting("Coordinate X", "Column with the easting or longitude.")] = ""
    y: Annotated[str, setting("Coordinate Y", "Column with the northing or latitude.")] = ""
    group: Annotated[
        str,
        setting("Group", "Column of samples that belong together and are never split apart."),
    ] = ""
    crs: Annotated[
        str, setting("Coordinate system", "Name of the coordinate reference system, if known.")
    ] = ""
    reading: Annotated[
        Reading, setting("Reading", "How the file becomes a table, and where its labels come from.")
    ] = Reading()


class Preparation(Section):
    """What happens to the features before the network sees them."""

    censored: Annotated[
        CensoringRule,
        setting(
            "Below the detection limit",
            "What is taken for a value below its detection limit. Regression on order statistics "
            "and imputation are fitted on the training part only.",
            choices={
                "limit": "The limit",
                "half": "½ of the limit",
                "root2": "Limit/√2",
                "ros": "Regression on order statistics (ROS)",
                "impute": "Imputation by regression",
            },
        ),
    ] = "half"
    censored_of: Annotated[
        dict[str, CensoringRule],
        setting("Rules of single features", "Features that another rule is taken for."),
    ] = {}
    transform: Annotated[
        Literal["none", "log10", "clr", "ilr"],
        setting(
            "Transform",
            "What is done to every feature before it is scaled. Log10 is taken of those whose "
            "training values are all positive: concentrations are usually closer to normal after "
            "it. The logratios see the concentrations as parts of a whole; the isometric one has "
            "an input less than features.",
            choices={
                "none": "None",
                "log10": "Logarithm (log10)",
                "clr": "Centred logratio (CLR)",
                "ilr": "Isometric logratio (ILR)",
            },
        ),
    ] = "log10"
    scaling: Annotated[
        Literal["standardise", "minmax", "robust", "quantile", "none"],
        setting(
            "Scaling",
            "Brings all features to the same size. Standardise to mean 0 and standard deviation 1, "
            "or map the range to -1…1. The robust z takes median and MAD, quantiles give every "
            "feature a normal distribution. Fitted on the training part only.",
            choices={
                "standardise": "Standardise",
                "minmax": "Min–max to -1…1",
                "robust": "Robust z",
                "quantile": "Quantile to normal",
                "none": "None",
            },
        ),
    ] = "standardise"
    reduction: Annotated[
        Literal["none", "pca", "whitening"],
        setting(
            "Principal components",
            "Give the network principal components of the scaled features instead of these. "
            "Whitening brings them all to the variance 1.",
            choices={"none": "None", "pca": "PCA", "whitening": "PCA with whitening"},
        ),
    ] = "none"
    components: Annotated[
        int,
        setting(
            "Components",
            "Number of principal components. 0: as many as the share of variance needs.",
            only_when={"reduction": ("pca", "whitening")},
            ge=0,
            le=MAX_UNITS,
        ),
    ] = 0
    variance: Annotated[
        float,
        setting(
            "Share of variance",
            "The components together have at least this share of the variance.",
            only_when={"reduction": ("pca", "whitening"), "components": "0"},
            gt=0.0,
            le=1.0,
        ),
    ] = 0.95
    validation_part: Annotated[
        float,
        setting(
            "Validation part",
            "Share of the labelled samples of each class kept out of training to watch the "
            "validation loss. 0 trains on all of them.",
            ge=0.0,
            le=0.5,
        ),
    ] = 0.2
    folds: Annotated[
        int,
        setting(
            "Cross-validation folds",
            "Divide the labelled samples into so many folds; each fold is held out once and "
            "judged by networks that never saw it. All folds are trained at once. 0: none.",
            unit="folds",
            ge=0,
            le=100,
        ),
    ] = 0

    @model_validator(mode="before")
    @classmethod
    def _read_logarithm(cls, values: Any) -> Any:
        """Jobs of earlier versions say ``logarithm = true`` where there is a transform now."""
        if not isinstance(values, Mapping) or "logarithm" not in values:
            return values
        rest = {name: value for name, value in values.items() if name != "logarithm"}
        if rest.get("transform") in ("clr", "ilr") or not isinstance(values["logarithm"], bool):
            raise InputError(
                "The field logarithm is an earlier word for transform and holds true or false; "
                "write transform alone."
            )
        return {**rest, "transform": "log10" if values["logarithm"] else "none"}

    @model_validator(mode="after")
    def _agree(self) -> Preparation:
        if self.folds == 1:
            raise InputError("One fold leaves nothing to train on; write 0 for none, or 2 or more.")
        return self


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


class Training(Section):
    """How the weights are learned and when that ends."""

    trainer: Annotated[
        TrainerName,
        setting(
            "Trainer",
            "The RPROP family adapts a step of its own for every weight from the sign of the "
            "gradient. Plain BP follows the gradient with a fixed learning rate.",
            choices={
                "rprop-": "RPROP⁻",
                "rprop+": "RPROP⁺",
                "irprop-": "iRPROP⁻",
                "irprop+": "iRPROP⁺",
                "bp": "Plain BP",
                "sgd": "SGD",
                "adam": "Adam",
                "adamw": "AdamW",
                "lbfgs": "L-BFGS",
            },
        ),
    ] = "rprop-"
    loss: Annotated[
        Loss,
        setting(
            "Error",
            "What is made small. Cross-entropy goes with logistic or softmax outputs.",
            choices={"mse": "Mean squared error", "cross_entropy": "Cross-entropy"},
        ),
    ] = "mse"
    learning_rate: Annotated[
        float,
        setting(
            "Learning rate",
            "Factor of the gradient in each step.",
            only_when={"trainer": ("bp", "sgd", "adam", "adamw")},
            gt=0.0,
            le=100.0,
        ),
    ] = 0.1
    momentum: Annotated[
        float,
        setting(
            "Momentum",
            "Share of the last step that is added to the next one. 0: none.",
            only_when={"trainer": ("bp", "sgd")},
            ge=0.0,
            lt=1.0,
        ),
    ] = 0.0
    update: Annotated[
        Literal["batch", "sample"],
        setting(
            "Update",
            "Change the weights once an epoch, or after every sample.",
            only_when={"trainer": "bp"},
            choices={"batch": "Once an epoch", "sample": "After every sample"},
        ),
    ] = "sample"
    batch_size: Annotated[
        int,
        setting(
            "Batch size",
            "Samples for each change of the weights. 0: all of them.",
            unit="samples",
            only_when={"trainer": ("sgd", "adam", "adamw")},
            ge=0,
            le=1_000_000,
        ),
    ] = 32
    initial_step: Annotated[
        float,
        setting(
            "Initial step Δ₀",
            "Size of the step of every weight at the start.",
            only_when={"trainer": RPROPS},
            gt=0.0,
            le=10.0,
        ),
    ] = 0.1
    largest_step: Annotated[
        float,
        setting(
            "Largest step Δmax",
            "No step grows beyond this. 50 is the classical value; 1 descends more smoothly.",
            only_when={"trainer": RPROPS},
            gt=0.0,
            le=1000.0,
        ),
    ] = 50.0
    l1: Annotated[
        float,
        setting(
            "L1 penalty",
            "λ in λ·Σ|w|, added to the error; drives weights to zero. Biases are left out.",
            group="Regularisation",
            ge=0.0,
            le=10.0,
        ),
    ] = 0.0
    l2: Annotated[
        float,
        setting(
            "L2 penalty",
            "λ in ½λ·Σw², added to the error; keeps weights small. With AdamW the weight decay.",
            group="Regularisation",
            ge=0.0,
            le=10.0,
        ),
    ] = 0.0
    dropout: Annotated[
        float,
        setting(
            "Dropout",
            "Share of the hidden units that are left out at random in each step of training.",
            group="Regularisation",
            only_when={"trainer": tuple(name for name in TRAINERS if name != "lbfgs")},
            ge=0.0,
            le=0.9,
        ),
    ] = 0.0
    error_goal: Annotated[
        float,
        setting(
            "Error goal",
            "Training ends well when the error of the training part is below it.",
            group="Stop when",
            gt=0.0,
            le=1.0,
        ),
    ] = 1e-5
    epochs: Annotated[
        int,
        setting(
            "Epoch limit",
            "Training ends when the goal was not met after this many epochs.",
            group="Stop when",
            unit="epochs",
            ge=1,
            le=10_000_000,
        ),
    ] = 5000
    patience: Annotated[
        int,
        setting(
            "Patience",
            "Stop when the validation loss has not improved for this many epochs and keep the "
            "best weights. 0 never stops for that reason.",
            group="Stop when",
            unit="epochs",
            ge=0,
            le=10_000_000,
        ),
    ] = 0
    time_limit: Annotated[
        float,
        setting(
            "Time limit",
            "Training ends after this time. 0: no limit.",
            group="Stop when",
            unit="s",
            ge=0.0,
            le=1e7,
        ),
    ] = 0.0
    members: Annotated[
        int,
        setting(
            "Members",
            "Networks trained at once, each from first weights of its own. They vote, and their "
            "disagreement shows what is uncertain.",
            group="Members",
            ge=1,
            le=1024,
        ),
    ] = 1
    learn_again: Annotated[
        int,
        setting(
            "Learn again",
            "When no network met the error goal, start afresh from new weights, up to this many "
            "times. Every try is kept.",
            group="Members",
            unit="times",
            ge=0,
            le=1000,
        ),
    ] = 0
    precision: Annotated[
        Literal["auto", "double", "single"],
        setting(
            "Precision",
            "Automatic computes small work in double precision and large work in single.",
            group="Reproducing",
            choices={"auto": "Automatic", "double": "Double", "single": "Single"},
        ),
    ] = "auto"
    seed: Annotated[
        int,
        setting(
            "Seed",
            "Starting point of the random numbers. The same seed gives the same run.",
            group="Reproducing",
            ge=0,
            le=2**31 - 1,
        ),
    ] = 1


class Job(Section):
    """Everything that decides a run."""

    format: Literal[1] = 1
    data: Data
    preparation: Preparation = Preparation()
    network: Network
    training: Training = Training()

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
