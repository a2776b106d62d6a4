"""The importance of the elements: order, groups, and what the intervals say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.explaining.importance_view import BALANCED, DROP, MEMBERS, SCALE, ImportanceView
from gui.explaining.signed_bars import BAR, Bar, draw_bar, scale_of
from tests.gui.explaining.small_explanation import explanation


@pytest.fixture
def view(qtbot: QtBot) -> ImportanceView:
    made = ImportanceView()
    qtbot.addWidget(made)
    return made


def test_elements_stand_by_what_is_lost_and_groups_after_them(view: ImportanceView) -> None:
    assert view.is_empty
    view.show_importance(explanation())
    names = [view.table.text_of(row, 0) for row in range(view.table.rowCount())]
    assert names == ["Pb", "Cu", "Mo", "Zn", "Together: Cu, Zn"]
    assert view.table.text_of(0, DROP) == "+0.400\n+0.30 – +0.50"
    assert view.table.text_of(0, MEMBERS) == "± 0.050"
    assert view.table.text_of(0, BALANCED) == "+0.200"
    view.show_importance(None)
    assert view.is_empty


def test_the_words_tell_what_hides_what(view: ImportanceView) -> None:
    found = explanation()
    view.show_importance(found)
    assert "shuffled 10 times among 1,234 held-out samples" in view.words.text()
    assert "shuffled together: Cu, Zn." in view.words.text()
    found["importance"]["groups"] = []
    view.show_importance(found)
    assert "together" not in view.words.text()


def test_tooltips_say_what_the_interval_means(view: ImportanceView) -> None:
    view.show_importance(explanation())
    told = [view.table.item(row, DROP).toolTip() for row in range(4)]  # type: ignore[union-attr]
    assert "needs it" in told[0]
    assert "no use" in told[1]
    assert "better without" in told[3]


def test_one_order_and_one_member_have_neither_interval_nor_spread(view: ImportanceView) -> None:
    found = explanation()
    found["importance"]["elements"][2]["macro_f1"] = {
        "value": 0.4,
        "low": None,
        "high": None,
        "members": None,
    }
    view.show_importance(found)
    assert view.table.text_of(0, DROP) == "+0.400"
    assert view.table.text_of(0, MEMBERS) == "–"
    bar = view.table.item(0, SCALE).data(BAR)  # type: ignore[union-attr]
    assert bar.ends is None
    assert bar.spread is None


def test_all_bars_have_one_scale_that_holds_them(view: ImportanceView) -> None:
    view.show_importance(explanation())
    bars = [view.table.item(row, SCALE).data(BAR) for row in range(5)]  # type: ignore[union-attr]
    assert len({(bar.start, bar.end) for bar in bars}) == 1
    assert (bars[0].start, bars[0].end) == pytest.approx((-0.3, 0.5))
    assert scale_of(0.0, 0.0) == (0.0, 1.0)


def test_a_bar_reaches_from_zero_to_its_value() -> None:
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_bar(painter, QRectF(0, 0, 100, 20), Bar(-1.0, 1.0, 0.5, None, None, "#ff0000"))
    painter.end()
    red = [x for x in range(100) if image.pixelColor(x, 7) == QColor("#ff0000")]
    assert (min(red), max(red)) == (pytest.approx(51, abs=1), pytest.approx(74, abs=1))
