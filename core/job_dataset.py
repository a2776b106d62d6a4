"""A table as the dataset of a job: its columns in the roles that the job gives them."""

from __future__ import annotations

from core.job import Data
from datasets.assembling import assemble
from datasets.columns import Table
from datasets.coordinates import in_degrees
from datasets.dataset import Dataset


def dataset_of(table: Table, data: Data) -> Dataset:
    """Make a dataset of a table; see `datasets.assembling.assemble`.

    Raises
    ------
    InputError
        When a column is absent or cannot have its role.
    """
    return assemble(
        table,
        target=data.target,
        features=data.features,
        x=data.x,
        y=data.y,
        group=data.group,
        crs=data.crs,
    )


def looks_like_degrees(table: Table, data: Data) -> bool:
    """Whether coordinates are clearly longitude and latitude; no where there are none."""
    if not (data.x and data.y):
        return False
    return in_degrees(table.column(data.x), table.column(data.y))
