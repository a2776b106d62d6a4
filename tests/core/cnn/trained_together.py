"""What the tests of several processes let each of them do, started by what is inside torchrun.

In the first round the processes train loops and runs together, until one of them dies; both are
started again, and the run that was broken off goes on. They are forked from a process that has
loaded torch, which the command torchrun lets each of them do anew, for seconds.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.distributed.launcher.api import LaunchConfig, elastic_launch

import core.cnn.assisting
import core.cnn.joining
import core.cnn.parts
import core.cnn.recording
import core.cnn.run
import core.windows.run
from core.cnn.company import run_in_company
from core.cnn.joining import joined
from core.cnn.place import Place
from core.cnn.ranks import ALONE, Ranks
from core.cnn.training import MemberLoop
from core.control import Control
from core.image_job import CNN, CNNTraining, ImageJob, ImagePreparation, Images
from core.job_file import AnyJob
from core.job_sections.images import Augmentation
from core.run_folder import RunFolder
from core.window_job import WindowJob
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_loops import small_loop, to_the_end
from tests.core.windows.small_surveys import survey_job

IMAGES = image_set((20, 20, 20), test=4)
PLAIN = CNN(name="custom", layers="CONV4 3x3 p1-RELU-POOL-FC-SOFTMAX")
CHANGES = Augmentation(flip=True, shift=0.1, rotation=10, elastic=0.02, noise=0.1)
WAYS: dict[str, dict[str, Any]] = {
    "all that hangs on a batch": {"augmentation": CHANGES, "dropout": 0.3, "averaging": 0.8},
    "adam, channels last": {
        "cnn": PLAIN,
        "dropout": 0.3,
        "trainer": "adam",
        "learning_rate": 0.01,
        "place": Place(torch.device("cpu"), channels_last=True),
    },
    "rprop-": {"trainer": "rprop-", "cnn": PLAIN, "augmentation": CHANGES},
    "fewer samples than processes": {
        "cnn": PLAIN,
        "batch_size": 1,
        "epochs": 1,
        "learning_rate": 0.01,
    },
}


def survey(folder: Path) -> WindowJob:
    return survey_job(folder / "survey.csv", epochs=3)


def image_job() -> ImageJob:
    training = {"epochs": 3, "batch_size": 16, "threads": 1, "precision": "single", "dropout": 0.2}
    return ImageJob(
        images=Images(source="example:digits"),
        preparation=ImagePreparation(validation_part=0.2),
        augmentation=CHANGES,
        network=CNN(name="custom", layers="CONV4-BN-RELU-POOL-FC-SOFTMAX"),
        training=CNNTraining.model_validate({**training, "device": "cpu", "members": 2}),
    )


def losses(way: dict[str, Any], ranks: Ranks) -> list[list[float]]:
    """Return training loss, its accuracy, and the same of validation, for each epoch."""
    loop = small_loop(ranks=ranks, **way)
    return [
        [done.training.loss, done.training.accuracy, done.validation.loss, done.validation.accuracy]
        for done in to_the_end(loop)
    ]


def first_round(folder: Path, ranks: Ranks) -> None:
    found = {name: losses(way, ranks) for name, way in WAYS.items()}
    if ranks.is_first:
        alone = {name: losses(way, ALONE) for name, way in WAYS.items()}
        (folder / "losses.json").write_text(json.dumps({"alone": alone, "together": found}))
    control = Control()
    with before_step(8, control.abandon, ranks.rank):
        carry_out(survey(folder), folder / "survey", control)
    # the first process was not told, and has left as well
    assert control.abandoned
    with before_step(7, lambda: os.kill(os.getpid(), signal.SIGKILL), ranks.rank):
        carry_out(image_job(), folder / "images", control := Control())
    sys.exit(130 if control.abandoned else 1)


@contextlib.contextmanager
def before_step(step: int, do: Callable[[], object], rank: int) -> Any:
    """Do something in the second process before it computes its share of a step."""
    advance = MemberLoop._advance

    def advanced(loop: MemberLoop) -> None:
        if rank == 1 and loop.step == step:
            do()
        advance(loop)

    MemberLoop._advance = advanced  # type: ignore[assignment, method-assign]
    yield
    MemberLoop._advance = advance  # type: ignore[method-assign]


def carry_out(job: AnyJob, folder: Path, control: Control | None = None) -> None:
    control = control or Control()
    # as the channel of a command does; torchrun ends in this way those whose partner died
    signal.signal(signal.SIGTERM, lambda number, frame: control.abandon())
    run_in_company(job, RunFolder(folder), control, lambda event: print(event, flush=True))


def work(folder: Path) -> None:
    """Do what one of the processes does."""
    torch.set_num_threads(1)
    core.cnn.parts.load_images = lambda *given, **more: IMAGES  # type: ignore[attr-defined]
    # a checkpoint after every step
    core.cnn.recording.CHECKPOINT_EVERY, core.cnn.recording.SHARE = 0.0, float("inf")
    if os.environ["TORCHELASTIC_RESTART_COUNT"] != "0":
        carry_out(image_job(), folder / "images")
        return
    with joined("cpu") as ranks:
        # torch joins once in a process, and several runs take place here
        core.cnn.joining.joined = lambda wanted: contextlib.nullcontext(ranks)  # type: ignore[assignment, return-value]
        first_round(folder, ranks)


def launch(folder: Path) -> None:
    """Start both processes, and once more when one is lost."""
    # the first of them takes seconds
    torch.optim.SGD([torch.zeros(1)])
    config = LaunchConfig(
        min_nodes=1,
        max_nodes=1,
        nproc_per_node=2,
        rdzv_backend="c10d",
        rdzv_endpoint="localhost:0",
        max_restarts=1,
        start_method="fork",
    )
    elastic_launch(config, work)(folder)


if __name__ == "__main__":
    launch(Path(sys.argv[1]))
