"""What a process does that trains a CNN beside the first one: its share, and nothing else."""

from __future__ import annotations

from core.cnn.agreeing import accompany
from core.cnn.handing_out import take
from core.cnn.members import Members
from core.cnn.parts import load_image_parts
from core.cnn.ranks import Ranks
from core.control import Control
from core.image_job import ImageJob
from core.networks.cnn.plan import plan_network
from core.reporting import silent
from core.run_folder import RunFolder
from core.window_job import WindowJob
from core.windows.parts import load_window_parts


def assist(job: ImageJob | WindowJob, folder: RunFolder, control: Control, ranks: Ranks) -> None:
    """Do the share of this process in each member that the first one hands out.

    Parameters
    ----------
    folder
        Of the run, in which nothing is written.

    Raises
    ------
    InputError
        When this process cannot read the samples, or reads others.
    """
    ranks.hand_out(b"")
    members = _members(job, folder, ranks)
    with members.place.used():
        while (loop := take(members)) is not None:
            accompany(loop, ranks, control)
            if control.abandoned:
                return


def _members(job: ImageJob | WindowJob, folder: RunFolder, ranks: Ranks) -> Members:
    if isinstance(job, ImageJob):
        images = load_image_parts(job, silent)
        plan = plan_network(job.network, images.image_set.shape, len(images.class_names))
        learned = (images.folds, images.labels, folder, images.image_set.fingerprint)
        return Members(plan, job.training, job.augmentation, *learned, silent, ranks=ranks)
    windows = load_window_parts(job, silent, folder)
    dataset = windows.parts.dataset
    plan = plan_network(job.network, windows.shape, len(dataset.class_names))
    known = (windows.folds, windows.labels, folder, dataset.fingerprint)
    return Members(plan, job.training, job.augmentation, *known, silent, ranks=ranks)
