"""Another unit, or an oxide for its element: a change of the recipe, not of the values at hand."""

from __future__ import annotations

from core.reading import Reading
from datasets.conversions import SHARES, cation, convertible_units
from datasets.recipe import ColumnRecipe
from datasets.units import ELEMENTS, OXIDES
from gui.element_data import symbol_known, unit_known
from gui.table_info import ColumnInfo


def units_offered(column: ColumnInfo) -> tuple[str, ...]:
    """Return the units a column can be shown in; any of concentrations where it has none."""
    unit = unit_known(column)
    return convertible_units(unit) if unit else tuple(SHARES)


def substances_offered(column: ColumnInfo) -> tuple[str, ...]:
    """Return the element and the oxides a column can be amounts of; () where it is no element."""
    core = cation(symbol_known(column))
    if not core:
        return ()
    oxides = sorted(oxide for oxide in OXIDES if cation(oxide) == core)
    return (*((core,) if core in ELEMENTS else ()), *oxides)


def with_unit(reading: Reading, column: ColumnInfo, unit: str) -> Reading:
    """Return how the table is read when a column comes in another unit.

    Where neither file nor person has said a unit, this one is what the values are in.
    """
    field = "convert_to_unit" if unit_known(column) else "unit"
    return _with_decision(reading, column.name, field, unit)


def with_substance(reading: Reading, column: ColumnInfo, substance: str) -> Reading:
    """Return how the table is read when a column comes as an oxide, or as the element of one."""
    return _with_decision(reading, column.name, "convert_to_element", substance)


def name_in_file(reading: Reading, name: str) -> str:
    """Return what the file calls a column of the table."""
    renamed = (at for at, column in reading.recipe.columns.items() if column.name == name)
    return next(renamed, name)


def _with_decision(reading: Reading, name: str, field: str, value: str) -> Reading:
    columns = dict(reading.recipe.columns)
    at = name_in_file(reading, name)
    columns[at] = columns.get(at, ColumnRecipe()).model_copy(update={field: value})
    recipe = reading.recipe.model_copy(update={"columns": columns})
    return reading.model_copy(update={"recipe": recipe})
