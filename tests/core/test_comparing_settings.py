"""Which settings differ between jobs, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.comparing_settings import SettingDifference, settings_differences
from core.image_job import ImageJob, Images
from core.job import Data, Job, Preparation, Training
from core.numbers import NOTHING
from core.reading import Deposits, Reading
from core.window_job import WindowJob
from tests.core.small_runs import small_job

JOB = small_job(Path("table.csv"))


def by_field(jobs: list[Any]) -> dict[str, SettingDifference]:
    return {f"{row.section}.{row.field}": row for row in settings_differences(jobs)}


def with_training(**settings: Any) -> Job:
    return JOB.model_copy(update={"training": Training(**settings)})


def with_data(**values: Any) -> Job:
    return JOB.model_copy(update={"data": JOB.data.model_copy(update=values)})


def test_jobs_that_are_the_same_differ_in_nothing() -> None:
    assert settings_differences([JOB, JOB.model_copy(deep=True)]) == []


def test_a_value_is_written_as_its_field_declares_it() -> None:
    one, other = with_training(trainer="rprop-"), with_training(trainer="adam", epochs=12_000)
    found = by_field([one, other])
    assert found["training.trainer"].words == ("RPROP⁻", "Adam")
    assert found["training.trainer"].values == ("rprop-", "adam")
    assert found["training.trainer"].label == "Trainer"
    assert found["training.trainer"].heading == "Training"
    assert found["training.epochs"].words == ("5,000 epochs", "12,000 epochs")


def test_a_setting_without_effect_has_no_value() -> None:
    found = by_field([with_training(trainer="rprop-"), with_training(trainer="adam")])
    assert found["training.learning_rate"].values == (None, 0.1)
    assert found["training.learning_rate"].words == (NOTHING, "0.1")
    assert found["training.largest_step"].words == ("50", NOTHING)
    # the momentum is of neither
    assert "training.momentum" not in found


def test_a_switch_and_a_list_of_choices() -> None:
    found = by_field([with_training(bootstrap=True), with_training()])
    assert found["training.bootstrap"].words == ("on", "off")
    network = JOB.network.model_copy(update={"activations": ("relu", "logistic")})
    found = by_field([JOB, JOB.model_copy(update={"network": network})])
    assert found["network.activations"].words == ("Tanh, Logistic", "ReLU, Logistic")


def test_rules_of_single_features_are_settings_of_their_own() -> None:
    rules = Preparation(validation_part=0.2, censored_of={"Cu": "limit"})
    found = by_field([JOB, JOB.model_copy(update={"preparation": rules})])
    assert list(found) == ["preparation.censored_of.Cu"]
    assert found["preparation.censored_of.Cu"].words == (NOTHING, "The limit")


def test_what_was_decided_on_reading_is_named_by_its_path() -> None:
    deposits = Deposits(table="d.csv", x="x", y="y", kind="type", sample_x="E", sample_y="N")
    far = deposits.model_copy(update={"radius": 500.0})
    jobs = [with_data(reading=Reading(deposits=each)) for each in (deposits, far)]
    found = by_field(jobs)
    assert list(found) == ["data.reading.deposits.radius"]
    assert found["data.reading.deposits.radius"].words == (NOTHING, "500")


@pytest.mark.parametrize(
    ("marks", "words"), [(("", "a" * 64), None), (("a" * 64, "b" * 64), ("a" * 12, "b" * 12))]
)
def test_a_fingerprint_that_is_not_known_is_no_other_one(
    marks: tuple[str, str], words: tuple[str, str] | None
) -> None:
    found = by_field([with_data(fingerprint=mark) for mark in marks]).get("data.fingerprint")
    assert (found.words if found is not None else None) == words


def test_of_many_features_those_are_named_that_not_all_have() -> None:
    names = tuple("abcdefgh")
    found = by_field([with_data(features=names), with_data(features=(*names[1:], "Au"))])
    assert found["data.features"].words == ("8: …, a", "8: …, Au")
    found = by_field([with_data(features=names), with_data(features=("Cu", "Zn"))])
    assert found["data.features"].words == ("8: a, b, c, d, e, f, g, h", "2: Cu, Zn")
    found = by_field([with_data(features=("Cu", "Zn")), with_data(features=("Cu",))])
    assert found["data.features"].words == ("Cu, Zn", "Cu")


def test_jobs_of_several_kinds_stand_beside_each_other() -> None:
    data = Data(table="table.csv", target="rock", features=("Cu", "Zn", "Pb"), x="E", y="N")
    found = by_field([JOB, WindowJob(data=data), ImageJob(images=Images(source="digits"))])
    assert found["data.target"].words == ("rock", "rock", NOTHING)
    assert found["network.layers"].words == ("3-4-3", NOTHING, NOTHING)
    assert found["network.name"].words == (NOTHING, "map-windows", "digits")
    assert found["window.cells"].words == (NOTHING, "9 cells", NOTHING)
    assert found["images.source"].words == (NOTHING, NOTHING, "digits")
    images = ImageJob(images=Images(source="digits"))
    sections = dict.fromkeys(row.section for row in settings_differences([images, JOB]))
    order = ["data", "images", "preparation", "judging", "augmentation", "network", "training"]
    assert list(sections) == order


def test_declared_words_are_translated() -> None:
    jobs = [with_training(bootstrap=True), with_training()]
    (row,) = settings_differences(jobs, str.upper)
    assert (row.heading, row.label) == ("TRAINING", "EACH MEMBER DRAWS ITS OWN SAMPLES")
    assert row.words == ("ON", "OFF")
