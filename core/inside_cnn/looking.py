"""What a CNN makes of a drawing while it is drawn: probabilities, and maps of some layers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.inside_cnn.answering import Answer, feature_arrays, layers_told
from core.inside_cnn.features import features
from core.inside_cnn.question import drawing_of
from core.inside_cnn.subject import Subject
from core.inside_cnn.threads import one_core
from datasets.messages import message


def look(subject: Subject, drawing: Path, layers: Sequence[str]) -> Answer:
    """Classify a drawing.

    The probabilities are the mean of all members; maps are those of the one of `subject`.

    Returns
    -------
    Answer
        Arrays: ``probabilities`` float64 (classes,), ``image`` uint8 (C, H, W) as the network sees
        it, and the maps as in `core.inside_cnn.answering`. Values: ``classes``, ``probabilities``,
        ``class``, and ``empty`` where there is no ink.

    Raises
    ------
    InputError
        When the drawing cannot be read, or there is no such layer.
    """
    image = drawing_of(drawing, subject)
    with one_core():
        probabilities = subject.model.probabilities(image[np.newaxis])[0]
        found = features(subject, image, layers) if layers else ()
    names = subject.model.class_names
    best = int(probabilities.argmax())
    values = {
        "classes": list(names),
        "probabilities": probabilities.tolist(),
        "class": names[best],
        "empty": not image.any(),
        "layers": layers_told(found),
    }
    arrays = {"probabilities": probabilities, "image": image, **feature_arrays(found)}
    said = message(
        "{name}, probability {probability}.",
        name=names[best],
        probability=f"{probabilities[best]:.3f}",
    )
    return Answer(said, values, arrays)
