"""What is looked into: the trained CNN of a run and its images, kept for the next question."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.dividing import Division, divide
from core.cnn.model import TrainedCNN
from core.cnn.model_file import load_cnn
from core.cnn.preview import images_of
from core.image_job import ImageJob
from core.networks.cnn.building import CNNModule
from core.networks.cnn.layers import INPUT
from core.networks.cnn.planned import Plan, PlannedLayer
from core.run_folder import RunFolder
from datasets.images.framing import Manner, manner_of
from datasets.images.image_reading import BOX
from datasets.images.image_set import ImageSet
from datasets.messages import InputError


@dataclass(frozen=True)
class Subject:
    """One member of a trained CNN.

    Attributes
    ----------
    member
        Its number, from 0.
    """

    run: RunFolder
    model: TrainedCNN
    member: int

    @property
    def network(self) -> CNNModule:
        """The network of the member, in evaluation mode; its weights take no gradients."""
        return self.model.members[self.member]

    @property
    def plan(self) -> Plan:
        return self.model.plan

    @property
    def fold(self) -> int:
        """The fold that the member was trained in, from 0."""
        return self.model.member_folds[self.member]

    @property
    def drawn(self) -> tuple[Manner, float]:
        """How the ink of drawings is placed, and its share of their side: as in what it learned."""
        frame = self.model.frame
        if frame is not None:
            return frame.manner, frame.share
        job = self.run.any_job()
        return manner_of(job.images.source if isinstance(job, ImageJob) else ""), BOX

    def layer(self, name: str) -> PlannedLayer:
        """Return a layer by its name; InputError names those there are."""
        for planned in self.plan.layers:
            if planned.layer.name == name:
                return planned
        raise InputError(
            "The network has no layer {name}; it has {names}.",
            name=name,
            names=", ".join(planned.layer.name for planned in self.plan.layers),
        )

    @property
    def last_hidden(self) -> str:
        """Name of the layer that the last weights read: what the network made of an image."""
        for planned in reversed(self.plan.layers):
            if planned.layer.name == self.plan.values_layer:
                return planned.layer.inputs[0]
        return INPUT

    def prepared(self, pixels: NDArray[np.uint8]) -> torch.Tensor:
        """Return images, uint8 (P, C, H, W), as the member sees them, float32, that shape."""
        samples = self.model.samples(pixels, self.fold)
        return samples.batch(torch.arange(len(samples)))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all weights of the model, to know it again."""
        with (self.run.model_path / "weights.safetensors").open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class Pictures:
    """The images of a run and what each was for."""

    images: ImageSet
    division: Division

    def training(self, fold: int) -> NDArray[np.int64]:
        """Return the rows that a fold was trained on, int64."""
        return np.asarray(self.division.folds[fold].training, np.int64)

    def held_out(self, fold: int) -> NDArray[np.int64]:
        """Return the rows that the members of a fold have never learned from.

        The test part where there is one, else those held out of the fold.
        """
        test = self.division.test
        rows = test if len(test) else self.division.folds[fold].held_out
        return np.asarray(rows, np.int64)


def subject_of(run: RunFolder, member: int = 0) -> Subject:
    """Return a member of the CNN of a run; the last few models stay in memory.

    Raises
    ------
    InputError
        When the run has no CNN, or not so many members.
    """
    subjects = _subjects(str(run.path), _stamp(run.model_path))
    if not 0 <= member < len(subjects):
        raise InputError(
            "The run has no member {member}; its {count} members are numbered from 0.",
            member=member,
            count=len(subjects),
        )
    return subjects[member]


def pictures_of(run: RunFolder) -> Pictures:
    """Return the images of a run; the last few sets stay in memory.

    Raises
    ------
    InputError
        When the run is not about images, or they cannot be read or have changed.
    """
    job = run.any_job()
    if not isinstance(job, ImageJob):
        raise InputError(
            "The run {path} has no images to look at; choose a run on images.", path=str(run.path)
        )
    images = images_of(job.images)
    _check_same(run, job, images)
    return _pictures(job, images)


_LAST: dict[str, Pictures] = {}


def _pictures(job: ImageJob, images: ImageSet) -> Pictures:
    key = f"{images.fingerprint} {job.preparation.model_dump_json()} {job.training.seed}"
    if key not in _LAST:
        _LAST.clear()
        _LAST[key] = Pictures(images, divide(images, job.preparation, job.training.seed))
    return _LAST[key]


def _check_same(run: RunFolder, job: ImageJob, images: ImageSet) -> None:
    """Refuse images that are no longer those of the run: its parts would be others."""
    learned = (run.evaluation() or {}).get("fingerprint") or job.images.fingerprint
    if learned not in ("", images.fingerprint):
        raise InputError(
            "The images {source} are no longer those that the run {path} has learned; train it "
            "again.",
            source=job.images.source,
            path=str(run.path),
        )


@lru_cache(maxsize=3)
def _subjects(path: str, stamp: str) -> tuple[Subject, ...]:
    run = RunFolder(Path(path))
    model = load_cnn(run.model_path)
    for member in model.members:
        member.requires_grad_(False)
    return tuple(Subject(run, model, number) for number in range(len(model.members)))


def _stamp(folder: Path) -> str:
    """Return what changes when the model does."""
    places = [folder / name for name in ("model.json", "weights.safetensors")]
    abouts = [place.stat() for place in places if place.is_file()]
    return " ".join(f"{about.st_size}-{about.st_mtime_ns}" for about in abouts)
