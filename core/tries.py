"""Learning, and learning again from new weights while no member met the goal."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
from safetensors.torch import load_file, save_file
from torch import Tensor

from core.checkpoint import Counters, read_checkpoint, write_checkpoint
from core.device import Place
from core.files import write_json, written_whole
from core.finite import finite_or_none
from core.job import Job
from core.losses import median_loss
from core.networks.bp import BPNetwork
from core.parts import Parts, draw_first_weights
from core.run_folder import RunFolder
from core.training import ENDED, TrainingLoop
from core.training_samples import training_parts
from datasets.messages import InputError


class Tries:
    """One training loop after the other; the weights of each are kept in the run folder.

    Attributes
    ----------
    number
        Of the try at work, counted from 0.
    loop
        Its training loop.
    kept
        The try whose weights `take_best` put in place.
    """

    def __init__(
        self, job: Job, parts: Parts, network: BPNetwork, place: Place, folder: RunFolder
    ) -> None:
        self._job = job
        self._parts = parts
        self._place = place
        self._folder = folder
        self._samples = training_parts(job, parts, network)
        self.network = network
        self.number = 0
        self.kept = 0
        self._scores: list[float] = []
        self.loop = self._new_loop()

    @property
    def first_number(self) -> int:
        """Number of the first member of this try: those of earlier tries come before it."""
        return self.number * self.network.members

    def resume(self) -> float:
        """Put the loop where the checkpoint left it; return the seconds trained before."""
        path = self._folder.checkpoint_path
        if not path.exists():
            return 0.0
        tensors, counters = read_checkpoint(path)
        try:
            self.number = int(counters.loop["try"])  # type: ignore[arg-type]
            self._scores = [float(score) for score in counters.loop["scores"]]  # type: ignore[union-attr]
            if not 0 <= self.number <= self._job.training.learn_again:
                raise ValueError("try is out of range")
            if self.number:
                self.loop = self._new_loop()
            self.loop.load_state(tensors, counters.loop)
        except (KeyError, RuntimeError, TypeError, ValueError) as error:
            raise InputError(
                "The checkpoint {path} cannot be read: {reason}.",
                path=str(path),
                reason=str(error),
            ) from None
        return counters.seconds

    def save(self, seconds: float) -> None:
        """Write a checkpoint."""
        tensors, values = self.loop.state()
        values.update({"try": self.number, "scores": self._scores})
        fingerprint = self._parts.dataset.fingerprint
        counters = Counters(self.loop.epoch, seconds, fingerprint, values)
        write_checkpoint(self._folder.checkpoint_path, tensors, counters)

    def keep(self) -> None:
        """Put the weights in place that are to be kept; with several tries, write them down."""
        self.loop.finish()
        if not self._job.training.learn_again:
            return
        training, validation = self.loop.losses()
        judged = validation if any(part.validates for part in self._samples) else training
        # all members vote, so the middle one stands for the try
        score = median_loss(judged)
        self._scores.append(math.inf if math.isnan(score) else score)
        folder = self._folder.tries_path
        folder.mkdir(exist_ok=True)
        with written_whole(self._weights_path(self.number)) as part:
            save_file(self._kept_state(), part)
        write_json(
            self._about_path(self.number),
            {
                "try": self.number + 1,
                "epochs": self.loop.standing.epochs.tolist(),
                "endings": self.loop.endings,
                "training_loss": [finite_or_none(loss) for loss in training],
                "validation_loss": [finite_or_none(loss) for loss in validation],
            },
        )

    def goes_on(self, seconds: float) -> bool:
        """Whether to learn again: no member met the goal, and tries and time are left."""
        training = self._job.training
        in_time = not training.time_limit or seconds < training.time_limit
        left = self.number < training.learn_again
        return left and in_time and "goal" not in self.loop.endings

    def begin_next(self) -> None:
        """Start afresh from new weights."""
        self.number += 1
        self.loop = self._new_loop()

    def take_best(self) -> None:
        """Put the weights of the best try in place: the one that met the goal, or the lowest."""
        self.kept = self.number
        if "goal" in self.loop.endings or len(self._scores) < 2:
            return
        best = self.kept = int(np.argmin(self._scores))
        if best != self.number:
            self.network.load_state(load_file(self._weights_path(best)))
            self.loop.engine.forget_gradient()
            # what is said of the members must fit the weights, as who may vote hangs on it
            about = json.loads(self._about_path(best).read_text(encoding="utf-8"))
            self.loop.standing.ended[:] = [ENDED.index(ended) for ended in about["endings"]]
            self.loop.standing.epochs[:] = about["epochs"]

    def _new_loop(self) -> TrainingLoop:
        draw_first_weights(self._job, self._parts, self.network, self.first_number)
        return TrainingLoop(
            self.network,
            self._job.training,
            self._samples,
            first_number=self.first_number,
            threads=self._place.threads,
            engine=self._place.engine,
        )

    def _kept_state(self) -> dict[str, Tensor]:
        return {name: tensor.contiguous() for name, tensor in self.network.state().items()}

    def _weights_path(self, number: int) -> Path:
        return self._folder.tries_path / f"try-{number + 1:03}.safetensors"

    def _about_path(self, number: int) -> Path:
        return self._folder.tries_path / f"try-{number + 1:03}.json"
