"""The table of layers, the verb `networks`, and that the plan loads no torch."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from core.command_line import main
from core.networks.cnn.describing import describe
from core.networks.cnn.listing import named_plan
from core.networks.cnn.plan import plan_text
from tests.core.networks.cnn.published import OWN, PUBLISHED


def _printed(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    with pytest.raises(SystemExit) as end:
        main(["networks", *words])
    assert end.value.code == 0
    return capsys.readouterr().out.splitlines()


def test_names_and_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    found = dict(line.split("\t") for line in _printed(capsys, "--parameters"))
    assert {name: int(found[name]) for name in PUBLISHED} == PUBLISHED
    assert set(found) == {*PUBLISHED, *OWN}


def test_names_and_titles(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _printed(capsys)
    assert [line.split("\t")[0] for line in lines][:5] == [
        *OWN,
        "deeplearntoolbox",
        "lenet-5-1998",
        "lenet-5",
    ]
    assert "840 weights besides are fixed" in lines[3]


def test_a_network_fitted_to_a_shape(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _printed(capsys, "--layers", "lenet-5", "--shape", "1x28x28")
    assert lines[0] == "Layer\tKind\tSizes\tOutput\tParameters\tMult–adds"
    assert lines[1] == "c1\tConvolution\t6 · 5 × 5 · p2\t6 × 28 × 28\t156\t117,600"
    assert "1 × 28 × 28\t\t\t\t61,706\t416,520" in lines
    assert lines[-1] == "c1: padded by 2, so that the size is kept."


def test_rows_of_layers() -> None:
    rows = describe(plan_text("CONV 8 5x5 s2 p0 floor-LRELU-DROPOUT 0.25-FC", (1, 28, 28), 10))
    assert [(r.name, str(r.kind), r.figures, r.output) for r in rows] == [
        ("conv1", "Convolution", "8 · 5 × 5 · s2", "8 × 12 × 12"),
        ("lrelu1", "Leaky ReLU", "", "8 × 12 × 12"),
        ("dropout1", "Dropout", "0.25", "8 × 12 × 12"),
        ("fc1", "Fully connected", "10", "10"),
        ("softmax1", "Softmax", "", "10"),
    ]
    assert (rows[0].parameters, rows[0].macs) == (8 * 26, 8 * 25 * 144)
    assert (rows[3].parameters, rows[3].macs) == (10 * 1153, 11520)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--layers", "lenet5"], "no network called lenet5; did you mean lenet-5"),
        (["--layers", "lenet-5", "--shape", "28x28"], "28x28 is no size of images"),
        (["--layers", "lenet-5", "--shape", "1x0x28"], "1x0x28 is no size of images"),
        (["--layers", "lenet-5", "--shape", "1x28x99999999999"], "is no size of images"),
        (["--layers", "nosuch"], "no network called nosuch, and it cannot be read as layers"),
        (["--layers", "CONV-FOO"], "position 6: FOO is not known"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["networks", *words])
    assert end.value.code == 2
    assert sentence in capsys.readouterr().err


def test_the_original_form_where_nothing_is_said() -> None:
    assert named_plan("lenet-5").input == (1, 32, 32)
    assert named_plan("vgg-11", "", 5).classes == 5
    assert named_plan("CONV-FC", "2x9x9", 4).input == (2, 9, 9)


def test_plans_load_nothing_heavy() -> None:
    script = (
        "import sys, json, core.networks.cnn.listing, core.networks.cnn.text;"
        "print(json.dumps([m for m in ('torch','scipy','sklearn','numba','pandas')"
        " if m in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []
