"""What a field of a job declares, in the shape and the language a form needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication

from core.numbers import NumberError, in_field, parse_number, parse_whole, three_digits
from gui.translating import core_text


@dataclass(frozen=True)
class Range:
    """The numbers a field takes; ``open_low`` and ``open_high`` leave the end itself out."""

    low: float = float("-inf")
    high: float = float("inf")
    open_low: bool = False
    open_high: bool = False

    def __contains__(self, value: float) -> bool:
        above = value > self.low if self.open_low else value >= self.low
        below = value < self.high if self.open_high else value <= self.high
        return above and below


@dataclass(frozen=True)
class Declared:
    """One field of a section."""

    name: str
    kind: type
    label: str
    help: str
    unit: str
    choices: dict[Any, str]
    only_when: dict[str, tuple[str, ...]]
    group: str
    range: Range
    default: Any

    @property
    def heading(self) -> str:
        """The group as it is written over its fields; `group` itself is a key, in English."""
        return core_text(self.group)

    @property
    def caption(self) -> str:
        """The first sentence of the help."""
        for stop in (". ", "。"):
            head, found, _ = self.help.partition(stop)
            if found:
                return head + stop.strip()
        return self.help

    def matters(self, values: dict[str, Any]) -> bool:
        """Whether the other fields have the values that make this one count."""
        return all(str(values.get(name)) in wanted for name, wanted in self.only_when.items())

    def text(self, value: Any) -> str:
        """Write a value as it stands in the field."""
        if self.kind is float:
            return in_field(value)
        return f"{value:,}" if self.kind is int else str(value)

    def said(self, value: Any) -> str:
        """Name the field and a value of it in a few words: ``L2 penalty 1e-4``."""
        if self.kind is bool:
            shown = _tr("on") if value else _tr("off")
        else:
            shown = self.choices.get(value) or self.text(value)
        return " ".join(part for part in (self.label, shown, self.unit) if part)

    def read(self, text: str) -> Any:
        """Read what was typed.

        Raises
        ------
        ValueError
            Its text is one translated sentence for the user.
        """
        if self.kind is str:
            return text
        try:
            value = parse_whole(text) if self.kind is int else parse_number(text)
        except NumberError:
            raise ValueError(self._not_a_number()) from None
        if value not in self.range:
            raise ValueError(self._out_of_range())
        return value

    def _not_a_number(self) -> str:
        if self.kind is int:
            return _tr("Write a whole number, for example 1,000.")
        return _tr("Write a number, for example 0.1 or 1e-5.")

    def _out_of_range(self) -> str:
        limits = self.range
        low, high = self._limit(limits.low), self._limit(limits.high)
        if limits.high == float("inf"):
            if limits.open_low:
                return _tr("Write a number above {low}.").format(low=low)
            return _tr("Write a number of {low} or more.").format(low=low)
        if limits.low == float("-inf"):
            return _tr("Write a number up to {high}.").format(high=high)
        if limits.open_low:
            return _tr("Write a number above {low}, up to {high}.").format(low=low, high=high)
        return _tr("Write a number from {low} to {high}.").format(low=low, high=high)

    def _limit(self, value: float) -> str:
        return f"{value:,.0f}" if float(value).is_integer() else three_digits(value)


def declared_fields(section: type[BaseModel], exclude: tuple[str, ...] = ()) -> list[Declared]:
    """Return the fields of a section in their order."""
    return [
        _declared(name, info) for name, info in section.model_fields.items() if name not in exclude
    ]


def _declared(name: str, info: FieldInfo) -> Declared:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    shown: Any = extra.get("choices") or {}
    choices: dict[Any, str] = {}
    kind: Any = info.annotation
    if get_origin(kind) is Literal:
        choices = {value: core_text(shown.get(value, str(value))) for value in get_args(kind)}
        kind = str
    if kind not in (bool, int, float, str):
        raise TypeError(f"no editor for the field {name}: {kind}; exclude it")
    return Declared(
        name=name,
        kind=kind,
        label=core_text(info.title or name),
        help=core_text(info.description or ""),
        unit=core_text(str(extra.get("unit") or "")),
        choices=choices,
        only_when=_wanted(extra.get("only_when")),
        group=str(extra.get("group") or ""),
        range=_range(info),
        default=None if info.is_required() else info.get_default(),
    )


def _wanted(only_when: Any) -> dict[str, tuple[str, ...]]:
    wanted = dict(only_when or {})
    return {
        name: (value,) if isinstance(value, str) else tuple(value) for name, value in wanted.items()
    }


def _range(info: FieldInfo) -> Range:
    low, high, open_low, open_high = float("-inf"), float("inf"), False, False
    for limit in info.metadata:
        if isinstance(limit, Ge | Gt):
            open_low = isinstance(limit, Gt)
            low = limit.gt if isinstance(limit, Gt) else limit.ge  # type: ignore[assignment]
        elif isinstance(limit, Le | Lt):
            open_high = isinstance(limit, Lt)
            high = limit.lt if isinstance(limit, Lt) else limit.le  # type: ignore[assignment]
    return Range(low, high, open_low, open_high)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Declared", text)
