"""Proposals for the parts of a first job, from the counts that a window already knows."""

from __future__ import annotations

from collections.abc import Sequence

from core.job import (
    Coding,
    Judging,
    Network,
    Preparation,
    TrainerName,
    Training,
    check_loss,
    default_activations,
    outputs_of,
)
from datasets.messages import InputError

# below so many labelled samples, folds would leave too few to learn from
FEW = 40
HIDDEN, MEMBERS = 32, 10
PATIENCE, EPOCHS = 50, 1000
# times the number of training samples, the L2 penalty
PENALTY = 0.375
# Adam's steps are about as long as its rate, whatever the gradient
RATE = 0.1
USUAL_RATES: dict[TrainerName, float] = {"adam": 0.01, "adamw": 0.01}


def propose_network(inputs: int, classes: int) -> Network:
    """One hidden layer of 32 units, softmax outputs."""
    network = Network(
        layers=f"{inputs}-{HIDDEN}-{classes}",
        activations=default_activations((inputs, HIDDEN, classes)),
    )
    return with_coding(network, "softmax", classes)


def prepared_inputs(preparation: Preparation, features: int) -> int:
    """Return how many inputs a network has for so many features, at least 1.

    Isometric logratios are one fewer than features. Where a share of variance decides on the
    number of principal components, these are the most that there can be: a run narrows the input
    layer when it knows.
    """
    values = features - 1 if preparation.transform == "ilr" else features
    if preparation.reduction != "none" and preparation.components:
        values = min(values, preparation.components)
    return max(1, values)


def input_names(preparation: Preparation, features: Sequence[str]) -> tuple[str, ...]:
    """Return what these inputs are called before the preparation is fitted."""
    inputs = prepared_inputs(preparation, len(features))
    if preparation.reduction != "none":
        return tuple(f"PC {number}" for number in range(1, inputs + 1))
    if preparation.transform == "ilr":
        return tuple(f"ILR {number}" for number in range(1, inputs + 1))
    return tuple(features)


def with_ends(network: Network, inputs: int, classes: int) -> Network:
    """Return the network with its hidden layers kept and its ends fitted to the data."""
    sizes = (inputs, *network.sizes[1:-1], outputs_of(network.coding, classes))
    return network.model_copy(update={"layers": "-".join(str(size) for size in sizes)})


def with_coding(network: Network, coding: Coding, classes: int) -> Network:
    """Return the network with another coding of the classes and the outputs that go with it."""
    activation = network.activations[-1]
    if coding == "softmax":
        activation = "softmax"
    elif activation == "softmax":
        activation = "logistic"
    sizes = (*network.sizes[:-1], outputs_of(coding, classes))
    return network.model_copy(
        update={
            "coding": coding,
            "layers": "-".join(str(size) for size in sizes),
            "activations": (*network.activations[:-1], activation),
        }
    )


def with_fitting_loss(training: Training, network: Network) -> Training:
    """Return the training with an error that goes with the outputs of the network."""
    try:
        check_loss(network, training)
    except InputError:
        without = training.model_copy(update={"rare_classes": 0.0})
        if network.activations[-1] == "logistic" and network.coding == "one_hot":
            return without
        return without.model_copy(update={"loss": "mse"})
    return training


def with_trainer(training: Training, before: TrainerName) -> Training:
    """Return the training with the usual learning rate of its trainer.

    That is, where the rate still stands at the usual one of the trainer before.
    """
    usual = USUAL_RATES.get(before, RATE)
    if training.trainer == before or training.learning_rate != usual:
        return training
    rate = USUAL_RATES.get(training.trainer, RATE)
    return training.model_copy(update={"learning_rate": rate})


def propose_preparation() -> Preparation:
    """All samples are trained on: each member has a validation part of its own."""
    return Preparation(validation_part=0.0)


def propose_training(labelled: int) -> Training:
    """Ten members by RPROP⁻, each on a bootstrap sample and stopped by the samples it did not draw.

    Chosen by inner folds on 14 real sets, see `benchmarks/honest.py`.

    Parameters
    ----------
    labelled
        Number of labelled samples: with more of them, each weight is held back less.
    """
    return Training(
        loss="cross_entropy",
        rare_classes=0.5,
        l2=float(f"{PENALTY / max(1, labelled):.1e}"),
        patience=PATIENCE,
        epochs=EPOCHS,
        members=MEMBERS,
        bootstrap=True,
    )


def propose_judging(labelled: int, *, has_groups: bool, has_coordinates: bool) -> Judging:
    """Hold out whole groups or blocks where there are any, few samples one by one."""
    if has_groups:
        return Judging(protocol="groups")
    if labelled < FEW:
        return Judging(protocol="leave_one_out")
    return Judging(protocol="blocks" if has_coordinates else "folds")
