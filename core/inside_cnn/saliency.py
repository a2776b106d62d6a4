"""Which pixels speak for a class, by integrated gradients, Grad-CAM and occlusion (captum).

All three explain the value of the class before the output function, as a function of the pixels
in 0…1 before any scaling, so that a map has the places of the image whatever the preparation is.
An image without ink (all pixels 0) is what they compare with.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from captum.attr import IntegratedGradients, LayerAttribution, LayerGradCam, Occlusion
from numpy.typing import NDArray

from core.cnn.model import batch_size
from core.inside_cnn.listing import ancestors, last_convolution
from core.inside_cnn.subject import Subject
from datasets.messages import InputError

Method = Literal["integrated-gradients", "grad-cam", "occlusion"]
METHODS: tuple[Method, ...] = ("integrated-gradients", "grad-cam", "occlusion")

# steps of the integral: doubled until what is missing is below this share, at most so many
FIRST_STEPS, MOST_STEPS = 64, 1024
TOLERANCE = 0.01
# or below this share of all that speaks for and against
ROUNDING = 0.001
# the covered square is so many times smaller than the image
COVERED = 7


@dataclass(frozen=True)
class Saliency:
    """What the pixels of an image say for or against a class.

    Attributes
    ----------
    map
        float32, shape (H, W): positive for the class, negative against it; summed over channels.
    target
        Code of the class.
    value, baseline
        Value of the class before the output function, for the image and for one without ink.
    missing
        Of integrated gradients, what the sum of the map is beyond value - baseline; NaN else.
    layer
        Of Grad-CAM, the layer it looks at; "" else.
    """

    map: NDArray[np.float32]
    target: int
    value: float
    baseline: float
    missing: float = math.nan
    layer: str = ""


def saliency(
    subject: Subject,
    pixels: NDArray[np.uint8],
    method: Method,
    target: int | None = None,
    layer: str = "",
) -> Saliency:
    """Explain one image.

    Parameters
    ----------
    pixels
        uint8, shape (C, H, W).
    target
        Code of the class that is asked about; None: the one that the member names.
    layer
        Of Grad-CAM: "" takes the last convolution.

    Raises
    ------
    InputError
        When the layer does not exist or has no maps.
    """
    values = values_of(subject)
    image = torch.from_numpy(pixels[np.newaxis] / np.float32(255))
    with torch.no_grad():
        outputs = values(torch.cat([image, torch.zeros_like(image)]))
    wanted = int(outputs[0].argmax()) if target is None else target
    value, baseline = outputs[:, wanted].tolist()
    missing, name = math.nan, ""
    if method == "integrated-gradients":
        found, missing = _integrated(subject, values, image, wanted, value - baseline)
    elif method == "grad-cam":
        name = _cam_layer(subject, layer)
        found = _grad_cam(subject, values, image, wanted, name)
    else:
        found = _occluded(subject, values, image, wanted)
    total = found.detach()[0].sum(dim=0).cpu().numpy()
    return Saliency(np.array(total, np.float32), wanted, value, baseline, missing, name)


def values_of(subject: Subject) -> Callable[[torch.Tensor], torch.Tensor]:
    """Return the function from pixels in 0…1, (B, C, H, W), to the values of the classes."""
    fitted = subject.model.pixels[subject.fold]

    def values(unit: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = subject.network(fitted.apply(unit))
        return found

    return values


def window_of(shape: tuple[int, int, int]) -> tuple[int, int]:
    """Return side and step, in pixels, of the square that occlusion covers."""
    side = max(1, round(min(shape[1:]) / COVERED))
    return side, max(1, side // 2)


def _integrated(
    subject: Subject,
    values: Callable[[torch.Tensor], torch.Tensor],
    image: torch.Tensor,
    target: int,
    difference: float,
) -> tuple[torch.Tensor, float]:
    """Sundararajan, Taly and Yan 2017; the sum of the map is the difference of the values."""
    explain = IntegratedGradients(values)
    steps = FIRST_STEPS
    while True:
        found = explain.attribute(
            image.clone().requires_grad_(),
            baselines=torch.zeros_like(image),
            target=target,
            n_steps=steps,
            internal_batch_size=batch_size(subject.plan),
        )
        found = found.detach()
        missing = float(found.sum(dtype=torch.float64)) - difference
        # where both values are nearly alike, single precision has its say in the difference
        floor = ROUNDING * float(found.abs().sum())
        if abs(missing) <= max(TOLERANCE * abs(difference), floor) or steps >= MOST_STEPS:
            return found, missing
        steps *= 2


def _cam_layer(subject: Subject, name: str) -> str:
    plan = subject.plan
    chosen = name or last_convolution(plan)
    if not chosen:
        raise InputError(
            "Grad-CAM needs a convolution, and this network has none; take integrated gradients or "
            "occlusion."
        )
    if len(subject.layer(chosen).output) != 3:
        raise InputError(
            "The layer {name} has no maps for Grad-CAM to weigh; choose a convolution or a pool.",
            name=chosen,
        )
    if chosen not in ancestors(plan, plan.values_layer):
        raise InputError(
            "The layer {name} has no say in the classes; choose another one.", name=chosen
        )
    return chosen


def _grad_cam(
    subject: Subject,
    values: Callable[[torch.Tensor], torch.Tensor],
    image: torch.Tensor,
    target: int,
    layer: str,
) -> torch.Tensor:
    """Selvaraju et al. 2017, with its sign: their map is the positive part."""
    explain = LayerGradCam(values, subject.network.layers[layer])
    coarse = explain.attribute(image.clone().requires_grad_(), target=target)
    height, width = subject.plan.input[1:]
    fine: torch.Tensor = LayerAttribution.interpolate(coarse, (height, width), "bilinear")
    return fine


def _occluded(
    subject: Subject,
    values: Callable[[torch.Tensor], torch.Tensor],
    image: torch.Tensor,
    target: int,
) -> torch.Tensor:
    """Zeiler and Fergus 2014: how much the value falls when a square is covered by background.

    Where covered squares overlap, a pixel has the mean of what they cost.
    """
    channels = subject.plan.input[0]
    side, step = window_of(subject.plan.input)
    with torch.no_grad():
        found: torch.Tensor = Occlusion(values).attribute(
            image,
            sliding_window_shapes=(channels, side, side),
            strides=(channels, step, step),
            baselines=0,
            target=target,
            perturbations_per_eval=batch_size(subject.plan),
        )
    # every channel of a covered square holds what the whole square costs
    return found / channels
