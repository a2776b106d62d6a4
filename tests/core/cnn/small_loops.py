"""Loops that train small CNNs, for tests."""

from __future__ import annotations

from typing import Any

import torch

from core.cnn.augmenting import Augmenter
from core.cnn.chance import Chance
from core.cnn.material import Material
from core.cnn.place import Place
from core.cnn.ranks import ALONE, Ranks
from core.cnn.training import EpochDone, MemberLoop
from core.image_job import Augmentation, CNNTraining
from core.job_sections.cnn import CNN
from core.networks.cnn.building import build
from core.networks.cnn.plan import plan_network
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import SMALL, small_parts

CPU = Place(torch.device("cpu"))


def small_loop(
    *,
    cnn: CNN = SMALL,
    augmentation: Augmentation | None = None,
    validation_part: float = 0.2,
    member: int = 0,
    place: Place = CPU,
    ranks: Ranks = ALONE,
    **training: Any,
) -> MemberLoop:
    """Return a loop over 60 images of 3 classes, in batches of 16 unless said otherwise."""
    parts = small_parts(
        image_set((20, 20, 20)), validation_part=validation_part, test_part=0.0, scaling="unit"
    )
    wanted = CNNTraining.model_validate({"batch_size": 16, "epochs": 3, **training})
    fold = parts.folds[0]
    plan = plan_network(cnn, parts.image_set.shape, 3)
    chance = Chance(wanted.seed, member, place.device)
    network = build(plan, wanted.dropout)
    network.initialise(chance.weights)
    material = Material(
        fold.samples,
        parts.labels,
        torch.from_numpy(fold.training),
        torch.from_numpy(fold.validation),
        Augmenter(augmentation, plan.input) if augmentation else None,
    )
    return MemberLoop(place.put(network), wanted, material, place, chance, ranks=ranks)


def to_the_end(loop: MemberLoop) -> list[EpochDone]:
    """Train until the loop ends; return its epochs."""
    return [done for done in loop if isinstance(done, EpochDone)]


def state_text(loop: MemberLoop) -> str:
    """Return the whole state, bit for bit."""
    tensors, values = loop.state()
    bits = {name: tensor.numpy().tobytes().hex() for name, tensor in sorted(tensors.items())}
    return f"{bits}{values}"
