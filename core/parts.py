"""From a job to everything that training needs: table, parts, prepared features, network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.checkpoint import read_checkpoint
from core.device import Place, choose_place
from core.engines.part import Part
from core.events import Event, Notice, TaskProgress
from core.job import Job, outputs_of
from core.loading import read_labelled
from core.networks.bp import BPNetwork
from core.networks.forward import parameter_count
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.preparing.fitting import fit_preparation
from core.proposing import prepared_inputs
from core.run_folder import RunFolder
from core.splitting import split, split_folds
from core.targets import encode
from core.trainers.rules import rule_of
from core.unmatched import tell_labels
from core.window_job import WindowJob
from datasets.assembling import assemble
from datasets.dataset import Dataset
from datasets.messages import InputError, Message, message

if TYPE_CHECKING:
    from core.labels import Labels


@dataclass(frozen=True)
class Fold:
    """What one or several members are trained on; the only one where nothing is cross-validated.

    Attributes
    ----------
    preparation
        Fitted on the training rows alone.
    inputs
        float64, shape (P, S). Prepared features of every row.
    training, validation
        Rows that the weights are fitted to, and rows that watch the validation loss.
    held_out
        Rows that the members are judged by; the validation rows where nothing is cross-validated.
    """

    preparation: FittedPreparation
    inputs: torch.Tensor
    training: NDArray[np.int64]
    validation: NDArray[np.int64]
    held_out: NDArray[np.int64]


@dataclass(frozen=True)
class Parts:
    """Everything a network is trained and judged on.

    Attributes
    ----------
    labels
        What became of every deposit, None where the labels are a column of the table.
    """

    dataset: Dataset
    folds: tuple[Fold, ...]
    labels: Labels | None = None

    @property
    def is_cross_validated(self) -> bool:
        return len(self.folds) > 1


def load_parts(job: Job | WindowJob, report: Callable[[Event], None], folder: RunFolder) -> Parts:
    """Read the table, split it and prepare it, fitted on the training part alone."""
    report(TaskProgress(message("Reading the table"), 0, 2))
    read = read_labelled(job.data.table, job.data.reading)
    table = read.table
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
    if read.labels is not None:
        tell_labels(read.labels, report)
    report(TaskProgress(message("Preparing the features"), 1, 2))
    folds, notices = _folds(job, dataset)
    # the folds of one table have much the same to say
    if job.training.patience and not any(len(fold.validation) for fold in folds):
        notices.append(
            message("No sample is held out for validation, so the patience counts for nothing.")
        )
    for notice in {str(notice): notice for notice in notices}.values():
        report(Notice(notice))
    return Parts(dataset, folds, read.labels)


def _folds(job: Job | WindowJob, dataset: Dataset) -> tuple[tuple[Fold, ...], list[Message]]:
    seed, part = job.training.seed, job.preparation.validation_part
    held_out: list[NDArray[np.int64]] = []
    notices: list[Message] = []
    if job.preparation.folds >= 2:
        held_out, found = split_folds(dataset.target, job.preparation.folds, seed, dataset.groups)
        notices.extend(found)
    if not held_out:
        fold, said = _fold(job, dataset, dataset.target, None, part)
        return (fold,), [*notices, *said]
    folds = []
    for rows in held_out:
        target = dataset.target.copy()
        target[rows] = -1
        fold, said = _fold(job, dataset, target, rows, part)
        folds.append(fold)
        notices.extend(said)
    return _as_wide_as_each_other(job, dataset, folds), notices


def _fold(
    job: Job | WindowJob,
    dataset: Dataset,
    target: NDArray[np.int64],
    held_out: NDArray[np.int64] | None,
    part: float,
) -> tuple[Fold, list[Message]]:
    """Split and prepare what is left when `held_out` is taken away."""
    training, validation, notices = split(target, part, job.training.seed, dataset.groups)
    preparation, inputs = _prepared(job, dataset, training)
    rows = validation if held_out is None else held_out
    fold = Fold(preparation, inputs, training, validation, rows)
    return fold, [*notices, *preparation.notices]


def _prepared(
    job: Job | WindowJob, dataset: Dataset, training: NDArray[np.int64], inputs: int = 0
) -> tuple[FittedPreparation, torch.Tensor]:
    """Fit a preparation on training rows and prepare all rows with it."""
    preparation = fit_preparation(
        dataset.features[training],
        dataset.feature_names,
        job.preparation,
        censored=dataset.censored[training],
        units=dataset.feature_units,
        inputs=inputs,
    )
    prepared = prepared_samples(preparation, dataset.features, dataset.censored)
    return preparation, torch.from_numpy(prepared)


def _as_wide_as_each_other(
    job: Job | WindowJob, dataset: Dataset, folds: list[Fold]
) -> tuple[Fold, ...]:
    """Give all folds as many principal components as the fold that needs most of them."""
    most = max(fold.preparation.inputs for fold in folds)
    found = []
    for fold in folds:
        if fold.preparation.inputs < most:
            preparation, inputs = _prepared(job, dataset, fold.training, most)
            fold = replace(fold, preparation=preparation, inputs=inputs)
        found.append(fold)
    return tuple(found)


def build_network(job: Job, parts: Parts) -> tuple[BPNetwork, Place]:
    """Return the job's network, all members at once, and where to train it.

    The first weights are still to be drawn. A feature that had to be left out narrows the input
    layer, and so do principal components that have the wanted variance already.

    Raises
    ------
    InputError
        When the layers disagree with the features or the classes.
    """
    sizes = job.network.sizes
    classes = len(parts.dataset.class_names)
    outputs = outputs_of(job.network.coding, classes)
    inputs = prepared_inputs(job.preparation, len(job.data.features))
    if sizes[0] != inputs:
        raise InputError(
            "The network {layers} reads {inputs} inputs, but the {features} features of the job "
            "become {wanted} when they are prepared; make the first layer {wanted}.",
            layers=job.network.layers,
            inputs=sizes[0],
            features=len(job.data.features),
            wanted=inputs,
        )
    if sizes[-1] != outputs:
        raise InputError(
            "The network {layers} has {outputs} outputs, but the {classes} classes of the target "
            "need {wanted}; make the last layer {wanted}.",
            layers=job.network.layers,
            outputs=sizes[-1],
            classes=classes,
            wanted=outputs,
        )
    sizes = (parts.folds[0].preparation.inputs, *sizes[1:])
    training = job.training
    members = training.members * len(parts.folds)
    place = choose_place(
        parameter_count(sizes),
        len(parts.folds[0].training),
        members,
        batch=rule_of(training).batch,
        precision=training.precision,
        needs_kernel=training.trainer == "lbfgs" or rule_of(training).batch == 1,
    )
    network = BPNetwork(
        sizes,
        job.network.activations,
        members=members,
        loss=training.loss,
        dtype=place.dtype,
        device=place.device,
    )
    return network, place


def draw_first_weights(job: Job, parts: Parts, network: BPNetwork, first_number: int) -> None:
    """Give every member first weights of its own, for the inputs of its fold."""
    start = 0
    for fold in parts.folds:
        span = slice(start, start + job.training.members)
        network.initialise(
            fold.inputs[fold.training],
            job.training.seed,
            method=job.network.initialisation,
            spread=job.network.initial_range,
            members=span,
            first_number=first_number,
        )
        start = span.stop


def training_parts(job: Job, parts: Parts, network: BPNetwork) -> list[Part]:
    """Return the samples of each fold with their targets, where the network is."""
    classes = len(parts.dataset.class_names)
    targets = encode(
        np.maximum(parts.dataset.target, 0),
        classes,
        job.network.activations[-1],
        job.network.coding,
    )

    def placed(values: torch.Tensor, rows: NDArray[np.int64]) -> torch.Tensor:
        return values[rows].to(network.device, network.parameters.dtype)

    found = []
    for fold in parts.folds:
        holds = len(fold.validation) > 0
        found.append(
            Part(
                placed(fold.inputs, fold.training),
                placed(targets, fold.training),
                placed(fold.inputs, fold.validation) if holds else None,
                placed(targets, fold.validation) if holds else None,
                members=job.training.members,
            )
        )
    return found


def _check_fingerprint(
    job: Job | WindowJob, fingerprint: str, folder: RunFolder, report: Callable[[Event], None]
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
