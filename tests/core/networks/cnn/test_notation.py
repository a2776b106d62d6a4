"""The notation: what a text means, that it comes back, and what is said of a slip."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.networks.cnn.layers import INPUT, Layer
from core.networks.cnn.notation import layers_of
from core.networks.cnn.plan import plan_text
from core.networks.cnn.text import as_text, text_of, with_change, with_layer, without_layer
from core.networks.cnn.zoo import ZOO
from datasets.messages import InputError

DIGIT = (1, 28, 28)


def test_the_pattern_of_the_field() -> None:
    layers = layers_of("[(CONV-RELU)*2-POOL]*2-FC-SOFTMAX")
    assert [layer.name for layer in layers] == [
        *("conv1", "relu1", "conv2", "relu2", "pool1"),
        *("conv3", "relu3", "conv4", "relu4", "pool2"),
        *("fc1", "softmax1"),
    ]
    assert [layer.filters for layer in layers if layer.kind == "convolution"] == [32, 32, 64, 64]
    assert layers[0] == Layer("conv1", "convolution", (INPUT,), filters=32, kernel=3, padding=1)
    assert layers[4] == Layer("pool1", "max_pool", ("relu2",), kernel=2, stride=2)
    assert layers[-2].filters == 0


def test_all_figures() -> None:
    layer = layers_of("conv 48 5x5 s2 p3 g4 floor nobias")[0]
    assert (layer.filters, layer.kernel, layer.stride, layer.padding) == (48, 5, 2, 3)
    assert (layer.groups, layer.rounding, layer.bias) == (4, "floor", False)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("【（ＣＯＮＶ－ReLU）＊２－ＰＯＯＬ】×２－FC", "[(CONV-RELU)*2-POOL]*2-FC"),
        ("(CONV → RELU)x2 — FC", "CONV-RELU-CONV-RELU-FC"),
        ("CONV32 3×3-(FC64-RELU)·2-SOFTMAX", "CONV 32 3x3-FC 64-RELU-FC 64-RELU-SOFTMAX"),
        ("conv\n-relu ,\n fc", "CONV-RELU-FC"),
        ("L2POOL3-AVGPOOL 2x2 s1-DROPOUT0.25", "L2POOL 3x3-AVGPOOL 2 s1-DROPOUT 0.25"),
        ("(FC-RELU)*2-FC-SOFTMAX", "FC 128-RELU-FC 128-RELU-FC-SOFTMAX"),
    ],
)
def test_ways_of_writing(written: str, plain: str) -> None:
    assert layers_of(written) == layers_of(plain)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("CONV-", "position 6: a layer such as CONV, POOL or FC must stand here"),
        ("[CONV-POOL", "position 1: the bracket [ opened here is not closed by ]"),
        ("[CONV)-FC", "position 1: the bracket [ opened here is not closed by ]"),
        ("CONV)-FC", "position 5: this bracket was never opened"),
        ("(CONV-RELU)*N-FC", "position 13: how often to repeat must stand here as a number"),
        ("(CONV)*0-FC", "position 8: how often to repeat must stand here as a number"),
        ("CONV RELU", "position 6: a - must stand before RELU"),
        ("CONV-COMV", "position 6: COMV is not known; layers are AVGPOOL, BN, CONV"),
        ("CONV 5x3", "position 6: kernels are square; write 5x5 for 5x3"),
        ("CONV 32 64", "position 9: 64 says a second time what CONV was given before"),
        ("RELU 3", "position 6: RELU takes no 3; its figures are: –"),
        ("POOL g2", "position 6: POOL takes no g2; its figures are: 3x3 s2 p1 floor ceil"),
        ("CONV 0", "position 6: 0 is out of bounds; 1 to 65536 can be written here"),
        ("CONV s0", "position 6: s0 is out of bounds; 1 to 255"),
        ("DROPOUT 1", "position 9: a share of 1 cannot be left out"),
        ("(CONV*100)*100", "That would be 10000 layers; up to 1000 can be written"),
        ("(" * 30 + "CONV", "more than 20 brackets lie in each other"),
        ("CONV-" * 5000, "25000 characters long; up to 20000 are read"),
    ],
)
def test_a_slip_is_told_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        layers_of(text)
    assert sentence in str(refused.value)


@settings(max_examples=60)
@given(st.text(alphabet="CONVPOLFREUBSTMAX()[]*x-? 0123456789spg.×（）", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        layers = layers_of(text)
    except InputError:
        return
    assert layers_of(text_of(layers)) == layers


figures = st.integers(1, 300)
slides = st.builds(
    " ".join,
    st.lists(st.sampled_from(["s2", "p1", "floor"]), unique=True, max_size=3),
)
words = st.one_of(
    st.builds(lambda n, k, s: f"CONV {n} {k}x{k} {s}", figures, st.integers(1, 9), slides),
    st.builds(
        lambda w, k, s: f"{w} {k}x{k} {s}",
        st.sampled_from(["POOL", "AVGPOOL", "L2POOL"]),
        st.integers(1, 9),
        slides,
    ),
    st.builds(lambda n: f"FC {n} nobias", figures),
    st.builds(lambda n: f"DROPOUT {n / 1000}", st.integers(0, 999)),
    st.sampled_from(["CONV", "POOL", "POOL?", "FC", "BN", "LRN 3", "GAP", "RELU", "STANH", "ELU"]),
)
texts = st.recursive(
    words,
    lambda inner: st.builds(
        lambda parts, times: f"({'-'.join(parts)})*{times}",
        st.lists(inner, min_size=1, max_size=3),
        st.integers(1, 3),
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(texts)
def test_a_canonical_text_means_the_same(text: str) -> None:
    layers = layers_of(text)
    canonical = text_of(layers)
    assert layers_of(canonical) == layers
    assert text_of(layers_of(canonical)) == canonical


@settings(max_examples=40)
@given(st.lists(words, min_size=2, max_size=6), st.data())
def test_changes_of_a_table_come_back_as_text(parts: list[str], data: st.DataObject) -> None:
    layers = layers_of("-".join(parts))
    place = data.draw(st.integers(0, len(layers)))
    longer = with_layer(layers, place, "FC")
    assert layers_of(text_of(longer)) == longer
    shorter = without_layer(longer, place)
    assert [layer.kind for layer in shorter] == [layer.kind for layer in layers]
    assert layers_of(text_of(shorter)) == shorter


def test_a_changed_layer() -> None:
    layers = with_change(layers_of("CONV-RELU-FC"), 0, filters=7, kernel=5, padding=2)
    assert text_of(layers) == "CONV 7 5x5-RELU-FC"


@pytest.mark.parametrize(
    "name", ["digits", "map-windows", "deeplearntoolbox", "lenet-5", "alexnet", "zfnet", "vgg-11"]
)
def test_a_sequential_network_can_be_started_from(name: str) -> None:
    plan = ZOO[name].original()
    again = plan_text(as_text(plan), plan.input, plan.classes)
    assert [(p.output, p.parameters, p.macs) for p in again.layers] == [
        (p.output, p.parameters, p.macs) for p in plan.layers
    ]
    assert plan_text(as_text(plan), plan.input, 7).classes == 7


@pytest.mark.parametrize("name", ["lenet-5-1998", "resnet-18", "googlenet", "densenet-121"])
def test_other_networks_have_no_text(name: str) -> None:
    assert as_text(ZOO[name].original()) == ""


def test_an_optional_pool_gives_way() -> None:
    plan = plan_text("(CONV-RELU-POOL?)*4-FC", DIGIT, 10)
    assert [p.layer.name for p in plan.layers if p.layer.kind == "max_pool"] == ["pool1", "pool2"]
    assert [str(note) for note in plan.notes] == [
        "pool3: left out, since the size does not divide or is used up.",
        "pool4: left out, since the size does not divide or is used up.",
    ]
    assert plan.is_sequential


def test_a_size_that_does_not_divide_is_refused_with_the_formula() -> None:
    with pytest.raises(InputError) as refused:
        plan_text("CONV 8 5x5 s2 p0-FC", DIGIT, 10)
    assert str(refused.value) == (
        "conv1: the size does not divide, (N − F + 2P) / S + 1 = (28 − 5 + 2·0) / 2 + 1 = 12.5 "
        "is not a whole number; change kernel, padding or stride, or add floor."
    )
    assert plan_text("CONV 8 5x5 s2 p0 floor-FC", DIGIT, 10).layers[0].output == (8, 12, 12)
    assert plan_text("POOL 5x5 s2 ceil-FC", DIGIT, 10).layers[0].output == (1, 13, 13)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("CONV 8 31x31 p0-FC", "conv1: a kernel of 31 × 31 does not fit into 28 pixels"),
        ("CONV 8 g3-FC", "conv1: 1 maps and 8 filters do not divide into 3 groups"),
        ("CONV 8 ceil-FC", "conv1: only pools can round up"),
        ("FC-CONV-FC", "conv1 needs maps, but after a fully connected layer"),
        ("POOL 2 p2-FC", "pool1: a padding of 2 is more than half the kernel of 2"),
        ("CONV-SOFTMAX-FC", "softmax1 stands in the middle"),
        ("FC 9-SOFTMAX", "The last layer gives 9 values, but there are 10 classes"),
        ("POOL 28-GAP", "The last layer gives 1 value, but there are 10 classes"),
        ("FC 65536-FC 65536-FC", "The network would have 4,347,133,962 parameters; up to"),
        ("CONV-RELU", "The last layer gives 25088 values, but there are 10 classes"),
        ("  ", "No layers are written; write some such as [(CONV-RELU)"),
    ],
)
def test_layers_that_do_not_fit_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        plan_text(text, DIGIT, 10)
    assert sentence in str(refused.value)


def test_a_network_without_weights_is_refused() -> None:
    with pytest.raises(InputError, match="No layer has weights, so nothing can be learned"):
        plan_text("GAP-SOFTMAX", (10, 8, 8), 10)


def test_a_softmax_is_added_and_logistic_outputs_stay() -> None:
    assert plan_text("CONV-FC", DIGIT, 10).outputs == "softmax"
    assert plan_text("CONV-FC", DIGIT, 10) == plan_text("CONV-FC-SOFTMAX", DIGIT, 10)
    assert plan_text("CONV-FC-LOGISTIC", DIGIT, 10).outputs == "logistic"


def test_names_hang_on_kind_and_number_alone() -> None:
    layers = layers_of("CONV-CONV-FC")
    assert without_layer(layers, 0) == (
        replace(layers[0], filters=32),
        replace(layers[2], inputs=("conv1",)),
    )
