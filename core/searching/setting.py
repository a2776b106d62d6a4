"""One setting that is tried, and the job that it makes of another."""

from __future__ import annotations

from core.job import Coding, Job, Loss, Network, Section, TrainerName, outputs_of
from core.proposing import prepared_inputs
from core.searching.settings import HiddenActivation, Output, Reduction, Scaling, Transform

_OUTPUTS: dict[Output, tuple[Coding, Loss]] = {
    "squares": ("one_hot", "mse"),
    "cross_entropy": ("one_hot", "cross_entropy"),
    "softmax": ("softmax", "cross_entropy"),
}


class Setting(Section):
    """What one trial sets in a job; None where the trainer or the samples make no use of it.

    Attributes
    ----------
    hidden
        Units of each hidden layer.
    """

    hidden: tuple[int, ...]
    activation: HiddenActivation
    outputs: Output
    trainer: TrainerName
    transform: Transform
    scaling: Scaling
    reduction: Reduction
    l2: float
    dropout: float | None = None
    largest_step: float | None = None
    learning_rate: float | None = None
    patience: int | None = None


def job_with(setting: Setting | None, job: Job, classes: int) -> Job:
    """Return a job with a setting, or as it is; what only a clock or another try ends is left out.

    A limit of time would make a result hang on how busy the machine is.
    """
    trained = job.training.model_copy(update={"time_limit": 0.0, "learn_again": 0})
    if setting is None:
        return job.model_copy(update={"training": trained})
    chosen = {"transform", "scaling", "reduction"}
    preparation = job.preparation.model_copy(update=setting.model_dump(include=chosen))
    coding, loss = _OUTPUTS[setting.outputs]
    inputs = prepared_inputs(preparation, len(job.data.features))
    sizes = (inputs, *setting.hidden, outputs_of(coding, classes))
    network = Network(
        layers="-".join(str(size) for size in sizes),
        activations=(
            *(setting.activation for _ in setting.hidden),
            "softmax" if coding == "softmax" else "logistic",
        ),
        coding=coding,
        initialisation=job.network.initialisation,
        initial_range=job.network.initial_range,
    )
    of_training = {"trainer", "l2", "dropout", "largest_step", "learning_rate", "patience"}
    changed = setting.model_dump(include=of_training, exclude_none=True)
    training = trained.model_copy(update={**changed, "loss": loss})
    return Job(
        data=job.data,
        preparation=preparation,
        judging=job.judging,
        network=network,
        training=training,
    )


def job_found(setting: Setting | None, job: Job, classes: int) -> Job:
    """Return a job with a setting as `job_with`, with its limit of time and its tries kept."""
    kept = job.training.model_dump(include={"time_limit", "learn_again"})
    found = job_with(setting, job, classes)
    return found.model_copy(update={"training": found.training.model_copy(update=kept)})


def setting_words(setting: Setting | None) -> str:
    """Write a setting in one line, with the words of a job file."""
    if setting is None:
        return "the job as it is"
    values = setting.model_dump(exclude={"hidden"}, exclude_none=True)
    numbers = {name: value for name, value in values.items() if not isinstance(value, str)}
    words = ["-".join(map(str, setting.hidden))]
    words += [value for value in values.values() if isinstance(value, str) and value != "none"]
    return " ".join([*words, *(f"{name}={value:g}" for name, value in numbers.items())])
