"""The learning rate of a step against torch's own schedulers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.optim import lr_scheduler

from core.cnn.schedules import learning_rate
from core.image_job import CNNTraining

Make = Callable[[torch.optim.Optimizer, CNNTraining, int], lr_scheduler.LRScheduler]


def rates_of_torch(training: CNNTraining, steps_per_epoch: int, make: Make) -> list[float]:
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([weight], lr=training.learning_rate, momentum=0.9)
    scheduler = make(optimizer, training, steps_per_epoch)
    rates = []
    for _ in range(training.epochs * steps_per_epoch):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        scheduler.step()
    return rates


def one_cycle(
    optimizer: torch.optim.Optimizer, training: CNNTraining, steps: int
) -> lr_scheduler.LRScheduler:
    return lr_scheduler.OneCycleLR(
        optimizer,
        training.learning_rate,
        total_steps=training.epochs * steps,
        pct_start=training.warm_up,
        cycle_momentum=False,
    )


def cosine(
    optimizer: torch.optim.Optimizer, training: CNNTraining, steps: int
) -> lr_scheduler.LRScheduler:
    return lr_scheduler.CosineAnnealingLR(optimizer, training.epochs * steps)


def stepped(
    optimizer: torch.optim.Optimizer, training: CNNTraining, steps: int
) -> lr_scheduler.LRScheduler:
    return lr_scheduler.StepLR(optimizer, training.step_epochs * steps, training.step_factor)


@pytest.mark.parametrize(
    ("schedule", "make"), [("one_cycle", one_cycle), ("cosine", cosine), ("step", stepped)]
)
@pytest.mark.parametrize(("epochs", "steps"), [(1, 40), (7, 13), (12, 1)])
def test_rates_are_those_of_torch(schedule: str, make: Make, epochs: int, steps: int) -> None:
    training = CNNTraining.model_validate(
        {"schedule": schedule, "epochs": epochs, "learning_rate": 0.4, "step_epochs": 3}
    )
    ours = [learning_rate(training, step, steps) for step in range(epochs * steps)]
    assert ours == pytest.approx(rates_of_torch(training, steps, make), rel=1e-9, abs=1e-12)


@given(
    schedule=st.sampled_from(["constant", "step", "cosine", "one_cycle"]),
    epochs=st.integers(1, 50),
    steps=st.integers(1, 50),
    warm_up=st.floats(0.001, 0.999),
    part=st.floats(0, 1, exclude_max=True),
)
def test_no_rate_leaves_its_range(
    schedule: str, epochs: int, steps: int, warm_up: float, part: float
) -> None:
    training = CNNTraining.model_validate(
        {"schedule": schedule, "epochs": epochs, "warm_up": warm_up, "learning_rate": 0.5}
    )
    rate = learning_rate(training, int(part * epochs * steps), steps)
    assert 0 <= rate <= 0.5 * (1 + 1e-12)
