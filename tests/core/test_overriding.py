"""Settings of a job given one by one."""

from __future__ import annotations

import pytest

from core.bundled import bundled_job
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


def test_a_field_out_of_range_is_named() -> None:
    with pytest.raises(InputError, match=r"training\.members"):
        with_settings(bundled_job("copper"), ["training.members=0"])
    with pytest.raises(InputError, match=r"training\.mumbers"):
        with_settings(bundled_job("copper"), ["training.mumbers=2"])
