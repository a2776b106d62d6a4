"""A trained model: network, preparation and names, enough to classify a new table anywhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import ValidationError
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from core.files import write_json, written_whole
from core.job import Coding, Network, outputs_of
from core.networks.bp import BPNetwork
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.row_blocks import in_blocks
from core.uncertainty.conformal import SetRule
from core.uncertainty.storing import load_unlike, save_unlike
from core.uncertainty.unlike import UnlikeRule
from core.voting import Classification, Votes
from datasets.messages import InputError

FORMAT = 4
# outputs of all members that lie in memory at once
MOST_VALUES = 4_000_000
MOST_MEMBERS = 1_000_000


@dataclass(frozen=True)
class TrainedModel:
    """Everything that a prediction needs.

    Attributes
    ----------
    network
        K members.
    preparations
        One for each fold. The members of a fold follow each other, as many in each.
    voters
        bool, shape (K,). Members that vote; those that diverged do not.
    feature_units
        Units of the features it learned from, "" where unknown; () when it does not say.
    sets
        Which classes cannot be excluded; None where no sample was held out to find that with.
    unlike
        Which samples are unlike those it learned from, prepared as for the first fold; None where
        that is not asked for.
    """

    network: BPNetwork
    preparations: tuple[FittedPreparation, ...]
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]
    target: str
    coding: Coding
    voters: NDArray[np.bool_]
    feature_units: tuple[str, ...] = ()
    sets: SetRule | None = None
    unlike: UnlikeRule | None = None

    def classify(
        self,
        features: NDArray[np.float64],
        censored: NDArray[np.bool_] | None = None,
        threads: int = 0,
    ) -> Classification:
        """Classify samples with the columns of `feature_names`, shape (P, S), NaN where missing.

        Where `censored`, of the same shape, the feature is a detection limit; None: nowhere.
        """
        inputs = [
            torch.from_numpy(prepared_samples(each, features, censored))
            for each in self.preparations
        ]
        return self.classify_prepared(inputs, threads)

    def classify_prepared(self, inputs: Sequence[torch.Tensor], threads: int = 0) -> Classification:
        """Let all members vote on samples that the preparation of each fold prepared already."""
        votes = self.votes_of_fold(0, inputs[0], threads)
        for fold, prepared in enumerate(inputs[1:], 1):
            votes = votes + self.votes_of_fold(fold, prepared, threads)
        return votes.count()

    def votes_of_fold(self, fold: int, inputs: torch.Tensor, threads: int = 0) -> Votes:
        """Return the votes of the members of one fold, for inputs of shape (P, S).

        Parameters
        ----------
        threads
            How many may be used; 0 for as many as there are cores.
        """
        each = self.network.members // len(self.preparations)
        members = slice(fold * each, (fold + 1) * each)
        voters = self.voters[members]
        activation = self.network.activations[-1]
        votes = Votes.none(len(inputs), len(self.class_names), self.network.sizes[-1])
        chunk = max(1, MOST_VALUES // (each * max(self.network.sizes)))
        for first in range(0, len(inputs), chunk):
            some = inputs[first : first + chunk]
            outputs = self.network.predict(some, members, threads=threads)
            if not voters.all():
                outputs = outputs[torch.from_numpy(voters)]
            votes.take(first, outputs, activation, self.coding)
        return votes

    def scores(
        self, features: NDArray[np.float64], censored: NDArray[np.bool_] | None = None
    ) -> NDArray[np.float64] | None:
        """Return how unlike the training samples each sample is, float64, shape (P,), above 1:
        unlike; None without a rule. Samples as for `classify`; all cores work on them.
        """
        rule = self.unlike
        if rule is None:
            return None

        def of_block(rows: slice) -> NDArray[np.float64]:
            below = censored[rows] if censored is not None else None
            return rule.scores(prepared_samples(self.preparations[0], features[rows], below))

        return in_blocks(of_block, len(features))

    def save(self, folder: Path) -> None:
        """Write ``weights.safetensors``, ``unlike.safetensors`` where it has a rule for unlike
        samples, and ``model.json``, which comes last.
        """
        folder.mkdir(parents=True, exist_ok=True)
        with written_whole(folder / "weights.safetensors") as part:
            tensors = self.network.state()
            save_file({name: tensor.cpu().contiguous() for name, tensor in tensors.items()}, part)
        unlike = save_unlike(self.unlike, folder)
        write_json(
            folder / "model.json",
            {
                "format": FORMAT,
                "kind": "BP network",
                "sizes": list(self.network.sizes),
                "activations": list(self.network.activations),
                "coding": self.coding,
                "members": self.network.members,
                "voters": self.voters.tolist(),
                "precision": str(self.network.parameters.dtype).removeprefix("torch."),
                "folds": len(self.preparations),
                "features": list(self.feature_names),
                "units": list(self.feature_units),
                "classes": list(self.class_names),
                "target": self.target,
                "preparations": [each.to_values() for each in self.preparations],
                "sets": self.sets.to_values() if self.sets is not None else None,
                "unlike": unlike,
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
        about = _as_format_4(json.loads((folder / "model.json").read_text(encoding="utf-8")))
        network = _network(about)
        network.load_state(load_file(folder / "weights.safetensors"))
        model = TrainedModel(
            network,
            tuple(FittedPreparation.from_values(each) for each in about["preparations"]),
            tuple(str(name) for name in about["features"]),
            tuple(str(name) for name in about["classes"]),
            str(about["target"]),
            about["coding"],
            np.array([bool(voter) for voter in about["voters"]]),
            tuple(str(unit) for unit in about["units"]),
            _sets(about),
            load_unlike(about["unlike"], folder, network.sizes[0]),
        )
        _check(model, about["folds"])
        return model
    except InputError as error:
        raise InputError(
            "The model in {path} cannot be read: {reason}.",
            path=str(folder),
            reason=str(error).rstrip("."),
        ) from None
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        raise InputError(
            "The model in {path} cannot be read: {reason}.", path=str(folder), reason=str(error)
        ) from None


def _network(about: dict[str, Any]) -> BPNetwork:
    """Return the network without its weights; what a job refuses is refused here too."""
    try:
        checked = Network(
            layers="-".join(str(int(size)) for size in about["sizes"]),
            activations=tuple(about["activations"]),
            coding=about["coding"],
        )
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from None
    if not 1 <= int(about["members"]) <= MOST_MEMBERS:
        raise ValueError(f"{about['members']} members")
    return BPNetwork(
        checked.sizes,
        checked.activations,
        members=int(about["members"]),
        dtype={"float64": torch.float64, "float32": torch.float32}[about["precision"]],
    )


def _sets(about: dict[str, Any]) -> SetRule | None:
    values = about["sets"]
    return None if values is None else SetRule.from_values(values, len(about["classes"]))


def _check(model: TrainedModel, folds: int) -> None:
    """Raise ValueError when the parts of a model do not fit together."""
    sizes, members = model.network.sizes, model.network.members
    fits = (
        len(model.feature_names) == len(set(model.feature_names)) >= 1
        and len(model.feature_units) in (0, len(model.feature_names))
        and len(model.class_names) == len(set(model.class_names)) >= 2
        and outputs_of(model.coding, len(model.class_names)) == sizes[-1]
        and len(model.preparations) == folds >= 1
        and members % folds == 0
        and model.voters.shape == (members,)
        and bool(model.voters.reshape(folds, -1).any(axis=1).all())
        and all(
            preparation.is_sound(len(model.feature_names)) and preparation.inputs == sizes[0]
            for preparation in model.preparations
        )
    )
    if not fits:
        raise ValueError("its parts do not fit together")
    if not bool(torch.isfinite(model.network.parameters).all()):
        raise ValueError("some weights are no numbers")


def _as_format_4(about: dict[str, Any]) -> dict[str, Any]:
    """Return what a model says of itself; the earlier formats said less.

    One of format 1 had one preparation and no coding. One of format 2 knew half the limit as its
    only rule, and no units. One of format 3 had no prediction sets and marked nothing unknown.
    """
    if about["format"] == 1:
        about = {
            **about,
            "format": 2,
            "coding": "one_hot",
            "voters": [True] * about["members"],
            "precision": "float64",
            "preparations": [about["preparation"]],
            "folds": 1,
        }
    if about["format"] == 2:
        about = {**about, "format": 3, "units": []}
    if about["format"] == 3:
        about = {**about, "format": FORMAT, "sets": None, "unlike": None}
    if about["format"] != FORMAT:
        raise ValueError(f"format {about['format']}")
    return about
