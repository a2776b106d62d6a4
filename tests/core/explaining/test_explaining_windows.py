"""The verb `explain` on a run of a CNN on windows that one element alone decides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.control import Control
from core.events import Event, Finished
from core.explaining.explaining import Asked, explain_run
from core.run_folder import RunFolder
from tests.core.explaining.small_windows import planted_run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    return planted_run(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def found(run: RunFolder) -> dict[str, Any]:
    """The file of an explanation, with row 1, which lies in the south-western corner."""
    events: list[Event] = []
    explain_run(run, Asked(row=1), run.path, events.append, Control())
    assert isinstance(events[-1], Finished)
    assert "The patches of each were exchanged 10 times" in str(events[-1].message)
    explanation = run.explanation()
    assert explanation is not None
    return explanation


def test_the_element_that_decides_stands_alone(found: dict[str, Any]) -> None:
    first, *noise = found["importance"]["elements"]
    assert first["name"] == "Cu"
    assert first["macro_f1"]["low"] > 0.2
    for each in noise:
        assert each["macro_f1"]["low"] <= 0 <= each["macro_f1"]["high"]
        assert abs(each["macro_f1"]["value"]) < 0.2 * first["macro_f1"]["value"]
    assert first["macro_f1"]["members"] > 0
    for each in found["attributions"]["classes"]:
        assert int(np.argmax(each["absolute"])) == 0
        assert each["mean"][0] > 0.2
    cu, *others = (np.array(each["classes"][1]["mean"]) for each in found["dependence"])
    # all cells of a window move at once, so that weights on noise add up
    assert cu[-1] - cu[0] > 0.9
    assert all(np.ptp(each) < 0.7 for each in others)


def test_it_explains_the_samples_that_judged_the_run(run: RunFolder, found: dict[str, Any]) -> None:
    verdict = run.verdict()
    assert verdict is not None
    assert found["window"] == 3
    assert found["folds"] == 2
    assert found["samples"] == found["importance"]["samples"] == verdict["held_out"]["samples"]
    whole = verdict["held_out"]["figures"]["macro_f1"]["value"]
    assert found["importance"]["whole"]["macro_f1"] == pytest.approx(whole, abs=1e-6)


def test_a_row_tells_which_cells_spoke_north_above(found: dict[str, Any]) -> None:
    cell = found["cell"]
    assert not cell["held_out"]
    assert [each["members"] for each in cell["classes"]] == [4, 4]
    assert cell["window"]["cells"] == 3
    for of_class, contributed in zip(
        cell["window"]["classes"], cell["contributions"]["classes"], strict=True
    ):
        cells = np.array(of_class["mean"], np.float64)
        # west and south of the corner nothing was sampled
        np.testing.assert_array_equal(np.isnan(cells), [[True, False, False]] * 2 + [[True] * 3])
        assert np.nansum(cells) == pytest.approx(sum(contributed["mean"]), abs=1e-5)
    assert cell["doubt"]["unlike"] > 0


def test_one_row_is_told_by_those_that_never_saw_it(run: RunFolder, tmp_path: Path) -> None:
    explain_run(run, Asked(row=30, only_row=True), tmp_path, lambda _: None, Control())
    cell = json.loads((tmp_path / "cell.json").read_text(encoding="utf-8"))["cell"]
    assert cell["held_out"]
    assert not cell["trained_on"]
    assert [each["members"] for each in cell["classes"]] == [2, 2]
    assert None not in np.array(cell["window"]["classes"][0]["mean"])
