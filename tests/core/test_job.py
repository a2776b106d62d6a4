"""Jobs survive their file, and a bad one is told in a sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.bundled import bundled_job, bundled_names, bundled_words, find_job
from core.job import (
    ACTIVATIONS,
    TRAINERS,
    Coding,
    Data,
    Initialisation,
    Job,
    Judging,
    Network,
    Preparation,
    Training,
    default_activations,
    outputs_of,
    parse_layers,
)
from core.job_file import job_text, read_job
from core.job_sections.protocols import Protocol
from datasets.messages import InputError
from datasets.table import read_table

# what a decoded file can hold: anything but lone surrogates
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
sizes = st.lists(st.integers(1, 10_000), min_size=2, max_size=6)


def parts(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, exclude_min=low == 0)


# softmax belongs to the outputs, with its own coding
inside = st.sampled_from([name for name in ACTIVATIONS if name != "softmax"])


@st.composite
def networks(draw: st.DrawFn) -> Network:
    units = draw(sizes)
    coding: Coding = draw(st.sampled_from(get_args(Coding)))
    if coding == "ordered":
        units[-1] = 1
    hidden = [draw(inside) for _ in units[2:]]
    return Network(
        layers="-".join(map(str, units)),
        activations=(*hidden, "softmax" if coding == "softmax" else draw(inside)),
        coding=coding,
        initialisation=draw(st.sampled_from(get_args(Initialisation))),
        initial_range=draw(parts(0, 100)),
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
    judging=st.builds(
        Judging, protocol=st.sampled_from(get_args(Protocol)), folds=st.sampled_from([2, 100])
    ),
    network=networks(),
    training=st.builds(
        Training,
        trainer=st.sampled_from(TRAINERS),
        momentum=st.floats(0, 1, exclude_max=True),
        batch_size=st.integers(0, 1_000_000),
        l1=st.floats(0, 10),
        l2=st.floats(0, 10),
        dropout=st.floats(0, 0.9),
        time_limit=st.floats(0, 1e7),
        members=st.integers(1, 1024),
        learn_again=st.integers(0, 1000),
        precision=st.sampled_from(["auto", "double", "single"]),
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
        (changed(('"rprop-"', '"rprop"')), "training.trainer"),
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
    assert bundled_names() == ("copper", "copper-ordered", "gold")
    assert find_job("copper").data.table == "example:copper"
    path = tmp_path / "mine.toml"
    path.write_text(job_text(bundled_job("copper")), encoding="utf-8")
    assert find_job(str(path)) == find_job("copper")
    with pytest.raises(InputError, match="no bundled example"):
        find_job("silver")


@pytest.mark.parametrize("name", bundled_names())
def test_a_bundled_job_fits_its_table(name: str) -> None:
    job = find_job(name)
    table = read_table(job.data.table)
    classes = len({text for text in table.column(job.data.target).values if text})
    assert job.network.sizes[0] == len(job.data.features)
    assert job.network.sizes[-1] == outputs_of(job.network.coding, classes)
    assert set(job.data.features) <= set(table.names)
    title, description = bundled_words(name)
    assert "synthetic" in str(title)
    assert str(description).endswith(".")


def test_the_gold_job_is_the_documented_one() -> None:
    job = find_job("gold")
    assert job.network.layers == "3-3-4"
    assert set(job.network.activations) == {"logistic"}
    assert (job.training.trainer, job.training.update) == ("bp", "sample")
    assert (job.training.learning_rate, job.training.momentum) == (0.8, 0.0)
    assert (job.training.error_goal, job.training.epochs) == (1e-4, 5000)
    assert job.preparation.transform == "log10"
    assert job.preparation.validation_part == 0.0


def test_the_ordered_copper_job_is_the_documented_one() -> None:
    one_hot, ordered = find_job("copper"), find_job("copper-ordered")
    assert ordered.network.coding == "ordered"
    assert ordered.network.layers == "14-9-5-1"
    assert (ordered.training.trainer, ordered.training.learning_rate) == ("bp", 0.9)
    assert (ordered.training.error_goal, ordered.training.momentum) == (1e-5, 0.0)
    assert ordered.data == one_hot.data
    assert ordered.preparation == one_hot.preparation
