"""The comparison says plainly what is better, from intervals alone."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui import theme
from gui.judging.baseline_words import comparison_sentence
from gui.judging.baselines_table import DIFFERENCE, BaselinesTable
from tests.gui.judging.small_verdict import baselines, method


def compared(*rows: dict[str, Any]) -> str:
    return comparison_sentence({"of": [method("network", 0.57, None), *rows]})


def test_a_better_method_is_named_from_its_own_side() -> None:
    assert compared(method("forest", 0.63, -0.06), method("mlp", 0.5, 0.2)) == (
        "Random forest is better here: macro-F1 0.61 against 0.55, a difference of 0.06 (0.02 to "
        "0.10)."
    )


def test_of_several_better_ones_the_simplest_is_named_first() -> None:
    said = compared(method("boosting", 0.7, -0.13), method("logistic", 0.63, -0.06))
    assert said.startswith("Logistic regression is better here: macro-F1 0.61 against 0.55")
    assert said.endswith("The best is gradient boosting: 0.68.")


def test_a_network_that_beats_all_is_said_to_by_the_margin_to_the_best() -> None:
    said = compared(method("majority", 0.2, 0.37), method("forest", 0.5, 0.07))
    assert said == (
        "The network is better here than every other method. The best of these is random forest: "
        "macro-F1 0.48 against 0.55, a difference of 0.07 (0.03 to 0.11)."
    )


def test_without_a_clear_difference_the_simplest_that_is_not_worse_is_named() -> None:
    said = compared(
        method("mlp", 0.56, 0.01), method("nearest", 0.55, 0.02), method("majority", 0.2, 0.37)
    )
    assert said == (
        "No method is clearly better than the network, but nearest neighbours is not clearly "
        "worse: macro-F1 0.53 against 0.55, a difference of −0.02 (−0.06 to 0.02)."
    )


def test_failed_methods_are_no_evidence() -> None:
    failed = {**method("forest", 0.9, -0.5), "failed": {"template": "It failed.", "values": {}}}
    assert compared(failed) == "No other method could be judged."


@pytest.fixture
def shown(qtbot: QtBot) -> BaselinesTable:
    view = BaselinesTable()
    qtbot.addWidget(view)
    view.show_baselines(baselines())
    return view


def test_the_network_comes_first_and_bold_then_the_simplest(shown: BaselinesTable) -> None:
    table = shown.table
    names = [table.text_of(row, 0) for row in range(table.rowCount())]
    assert names == [
        "This network",
        "Majority class",
        "Nearest neighbours",
        "Logistic regression",
        "Random forest",
        "Gradient boosting",
        "scikit-learn MLP",
    ]
    weights = [table.item(row, 0).font().weight() for row in (0, 1)]  # type: ignore[union-attr]
    assert weights[0] > weights[1]
    assert shown.words.text().startswith("Random forest is better here")
    assert table.text_of(0, 1) == "0.550\n0.45 – 0.65"


def test_differences_are_worded_and_coloured(shown: BaselinesTable) -> None:
    scheme, table = theme.current(), shown.table
    expected = {
        0: ("", ""),
        1: ("−0.370  worse\n−0.41 – −0.33", scheme.error),
        3: ("−0.010  no clear difference\n−0.05 – +0.03", scheme.muted),
        4: ("+0.060  better\n+0.02 – +0.10", scheme.success),
    }
    for row, (text, colour) in expected.items():
        assert table.text_of(row, DIFFERENCE) == text
        if colour:
            item = table.item(row, DIFFERENCE)
            assert item is not None
            assert item.foreground().color().name() == colour


def test_a_failed_method_has_its_sentence_across_the_row(shown: BaselinesTable) -> None:
    assert shown.table.text_of(5, 1).startswith("In fold 3")
    assert shown.table.columnSpan(5, 1) == shown.table.columnCount() - 1
    fewer = {**baselines(), "of": [method("network", 0.5, None), method("mlp", 0.5, 0.0)]}
    shown.show_baselines(fewer)
    assert shown.table.columnSpan(1, 1) == 1


def test_without_a_comparison_a_sentence_stands_there(shown: BaselinesTable) -> None:
    assert not shown.is_empty
    shown.show_baselines(None)
    assert shown.is_empty
    assert shown.table.rowCount() == 0
    assert shown.words.text() == ""
