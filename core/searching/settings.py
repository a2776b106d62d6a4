"""Which settings of a job a search varies, within which limits, and for how long."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from core.job import Section, TrainerName, setting
from datasets.messages import InputError

Output = Literal["squares", "cross_entropy", "softmax"]
Transform = Literal["none", "log10", "clr", "ilr"]
Scaling = Literal["standardise", "minmax", "robust", "quantile", "none"]
Reduction = Literal["none", "pca", "whitening"]
HiddenActivation = Literal[
    "logistic", "tanh", "ramp1", "ramp2", "relu", "leaky_relu", "elu", "softsign"
]
# fields that say how long a search goes on and where; they change no trial
ONLY_HOW = ("trials", "seconds", "processes", "scheduler")
# least and greatest ends that a range may have, as the sections of a job declare them
LIMITS: dict[str, tuple[float, float]] = {
    "hidden_layers": (1, 8),
    "units": (1, 1000),
    "l2": (1e-12, 10.0),
    "dropout": (0.0, 0.9),
    "largest_step": (1e-6, 1000.0),
    "learning_rate": (1e-8, 100.0),
    "patience": (1, 10_000_000),
}


class Search(Section):
    """What is tried. A range is its least and its greatest value; the same twice fixes it."""

    trials: Annotated[
        int,
        setting(
            "Trials",
            "How many settings are tried; the first is the job as it is. 0: as many as the time "
            "allows.",
            unit="trials",
            group="Budget",
            ge=0,
            le=100_000,
        ),
    ] = 64
    seconds: Annotated[
        float,
        setting(
            "Time",
            "No trial begins after this time. 0: no limit.",
            unit="s",
            group="Budget",
            ge=0.0,
            le=1e7,
        ),
    ] = 0.0
    processes: Annotated[
        int,
        setting(
            "Processes",
            "Trials at once, each on one core. 0: one for each core. They change no result.",
            group="Budget",
            ge=0,
            le=256,
        ),
    ] = 0
    scheduler: Annotated[
        str,
        setting(
            "Dask scheduler",
            "Address of a Dask scheduler whose workers reach the table under the same path, or "
            "“local” for a cluster on this machine. Empty: processes of this program.",
            group="Budget",
        ),
    ] = ""
    seed: Annotated[
        int,
        setting(
            "Seed",
            "Starting point of the settings that are drawn. The same seed tries the same ones.",
            group="Drawing",
            ge=0,
            le=2**31 - 1,
        ),
    ] = 1
    sampler: Annotated[
        Literal["quasi_random", "random"],
        setting(
            "Drawn",
            "Evenly over all ranges together, or each at random. Neither looks at results, so no "
            "held-out sample steers what is tried.",
            group="Drawing",
            choices={"quasi_random": "Evenly (Sobol sequence)", "random": "At random"},
        ),
    ] = "quasi_random"
    inner_folds: Annotated[
        int,
        setting(
            "Inner folds",
            "Each training part is divided again into so many folds, by which its setting is "
            "chosen.",
            unit="folds",
            group="Drawing",
            ge=2,
            le=20,
        ),
    ] = 3
    hidden_layers: Annotated[tuple[int, int], setting("Hidden layers", "How many.")] = (1, 2)
    units: Annotated[
        tuple[int, int], setting("Units", "Units of each hidden layer, drawn by their ratio.")
    ] = (4, 64)
    activations: Annotated[
        tuple[HiddenActivation, ...],
        setting("Activations", "Of the hidden layers.", min_length=1),
    ] = ("tanh", "logistic", "relu")
    outputs: Annotated[
        tuple[Output, ...],
        setting(
            "Outputs",
            "One-hot with squared error or with cross-entropy, or softmax with cross-entropy.",
            min_length=1,
        ),
    ] = ("squares", "cross_entropy", "softmax")
    trainers: Annotated[
        tuple[TrainerName, ...], setting("Trainers", "One of them.", min_length=1)
    ] = (
        "rprop-",
        "irprop+",
        "adamw",
    )
    transforms: Annotated[
        tuple[Transform, ...],
        setting(
            "Transforms",
            "Before the features are scaled. Logratios are left out where a feature is not "
            "positive everywhere.",
            min_length=1,
        ),
    ] = ("none", "log10", "clr")
    scalings: Annotated[
        tuple[Scaling, ...], setting("Scalings", "Of the features.", min_length=1)
    ] = ("standardise", "robust", "quantile")
    reductions: Annotated[
        tuple[Reduction, ...],
        setting("Principal components", "As the job says how many.", min_length=1),
    ] = ("none", "pca")
    l2: Annotated[tuple[float, float], setting("L2 penalty", "λ, drawn by its ratio.")] = (
        1e-6,
        0.1,
    )
    dropout: Annotated[tuple[float, float], setting("Dropout", "Share of the hidden units.")] = (
        0.0,
        0.5,
    )
    largest_step: Annotated[
        tuple[float, float], setting("Largest step Δmax", "Of RPROP, drawn by its ratio.")
    ] = (0.1, 50.0)
    learning_rate: Annotated[
        tuple[float, float],
        setting("Learning rate", "Of the trainers that have one, drawn by its ratio."),
    ] = (0.001, 0.03)
    patience: Annotated[
        tuple[int, int],
        setting("Patience", "Drawn by its ratio; counts with a validation part.", unit="epochs"),
    ] = (50, 500)

    @model_validator(mode="after")
    def _agree(self) -> Search:
        for name in LIMITS:
            _check_range(name, getattr(self, name))
        if not (self.trials or self.seconds):
            raise InputError(
                "A search without a number of trials and without a time would never end; give one "
                "of them."
            )
        return self


def _check_range(name: str, ends: tuple[float, float]) -> None:
    low, high = ends
    least, most = LIMITS[name]
    if not least <= low <= high <= most:
        raise InputError(
            "The range {low} to {high} of {name} cannot be searched; give the smaller number "
            "first, both from {least} to {most}.",
            name=name,
            low=f"{low:g}",
            high=f"{high:g}",
            least=f"{least:g}",
            most=f"{most:g}",
        )
