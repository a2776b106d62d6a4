"""A step on a CUDA device captured once and replayed: no work for the processor between kernels."""

from __future__ import annotations

import logging

import torch
from torch import Tensor

from core.cnn.step import Step
from core.networks.cnn.building import CNNModule

log = logging.getLogger(__name__)

# batches that are computed the usual way first, so that every algorithm is chosen and loaded
WARM_UP = 3


class CapturedStep:
    """Computes gradients as `Step` does, batches of one size by a captured CUDA graph.

    Other sizes, such as the last batch of an epoch, go the usual way. Where capturing fails, all
    do, and the log says why.
    """

    def __init__(self, network: CNNModule, step: Step, batch: int) -> None:
        self._network = network
        self._step = step
        self._batch = batch
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]
        self._gradients: list[Tensor | None] = []
        self._graph: torch.cuda.CUDAGraph | None = None
        self._waits = WARM_UP

    def gradient(self, images: Tensor, labels: Tensor) -> None:
        """Put the gradient of the batch's mean error into the weights."""
        if len(images) != self._batch or self._step.pieces > 1 or self._waits < 0:
            self._step.gradient(images, labels)
        elif self._graph is not None:
            self._replay(images, labels)
        elif self._waits > 0:
            self._waits -= 1
            self._on_side_stream(images, labels)
        else:
            self._capture(images, labels)

    def _on_side_stream(self, images: Tensor, labels: Tensor) -> None:
        """Compute as usual, but where a capture will take place (torch's notes on CUDA graphs)."""
        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            self._step.gradient(images, labels)
        torch.cuda.current_stream().wait_stream(stream)

    def _capture(self, images: Tensor, labels: Tensor) -> None:
        graph = torch.cuda.CUDAGraph()
        self._images, self._labels = images.clone(), labels.clone()
        for weight in self._weights:
            weight.grad = None
        try:
            with torch.cuda.graph(graph):
                self._step.gradient(self._images, self._labels)
        except RuntimeError as error:
            log.info("no graph was captured: %s", error)
            self._waits = -1
            torch.cuda.synchronize()
            self._step.gradient(images, labels)
            return
        self._graph = graph
        self._gradients = [weight.grad for weight in self._weights]
        # a capture computes nothing yet
        self._replay(images, labels)

    def _replay(self, images: Tensor, labels: Tensor) -> None:
        assert self._graph is not None
        self._images.copy_(images)
        self._labels.copy_(labels)
        for weight, gradient in zip(self._weights, self._gradients, strict=True):
            weight.grad = gradient
        self._graph.replay()
