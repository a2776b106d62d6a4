"""The parts of a comparison: curves, verdicts, settings, and what is said of them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.comparing_settings import settings_differences
from core.job import Job, Training
from core.run_folder import RunFolder
from datasets.messages import message
from gui import theme
from gui.comparing.compare_side import CompareSide
from gui.comparing.compare_words import comparison_sentences, loss_sentence
from gui.comparing.loss_plot import LossPlot
from gui.comparing.map_words import why_no_map
from gui.comparing.run_colours import run_colour
from gui.comparing.settings_table import SettingsTable
from gui.comparing.verdicts_table import DIFFERENCE, VALUE, VerdictsTable
from gui.judging.interval_bars import MARKS
from gui.judging.line_colours import LEAST_CONTRAST, contrast
from tests.core.small_runs import small_job
from tests.gui.judging.small_verdict import figure, figures

NAMES = ["one", "other"]


def curve(last: int, loss: str = "mse", start: float = 0.5) -> dict[str, Any]:
    x = np.arange(1, last + 1, dtype=float)
    none: list[float] = []
    training = {"x": x.tolist(), "y": (start / x).tolist()}
    return {"loss": loss, "training": training, "validation": {"x": none, "y": none}}


def verdict(middle: float, reach: float | None = 0.1) -> dict[str, Any]:
    protocol = {"name": "folds", "folds": 5, "block_size": None, "buffer": None, "unit": ""}
    whole = {"protocol": protocol, "units": 120, "resampled": "samples", "level": 0.95}
    return {**whole, "samples": 120, "correct": 84, "figures": figures(middle, reach)}


def compared(middle: float, difference: dict[str, Any] | None = None, apart: Any = None) -> Any:
    told = asdict(apart) if apart is not None else None
    return {"verdict": verdict(middle), "difference": difference, "apart": told}


# --- the curves ---------------------------------------------------------------------------


@pytest.fixture
def plot(qtbot: QtBot) -> LossPlot:
    made = LossPlot()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    return made


def test_without_curves_the_plot_says_so(plot: LossPlot) -> None:
    plot.show_curves([], [])
    assert not plot.empty.isHidden()
    assert not plot.header.isEnabled()


def test_each_run_has_a_line_and_its_last_loss(plot: LossPlot) -> None:
    plot.show_curves(NAMES, [curve(10), curve(40, start=1.0)])
    assert plot.empty.isHidden()
    assert [plot.legend.name(key) for key in "01"] == NAMES
    assert (plot.legend.value("epoch"), plot.legend.value("0")) == ("40", "0.0500")
    assert plot.legend.value("1") == "0.0250"
    lines = [item.getData() for item in plot._items if len(item.getData()[0])]
    assert [len(x) for x, _ in lines] == [10, 40]
    assert lines[0][1][[0, -1]] == pytest.approx(np.log10([0.5, 0.05]))


def test_the_mouse_tells_the_losses_of_one_epoch_on_both_scales(plot: LossPlot) -> None:
    plot.show_curves(NAMES, [curve(10), curve(40, start=1.0)])
    plot._point(plot.box.mapViewToScene(QPointF(5.0, -1.0)))
    told = [plot.legend.value(key) for key in ("epoch", "0", "1")]
    assert told == ["5", "0.100", "0.200"]
    plot.header.set_log(x=True, y=False)
    plot.header.changed.emit()
    plot._point(plot.box.mapViewToScene(QPointF(np.log10(20), 0.1)))
    told = [plot.legend.value(key) for key in ("epoch", "0", "1")]
    assert told == ["20", "0.0500", "0.0500"]
    (left, right), (bottom, top) = plot.box.viewRange()
    assert left <= 0 < np.log10(40) <= right < 2
    assert bottom <= 0 < 1.0 <= top < 1.2


def test_a_loss_of_zero_has_a_place_on_the_logarithmic_axis(plot: LossPlot) -> None:
    ends = {"x": [1.0, 2.0, 3.0], "y": [1.0, 0.01, 0.0]}
    plot.show_curves(["one"], [{**curve(1), "training": ends}])
    y = plot._items[0].getData()[1]
    assert y == pytest.approx([0.0, -2.0, -2.2])
    assert plot.box.viewRange()[1][0] <= -2.2
    plot.show_curves(["one"], [{**curve(1), "training": {"x": [1.0], "y": [0.0]}}])
    assert np.isfinite(plot._items[0].getData()[1]).all()


def test_both_parts_are_told_and_the_dashed_one_is_explained(plot: LossPlot) -> None:
    both = {**curve(2), "validation": {"x": [1.0, 2.0], "y": [0.9, 0.8]}}
    plot.show_curves(["one"], [both])
    assert plot.legend.value("0") == "0.250 / 0.800"
    assert plot.legend.is_shown("validation")


def test_the_axis_names_a_loss_that_all_have(plot: LossPlot) -> None:
    plot.show_curves(NAMES, [curve(5, "cross_entropy"), curve(5, "cross_entropy")])
    assert plot._losses.labelText == "Cross-entropy"
    plot.show_curves(NAMES, [curve(5), curve(5, "cross_entropy")])
    assert plot._losses.labelText == "Loss"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_six_runs_have_six_colours_that_show(qapp: Any, scheme: Any) -> None:
    theme.apply(qapp, scheme)
    colours = [run_colour(place) for place in range(6)]
    assert len({QColor(colour).name() for colour in colours}) == 6
    assert all(contrast(each, theme.current().plot) >= LEAST_CONTRAST for each in colours)
    theme.apply(qapp, "light")


# --- the verdicts -------------------------------------------------------------------------


@pytest.fixture
def table(qtbot: QtBot) -> VerdictsTable:
    made = VerdictsTable()
    qtbot.addWidget(made)
    return made


def test_figures_of_both_runs_stand_below_each_other(table: VerdictsTable) -> None:
    assert table.is_empty
    table.show_verdicts(NAMES, [compared(0.6), compared(0.8, figures(0.2, 0.1))])
    assert not table.is_empty
    assert table.table.rowCount() == 12
    assert table.table.text_of(0, 0) == "Balanced accuracy"
    assert [table.table.text_of(row, VALUE) for row in (0, 1)] == [
        "0.600\n0.50 – 0.70",
        "0.800\n0.70 – 0.90",
    ]
    bar = table.table.item(1, 3)
    assert bar is not None
    assert bar.data(MARKS).ends == pytest.approx((0.7, 0.9))
    assert bar.data(MARKS).colour == run_colour(1)


def test_a_difference_is_worded(table: VerdictsTable) -> None:
    better, worse, unclear = (
        {key: figure(middle, 0.05) for key in figures(0)} for middle in (0.2, -0.2, 0.01)
    )
    found = [compared(0.6), *(compared(0.6, each) for each in (better, worse, unclear))]
    table.show_verdicts(["a", "b", "c", "d"], found)
    told = [table.table.text_of(row, DIFFERENCE).split("\n")[0] for row in range(4)]
    assert told == ["", "+0.200  better", "−0.200  worse", "+0.010  no clear difference"]
    assert table.table.text_of(1, DIFFERENCE).endswith("+0.15 – +0.25")


def test_a_run_without_a_verdict_has_dashes(table: VerdictsTable) -> None:
    none = {"verdict": None, "difference": None, "apart": None}
    table.show_verdicts(NAMES, [compared(0.6), none])
    assert (table.table.text_of(1, VALUE), table.table.text_of(1, DIFFERENCE)) == ("–", "–")
    table.show_verdicts(NAMES, [none, none])
    assert table.is_empty


# --- words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("middle", "told"),
    [
        (0.2, "“other” is better than “one”: +0.200 (+0.10 to +0.30) in macro-F1."),
        (-0.2, "“other” is worse than “one”: −0.200 (−0.30 to −0.10) in macro-F1."),
        (0.0, "No clear difference between “other” and “one”: 0.000 (−0.10 to +0.10) in macro-F1."),
    ],
)
def test_a_sentence_says_whether_a_run_is_better(middle: float, told: str) -> None:
    difference = {"macro_f1": figure(middle, 0.1)}
    assert comparison_sentences(NAMES, [compared(0.6), compared(0.6, difference)]) == told


def test_what_holds_of_several_runs_is_said_once() -> None:
    words = "Judged on other samples than “{first}”: “{second}”."
    runs = [message(words, first="a", second=name) for name in "bc"]
    found = [compared(0.6), *(compared(0.6, apart=each) for each in runs)]
    told = comparison_sentences(list("abc"), found)
    assert told == "Judged on other samples than “a”: “b”, “c”."
    gone = message("There is no file {path}.", path="x.csv")
    found = [compared(0.6), compared(0.6, apart=gone), compared(0.6, apart=gone)]
    assert comparison_sentences(list("abc"), found) == "There is no file x.csv."


def test_without_any_verdict_that_is_said() -> None:
    none = {"verdict": None, "difference": None, "apart": None}
    assert comparison_sentences(NAMES, [none, none]) == "None of these runs has a verdict yet."


def jobs(**settings: Any) -> list[Job]:
    one = small_job(Path("table.csv"))
    return [one, one.model_copy(update={"training": Training(**settings)})]


def test_losses_of_two_kinds_have_no_common_height() -> None:
    assert loss_sentence(jobs(loss="cross_entropy")).startswith("The runs have different loss")
    assert loss_sentence(jobs(epochs=7)) == ""


def test_the_map_takes_two_finished_runs_of_one_survey(tmp_path: Path) -> None:
    one, other = jobs()
    runs = [RunFolder(tmp_path / name) for name in NAMES]
    for run in runs:
        run.create(one)
    assert "no predictions yet" in why_no_map(runs, [one, other])
    for run in runs:
        run.predictions_path.touch()
    assert why_no_map(runs, [one, other]) == ""
    assert "two runs" in why_no_map([*runs, runs[0]], [one, other, one])
    bare = one.model_copy(update={"data": one.data.model_copy(update={"x": "", "y": ""})})
    assert "no coordinates" in why_no_map(runs, [one, bare])
    elsewhere = one.data.model_copy(update={"table": "elsewhere.csv"})
    moved = one.model_copy(update={"data": elsewhere})
    assert "different tables" in why_no_map(runs, [one, moved])


# --- settings and the side ----------------------------------------------------------------


def test_values_other_than_the_first_stand_out(qtbot: QtBot) -> None:
    made = SettingsTable()
    qtbot.addWidget(made)
    found = jobs(epochs=7, error_goal=1e-300)
    made.show_settings([*NAMES, "third"], settings_differences([*found, found[0]]))
    assert [made.table.text_of(0, column) for column in range(4)] == [
        "Training · Epoch limit",
        "30 epochs",
        "7 epochs",
        "30 epochs",
    ]
    bold = [item.font().bold() for column in (1, 2, 3) if (item := made.table.item(0, column))]
    assert bold == [False, True, False]
    head = made.table.horizontalHeaderItem(2)
    assert head is not None
    assert head.text() == "other"
    assert not head.icon().isNull()
    made.show_settings(NAMES, [])
    assert made.is_empty


def test_the_side_says_how_each_run_was_judged(qtbot: QtBot, tmp_path: Path) -> None:
    made = CompareSide()
    qtbot.addWidget(made)
    runs = [RunFolder(tmp_path / name) for name in "abc"]
    made.show_runs(runs, ["a", "b", "c"], "No map.")
    assert not made.map.isEnabled()
    assert made.no_map.text() == "No map."
    images = {**verdict(0.6), "protocol": None, "samples": 1234}
    found = [verdict(0.6), images, None]
    made.show_verdicts([{"verdict": each} for each in found])
    told = [each.text() for each in made.judged]
    assert told[0].startswith("Each of 120 samples was held out once, in 5 folds")
    assert told[1:] == ["Judged on 1,234 images.", "No verdict yet."]
