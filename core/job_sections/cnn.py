"""The CNN of a job, and how it is trained."""

from __future__ import annotations

from typing import Annotated, Literal

from core.job_sections.declaring import Section, setting

CNNTrainer = Literal["sgd", "adam", "adamw", "rprop-", "irprop-"]
Schedule = Literal["constant", "step", "cosine", "one_cycle"]
BY_BATCH = ("sgd", "adam", "adamw")


class CNN(Section):
    """A convolutional network: one of the zoo by its name, or layers of one's own."""

    name: Annotated[
        str,
        setting(
            "Network",
            "Name of a network of the zoo, see python main.py networks; custom: the layers below.",
        ),
    ] = "digits"
    form: Annotated[
        Literal["fitted", "original"],
        setting(
            "Form",
            "The original form has the sizes of its publication; the fitted one takes the images "
            "and classes at hand.",
            choices={"fitted": "Fitted to the data", "original": "Original"},
        ),
    ] = "fitted"
    layers: Annotated[
        str,
        setting(
            "Layers",
            "Pattern or list of layers, for example [(CONV-RELU)*2-POOL]*2-FC-SOFTMAX.",
            only_when={"name": "custom"},
        ),
    ] = ""


class CNNTraining(Section):
    """How the weights of a CNN are learned and when that ends."""

    trainer: Annotated[
        CNNTrainer,
        setting(
            "Trainer",
            "SGD follows the gradient of one batch after the other; Adam and AdamW scale it for "
            "every weight. RPROP takes the sign of the gradient of all samples at once.",
            choices={
                "sgd": "SGD with momentum",
                "adam": "Adam",
                "adamw": "AdamW",
                "rprop-": "RPROP⁻",
                "irprop-": "iRPROP⁻",
            },
        ),
    ] = "sgd"
    loss: Annotated[
        Literal["cross_entropy", "mse"],
        setting(
            "Loss function",
            "What is made small: cross-entropy of the softmax, or half the squared error of "
            "one-hot outputs summed over the classes.",
            choices={"cross_entropy": "Cross-entropy", "mse": "Half the squared error"},
        ),
    ] = "cross_entropy"
    learning_rate: Annotated[
        float,
        setting(
            "Learning rate",
            "Factor of the gradient in each step; with a schedule its highest value.",
            only_when={"trainer": BY_BATCH},
            gt=0.0,
            le=100.0,
        ),
    ] = 0.1
    momentum: Annotated[
        float,
        setting(
            "Momentum",
            "Share of the last step that is added to the next one (Nesterov's form). 0: none.",
            only_when={"trainer": "sgd"},
            ge=0.0,
            lt=1.0,
        ),
    ] = 0.9
    batch_size: Annotated[
        int,
        setting(
            "Batch size",
            "Samples for each change of the weights.",
            unit="samples",
            only_when={"trainer": BY_BATCH},
            ge=1,
            le=1_000_000,
        ),
    ] = 128
    schedule: Annotated[
        Schedule,
        setting(
            "Schedule",
            "How the learning rate changes: constant, by a factor every few epochs, down half a "
            "cosine, or up and then down again in one cycle.",
            only_when={"trainer": BY_BATCH},
            choices={
                "constant": "Constant",
                "step": "Steps",
                "cosine": "Cosine",
                "one_cycle": "One cycle",
            },
        ),
    ] = "one_cycle"
    step_epochs: Annotated[
        int,
        setting(
            "Step every",
            "Epochs between two steps of the learning rate.",
            unit="epochs",
            only_when={"trainer": BY_BATCH, "schedule": "step"},
            ge=1,
            le=1_000_000,
        ),
    ] = 10
    step_factor: Annotated[
        float,
        setting(
            "Step factor",
            "What the learning rate is multiplied by at each step.",
            only_when={"trainer": BY_BATCH, "schedule": "step"},
            gt=0.0,
            lt=1.0,
        ),
    ] = 0.3
    warm_up: Annotated[
        float,
        setting(
            "Rise",
            "Share of the training in which the learning rate rises in one cycle.",
            only_when={"trainer": BY_BATCH, "schedule": "one_cycle"},
            gt=0.0,
            lt=1.0,
        ),
    ] = 0.25
    initial_step: Annotated[
        float,
        setting(
            "Initial step Δ₀",
            "Size of the step of every weight at the start.",
            only_when={"trainer": ("rprop-", "irprop-")},
            gt=0.0,
            le=10.0,
        ),
    ] = 0.001
    largest_step: Annotated[
        float,
        setting(
            "Largest step Δmax",
            "No step grows beyond this.",
            only_when={"trainer": ("rprop-", "irprop-")},
            gt=0.0,
            le=1000.0,
        ),
    ] = 1.0
    weight_decay: Annotated[
        float,
        setting(
            "Weight decay",
            "λ in ½λ·Σw²; keeps weights small. Biases and normalisation are left out. With AdamW "
            "it is apart from the gradient.",
            group="Regularisation",
            ge=0.0,
            le=10.0,
        ),
    ] = 0.0005
    dropout: Annotated[
        float,
        setting(
            "Dropout",
            "Share of the inputs of the last fully connected layer left out at random in each "
            "step, beside the dropout layers of the network itself.",
            group="Regularisation",
            ge=0.0,
            le=0.9,
        ),
    ] = 0.0
    label_smoothing: Annotated[
        float,
        setting(
            "Label smoothing",
            "Share of the certainty spread over all classes.",
            group="Regularisation",
            only_when={"loss": "cross_entropy"},
            ge=0.0,
            le=0.5,
        ),
    ] = 0.0
    averaging: Annotated[
        float,
        setting(
            "Weight averaging",
            "The network that is judged has the exponential mean of the weights with this decay a "
            "step. 0: none.",
            group="Regularisation",
            ge=0.0,
            lt=1.0,
        ),
    ] = 0.0
    epochs: Annotated[
        int,
        setting(
            "Epochs",
            "How often every sample is seen.",
            group="Stop when",
            unit="epochs",
            ge=1,
            le=1_000_000,
        ),
    ] = 10
    patience: Annotated[
        int,
        setting(
            "Patience",
            "Stop when the validation loss has not improved for this many epochs. 0 never stops "
            "for that reason; the best epoch is kept either way.",
            group="Stop when",
            unit="epochs",
            ge=0,
            le=1_000_000,
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
            "Networks trained one after the other, each from first weights of its own. Their mean "
            "probabilities decide.",
            group="Members",
            ge=1,
            le=100,
        ),
    ] = 1
    device: Annotated[
        Literal["auto", "cpu", "gpu"],
        setting(
            "Device",
            "Automatic takes a graphics processor where there is one.",
            group="Reproducing",
            choices={"auto": "Automatic", "cpu": "Processor", "gpu": "Graphics processor"},
        ),
    ] = "auto"
    precision: Annotated[
        Literal["auto", "single", "bf16"],
        setting(
            "Precision",
            "bf16 computes products in half the bits. Automatic does so where the machine has "
            "instructions for it and a few measured steps are faster.",
            group="Reproducing",
            choices={"auto": "Automatic", "single": "Single", "bf16": "bf16"},
        ),
    ] = "auto"
    threads: Annotated[
        int,
        setting(
            "Threads",
            "Cores that are used. 0 measures which number is fastest.",
            group="Reproducing",
            ge=0,
            le=1024,
        ),
    ] = 0
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
