"""A trained model: network, preparation and names, enough to classify a new table anywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from core.files import write_json, written_whole
from core.job import Activation
from core.networks.bp import BPNetwork
from core.preparation import FittedPreparation
from core.targets import probabilities
from datasets.messages import InputError

FORMAT = 1


@dataclass(frozen=True)
class Classification:
    """Classes and probabilities of samples.

    Attributes
    ----------
    codes
        int64, shape (P,). Most probable class.
    probability
        float64, shape (P, C), rows summing to 1.
    """

    codes: NDArray[np.int64]
    probability: NDArray[np.float64]

    @property
    def highest(self) -> NDArray[np.float64]:
        """Probability of the most probable class, shape (P,)."""
        return np.take_along_axis(self.probability, self.codes[:, None], axis=1)[:, 0]


@dataclass(frozen=True)
class TrainedModel:
    """Everything that a prediction needs."""

    network: BPNetwork
    preparation: FittedPreparation
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]
    target: str

    def classify(self, features: NDArray[np.float64]) -> Classification:
        """Classify samples with the columns of `feature_names`, shape (P, S), NaN where missing."""
        return self.classify_prepared(torch.from_numpy(self.preparation.apply(features)))

    def classify_prepared(self, inputs: torch.Tensor) -> Classification:
        """Classify samples that were prepared already; members are averaged."""
        outputs = self.network.predict(inputs)
        found = probabilities(outputs, self.network.activations[-1]).mean(dim=0).cpu().numpy()
        return Classification(found.argmax(axis=1).astype(np.int64), found)

    def save(self, folder: Path) -> None:
        """Write ``weights.safetensors`` and ``model.json``."""
        folder.mkdir(parents=True, exist_ok=True)
        with written_whole(folder / "weights.safetensors") as part:
            tensors = self.network.state()
            save_file({name: tensor.cpu().contiguous() for name, tensor in tensors.items()}, part)
        write_json(
            folder / "model.json",
            {
                "format": FORMAT,
                "kind": "BP network",
                "sizes": list(self.network.sizes),
                "activations": list(self.network.activations),
                "members": self.network.members,
                "features": list(self.feature_names),
                "classes": list(self.class_names),
                "target": self.target,
                "preparation": self.preparation.to_values(),
            },
        )


def load_model(folder: Path) -> TrainedModel:
    """Read a model; nothing in it is executed.

    Raises
    ------
    InputError
        When there is none, or it is damaged.
    """
    if not (folder / "model.json").is_file():
        raise InputError(
            "There is no trained model in {path}; the run has not ended yet.", path=str(folder)
        )
    try:
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        if about["format"] != FORMAT:
            raise ValueError(f"format {about['format']}")
        activations: tuple[Activation, ...] = tuple(about["activations"])
        network = BPNetwork(tuple(about["sizes"]), activations, members=about["members"])
        network.load_state(load_file(folder / "weights.safetensors"))
        return TrainedModel(
            network,
            FittedPreparation.from_values(about["preparation"]),
            tuple(about["features"]),
            tuple(about["classes"]),
            about["target"],
        )
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        raise InputError(
            "The model in {path} cannot be read: {reason}.", path=str(folder), reason=str(error)
        ) from None
