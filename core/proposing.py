"""Proposals for a first job, from a table or from the counts that a window already knows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.files import absolute_from
from core.job import (
    Coding,
    Data,
    Job,
    Network,
    Preparation,
    TrainerName,
    Training,
    check_loss,
    default_activations,
    outputs_of,
    parse_layers,
)
from datasets.messages import InputError

if TYPE_CHECKING:
    from datasets.table import Table

ENOUGH_TO_HOLD_OUT = 40
PATIENCE = 300
WIDEST = 32
# Adam's steps are about as long as its rate, whatever the gradient
RATE = 0.1
USUAL_RATES: dict[TrainerName, float] = {"adam": 0.01, "adamw": 0.01}


def propose_network(features: int, classes: int) -> Network:
    """One hidden layer, as wide as the mean of inputs and outputs, at most 32."""
    hidden = max(3, min(WIDEST, math.ceil((features + classes) / 2)))
    sizes = (features, hidden, classes)
    return Network(
        layers="-".join(str(size) for size in sizes), activations=default_activations(sizes)
    )


def with_ends(network: Network, features: int, classes: int) -> Network:
    """Return the network with its hidden layers kept and its ends fitted to the data."""
    sizes = (features, *network.sizes[1:-1], outputs_of(network.coding, classes))
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
        return training.model_copy(update={"loss": "mse"})
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


def propose_preparation(labelled: int) -> Preparation:
    """Hold a fifth out for validation where there are enough labelled samples."""
    return Preparation(validation_part=0.2 if labelled >= ENOUGH_TO_HOLD_OUT else 0.0)


def propose_training(preparation: Preparation) -> Training:
    """RPROP⁻, stopped by the validation loss where there is one."""
    return Training(patience=PATIENCE if preparation.validation_part > 0 else 0)


def propose_job(
    source: str,
    *,
    target: str,
    x: str = "",
    y: str = "",
    features: Sequence[str] = (),
    layers: str = "",
) -> Job:
    """Return a job for a table, guessing what is not given.

    Raises
    ------
    InputError
        When the table cannot be read, a column is absent or the target cannot be learned.
    """
    from datasets.assembling import assemble
    from datasets.table import read_table

    table = read_table(source)
    table.column(target)
    data = propose_data(table, target=target, x=x, y=y, features=features)
    dataset = assemble(
        table,
        target=data.target,
        features=data.features,
        x=data.x,
        y=data.y,
        group=data.group,
        crs=data.crs,
    )
    preparation = propose_preparation(len(dataset.labelled))
    network = propose_network(len(data.features), len(dataset.class_names))
    if layers:
        sizes = parse_layers(layers)
        network = Network(layers=layers, activations=default_activations(sizes))
    return Job(
        data=data,
        preparation=preparation,
        network=network,
        training=propose_training(preparation),
    )


def propose_data(
    table: Table, *, target: str, x: str = "", y: str = "", features: Sequence[str] = ()
) -> Data:
    """Return the data section of a job; columns not given are taken from the proposed roles."""
    from datasets.roles import guess_crs, propose_roles

    roles = propose_roles(table, target)
    of_role = {role.role: role.column for role in roles if role.role in ("x", "y", "group")}
    given = {target, x, y}
    chosen = tuple(features) or tuple(
        role.column for role in roles if role.role == "feature" and role.column not in given
    )
    return Data(
        # a job file may be written to another folder than the one it was made in
        table=absolute_from(table.source, Path.cwd()),
        fingerprint=table.fingerprint,
        target=target,
        features=chosen,
        x=x or of_role.get("x", ""),
        y=y or of_role.get("y", ""),
        group=of_role.get("group", ""),
        crs=guess_crs(table, roles),
    )
