"""A step where memory does not suffice means the same, in smaller pieces."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from core.cnn.errors import batch_error
from core.cnn.graph import CapturedStep
from core.cnn.step import AUXILIARY, Step, is_out_of_memory
from core.image_job import CNNTraining
from core.job_sections.cnn import CNN
from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.plan import plan_network
from datasets.messages import InputError
from tests.core.cnn.small_loops import CPU

PLAIN = CNN(name="custom", layers="CONV4-TANH-POOL-FC-SOFTMAX")
IMAGES = torch.arange(10 * 64.0).reshape(10, 1, 8, 8).sin()
LABELS = torch.arange(10) % 3


class Narrow(CNNModule):
    """A network whose memory suffices for so many samples."""

    most = 100
    calls: list[int]

    def heads(self, x: Tensor) -> tuple[Tensor, ...]:
        self.calls.append(len(x))
        if len(x) > self.most:
            raise RuntimeError("[enforce fail at alloc_cpu.cpp] can't allocate memory: 1 TB")
        return super().heads(x)


def network(most: int) -> Narrow:
    made = Narrow(plan_network(PLAIN, (1, 8, 8), 3))
    made.initialise(1)
    made.most, made.calls = most, []
    return made


def gradients(of: CNNModule, told: list[int]) -> list[Tensor]:
    step = Step(of, batch_error(CNNTraining(), "softmax"), CPU, told.append)
    step.gradient(IMAGES, LABELS)
    step.gradient(IMAGES, LABELS)
    assert step.tally[1] <= 20
    return [*(weight.grad.clone() for weight in of.parameters()), step.tally]  # type: ignore[union-attr]


def test_halves_add_up_to_the_whole_batch() -> None:
    told: list[int] = []
    whole, halved = network(100), network(3)
    expected, found = gradients(whole, told), gradients(halved, told)
    assert told == [5, 3]
    # pieces are kept for the batches to come
    assert halved.calls == [10, 5, 3, 3, 3, 1, 3, 3, 3, 1]
    for one, other in zip(found, expected, strict=True):
        assert torch.allclose(one, other, atol=1e-6)


def test_what_does_not_fit_even_one_by_one_is_raised() -> None:
    with pytest.raises(RuntimeError, match="allocate"):
        gradients(network(0), [])


def test_other_faults_are_raised_at_once() -> None:
    narrow = network(100)
    told: list[int] = []
    step = Step(narrow, batch_error(CNNTraining(), "softmax"), CPU, told.append)
    with pytest.raises(RuntimeError):
        step.gradient(torch.zeros(4, 7, 8, 8), LABELS[:4])
    assert told == []


def test_what_counts_as_out_of_memory() -> None:
    assert is_out_of_memory(torch.OutOfMemoryError("CUDA out of memory"))
    assert is_out_of_memory(MemoryError())
    assert is_out_of_memory(RuntimeError("DefaultCPUAllocator: not enough memory: you tried"))
    assert not is_out_of_memory(RuntimeError("shape '[3]' is invalid"))
    assert not is_out_of_memory(ValueError("out of memory"))


def test_auxiliary_heads_have_a_part_in_the_gradient() -> None:
    class WithAuxiliary(CNNModule):
        def heads(self, x: Tensor) -> tuple[Tensor, ...]:
            outputs = self(x)
            return outputs, outputs

    made = WithAuxiliary(plan_network(PLAIN, (1, 8, 8), 3))
    made.initialise(1)
    expected, found = gradients(network(100), []), gradients(made, [])
    for one, other in zip(found[:-1], expected[:-1], strict=True):
        assert torch.allclose(one, (1 + AUXILIARY) * other, rtol=1e-4, atol=1e-7)
    assert torch.equal(found[-1], expected[-1])


def test_where_no_graph_can_be_captured_steps_go_the_usual_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The choice is walked with a CUDA that refuses; there is none here."""

    class Stream:
        def wait_stream(self, other: object) -> None: ...

        def __enter__(self) -> None: ...

        def __exit__(self, *error: object) -> None: ...

    class Refused:
        def __init__(self, graph: object) -> None: ...

        def __enter__(self) -> None:
            raise RuntimeError("operation not permitted when stream is capturing")

        def __exit__(self, *error: object) -> None: ...

    fakes = {"Stream": Stream, "current_stream": Stream, "stream": lambda s: s, "CUDAGraph": object}
    for name, fake in {**fakes, "graph": Refused, "synchronize": lambda: None}.items():
        monkeypatch.setattr(torch.cuda, name, fake)
    made = build(plan_network(PLAIN, (1, 8, 8), 3))
    made.initialise(1)
    step = Step(made, batch_error(CNNTraining(), "softmax"), CPU)
    captured = CapturedStep(made, step, batch=10)
    expected = gradients(network(100), [])
    for _ in range(6):
        captured.gradient(IMAGES, LABELS)
        captured.gradient(IMAGES[:4], LABELS[:4])
        captured.gradient(IMAGES, LABELS)
        for weight, other in zip(made.parameters(), expected, strict=False):
            assert weight.grad is not None
            assert torch.equal(weight.grad, other)


def test_what_others_wait_for_is_not_halved() -> None:
    step = Step(network(3), batch_error(CNNTraining(), "softmax"), CPU, may_halve=False)
    with pytest.raises(InputError, match="10 samples at once"):
        step.gradient(IMAGES, LABELS)


def test_shares_of_a_batch_add_up_to_it() -> None:
    whole = network(100)
    step = Step(whole, batch_error(CNNTraining(), "softmax"), CPU)
    step.gradient(IMAGES, LABELS)
    expected = [weight.grad for weight in whole.parameters()]
    step.gradient(IMAGES[:4], LABELS[:4], 10)
    first = [weight.grad for weight in whole.parameters()]
    step.gradient(IMAGES[4:], LABELS[4:], 10)
    for one, share, weight in zip(expected, first, whole.parameters(), strict=True):
        assert torch.allclose(one, share + weight.grad, atol=1e-6)  # type: ignore[arg-type, operator]
