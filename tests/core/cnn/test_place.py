"""Where a CNN is trained: what there is to choose, and that a choice holds."""

from __future__ import annotations

import time

import pytest
import torch

from core.cnn import place, placing
from core.cnn.place import Place, choices, choose_device, place_beside_others
from core.cnn.placing import fastest
from core.image_job import CNNTraining
from datasets.messages import InputError
from tests.core.cnn.small_loops import small_loop, to_the_end

ONE, TWO = Place(torch.device("cpu")), Place(torch.device("cpu"), threads=2)


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


def test_on_a_processor_threads_layouts_and_precisions_are_tried(
    no_gpu: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "available_cores", lambda: 4)
    monkeypatch.setattr(place, "has_native_bf16", lambda: False)
    found = choices(CNNTraining())
    assert [(each.threads, each.channels_last) for each in found] == [
        (1, False), (1, True), (4, False), (4, True),
    ]  # fmt: skip
    assert not any(each.bf16 for each in found)
    assert {each.threads for each in choices(CNNTraining(threads=3))} == {3}
    assert all(each.bf16 for each in choices(CNNTraining(precision="bf16")))
    monkeypatch.setattr(place, "has_native_bf16", lambda: True)
    assert {each.bf16 for each in choices(CNNTraining())} == {True, False}
    assert not any(each.bf16 for each in choices(CNNTraining(precision="single")))


def test_a_graphics_processor_is_taken_where_there_is_one(
    no_gpu: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert choose_device("auto").type == "cpu"
    with pytest.raises(InputError, match="no graphics processor"):
        choose_device("gpu")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert choices(CNNTraining()) == [Place(torch.device("mps"))]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation: True)
    assert choices(CNNTraining()) == [Place(torch.device("cuda"), True, True)]
    assert choices(CNNTraining(precision="single")) == [Place(torch.device("cuda"), False, True)]
    assert choose_device("cpu").type == "cpu"


def test_the_faster_place_is_measured_once_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "TRIAL", 0.01)
    tried: list[Place] = []

    def trial(at: Place) -> object:
        tried.append(at)
        return lambda: time.sleep(0.004 if at is ONE else 0.0005)

    assert fastest([ONE, TWO], trial, "a") == TWO  # type: ignore[arg-type]
    assert fastest([ONE, TWO], trial, "a") == TWO  # type: ignore[arg-type]
    assert tried == [ONE, TWO]
    fastest([ONE, TWO], trial, "b")  # type: ignore[arg-type]
    assert len(tried) == 4
    assert fastest([ONE], trial, "c") == ONE  # type: ignore[arg-type]
    assert len(tried) == 4


def test_a_place_that_was_disturbed_at_first_has_another_chance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(placing, "TRIAL", 0.01)
    began = time.perf_counter()

    def trial(at: Place):
        def step() -> None:
            is_disturbed = at == TWO and time.perf_counter() - began < 0.05
            time.sleep(0.02 if is_disturbed else 0.004 / at.threads)

        return step

    assert fastest([ONE, TWO], trial, "disturbed") == TWO


def test_a_gain_within_the_noise_is_none() -> None:
    assert placing._choose([1.0, 0.92]) == 0
    assert placing._choose([1.0, 0.8, 0.75]) == 1


@pytest.mark.parametrize("text", ["[]", "{", '{"x": "y"}'])
def test_a_damaged_note_is_measured_anew(text: str) -> None:
    path = placing._path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert fastest([ONE, TWO], lambda at: lambda: None, "a") in (ONE, TWO)


def test_threads_are_put_back() -> None:
    before = torch.get_num_threads()
    with Place(torch.device("cpu"), threads=before + 1).used():
        assert torch.get_num_threads() == before + 1
    assert torch.get_num_threads() == before


@pytest.mark.parametrize("at", [Place(torch.device("cpu"), channels_last=True)])
def test_another_layout_changes_rounding_alone(at: Place) -> None:
    one, other = small_loop(epochs=1), small_loop(epochs=1, place=at)
    (plain,), (turned,) = to_the_end(one), to_the_end(other)
    assert turned.training.loss == pytest.approx(plain.training.loss, rel=1e-4)


def test_bf16_learns_too() -> None:
    loop = small_loop(epochs=12, place=Place(torch.device("cpu"), bf16=True, channels_last=True))
    done = to_the_end(loop)
    assert max(each.validation.accuracy for each in done) >= 0.9
    assert all(tensor.dtype != torch.bfloat16 for tensor in loop.kept_weights().values())


def test_one_of_several_takes_the_plainest_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation: True)
    cpu = torch.device("cpu")
    # another process has no such device
    assert place_beside_others(CNNTraining(), "cpu", 3) == Place(cpu, threads=3)
    assert place_beside_others(CNNTraining(threads=2), "cpu", 3) == Place(cpu, threads=2)
    on_device = Place(torch.device("cuda"), True, True)
    assert place_beside_others(CNNTraining(), "cuda", 3) == on_device
