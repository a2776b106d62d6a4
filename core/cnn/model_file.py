"""A trained CNN as a folder: ``model.json`` and ``weights.safetensors``; nothing is executed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from pydantic import BaseModel, ValidationError
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from core.cnn.model import TrainedCNN
from core.cnn.pixels import FittedPixels
from core.files import write_json, written_whole
from core.job_sections.cnn import CNN
from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.layers import Layer
from core.networks.cnn.planned import FirstWeights, Plan, plan_layers
from datasets.field_reasons import first_reason
from datasets.images.image_reading import ImageReading
from datasets.images.ink_frame import InkFrame
from datasets.messages import InputError

FORMAT = 1
KIND = "CNN"
MOST_MEMBERS = 10_000


class _Layers(BaseModel):
    """The layers as ``model.json`` has them among other things."""

    layers: tuple[Layer, ...]
    first_weights: FirstWeights
    auxiliary: tuple[str, ...]


def save_cnn(model: TrainedCNN, folder: Path) -> None:
    """Write a model, whole or not at all; ``model.json`` comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    with written_whole(folder / "weights.safetensors") as part:
        save_file(_tensors(model), part)
    write_json(folder / "model.json", _values(model))


def load_cnn(folder: Path) -> TrainedCNN:
    """Read a model.

    Raises
    ------
    InputError
        When there is none, it is one of another kind, or it is damaged.
    """
    about = read_about(folder)
    if about.get("kind") != KIND:
        raise InputError(
            "The model in {path} is no CNN; choose a run that was trained on images.",
            path=str(folder),
        )
    with damage_told(folder):
        return _model(about, folder / "weights.safetensors")


@contextmanager
def damage_told(folder: Path) -> Iterator[None]:
    """Say in one sentence what is wrong with a model that cannot be read within the block."""
    try:
        yield
    except InputError as error:
        raise unreadable(folder, str(error)) from None
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RuntimeError,
        SafetensorError,
        TypeError,
        ValidationError,
        ValueError,
    ) as error:
        raise unreadable(folder, reason_of_damage(error)) from None


def read_about(folder: Path) -> dict[str, Any]:
    """Return what a model of any kind says of itself.

    Raises
    ------
    InputError
        When there is none, or it is damaged.
    """
    path = folder / "model.json"
    if not path.is_file():
        raise InputError(
            "There is no trained model in {path}; the run has not ended yet.", path=str(folder)
        )
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, RecursionError, ValueError) as error:
        raise unreadable(folder, reason_of_damage(error)) from None
    if not isinstance(about, dict):
        raise unreadable(folder, "model.json holds no object")
    return about


def _values(model: TrainedCNN) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": KIND,
        "network": model.cnn.model_dump(mode="json"),
        "layers": [asdict(planned.layer) for planned in model.plan.layers],
        "first_weights": model.plan.first_weights,
        "auxiliary": list(model.plan.auxiliary),
        "shape": list(model.shape),
        "classes": list(model.class_names),
        "parameters": model.plan.parameters,
        "member_folds": list(model.member_folds),
        "pixels": [each.to_values() for each in model.pixels],
        "reading": model.reading.model_dump(mode="json"),
        "frame": model.frame.model_dump(mode="json") if model.frame is not None else None,
    }


def member_tensors(members: Sequence[CNNModule]) -> dict[str, torch.Tensor]:
    """Name every weight as a file of several networks does; each has memory of its own there."""
    found = {}
    for number, member in enumerate(members):
        for name, tensor in member.state_dict().items():
            found[f"member.{number}.{name}"] = tensor
    return _apart(found)


def _apart(tensors: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}


def _tensors(model: TrainedCNN) -> dict[str, torch.Tensor]:
    found = {}
    for fold, pixels in enumerate(model.pixels):
        for name, tensor in pixels.tensors().items():
            found[f"pixels.{fold}.{name}"] = tensor
    return {**member_tensors(model.members), **_apart(found)}


