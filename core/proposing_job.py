"""A proposal for a first job, from the table itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.distinct import MOST_CLASSES
from core.events import Notice
from core.files import absolute_from
from core.job import Data, Job, default_activations, parse_layers
from core.job_dataset import dataset_of
from core.loading import read_labelled
from core.proposing import (
    prepared_inputs,
    propose_judging,
    propose_network,
    propose_preparation,
    propose_training,
)
from core.reading import Reading
from core.reporting import Reporter, silent
from core.unmatched import tell_labels
from datasets.columns import Table
from datasets.messages import InputError
from datasets.roles import guess_crs, propose_roles

if TYPE_CHECKING:
    from core.labels import Labels


def propose_job(
    source: str,
    *,
    target: str,
    x: str = "",
    y: str = "",
    features: Sequence[str] = (),
    layers: str = "",
    crs: str = "",
    reading: Reading | None = None,
    report: Reporter = silent,
) -> Job:
    """Return a job for a table, guessing what is not given.

    Parameters
    ----------
    reading
        How the table is read and labelled; None decides everything from the file.
    report
        Hears what became of the deposits, where the labels come from a file of them.

    Raises
    ------
    InputError
        When the table cannot be read, a column is absent or the target cannot be learned.
    """
    reading = reading or Reading()
    read = read_labelled(source, reading)
    table = read.table
    if not target:
        raise InputError(
            "No target is given: name the column of classes with --target, or a file of deposits "
            "with --deposits."
        )
    table.column(target)
    data = propose_data(table, target=target, x=x, y=y, features=features)
    data = data.model_copy(update={"crs": crs or data.crs, "reading": reading})
    dataset = dataset_of(table, data)
    if len(dataset.class_names) > MOST_CLASSES:
        raise InputError(
            "The target “{column}” has {count} different values, too many to be classes; name "
            "another column with --target.",
            column=data.target,
            count=f"{len(dataset.class_names):,}",
        )
    if read.labels is not None:
        _tell(read.labels, report)
    preparation = propose_preparation()
    inputs = prepared_inputs(preparation, len(data.features))
    network = propose_network(inputs, len(dataset.class_names))
    if layers:
        sizes = parse_layers(layers)
        network = network.model_copy(
            update={
                "layers": layers,
                "activations": (*default_activations(sizes)[:-1], network.activations[-1]),
            }
        )
    return Job(
        data=data,
        preparation=preparation,
        judging=propose_judging(
            len(dataset.labelled),
            has_groups=dataset.groups is not None,
            has_coordinates=dataset.coordinates is not None,
        ),
        network=network,
        training=propose_training(len(dataset.labelled)),
    )


def _tell(labels: Labels, report: Reporter) -> None:
    for notice in labels.notices:
        report(Notice(notice))
    tell_labels(labels, report)


def propose_data(
    table: Table, *, target: str, x: str = "", y: str = "", features: Sequence[str] = ()
) -> Data:
    """Return the data section of a job; columns not given are taken from the proposed roles."""
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
        crs=table.crs or guess_crs(table, roles),
    )
