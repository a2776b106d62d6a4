"""A trained CNN on windows as a folder: ``model.json``, ``weights.safetensors``, and
``unlike.safetensors`` where it has a rule for unlike samples.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from safetensors import safe_open
from safetensors.torch import save_file

from core.cnn.model_file import (
    MOST_MEMBERS,
    StoredTensors,
    damage_told,
    member_tensors,
    read_about,
    stored_networks,
)
from core.files import write_json, written_whole
from core.job_sections.cnn import CNN
from core.job_sections.window import Window
from core.preparation import FittedPreparation
from core.uncertainty.conformal import SetRule
from core.uncertainty.storing import load_unlike, save_unlike
from core.windows.model import WindowCNN
from datasets.messages import InputError

FORMAT = 2
KIND = "CNN on windows"


def save_window_cnn(model: WindowCNN, folder: Path) -> None:
    """Write a model, whole or not at all; ``model.json`` comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    with written_whole(folder / "weights.safetensors") as part:
        save_file(member_tensors(model.members), part)
    unlike = save_unlike(model.unlike, folder)
    write_json(folder / "model.json", {**_values(model), "unlike": unlike})


def load_window_cnn(folder: Path) -> WindowCNN:
    """Read a model; nothing in it is executed.

    Raises
    ------
    InputError
        When there is none, it is one of another kind, or it is damaged.
    """
    about = read_about(folder)
    if about.get("kind") != KIND:
        raise InputError(
            "The model in {path} is no CNN on windows of a survey; choose a run that trained one.",
            path=str(folder),
        )
    with damage_told(folder):
        return _model(_as_format_2(about), folder)


def _values(model: WindowCNN) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": KIND,
        "network": model.cnn.model_dump(mode="json"),
        "window": model.window.model_dump(mode="json"),
        "steps": list(model.steps),
        "layers": [asdict(planned.layer) for planned in model.plan.layers],
        "first_weights": model.plan.first_weights,
        "auxiliary": list(model.plan.auxiliary),
        "shape": list(model.plan.input),
        "parameters": model.plan.parameters,
        "member_folds": list(model.member_folds),
        "features": list(model.feature_names),
        "units": list(model.feature_units),
        "classes": list(model.class_names),
        "target": model.target,
        "preparations": [each.to_values() for each in model.preparations],
        "sets": model.sets.to_values() if model.sets is not None else None,
    }


def _as_format_2(about: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a model says of itself; one of format 1 had no prediction sets and marked
    nothing unknown.
    """
    if about["format"] == 1:
        return {**about, "format": FORMAT, "sets": None, "unlike": None}
    if about["format"] != FORMAT:
        raise ValueError(f"format {about['format']}")
    return about


def _model(about: Mapping[str, Any], folder: Path) -> WindowCNN:
    classes = tuple(str(name) for name in about["classes"])
    folds = tuple(int(fold) for fold in about["member_folds"])
    preparations = tuple(FittedPreparation.from_values(each) for each in about["preparations"])
    if not 1 <= len(folds) <= MOST_MEMBERS or set(folds) != set(range(len(preparations))):
        raise ValueError("its members and folds do not fit together")
    with safe_open(folder / "weights.safetensors", framework="pt") as file:
        tensors = StoredTensors(file)
        plan, members = stored_networks(about, tensors, len(folds))
        tensors.check_all_read()
    model = WindowCNN(
        CNN.model_validate(about["network"]),
        Window.model_validate(about["window"]),
        (float(about["steps"][0]), float(about["steps"][1])),
        plan,
        members,
        folds,
        preparations,
        tuple(str(name) for name in about["features"]),
        tuple(str(unit) for unit in about["units"]),
        classes,
        str(about["target"]),
        SetRule.from_values(about["sets"], len(classes)) if about["sets"] is not None else None,
        load_unlike(about["unlike"], folder, preparations[0].inputs),
    )
    _check(model)
    return model


def _check(model: WindowCNN) -> None:
    """Raise ValueError when the parts of a model do not fit together."""
    channels = model.preparations[0].inputs + model.window.mask
    fits = (
        len(model.feature_names) == len(set(model.feature_names)) >= 1
        and len(model.feature_units) in (0, len(model.feature_names))
        and len(model.class_names) == len(set(model.class_names)) >= 2
        and min(model.steps) > 0
        and model.plan.input == (channels, model.window.cells, model.window.cells)
        and all(
            each.is_sound(len(model.feature_names)) and each.inputs + model.window.mask == channels
            for each in model.preparations
        )
    )
    if not fits:
        raise ValueError("its parts do not fit together")
