"""Small CNNs, trained for a moment or not at all, for tests."""

from __future__ import annotations

import numpy as np
import torch

from core.cnn.model import TrainedCNN
from core.cnn.parts import ImageParts, parts_of
from core.job_sections.cnn import CNN
from core.job_sections.images import ImagePreparation
from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.plan import plan_network
from datasets.images.image_set import ImageSet
from tests.core.cnn.small_images import image_set

SMALL = CNN(name="custom", layers="CONV4 3x3 p1-BN-RELU-POOL-FC-SOFTMAX")


def small_parts(images: ImageSet | None = None, *, seed: int = 1, **changes: object) -> ImageParts:
    """Return divided and prepared images."""
    preparation = ImagePreparation.model_validate(changes)
    return parts_of(images if images is not None else image_set(), preparation, seed)


def small_model(
    parts: ImageParts, *, members: int = 1, steps: int = 0, cnn: CNN = SMALL
) -> TrainedCNN:
    """Return a model with so many members for each fold, each trained for a few steps."""
    plan = plan_network(cnn, parts.image_set.shape, len(parts.class_names))
    networks, folds = [], []
    for number in range(len(parts.folds)):
        for member in range(members):
            network = build(plan)
            network.initialise(member + 1)
            _train(network, parts, number, steps)
            networks.append(network.eval())
            folds.append(number)
    pixels = tuple(fold.pixels for fold in parts.folds)
    return TrainedCNN(cnn, plan, tuple(networks), tuple(folds), pixels, parts.class_names)


def _train(network: CNNModule, parts: ImageParts, fold: int, steps: int) -> None:
    """Descend along the gradient of all samples; an optimizer of torch takes seconds to load."""
    rows = torch.from_numpy(parts.folds[fold].training)
    images, labels = parts.folds[fold].samples.batch(rows), parts.labels[rows]
    weights = list(network.parameters())
    for _ in range(steps):
        loss = torch.nn.functional.cross_entropy(network(images), labels)
        with torch.no_grad():
            for weight, slope in zip(weights, torch.autograd.grad(loss, weights), strict=True):
                weight.sub_(0.2 * slope)


def shuffle_statistics(network: CNNModule, seed: int = 0) -> None:
    """Give batch normalisation other running figures than a new network has."""
    rng = np.random.default_rng(seed)
    for name, figures in network.named_buffers():
        if "running" in name:
            figures.copy_(torch.from_numpy(rng.uniform(0.5, 1.5, tuple(figures.shape))))
