"""From a job to everything that training needs: table, parts, prepared features, network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.checkpoint import read_checkpoint
from core.device import Place, choose_place
from core.events import Event, Notice, TaskProgress
from core.job import Job, outputs_of
from core.job_dataset import dataset_of, looks_like_degrees
from core.loading import read_labelled
from core.networks.bp import BPNetwork
from core.networks.forward import parameter_count
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.preparing.fitting import fit_preparation
from core.proposing import prepared_inputs
from core.protocols.dividing import divide
from core.protocols.division import Division
from core.protocols.grouping import groups_of
from core.protocols.second_file import SecondFile, read_second_file
from core.run_folder import RunFolder
from core.splitting import FoldRows, split
from core.trainers.rules import rule_of
from core.unmatched import tell_labels
from core.window_job import WindowJob
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
        Rows that the members are judged by; the validation rows where these judge.
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
    division
        How the labelled samples were divided for judging.
    labels
        What became of every deposit, None where the labels are a column of the table.
    second
        The table that judges, where it is another one.
    """

    dataset: Dataset
    folds: tuple[Fold, ...]
    division: Division
    labels: Labels | None = None
    second: SecondFile | None = None

    @property
    def is_cross_validated(self) -> bool:
        return len(self.folds) > 1


def load_parts(job: Job | WindowJob, report: Callable[[Event], None], folder: RunFolder) -> Parts:
    """Read the table, split it and prepare it, fitted on the training part alone."""
    report(TaskProgress(message("Reading the table"), 0, 2))
    read = read_labelled(job.data.table, job.data.reading)
    table = read.table
    _check_fingerprint(job, table.fingerprint, folder, report)
    dataset = dataset_of(table, job.data)
    for notice in dataset.notices:
        report(Notice(notice))
    if read.labels is not None:
        tell_labels(read.labels, report)
    report(TaskProgress(message("Preparing the features"), 1, 2))
    groups = groups_of(dataset, read.labels, job.judging.protocol)
    division = divide(
        dataset,
        job.judging,
        job.training.seed,
        groups,
        looks_like_degrees=looks_like_degrees(table, job.data),
    )
    folds, notices = _folds(job, dataset, division)
    # the folds of one table have much the same to say
    own = isinstance(job, Job) and job.training.bootstrap
    if job.training.patience and not own and not any(len(fold.validation) for fold in folds):
        notices.append(
            message("No sample is held out for validation, so the patience counts for nothing.")
        )
    for notice in {str(notice): notice for notice in notices}.values():
        report(Notice(notice))
    return Parts(dataset, folds, division, read.labels, _second_file(job, dataset, report))


def _second_file(
    job: Job | WindowJob, dataset: Dataset, report: Callable[[Event], None]
) -> SecondFile | None:
    """Return the table that judges the network, None where samples of the first one do."""
    if job.judging.protocol != "second_file":
        return None
    second = read_second_file(job, dataset)
    for notice in second.notices:
        report(Notice(notice))
    return second


def _folds(
    job: Job | WindowJob, dataset: Dataset, division: Division
) -> tuple[tuple[Fold, ...], list[Message]]:
    """Prepare each fold on what neither it holds out nor lies too near to that."""
    notices = list(division.notices)
    rows = []
    for each in division.splits or (None,):
        target = dataset.target.copy()
        if each is not None:
            target[each.held_out] = -1
            target[each.left_out] = -1
        training, validation, said = split(
            target, job.preparation.validation_part, job.training.seed, division.units
        )
        notices.extend(said)
        rows.append(FoldRows(training, validation, each.held_out if each else validation))
    folds = prepare_folds(job, dataset, rows)
    for fold in folds:
        notices.extend(fold.preparation.notices)
    return folds, notices


def prepare_folds(
    job: Job | WindowJob, dataset: Dataset, rows: Sequence[FoldRows]
) -> tuple[Fold, ...]:
    """Prepare all rows for each fold, by figures of its training rows alone.

    All folds get as many principal components as the one that needs most of them.
    """
    folds = [_fold(job, dataset, each) for each in rows]
    most = max(fold.preparation.inputs for fold in folds)
    return tuple(
        fold if fold.preparation.inputs == most else _fold(job, dataset, each, most)
        for fold, each in zip(folds, rows, strict=True)
    )


def _fold(job: Job | WindowJob, dataset: Dataset, rows: FoldRows, inputs: int = 0) -> Fold:
    preparation, prepared = _prepared(job, dataset, rows.training, inputs)
    return Fold(preparation, prepared, rows.training, rows.validation, rows.held_out)


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
