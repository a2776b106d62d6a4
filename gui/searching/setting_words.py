"""The settings of trials in words, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication

from core.job import Job
from core.numbers import NOTHING, three_digits
from core.searching.results import Trial
from core.searching.setting import Setting
from gui.searching.field_words import choice_words, field_label

# fields of a setting, and the field of a search that says what is tried of each
SEARCHED = {
    "hidden": "units",
    "activation": "activations",
    "outputs": "outputs",
    "trainer": "trainers",
    "transform": "transforms",
    "scaling": "scalings",
    "reduction": "reductions",
    "l2": "l2",
    "dropout": "dropout",
    "largest_step": "largest_step",
    "learning_rate": "learning_rate",
    "patience": "patience",
}
_NUMBERS = ("l2", "dropout", "largest_step", "learning_rate", "patience")
_NAMED = ("activation", "outputs", "trainer", "transform", "scaling", "reduction")


def setting_heads() -> dict[str, str]:
    """Return the heading of each column of settings, in the order of the columns."""
    own = {
        "hidden": _tr("Hidden units"),
        "activation": _tr("Activation"),
        "outputs": _tr("Outputs"),
        "trainer": _tr("Trainer"),
        "transform": _tr("Transform"),
        "scaling": _tr("Scaling"),
    }
    return {name: own.get(name) or field_label(field) for name, field in SEARCHED.items()}


def values_of(setting: Setting | None, job: Job) -> dict[str, Any]:
    """Return what a trial sets by field, or what the job has that it leaves as it is."""
    if setting is not None:
        return setting.model_dump()
    own = {name: getattr(job.training, name) for name in ("trainer", *_used_by(job))}
    prepared = {name: getattr(job.preparation, name) for name in ("transform", "scaling")}
    return {
        **dict.fromkeys(SEARCHED),
        "hidden": job.network.sizes[1:-1],
        "activation": job.network.activations[0],
        "outputs": _outputs_of(job),
        "reduction": job.preparation.reduction,
        **prepared,
        **own,
    }


def _used_by(job: Job) -> tuple[str, ...]:
    """Return the numbers of a training that its trainer makes use of."""
    fields = type(job.training).model_fields
    return tuple(name for name in _NUMBERS if _matters(fields[name], job.training.trainer))


def _matters(info: FieldInfo, trainer: str) -> bool:
    extra: Any = info.json_schema_extra
    wanted = extra["only_when"].get("trainer", trainer)
    return trainer in ((wanted,) if isinstance(wanted, str) else wanted)


def _outputs_of(job: Job) -> str | None:
    """Return the word of a search for coding and loss; None for a pair that it never tries."""
    if job.network.coding == "softmax":
        return "softmax"
    if job.network.coding == "one_hot":
        return "squares" if job.training.loss == "mse" else "cross_entropy"
    return None


def value_text(field: str, value: Any) -> str:
    """Write a value of a setting as its column has it."""
    if value is None or value == ():
        return NOTHING
    if field == "hidden":
        return "-".join(map(str, value))
    if field in _NAMED:
        return choice_words(SEARCHED[field]).get(value, str(value))
    return three_digits(float(value))


def differing_fields(trials: Sequence[Trial]) -> list[str]:
    """Return the fields that are not the same in all trials that set any."""
    settings = [trial.setting for trial in trials if trial.setting is not None]
    return [
        field for field in SEARCHED if len({getattr(setting, field) for setting in settings}) > 1
    ]


def setting_sentence(values: dict[str, Any], fields: Sequence[str]) -> str:
    """Name fields of a setting in a line: ``Hidden units 9-4 · Trainer RPROP⁻``."""
    heads = setting_heads()
    said = [(heads[field], value_text(field, values[field])) for field in fields]
    return " · ".join(f"{head} {text}" for head, text in said if text != NOTHING)


def _tr(text: str) -> str:
    return QCoreApplication.translate("searching settings", text)
