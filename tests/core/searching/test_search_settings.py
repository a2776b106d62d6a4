"""What a search varies: read and written, refused where it cannot be, drawn by seed and number."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.job import Job
from core.searching.given import read_search, search_text, with_search_settings
from core.searching.setting import Setting, job_found, job_with, setting_words
from core.searching.settings import Search
from core.searching.space import fitted, settings_of
from datasets.messages import InputError
from tests.core.protocols.small_divisions import dataset_of
from tests.core.small_runs import small_job

JOB = small_job(Path("nowhere"), time_limit=5.0, learn_again=2)


def drawn(search: Search, count: int, job: Job = JOB) -> list[Setting | None]:
    return list(itertools.islice(settings_of(search, job), count))


def test_settings_come_back_from_a_file(tmp_path: Path) -> None:
    search = Search(trials=7, units=(3, 9), transforms=("ilr",), l2=(1e-4, 1e-2), scheduler="local")
    path = tmp_path / "search.toml"
    path.write_text(search_text(search), encoding="utf-8")
    assert read_search(path) == search
    assert tomllib.loads(path.read_text())["search"]["units"] == [3, 9]


def test_what_a_file_leaves_out_stands_at_its_default(tmp_path: Path) -> None:
    path = tmp_path / "search.toml"
    path.write_text("[search]\nseconds = 60.0\n", encoding="utf-8")
    assert read_search(path) == Search(seconds=60.0)


def test_settings_typed_one_by_one() -> None:
    search, others = with_search_settings(
        Search(),
        ["search.units=[4,8]", "training.members=3", 'search.transforms=["none"]'],
        {"trials": 5},
    )
    assert search == Search(units=(4, 8), transforms=("none",), trials=5)
    assert others == ["training.members=3"]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("search.units=[9,4]", "The range 9 to 4 of units cannot be searched"),
        ("search.l2=[0,0.1]", "The range 0 to 0.1 of l2 cannot be searched"),
        ("search.dropout=[0,1]", "both from 0 to 0.9"),
        ("search.transforms=[]", "needs 1 entries or more"),
        ('search.trainers=["magic"]', "trainers"),
        ("search.unit=[4,8]", "did you mean"),
        ("search.trials=0", "would never end"),
        ("search.units=4", "it has to be a list"),
    ],
)
def test_what_cannot_be_searched_is_refused_in_one_sentence(setting: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        with_search_settings(Search(), [setting], {})
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("sampler", ["quasi_random", "random"])
def test_number_and_seed_alone_decide_what_a_trial_tries(sampler: Any) -> None:
    few = drawn(Search(sampler=sampler, seed=4), 5)
    many = drawn(Search(sampler=sampler, seed=4, trials=1000), 12)
    assert many[:5] == few
    assert few[0] is None
    assert len(set(map(setting_words, many))) == 12
    assert drawn(Search(sampler=sampler, seed=5), 5)[2:] != few[2:]


@pytest.mark.parametrize("sampler", ["quasi_random", "random"])
def test_every_setting_keeps_to_its_ranges_and_makes_a_job(sampler: Any) -> None:
    search = Search(sampler=sampler, hidden_layers=(1, 3), trainers=("rprop-", "adamw", "lbfgs"))
    found = drawn(search, 40)[1:]
    for setting in found:
        assert setting is not None
        assert 1 <= len(setting.hidden) <= 3
        assert all(4 <= units <= 64 for units in setting.hidden)
        assert 1e-6 <= setting.l2 <= 0.1
        assert (setting.largest_step is not None) == (setting.trainer == "rprop-")
        assert (setting.learning_rate is not None) == (setting.trainer == "adamw")
        assert (setting.dropout is None) == (setting.trainer == "lbfgs")
        job = job_with(setting, JOB, 3)
        assert job == Job.model_validate(job.model_dump())
        assert job.network.sizes[1:] == (*setting.hidden, 3)
        assert job.training.time_limit == job.training.learn_again == 0
        kept = job_found(setting, JOB, 3).training
        assert (kept.time_limit, kept.learn_again) == (5.0, 2)
    assert {setting.trainer for setting in found if setting} == {"rprop-", "adamw", "lbfgs"}
    assert {len(setting.hidden) for setting in found if setting} == {1, 2, 3}


def test_even_settings_are_more_even_than_random_ones() -> None:
    """Of 64 Sobol points each quarter of a range has 16; drawn at random it has 16 ± 3.5."""
    search = Search(l2=(1e-4, 1.0), hidden_layers=(1, 1))
    values = [setting.l2 for setting in drawn(search, 66)[2:] if setting is not None]
    counts = np.histogram(np.log10(values), bins=[-4, -3, -2, -1, 0])[0]
    assert counts.sum() == 64
    assert np.abs(counts - 16).max() <= 1


def test_without_a_validation_part_there_is_no_patience() -> None:
    with_part = drawn(Search(), 3)[2]
    without = drawn(Search(), 3, small_job(Path("nowhere"), part=0.0))[2]
    assert with_part is not None
    assert without is not None
    assert 50 <= (with_part.patience or 0) <= 500
    assert without.patience is None


def test_logratios_need_positive_values_of_labelled_samples() -> None:
    target = np.array([0, 1, 0, -1])
    values = np.full((4, 2), 2.0)
    values[3] = -1.0
    assert fitted(Search(), dataset_of(target, features=values)) == Search()
    values[1, 1] = 0.0
    dataset = dataset_of(target, features=values)
    assert fitted(Search(), dataset).transforms == ("none", "log10")
    assert fitted(Search(transforms=("clr",)), dataset).transforms == ("none",)