def _model(about: Mapping[str, Any], weights: Path) -> TrainedCNN:
    if about["format"] != FORMAT:
        raise ValueError(f"format {about['format']}")
    class_names = tuple(str(name) for name in about["classes"])
    cnn = CNN.model_validate(about["network"])
    folds = [int(fold) for fold in about["member_folds"]]
    if not 1 <= len(folds) <= MOST_MEMBERS or min(folds) < 0 or max(folds) >= len(about["pixels"]):
        raise ValueError("its members and folds do not fit together")
    with safe_open(weights, framework="pt") as file:
        tensors = StoredTensors(file)
        plan, members = stored_networks(about, tensors, len(folds))
        pixels = tuple(
            FittedPixels.from_values(each, tensors.below(f"pixels.{fold}."))
            for fold, each in enumerate(about["pixels"])
        )
        tensors.check_all_read()
    if any(each.shape != plan.input for each in pixels):
        raise ValueError("its pixels have another shape than its images")
    reading = ImageReading.model_validate(about["reading"])
    said = about.get("frame")
    frame = InkFrame.model_validate(said) if said is not None else None
    return TrainedCNN(cnn, plan, members, tuple(folds), pixels, class_names, reading, frame)


def stored_networks(
    about: Mapping[str, Any], tensors: StoredTensors, number: int
) -> tuple[Plan, tuple[CNNModule, ...]]:
    """Build so many networks of a file; raises ValueError when weights and layers do not fit."""
    channels, height, width = (int(side) for side in about["shape"])
    plan = _stored_plan(about, (channels, height, width), len(about["classes"]))
    # a network is built only as large as the weights that are there
    if plan.parameters != about["parameters"] or number * plan.parameters > tensors.values:
        raise ValueError("the weights are those of another network")
    return plan, tuple(_stored_member(plan, tensors, each) for each in range(number))


def _stored_plan(about: Mapping[str, Any], shape: tuple[int, int, int], classes: int) -> Plan:
    """Return the layers as they were trained, whatever has become of the network of that name."""
    if min(shape) < 1:
        raise ValueError("its images have no size")
    said = _Layers.model_validate(about)
    return plan_layers(
        said.layers,
        shape,
        classes,
        first_weights=said.first_weights,
        auxiliary=said.auxiliary,
    )


def _stored_member(plan: Plan, tensors: StoredTensors, number: int) -> CNNModule:
    """Build one of the networks in a file; raises ValueError when its weights do not fit."""
    member = build(plan)
    state = tensors.below(f"member.{number}.")
    for name, tensor in state.items():
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise ValueError(f"some weights of {name} are no numbers")
    member.load_state_dict(state, strict=True)
    return member


class StoredTensors:
    """The tensors of an open file, which of them are unread, and how many values they hold."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.unread = set(file.keys())
        self.values = 0
        for name in self.unread:
            values = 1
            for side in file.get_slice(name).get_shape():
                values *= side
            self.values += values

    def check_all_read(self) -> None:
        """Raise ValueError when tensors are left that nothing asked for."""
        if self.unread:
            raise ValueError(f"nobody knows the weights {min(self.unread)}")

    def below(self, prefix: str) -> dict[str, torch.Tensor]:
        """Read those whose names begin so, by the rest of their names."""
        names = sorted(name for name in self.unread if name.startswith(prefix))
        self.unread.difference_update(names)
        return {name.removeprefix(prefix): self._file.get_tensor(name) for name in names}


def unreadable(folder: Path, reason: str) -> InputError:
    """Return the sentence about a model that cannot be read."""
    return InputError(
        "The model in {path} cannot be read: {reason}.",
        path=str(folder),
        reason=reason.rstrip("."),
    )


def reason_of_damage(error: Exception) -> str:
    """Return what was wrong in a line; load_state_dict writes a list."""
    if isinstance(error, ValidationError):
        field, reason = first_reason(error)
        return f"{field}: {reason}" if field else reason
    if isinstance(error, KeyError):
        return f"it does not say {error}"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if isinstance(error, RuntimeError) and len(lines) > 1:
        return lines[1]
    return lines[0] if lines else type(error).__name__
