"""The trainer of a job, when it stops, and what it begins from."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from core.job_sections.declaring import Section, setting

Loss = Literal["mse", "cross_entropy"]
TrainerName = Literal[
    "rprop-", "rprop+", "irprop-", "irprop+", "bp", "sgd", "adam", "adamw", "lbfgs"
]
TRAINERS: tuple[TrainerName, ...] = get_args(TrainerName)
RPROPS = ("rprop-", "rprop+", "irprop-", "irprop+")


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
            "Loss function",
            "What is made small. Cross-entropy goes with logistic or softmax outputs.",
            choices={"mse": "Mean squared error", "cross_entropy": "Cross-entropy"},
        ),
    ] = "mse"
    rare_classes: Annotated[
        float,
        setting(
            "Favour rare classes",
            "Share of the logarithm of how frequent each class is that is taken off its softmax "
            "output when training has ended. 0: as learned; 1: as if all classes were equally "
            "frequent.",
            only_when={"loss": "cross_entropy"},
            ge=0.0,
            le=1.0,
        ),
    ] = 0.0
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
            "Training ends well when the training loss is below it.",
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
    bootstrap: Annotated[
        bool,
        setting(
            "Each member draws its own samples",
            "Each member learns from as many samples, drawn with replacement; those that it did "
            "not draw, a third, watch its validation loss. The members differ more, and none is "
            "lost to a validation part.",
            group="Members",
        ),
    ] = False
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
