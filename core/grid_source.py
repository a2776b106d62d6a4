"""What is gridded: a column of a table, a layer of a run, or numbers that the window hands over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from core.exporting.results import Results
from core.grid_numbers import NUMBERS, Element, Samples, rule_of
from core.grid_values import element_of, with_rule
from core.job import CensoringRule
from core.loading import read_source
from core.prediction_columns import MAPPED, SET
from core.reading import Reading
from core.run_folder import RunFolder
from datasets.columns import Table
from datasets.messages import InputError, Message
from datasets.roles import guess_crs, propose_roles

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Wanted:
    """What is to be gridded; what is "" is proposed.

    Attributes
    ----------
    column
        A column of the table, or of the predictions of a run.
    layer
        Of a run, instead: as `core.exporting.layers.layer` names it.
    x, y
        Columns of the coordinates.
    crs
        Coordinate reference system.
    censored
        Rule for values below a detection limit; "" takes that of the run, half the limit of a
        table.
    beside
        Columns that an imputation learns from; () takes the features of the run or table.
    """

    column: str = ""
    layer: str = ""
    x: str = ""
    y: str = ""
    crs: str = ""
    censored: CensoringRule | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ClassSamples(Samples):
    """Class codes with the results they are of, which know names and colours."""

    results: Results | None = None


def samples_of(source: str, wanted: Wanted, reading: Reading) -> Samples:
    """Return what is to be gridded.

    Parameters
    ----------
    source
        A table, ``example:NAME``, the folder of a run, or an ``.npz`` of `core.grid_numbers`.

    Raises
    ------
    InputError
        When a column or layer is absent or holds text, or there are no coordinates.
    """
    if Path(source).suffix.lower() == NUMBERS:
        return _read_samples(Path(source))
    if bool(wanted.column) == bool(wanted.layer):
        raise InputError(
            "Say what is interpolated: one column with --column, or a layer of a run with --layer."
        )
    run = RunFolder(Path(source))
    if not source.startswith("example:") and run.exists:
        return _of_run(run, wanted)
    if wanted.layer:
        raise InputError(
            "The layer {layer} is one of a run; give the folder of a run instead of {source}, or "
            "a column of the table with --column.",
            layer=wanted.layer,
            source=source,
        )
    return _of_table(read_source(source, reading), wanted)


def _of_run(run: RunFolder, wanted: Wanted) -> Samples:
    from core.exporting.writing import read_results

    data = run.survey_job().data
    if wanted.layer:
        return _of_layer(read_results(run), wanted.layer)
    results = read_results(run) if run.predictions_path.exists() else None
    if results is not None and _is_number(results, wanted.column):
        values = results.values(wanted.column)
        return Samples(results.x, results.y, values, wanted.column, crs=results.crs)
    preparation = run.survey_job().preparation
    completed = Wanted(
        wanted.column,
        x=wanted.x or data.x,
        y=wanted.y or data.y,
        crs=wanted.crs or data.crs,
        censored=wanted.censored or rule_of(preparation, wanted.column),
        beside=wanted.beside or data.features,
    )
    return _of_table(read_source(data.table, data.reading), completed)


def _is_number(results: Results, name: str) -> bool:
    texts = ("known", "part", "class", MAPPED, SET)
    return results.has_places and name in results.table.column_names and name not in texts


def _of_layer(results: Results, name: str) -> Samples:
    from core.exporting.layers import CLASS, layer

    if not results.has_places:
        raise InputError(
            "The results have no coordinates, so there is no map of them; choose coordinate "
            "columns and train again, or take them away as a table."
        )
    if name == CLASS:
        codes = results.mapped_codes.astype(np.float64)
        return ClassSamples(
            results.x, results.y, codes, name, crs=results.crs, is_classes=True, results=results
        )
    found = layer(results, name)
    return Samples(
        results.x,
        results.y,
        found.values,
        str(found.title),
        crs=results.crs,
        limits=found.limits,
        notices=found.notices,
    )


def _of_table(table: Table, wanted: Wanted) -> Samples:
    roles = propose_roles(table)
    by_role = {role.role: column.name for column, role in zip(table.columns, roles, strict=True)}
    x, y = wanted.x or by_role.get("x", ""), wanted.y or by_role.get("y", "")
    if not x or not y:
        raise InputError(
            "The coordinates of {table} were not found; name their columns with --x and --y.",
            table=table.source,
        )
    element = element_of(table, wanted.column)
    beside = wanted.beside or tuple(
        column.name
        for column, role in zip(table.columns, roles, strict=True)
        if role.role == "feature" and column.kind == "number"
    )
    others = [element_of(table, name) for name in beside if name in table.names]
    values, notices = with_rule(element, wanted.censored or "half", others)
    crs = wanted.crs or table.crs or guess_crs(table, roles)
    places = element_of(table, x).values, element_of(table, y).values
    return Samples(*places, values, element.name, element.unit, crs, notices=notices)


def _read_samples(path: Path) -> Samples:
    """Return what `write_samples` wrote, with the rule for values below a limit carried out.

    Raises
    ------
    InputError
        When the file is damaged or of another kind.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            about = json.loads(str(archive["about"]))
            x, y, values = (np.asarray(archive[name], np.float64) for name in ("x", "y", "values"))
            below = np.asarray(archive["below"], bool)
            others = [
                Element(name, "", archive[f"other{number}"], archive[f"below{number}"])
                for number, name in enumerate(about["others"])
            ]
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise InputError(
            "The numbers in {path} cannot be read: {reason}.", path=str(path), reason=str(error)
        ) from None
    notices: tuple[Message, ...] = ()
    if len(below) and about["rule"] in get_args(CensoringRule):
        element = Element(about["name"], about["unit"], values, below)
        values, notices = with_rule(element, about["rule"], others)
    limits = tuple(about["limits"]) if about["limits"] else None
    return Samples(
        x, y, values, about["name"], about["unit"], about["crs"], limits,
        bool(about["is_classes"]), notices,
    )  # fmt: skip
