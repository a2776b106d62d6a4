"""From a job to everything that training needs: table, parts, prepared features, network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray

from core.checkpoint import read_checkpoint
from core.device import choose_device
from core.events import Event, Notice, TaskProgress
from core.job import Job
from core.networks.bp import BPNetwork
from core.preparation import FittedPreparation
from core.run_folder import RunFolder
from core.splitting import split
from datasets.assembling import assemble
from datasets.dataset import Dataset
from datasets.messages import InputError, message
from datasets.table import read_table


@dataclass(frozen=True)
class Parts:
    """Everything a network is trained and judged on.

    Attributes
    ----------
    inputs
        float64, shape (P, S). Prepared features of every row.
    training, validation
        Rows of each part.
    """

    dataset: Dataset
    preparation: FittedPreparation
    inputs: torch.Tensor
    training: NDArray[np.int64]
    validation: NDArray[np.int64]


def load_parts(job: Job, report: Callable[[Event], None], folder: RunFolder) -> Parts:
    """Read the table, split it and prepare it, fitted on the training part alone."""
    report(TaskProgress(message("Reading the table"), 0, 2))
    table = read_table(job.data.table)
    _check_fingerprint(job, table.fingerprint, folder, report)
    dataset = assemble(
        table,
        target=job.data.target,
        features=job.data.features,
        x=job.data.x,
        y=job.data.y,
        group=job.data.group,
        crs=job.data.crs,
    )
    for notice in dataset.notices:
        report(Notice(notice))
    report(TaskProgress(message("Preparing the features"), 1, 2))
    groups = dataset.groups
    training, validation, notices = split(
        dataset.target, job.preparation.validation_part, job.training.seed, groups
    )
    preparation = FittedPreparation.fit(
        dataset.features[training], dataset.feature_names, job.preparation
    )
    for notice in (*notices, *preparation.notices):
        report(Notice(notice))
    inputs = torch.from_numpy(preparation.apply(dataset.features))
    return Parts(dataset, preparation, inputs, training, validation)


def build_network(job: Job, parts: Parts) -> BPNetwork:
    """Return the job's network with its first weights.

    A feature that had to be left out narrows the input layer.

    Raises
    ------
    InputError
        When the layers disagree with the features or the classes.
    """
    sizes = job.network.sizes
    classes = len(parts.dataset.class_names)
    if sizes[0] != len(job.data.features):
        raise InputError(
            "The network {layers} reads {inputs} features, but the job names {features}; make "
            "the first layer {features}.",
            layers=job.network.layers,
            inputs=sizes[0],
            features=len(job.data.features),
        )
    if sizes[-1] != classes:
        raise InputError(
            "The network {layers} has {outputs} outputs, but the target has {classes} classes; "
            "make the last layer {classes}.",
            layers=job.network.layers,
            outputs=sizes[-1],
            classes=classes,
        )
    sizes = (len(parts.dataset.feature_names), *sizes[1:])
    inputs = parts.inputs[parts.training]
    work = inputs.shape[0] * sum(a * b for a, b in pairwise(sizes))
    network = BPNetwork(sizes, job.network.activations, device=choose_device(work))
    network.initialise(inputs, seed=job.training.seed)
    return network


def _check_fingerprint(
    job: Job, fingerprint: str, folder: RunFolder, report: Callable[[Event], None]
) -> None:
    if folder.checkpoint_path.exists():
        _, counters = read_checkpoint(folder.checkpoint_path)
        if counters.fingerprint != fingerprint:
            raise InputError(
                "The table {table} has changed since the run began, so the run cannot be "
                "resumed; start a new one.",
                table=job.data.table,
            )
    elif job.data.fingerprint not in ("", fingerprint):
        report(
            Notice(
                message(
                    "The table {table} has changed since the job was made.", table=job.data.table
                )
            )
        )
