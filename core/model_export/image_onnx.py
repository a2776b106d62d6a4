"""A trained CNN on images as one ONNX graph: pixel figures, all members and their mean."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import ModelProto, checker, helper, numpy_helper
from torch import Tensor, nn

from core.cnn.judging import agreement
from core.cnn.model import TrainedCNN, batch_size
from core.cnn.model_file import load_cnn
from core.events import TaskProgress
from core.image_loading import load_images
from core.model_export.graph import OPSET
from core.model_export.onnx_model import (
    AGREEMENT,
    CLASS_INDEX,
    CLASS_NAME,
    PROBABILITIES,
    check_size,
    outputs_info,
)
from core.model_export.runtime_check import (
    SINGLE_TIE,
    Compared,
    Said,
    compare_all,
    session_of,
)
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.messages import InputError, message

IMAGES = "images"
# images of the run that are compared, evenly spaced, beside blank and random ones
MOST_IMAGES = 10_000
RANDOM_IMAGES = 32


class _Whole(nn.Module):
    """Everything that is done to the bytes of images, for torch's exporter.

    Parameters
    ----------
    model
        On the CPU.
    """

    def __init__(self, model: TrainedCNN) -> None:
        super().__init__()
        # its own list is for torch, which looks for weights there; ours keeps the type
        self.held = nn.ModuleList(model.members)
        self._model = model

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return class, mean probabilities and agreement of images, uint8, (P, C, H, W)."""
        unit = images.to(torch.float32) * (1 / 255)
        prepared = [pixels.apply(unit.clone()) for pixels in self._model.pixels]
        said = torch.stack(
            [
                member.probabilities(prepared[fold]).to(torch.float64)
                for member, fold in zip(self._model.members, self._model.member_folds, strict=True)
            ]
        )
        mean = said.mean(dim=0)
        code = mean.argmax(dim=1)
        named = (said.argmax(dim=2) == code).to(torch.float64)
        return code, mean, named.mean(dim=0)


def image_onnx(
    run: RunFolder, about: Mapping[str, str], report: Reporter
) -> tuple[bytes, Compared]:
    """Return the file of a run's CNN, and how it compares to the program on the run's images.

    Its input is ``images``, uint8, shape (P, channels, height, width); its outputs are those of
    `core.model_export.onnx_model.onnx_of`.

    Raises
    ------
    InputError
        When the images cannot be read, torch cannot write the network, or the model says something
        else than the program.
    """
    model = load_cnn(run.model_path)
    size = batch_size(model.plan)
    report(TaskProgress(message("Writing the network as ONNX"), 0, 1))
    made = onnx_of_images(model, {**about, "rows_at_once": str(size)})
    content: bytes = made.SerializeToString(deterministic=True)
    images = load_images(run.image_job().images, report).pixels
    return content, compare_images(content, model, images, report)


def onnx_of_images(model: TrainedCNN, about: Mapping[str, str]) -> ModelProto:
    """Return the graph of a CNN; raises InputError where torch cannot write it."""
    check_size(sum(each.nbytes for member in model.members for each in member.parameters()))
    made = _exported(_Whole(model).eval(), model.shape)
    names = np.array(model.class_names, object)
    made.graph.initializer.append(numpy_helper.from_array(names, "class_names"))
    made.graph.node.append(helper.make_node("Gather", ["class_names", CLASS_INDEX], [CLASS_NAME]))
    del made.graph.output[:]
    made.graph.output.extend(outputs_info(len(model.class_names)))
    _forget_sources(made)
    classes = json.dumps(model.class_names, ensure_ascii=False)
    helper.set_model_props(made, {"classes": classes, **about})
    checker.check_model(made)
    return made


def _exported(network: _Whole, shape: tuple[int, int, int]) -> ModelProto:
    example = torch.zeros(2, *shape, dtype=torch.uint8)
    samples = torch.export.Dim("samples", min=1)
    try:
        with _quiet(), torch.no_grad():
            program = torch.onnx.export(
                network,
                (example,),
                input_names=[IMAGES],
                output_names=[CLASS_INDEX, PROBABILITIES, AGREEMENT],
                dynamic_shapes=({0: samples},),
                opset_version=OPSET,
                dynamo=True,
                verbose=False,
            )
        assert program is not None
        made: ModelProto = program.model_proto
        return made
    except Exception as error:
        # the exporter has many errors of its own
        raise InputError(
            "This network cannot be written as ONNX ({reason}); take it away as a bundle "
            "(.anomodel).",
            reason=(str(error).splitlines() or [type(error).__name__])[0][:200],
        ) from None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the exporter's progress and warnings away: what it does is checked afterwards."""
    disabled = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)


def _forget_sources(made: ModelProto) -> None:
    """Take out where in our program each node came from: paths of this machine among it."""
    del made.graph.metadata_props[:]
    del made.graph.value_info[:]
    for node in made.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    made.doc_string = made.graph.doc_string = ""
    made.graph.name = "anomalyst"
    made.producer_name, made.producer_version = "Anomalyst", ""


def compare_images(
    content: bytes, model: TrainedCNN, images: NDArray[np.uint8], report: Reporter
) -> Compared:
    """Hold the file against its model on images, blank ones and noise; see `compare_all`."""
    count = min(MOST_IMAGES, len(images))
    rows = np.unique(np.linspace(0, len(images) - 1, count).astype(np.int64))
    noise = np.random.default_rng(0).integers(0, 256, (RANDOM_IMAGES, *model.shape), np.uint8)
    blank = np.zeros((2, *model.shape), np.uint8)
    blank[1] = 255
    every = np.concatenate([images[rows], blank, noise])

    def undecided(inputs: Mapping[str, Any], some: NDArray[np.int64]) -> NDArray[np.bool_]:
        largest = np.sort(model.member_probabilities(inputs[IMAGES][some]), axis=2)
        gap = largest[:, :, -1] - largest[:, :, -2]
        return np.asarray((gap <= SINGLE_TIE).any(axis=0))

    batches = _batches(model, every)
    return compare_all(session_of(content), batches, len(every), undecided, report, SINGLE_TIE)


def _batches(model: TrainedCNN, images: NDArray[np.uint8]) -> Iterator[tuple[dict[str, Any], Said]]:
    size = batch_size(model.plan)
    for first in range(0, len(images), size):
        some = images[first : first + size]
        said = model.member_probabilities(some)
        mean = said.mean(axis=0)
        agree = agreement(said, np.ones(said.shape[:2], bool))
        yield {IMAGES: some}, Said(mean.argmax(axis=1), mean, agree)
