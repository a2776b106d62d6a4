"""A step of training that changes nothing: by it, places are compared."""

from __future__ import annotations

from collections.abc import Callable

from core.cnn.chance import Chance
from core.cnn.errors import batch_error
from core.cnn.material import Material, batch_size
from core.cnn.place import Place
from core.cnn.step import Step
from core.job_sections.cnn import CNNTraining
from core.networks.cnn.building import build
from core.networks.cnn.planned import Plan


def trial_step(
    plan: Plan, training: CNNTraining, material: Material, place: Place
) -> Callable[[], object]:
    """Return a function that computes the gradient of a batch in a network that is thrown away."""
    network = place.put(build(plan, training.dropout))
    network.initialise(0)
    there = material.to(place.device)
    rows = there.training[: batch_size(training)]
    labels = there.labels[rows]
    step = Step(network, batch_error(training, plan.outputs), place)
    chance = Chance(0, 0, place.device)

    def once() -> None:
        images = there.samples.batch(rows, there.augmenter, chance.augmentation(0))
        step.gradient(images.contiguous(memory_format=place.memory_format), labels)

    return once
