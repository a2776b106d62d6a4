"""A proposal for a CNN on windows of a survey, from the number of labelled samples."""

from __future__ import annotations

from core.job_sections.cnn import CNNTraining
from core.window_job import WindowSettings

# changes of the weights that a small CNN needs, and the fewest and most epochs for them
STEPS, FEWEST, MOST = 1500, 10, 200
FEW = 500


def propose_windows(labelled: int) -> WindowSettings:
    """Return first settings: small batches and several members where samples are few."""
    batch = max(8, min(128, labelled // 8))
    epochs = max(FEWEST, min(MOST, round(STEPS * batch / max(labelled, 1))))
    training = CNNTraining(
        batch_size=batch,
        learning_rate=0.02,
        epochs=epochs,
        members=4 if labelled < FEW else 1,
    )
    return WindowSettings(training=training)
