"""Searches of a window: found again by their table, and taken away where none has begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.job import Judging
from core.job_file import read_job
from core.searching.folder import SearchFolder
from core.searching.given import read_search
from core.searching.judged_by import check_protocol
from core.searching.listing import (
    discard,
    list_searches,
    new_search,
    searches_folder,
    write_asked,
)
from core.searching.settings import Search
from datasets.messages import InputError
from tests.core.searching.small_searches import noise_job


def test_searches_are_found_by_their_table(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "noise.csv"
    job = noise_job(table)
    folder = searches_folder(None)
    assert folder == home / "data" / "searches"
    beside = searches_folder(tmp_path / "work.anomalyst")
    assert beside == tmp_path / "work.searches"
    first, second = SearchFolder(folder / "20260101-a"), SearchFolder(beside / "20260201-b")
    other = SearchFolder(folder / "20260301-c")
    for search, its_job in ((first, job), (second, job), (other, noise_job(tmp_path / "z.csv"))):
        write_asked(search, its_job, Search(trials=3))
    (folder / "notes").mkdir()
    (folder / "damaged").mkdir()
    for name in ("job.toml", "search.toml"):
        (folder / "damaged" / name).write_text("no toml", encoding="utf-8")
    assert list_searches({folder, beside}, str(table)) == [second, first]
    assert list_searches([tmp_path / "nowhere"], str(table)) == []
    assert read_search(first.search_path) == Search(trials=3)
    assert read_job(first.job_path) == job


def test_a_new_search_has_a_folder_of_its_own(tmp_path: Path) -> None:
    one = new_search(tmp_path, "noise")
    one.path.mkdir()
    other = new_search(tmp_path, "noise")
    assert other.path != one.path
    assert other.path.name.endswith(("noise", "noise-2"))


def test_what_was_refused_at_once_leaves_nothing(tmp_path: Path) -> None:
    refused, begun = SearchFolder(tmp_path / "refused"), SearchFolder(tmp_path / "begun")
    job = noise_job(tmp_path / "noise.csv")
    for search in (refused, begun):
        write_asked(search, job, Search())
    begun.begin(job, Search(), "")
    for search in (refused, begun):
        discard(search)
    assert not refused.path.exists()
    assert begun.job_path.exists()


@pytest.mark.parametrize(
    ("judging", "reason"),
    [
        (Judging(protocol="validation"), "only chooses"),
        (Judging(protocol="second_file", test_table="b.csv"), "by a second file"),
        (Judging(protocol="leave_one_out", buffer=10.0), "with a buffer"),
    ],
)
def test_protocols_that_cannot_judge_a_search(judging: Judging, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        check_protocol(judging)


@pytest.mark.parametrize("protocol", ["hold_out", "folds", "groups", "blocks", "leave_one_out"])
def test_protocols_that_can(protocol: str) -> None:
    check_protocol(Judging.model_validate({"protocol": protocol}))
