"""The zoo: published counts, shapes, and forms fitted to small images that really learn."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import cross_entropy

from core.job_sections.cnn import CNN
from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.plan import plan_network
from core.networks.cnn.zoo import ZOO
from datasets.messages import InputError
from tests.core.networks.cnn.published import OWN, PUBLISHED

# one of each family: their larger nets have more of the same layers
LIGHT = ("digits", "map-windows", "deeplearntoolbox", "lenet-5", "lenet-5-1998", "resnet-cifar-20")
HEAVY = ("alexnet", "zfnet", "vgg-11", "googlenet-auxiliary", "resnet-18", "densenet-bc-100-12")


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def test_every_network_of_the_table_is_there() -> None:
    assert set(ZOO) == {*PUBLISHED, *OWN}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_plan_counts_what_is_published(name: str) -> None:
    assert ZOO[name].parameters == PUBLISHED[name]


@pytest.mark.parametrize("name", ZOO)
def test_the_network_has_what_the_plan_says(name: str) -> None:
    """Parameters and the shape of every layer, on a device that computes shapes alone."""
    plan = ZOO[name].original()
    with torch.device("meta"):
        network = build(plan).eval()
        images = torch.empty(2, *plan.input)
        names = [planned.layer.name for planned in plan.layers]
        found = network.outputs(images, names)
    assert sum(weight.numel() for weight in network.parameters()) == plan.parameters
    for planned in plan.layers:
        own = network.layers[planned.layer.name].parameters(recurse=False)
        assert sum(weight.numel() for weight in own) == planned.parameters
    assert {n: tuple(found[n].shape[1:]) for n in names} == {
        planned.layer.name: planned.output for planned in plan.layers
    }


def test_lenet_of_1998_has_840_fixed_weights() -> None:
    plan = ZOO["lenet-5-1998"].original()
    assert plan.fixed_parameters == 840
    rows = [(p.layer.name, p.parameters) for p in plan.layers if p.parameters]
    assert rows == [
        ("c1", 156),
        ("s2", 12),
        ("c3", 1516),
        ("s4", 32),
        ("c5", 48120),
        ("f6", 10164),
    ]


@pytest.mark.parametrize("name", [*LIGHT, *HEAVY])
def test_the_fitted_form_learns_windows_of_a_map(name: str) -> None:
    _learn_a_step(_fitted(name, (15, 9, 9)), (15, 9, 9))


@pytest.mark.parametrize("side", [8, 28])
@pytest.mark.parametrize("name", LIGHT)
def test_the_fitted_form_learns_digits(name: str, side: int) -> None:
    _learn_a_step(_fitted(name, (1, side, side)), (1, side, side))


@pytest.mark.parametrize("name", ZOO)
def test_the_fitted_form_takes_any_side(name: str) -> None:
    for side in (1, 2, 5, 8, 33, 65, 128):
        plan = plan_network(CNN(name=name), (4, side, side + 1), 3)
        assert plan.layers[-1].output == (3,)


def test_a_small_image_changes_a_stem_and_says_so() -> None:
    notes = [str(note) for note in plan_network(CNN(name="vgg-16"), (1, 8, 8), 10).notes]
    assert notes == [
        "pool4: left out, since only 1 × 1 pixels come to it.",
        "pool5: left out, since only 1 × 1 pixels come to it.",
        "Hidden fully connected layers have 512 units instead of 4096, as many as values come in.",
    ]
    assert ZOO["vgg-16"].original().notes == ()


def test_an_original_form_refuses_other_images() -> None:
    with pytest.raises(InputError, match=r"takes images of 1 × 32 × 32 and 10 classes; these are"):
        plan_network(CNN(name="lenet-5", form="original"), (1, 28, 28), 10)
    original = plan_network(CNN(name="lenet-5", form="original"), (1, 32, 32), 10)
    assert original == ZOO["lenet-5"].original()


def test_an_unknown_network_is_refused_with_the_names() -> None:
    with pytest.raises(InputError, match="no network called lenet; there are digits, map-windows"):
        plan_network(CNN(name="lenet"), (1, 28, 28), 10)


def _fitted(name: str, shape: tuple[int, int, int]) -> CNNModule:
    network = build(plan_network(CNN(name=name), shape, 4))
    network.initialise(3)
    return network


def _learn_a_step(network: CNNModule, shape: tuple[int, int, int]) -> None:
    """Hold a gradient for every weight, and a smaller error after a small step along it.

    The mode is that of judging, so that dropout and the figures of a batch do not blur the error.
    """
    network.eval()
    images = torch.randn(4, *shape, generator=torch.Generator().manual_seed(1))
    labels = torch.tensor([0, 1, 2, 3])
    error = sum((cross_entropy(head, labels) for head in network.heads(images)), torch.zeros(()))
    weights = list(network.parameters())
    slopes = torch.autograd.grad(error, weights)
    steepness = sum(float((slope * slope).sum()) for slope in slopes)
    assert steepness > 0
    before = error.detach()
    with torch.no_grad():
        for weight, slope in zip(weights, slopes, strict=True):
            # so short that the error falls by about a hundredth of itself
            weight.sub_(slope * (0.01 * float(before) / steepness))
        after = sum(torch.nn.functional.cross_entropy(h, labels) for h in network.heads(images))
    assert after < float(before)
