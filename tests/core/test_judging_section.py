"""How a network is judged, as a job says it; jobs of earlier versions are read as they meant it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
import tomli_w

from core.checked_values import read_toml
from core.job import Job, Judging
from core.job_file import job_from_values, job_text, job_values, read_any_job, read_job
from core.job_sections.judging import with_earlier_folds
from core.job_sections.protocols import Protocol
from core.overriding import with_settings
from core.window_job import WindowJob
from datasets.messages import InputError
from tests.core.small_runs import small_job


@pytest.fixture
def job() -> Job:
    return small_job(Path("table.csv"))


def earlier(job: Job, folds: Any) -> dict[str, Any]:
    """Return the values of a job as versions before the judging section wrote them."""
    values = job_values(job)
    del values["judging"]
    values["preparation"]["folds"] = folds
    return values


@pytest.mark.parametrize("folds", [2, 5, 100])
def test_folds_of_an_earlier_job_judge(job: Job, folds: int) -> None:
    read = job_from_values(earlier(job, folds), "old.toml")
    assert (read.judging.protocol, read.judging.folds) == ("folds", folds)
    assert read == job.model_copy(update={"judging": Judging(protocol="folds", folds=folds)})


def test_no_folds_of_an_earlier_job_leave_the_validation_part_to_judge(job: Job) -> None:
    assert job_from_values(earlier(job, 0), "old.toml") == job
    assert job.judging.protocol == "validation"
    without = earlier(job, 0)
    del without["preparation"]["folds"]
    assert job_from_values(without, "old.toml") == job


def test_one_fold_is_refused_in_one_sentence(job: Job) -> None:
    with pytest.raises(InputError, match=r"^One fold leaves nothing to train on; write 0 for none"):
        job_from_values(earlier(job, 1), "old.toml")


@pytest.mark.parametrize("folds", [-3, 101, "many", 2.5, [4]])
def test_folds_that_are_none_are_refused_as_those_of_the_judging(job: Job, folds: object) -> None:
    with pytest.raises(InputError, match=r"judging\.folds of old\.toml cannot be used"):
        job_from_values(earlier(job, folds), "old.toml")


@pytest.mark.parametrize("judging", [3, "folds", [1]])
def test_a_judging_that_is_no_section_is_refused(job: Job, judging: object) -> None:
    values = {**earlier(job, 5), "judging": judging}
    with pytest.raises(InputError, match="cannot be used"):
        job_from_values(values, "old.toml")


@pytest.mark.parametrize("values", [3, None, [], {"preparation": 4}, {"preparation": {}}, {}])
def test_what_has_no_folds_stays_as_it_is(values: object) -> None:
    assert with_earlier_folds(values) is values


def test_the_values_of_the_caller_stay_as_they_are(job: Job) -> None:
    values = earlier(job, 5)
    with_earlier_folds(values)
    assert values == earlier(job, 5)


def test_an_earlier_file_of_either_kind_is_read(job: Job, tmp_path: Path) -> None:
    path = tmp_path / "job.toml"
    path.write_text(tomli_w.dumps(earlier(job, 4)), encoding="utf-8")
    assert read_job(path).judging == Judging(protocol="folds", folds=4)
    window = job_values(WindowJob(data=job.data))
    del window["judging"]
    window["preparation"]["folds"] = 6
    path.write_text(tomli_w.dumps(window), encoding="utf-8")
    read = read_any_job(path)
    assert isinstance(read, WindowJob)
    assert read.judging == Judging(protocol="folds", folds=6)


# --- changed on the command line ----------------------------------------------------------


def test_the_earlier_name_of_the_folds_still_changes_them(job: Job) -> None:
    changed = with_settings(job, ["preparation.folds=3"])
    assert changed.judging == Judging(protocol="folds", folds=3)
    assert with_settings(changed, ["preparation.folds=0"]).judging.protocol == "validation"
    with pytest.raises(InputError, match="One fold leaves nothing"):
        with_settings(job, ["preparation.folds=1"])


def test_other_settings_keep_the_judging(job: Job) -> None:
    blocks = with_settings(job, ["judging.protocol=blocks", "judging.buffer=50"])
    assert with_settings(blocks, ["training.members=3"]).judging == blocks.judging


@pytest.mark.parametrize(
    "setting",
    [
        *("judging.protocol=luck", "judging.folds=1", "judging.folds=101", "judging.buffer=-1"),
        *("judging.block_size=nan", "judging.block_size=inf", "judging.test_part=0.9"),
        *("judging.test_part=0", "judging.buffer=nan", "judging.blocks=4"),
    ],
)
def test_what_is_out_of_range_is_refused(job: Job, setting: str) -> None:
    name = setting.partition("=")[0]
    with pytest.raises(InputError, match=f"The field {name} of --set cannot be used"):
        with_settings(job, [setting])


@pytest.mark.parametrize("protocol", get_args(Protocol))
def test_a_job_is_written_and_read_as_it_is(job: Job, protocol: Protocol, tmp_path: Path) -> None:
    judging = Judging(
        protocol=protocol, test_part=0.3, folds=7, block_size=1500.0, buffer=30.5, test_table="x"
    )
    told = job.model_copy(update={"judging": judging})
    path = tmp_path / "job.toml"
    path.write_text(job_text(told), encoding="utf-8")
    read = read_job(path)
    # paths are made whole
    assert read.judging == judging.model_copy(update={"test_table": str(tmp_path / "x")})
    assert "folds" not in read_toml(path)["preparation"]
