"""What each column of a table is for: proposals from names and values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from datasets.columns import Column, Table
from datasets.coordinates import coordinate_name, find_pair, in_degrees
from datasets.derived import why_derived
from datasets.examples import EXAMPLES
from datasets.messages import Message, message
from datasets.units import derived_kind, element_of, unit_of

Role = Literal["x", "y", "target", "feature", "group", "ignore"]

_SAMPLE_NAMES = (
    "id ids fid oid objectid recid sampleid sample samples sampno sampleno sampnum samp no nr num "
    "number index row labno 样品 样品号 样品编号 样号 样品名称 编号 序号 点号 送样号 原样号 "
    "实验室编号 分析号"
)
_SAMPLE_WORDS = frozenset(_SAMPLE_NAMES.split())
# numbers of rows and records, which say nothing outside the file that they stand in
_COUNTER_NAMES = "fid oid objectid recid index row num number nr no 序号"
_COUNTERS = frozenset(_COUNTER_NAMES.split())
# The higher, the surer that the column is what the person wants to learn.
_CLASS_WORDS = {
    word: rank
    for rank, words in {
        4: "target label labels class classes klasse 类别 分类 标签 目标",
        3: "type types category deptype deposittype 类型 矿床类型 矿种 成因类型",
        2: "litho lith lithology lithologie lito rock rocks rocktype lithocode facies formation "
        "岩性 岩石 地层 岩类",
        1: "coun country soil soiltype landuse species province 土壤 国家",
    }.items()
    for word in words.split()
}
_AUXILIARY_NAMES = (
    "elev elevation alt altitude masl height z dem depth from to year date time month day dist "
    "distance aspect slope zone 高程 海拔 深度 日期 时间 年份 距离 坡度 坡向 带号 "
    "latitude longitude lat lon long 经度 纬度"
)
_AUXILIARY_WORDS = frozenset(_AUXILIARY_NAMES.split())
# Chinese runs its words together: 采样日期 is the date of sampling.
_AUXILIARY_ENDINGS = ("高程", "海拔", "深度", "日期", "时间", "年份", "距离")
_CLASS_ENDINGS = ("类型", "类别", "岩性", "分类")
_MOST_CLASSES = 30
_MOST_CODES = 50


@dataclass(frozen=True)
class ColumnRole:
    """A proposed role and why.

    Attributes
    ----------
    column
        Name in the table.
    role
        "group" is left to the person; it is never proposed.
    reason
        A sentence for the user.
    """

    column: str
    role: Role
    reason: Message


def propose_roles(table: Table, target: str | None = None) -> tuple[ColumnRole, ...]:
    """Propose a role for every column, in the order of the table.

    Parameters
    ----------
    target
        Column that is the target whatever it looks like; None looks for one.

    Returns
    -------
    tuple of ColumnRole
        At most one x, one y (always both or none) and one target.

    Raises
    ------
    InputError
        When the table has no column `target`.
    """
    if target is not None:
        table.column(target)
        chosen = (target, message("Chosen as the target."))
    else:
        chosen = _find_target(table)
    x, y = find_pair(table, without=chosen[0])
    special: dict[str, tuple[Role, Message]] = {}
    if x:
        special |= _coordinate_roles(x, y)
    if chosen[0]:
        special[chosen[0]] = ("target", chosen[1])
    roles = []
    for column in table.columns:
        role, reason = special.get(column.name) or _role(column)
        roles.append(ColumnRole(column.name, role, reason))
    return tuple(roles)


def guess_crs(table: Table, roles: tuple[ColumnRole, ...]) -> str:
    """Return "EPSG:4326" where the coordinates are clearly degrees, else an empty string.

    A bundled example states its own.
    """
    example = EXAMPLES.get(table.source.removeprefix("example:"))
    if example and table.source.startswith("example:"):
        return example.crs
    by_role = {role.role: role.column for role in roles}
    if "x" not in by_role or "y" not in by_role:
        return ""
    degrees = in_degrees(table.column(by_role["x"]), table.column(by_role["y"]))
    return "EPSG:4326" if degrees else ""


def _coordinate_roles(x: str, y: str) -> dict[str, tuple[Role, Message]]:
    name = coordinate_name(x)
    if name and name.axis == "y":
        return {
            x: ("x", message("Its values run east: the letters are those of Gauss-Krüger.")),
            y: ("y", message("Its values run north: the letters are those of Gauss-Krüger.")),
        }
    return {
        x: ("x", message("Name and values of an easting or longitude.")),
        y: ("y", message("Name and values of a northing or latitude.")),
    }


def _find_target(table: Table) -> tuple[str, Message]:
    best, best_rank = ("", message("")), 0.0
    for column in table.columns:
        rank = float(_class_rank(column.name))
        if column.kind == "text":
            if not _is_few(column):
                continue
            rank += 0.5
        elif not rank or not _holds_codes(column):
            continue
        if rank > best_rank:
            reason = (
                message("The name says that it holds classes.")
                if rank >= 1
                else message("Text with {count} different values.", count=_distinct(column))
            )
            best, best_rank = (column.name, reason), rank
    return best


def sample_column(names: Iterable[str]) -> str:
    """Return the header that names the samples, "" without one.

    “Sample no.” is one; “FID”, “No.” and “row” are not: they count the rows of one file.
    """
    return next((name for name in names if _words(name) & (_SAMPLE_WORDS - _COUNTERS)), "")


def _role(column: Column) -> tuple[Role, Message]:
    """Role of a column that is neither coordinate nor target."""
    words = _words(column.name)
    if column.missing == len(column.values):
        return "ignore", message("All its cells are missing.")
    if _distinct(column) == 1:
        return "ignore", message("All its values are the same.")
    ranked = _class_rank(column.name)
    if column.kind == "text":
        if not ranked and (words & _SAMPLE_WORDS or _distinct(column) == len(column.values)):
            return "ignore", message("It names the samples.")
        return "ignore", message("It holds text.")
    # `S_ID` is no sulphur and `Y_UTM` no yttrium, so these come before the elements.
    if not ranked and (words & _SAMPLE_WORDS or _counts_up(column)):
        return "ignore", message("It numbers the samples.")
    name = coordinate_name(column.name)
    if name and name.sure:
        return "ignore", message("A coordinate; it has no partner or another pair was chosen.")
    if ranked and _holds_codes(column):
        return "ignore", message("Its numbers are codes of classes, not amounts.")
    derived = "" if column.element else derived_kind(column.name)
    if derived in ("error", "limit", "code"):
        return "ignore", why_derived(derived)
    element = column.element or element_of(column.name)
    if element:
        return "feature", message("Amounts of {element}.", element=element)
    unit = column.unit or unit_of(column.name)
    if unit not in ("", "m", "km", "cm", "mm", "ft", "kg", "°"):
        return "feature", message("Amounts in {unit}.", unit=unit)
    if words & _AUXILIARY_WORDS or any(word.endswith(_AUXILIARY_ENDINGS) for word in words):
        return "ignore", message("It tells where or when the sample was taken.")
    if name:
        return "ignore", message("Possibly a coordinate without its partner.")
    return "feature", message("It holds numbers.")


def _class_rank(name: str) -> int:
    words = _words(name)
    rank = max((_CLASS_WORDS.get(word, 0) for word in words), default=0)
    if rank:
        return rank
    return 3 if any(word.endswith(_CLASS_ENDINGS) for word in words) else 0


def _words(name: str) -> set[str]:
    """Lower-case words of a header: `CNo` and `dist.m` have two, and joined they are one more."""
    text = unicodedata.normalize("NFKC", name)
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    parts = [part for part in re.split(r"[\W_]+", text.lower()) if part]
    return {*parts, "".join(parts)}


def _is_few(column: Column) -> bool:
    """2 to 30 different texts, each of them three times on average."""
    distinct = _distinct(column)
    present = len(column.values) - column.missing
    return 2 <= distinct <= _MOST_CLASSES and distinct <= max(2, present / 3)


def _holds_codes(column: Column) -> bool:
    values = column.values[np.isfinite(column.values)]
    return bool(len(values)) and bool(
        np.all(values == np.round(values)) and 2 <= len(np.unique(values)) <= _MOST_CODES
    )


def _counts_up(column: Column) -> bool:
    if column.missing or element_of(column.name) or len(column.values) < 3:
        return False
    return bool(np.all(np.diff(column.values) == 1))


def _distinct(column: Column) -> int:
    if column.kind == "number":
        return len(np.unique(column.values[np.isfinite(column.values)]))
    return len({text for text in column.values if text is not None})
