"""Jobs survive their file, and a bad one is told in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.bundled import bundled_job, bundled_names, find_job
from core.job import (
    ACTIVATIONS,
    Data,
    Job,
    Network,
    Preparation,
    Training,
    default_activations,
    job_text,
    parse_layers,
    read_job,
)
from datasets.messages import InputError

# what a decoded file can hold: anything but lone surrogates
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
sizes = st.lists(st.integers(1, 10_000), min_size=2, max_size=6)


def parts(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, exclude_min=low == 0)


networks = sizes.flatmap(
    lambda units: st.builds(
        Network,
        layers=st.just("-".join(map(str, units))),
        activations=st.lists(
            st.sampled_from(ACTIVATIONS), min_size=len(units) - 1, max_size=len(units) - 1
        ).map(tuple),
    )
)
jobs = st.builds(
    Job,
    data=st.builds(
        Data,
        table=texts.map(lambda text: f"example:{text}"),
        target=texts,
        features=st.lists(texts, min_size=1, max_size=4).map(tuple),
        x=texts,
        y=texts,
        group=texts,
        crs=texts,
        fingerprint=texts,
    ),
    preparation=st.builds(Preparation, validation_part=st.floats(0, 0.5)),
    network=networks,
    training=st.builds(
        Training,
        trainer=st.sampled_from(["rprop-", "bp"]),
        learning_rate=parts(0, 100),
        initial_step=parts(0, 10),
        largest_step=parts(0, 1000),
        error_goal=parts(0, 1),
        epochs=st.integers(1, 10_000_000),
        patience=st.integers(0, 10_000_000),
        seed=st.integers(0, 2**31 - 1),
    ),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(jobs)
def test_a_job_survives_its_file(tmp_path: Path, job: Job) -> None:
    path = tmp_path / "job.toml"
    path.write_text(job_text(job), encoding="utf-8", newline="\n")
    assert read_job(path) == job


@given(
    sizes,
    st.sampled_from(["-", " - ", "–", "—", "－", " – "]),
    st.sampled_from(["", " ", "\t", "\n"]),
)
def test_layers_are_read_with_any_hyphen_and_spaces(
    units: list[int], hyphen: str, around: str
) -> None:
    assert parse_layers(around + hyphen.join(map(str, units)) + around) == tuple(units)


@given(st.text(max_size=20))
def test_layers_are_read_or_refused(text: str) -> None:
    try:
        found = parse_layers(text)
    except InputError:
        return
    assert len(found) >= 2
    assert tuple(int(part) for part in re.findall("[0-9]+", text)) == found


@pytest.mark.parametrize(
    "layers",
    [
        *("", "14", "14-", "-14", "14--8", "14-9.5-8", "14-0-8", "14-10001-8", "a-b"),
        *("1-2-٣", "²-3", "-".join("1" * 21)),
    ],
)
def test_wrong_layers_are_refused(layers: str) -> None:
    with pytest.raises(InputError, match=re.escape(f"“{layers}”")):
        parse_layers(layers)


def test_activations_must_be_as_many_as_layers() -> None:
    with pytest.raises(InputError, match="2 layers after the inputs but 1"):
        Network(layers="3-2-2", activations=("tanh",))
    assert default_activations((3, 4, 5, 2)) == ("tanh", "tanh", "logistic")


def test_a_job_does_not_change() -> None:
    job = bundled_job("copper")
    with pytest.raises(ValidationError):
        job.training.epochs = 3


def test_a_relative_table_is_taken_from_the_folder_of_the_job(tmp_path: Path) -> None:
    job = bundled_job("copper")
    data = job.data.model_copy(update={"table": "../tables/表.csv"})
    path = tmp_path / "jobs" / "job.toml"
    path.parent.mkdir()
    path.write_text(job_text(job.model_copy(update={"data": data})), encoding="utf-8")
    assert read_job(path).data.table == str(tmp_path.resolve() / "tables" / "表.csv")


def changed(*pairs: tuple[str, str]) -> str:
    text = job_text(bundled_job("copper"))
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "data"),
        ("data = 3", "data"),
        ("[data", "not valid TOML"),
        (changed(("format = 1", "format = 2")), "format"),
        (changed(("epochs = 5000", 'epochs = "many"')), "training.epochs"),
        (changed(("epochs = 5000", "epochs = 0")), "training.epochs"),
        (changed(("epochs = 5000", "epoches = 5000")), "training.epoches"),
        (changed(("error_goal = 1e-05", "error_goal = nan")), "training.error_goal"),
        (changed(('"rprop-"', '"adam"')), "training.trainer"),
        (changed(("14-9-5-8", "14-9-x-8")), "14-9-x-8"),
        (changed(("14-9-5-8", "14-9-8")), "activations"),
    ],
)
def test_a_damaged_job_names_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "job.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)) as caught:
        read_job(path)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_text_is_no_job(tmp_path: Path) -> None:
    path = tmp_path / "job.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read"):
        read_job(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_job(tmp_path)


def test_jobs_are_found_by_name_and_by_file(tmp_path: Path) -> None:
    assert bundled_names() == ("copper",)
    assert find_job("copper").data.table == "example:copper"
    path = tmp_path / "mine.toml"
    path.write_text(job_text(bundled_job("copper")), encoding="utf-8")
    assert find_job(str(path)) == find_job("copper")
    with pytest.raises(InputError, match="no bundled example"):
        find_job("gold")
