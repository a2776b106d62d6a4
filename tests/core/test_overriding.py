"""Settings of a job given one by one."""

from __future__ import annotations

import pytest

from core.bundled import bundled_image_job, bundled_job
from core.overriding import with_settings
from datasets.messages import InputError


def test_numbers_words_and_lists_are_understood() -> None:
    job = with_settings(
        bundled_job("copper"),
        [
            "training.members=16",
            "training.trainer = irprop+",
            'network.activations=["relu", "tanh", "logistic"]',
            "preparation.logarithm=false",
            'training.loss="cross_entropy"',
        ],
    )
    assert job.training.members == 16
    assert job.training.trainer == "irprop+"
    assert job.network.activations == ("relu", "tanh", "logistic")
    assert job.preparation.transform == "none"
    assert job.training.loss == "cross_entropy"


def test_without_settings_the_job_stays() -> None:
    job = bundled_job("copper")
    assert with_settings(job, ()) is job


@pytest.mark.parametrize("setting", ["members=16", "training.members", "nothing.members=1", "="])
def test_what_cannot_be_read_is_told(setting: str) -> None:
    with pytest.raises(InputError, match=r"section\.field=value"):
        with_settings(bundled_job("copper"), [setting])


def test_a_section_that_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no section foo; its sections are data, preparation, j"):
        with_settings(bundled_job("copper"), ["foo.bar=1"])
    with pytest.raises(InputError, match="no section foo; its sections are images, preparation, a"):
        with_settings(bundled_image_job("digits"), ["foo.bar=1"])


def test_a_field_of_a_part_of_a_section_is_set() -> None:
    job = with_settings(bundled_image_job("digits"), ["images.reading.side=12"])
    assert job.images.reading.side == 12
    with pytest.raises(InputError, match=r"did you mean images\.reading\.side\?"):
        with_settings(job, ["images.reading.sied=12"])
    with pytest.raises(InputError, match=r"no section training\.epochs"):
        with_settings(job, ["training.epochs.most=12"])


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("training.epoch=3", r"did you mean training\.epochs, training\.step_epochs\?"),
        ("training.folds=3", r"did you mean preparation\.folds\?"),
        ("augmentation.zzz=3", "those of augmentation are shift, rotation, scale, shear, "),
    ],
)
def test_a_field_that_there_is_not_is_told_with_what_may_be_meant(
    setting: str, sentence: str
) -> None:
    with pytest.raises(InputError, match="there is no such field; " + sentence):
        with_settings(bundled_image_job("digits"), [setting])


def test_a_field_out_of_range_is_named() -> None:
    with pytest.raises(InputError, match=r"training\.members"):
        with_settings(bundled_job("copper"), ["training.members=0"])
    with pytest.raises(InputError, match=r"training\.mumbers"):
        with_settings(bundled_job("copper"), ["training.mumbers=2"])
