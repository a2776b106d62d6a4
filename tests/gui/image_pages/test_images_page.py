"""The Images page: the contact sheet, all samples of a class, a filter, and one sample enlarged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from datasets.images.image_reading import ImageReading
from gui import theme
from gui.controls import ComboBox, SpinBox
from gui.image_info import ImageInfo
from gui.image_pages.images_page import ImagesPage
from gui.image_pages.pictures import Pictures, picture, whole_scale
from gui.image_pages.reading_form import ReadingForm, decisions_for
from gui.image_pages.sample_lists import NO_CLASS, filters_of, lists_of
from gui.image_session import ImageSession
from tests.gui.image_pages.small_images import Seer, Wishes, furniture_of, make_images


@pytest.fixture
def images(tmp_path: Path) -> ImageInfo:
    return make_images(tmp_path / "set", (400, 25, 10), unlabelled=7, test=60)


@pytest.fixture
def session() -> ImageSession:
    return ImageSession()


@pytest.fixture
def wishes() -> Wishes:
    return Wishes()


@pytest.fixture
def page(qtbot: QtBot, session: ImageSession, wishes: Wishes) -> Iterator[ImagesPage]:
    made = ImagesPage(furniture_of(session, Seer(), wishes))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(860, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.dispose()


# --- which samples --------------------------------------------------------------------------


def test_every_sample_is_in_one_list_and_in_the_list_of_its_class(images: ImageInfo):
    lists = lists_of(images, "all")
    assert [each.code for each in lists] == [0, 1, 2, NO_CLASS]
    for each in lists:
        assert (images.labels[each.rows] == each.code).all()
        assert (np.diff(each.rows) > 0).all()
    together = np.sort(np.concatenate([each.rows for each in lists]))
    np.testing.assert_array_equal(together, np.arange(len(images)))


def test_a_filter_leaves_what_its_name_says(images: ImageInfo):
    assert filters_of(images) == {"all": 442, "training": 382, "test": 60, "unlabelled": 7}
    tested = np.concatenate([each.rows for each in lists_of(images, "test")])
    assert len(tested) == 60
    assert images.is_test[tested].all()
    trained = np.concatenate([each.rows for each in lists_of(images, "training")])
    assert not images.is_test[trained].any()
    (without,) = lists_of(images, "unlabelled")
    assert (images.labels[without.rows] == -1).all()
    assert len(without.rows) == 7


def test_a_shuffle_keeps_the_samples_and_changes_their_order(images: ImageInfo):
    plain, first, second = (lists_of(images, "all", number)[0].rows for number in range(3))
    assert not np.array_equal(plain, first)
    assert not np.array_equal(first, second)
    np.testing.assert_array_equal(np.sort(first), plain)
    np.testing.assert_array_equal(first, lists_of(images, "all", 1)[0].rows)


# --- pictures -------------------------------------------------------------------------------


def test_ink_has_the_colour_of_text_and_the_ground_that_of_panels():
    drawn = picture(np.array([[[0, 255]]], np.uint8))
    assert drawn.pixelColor(0, 0) == QColor(theme.current().panel)
    assert drawn.pixelColor(1, 0) == QColor(theme.current().text)


def test_a_coloured_image_keeps_its_colours():
    pixels = np.array([[[250]], [[20]], [[7]]], np.uint8)
    assert picture(pixels).pixelColor(0, 0) == QColor(250, 20, 7)


def test_enlarged_pixels_are_all_of_one_size_and_large_images_fit():
    assert whole_scale(28, 28, 58) == 2.0
    assert whole_scale(200, 100, 58) == pytest.approx(0.29)


def test_a_thumbnail_of_a_large_image_has_few_pixels(tmp_path: Path):
    pictures = Pictures(make_images(tmp_path, (2, 2), shape=(3, 400, 200)), 58)
    assert pictures.size.toTuple() == (29, 58)
    assert pictures.of(1).height() <= 2 * 58


# --- the page -------------------------------------------------------------------------------


def test_without_images_there_is_a_way_on(page: ImagesPage, wishes: Wishes):
    assert page.views.currentWidget() is page._nothing
    assert not page.train.isEnabled()
    page._nothing.findChildren(type(page.train))[0].click()
    assert wishes.made == [("go", "welcome")]


def test_a_click_on_a_sample_shows_it_with_all_that_is_known(
    page: ImagesPage, session: ImageSession, images: ImageInfo, qtbot: QtBot
):
    session.open_images(images)
    rows = lists_of(images, "all")[1].rows
    place = dict(page.sheet._in_sight())[int(rows[2])].center()
    qtbot.mouseClick(page.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    row = int(rows[2])
    assert session.sample == page.sheet.selected == row
    assert page.sample._name.text() == f"No. {row + 1}"
    assert page.sample._class.text() == "class b"
    assert page.sample._part.text() == ("test part" if images.is_test[row] else "training part")
    page.sample.view._point((2, 5))
    assert page.sample.value.text() == f"line 3, column 6: {row % 251}"


def test_the_facts_tell_parts_balance_and_what_was_worked_around(
    page: ImagesPage, session: ImageSession, images: ImageInfo
):
    session.open_images(images)
    facts = page.facts
    assert "442 images in 3 classes" in facts._facts.text()
    assert "60 images are the source's own test part" in facts._facts.text()
    assert "7 images have no class" in facts._facts.text()
    assert facts._balance.text() == "Fewest: c with 10; most: a with 400."
    assert "Dark strokes were inverted." in facts._notices.text()


def test_a_click_on_a_class_shows_all_of_it_and_escape_leads_back(
    page: ImagesPage, session: ImageSession, images: ImageInfo, qtbot: QtBot
):
    session.open_images(images)
    head = QPoint(30, page.sheet._top(0) + 20)
    qtbot.mouseClick(page.sheet.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert page.views.currentWidget() is page.grid
    assert page._about.text() == "a: 400 samples"
    drawn = [row for row, _ in page.grid._in_sight()]
    assert drawn == list(lists_of(images, "all")[0].rows[: len(drawn)])
    assert len(drawn) < 300
    page.grid.verticalScrollBar().setValue(page.grid.verticalScrollBar().maximum())
    assert max(row for row, _ in page.grid._in_sight()) == lists_of(images, "all")[0].rows[-1]
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert page.views.currentWidget() is page.sheet


def test_arrow_keys_go_through_a_class_and_bring_it_into_sight(
    page: ImagesPage, session: ImageSession, images: ImageInfo, qtbot: QtBot
):
    session.open_images(images)
    page._show_class(0)
    rows, grid = lists_of(images, "all")[0].rows, page.grid
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
    assert session.sample == rows[1 + grid.across]
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert session.sample == rows[-1]
    assert int(rows[-1]) in dict(grid._in_sight())
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert session.sample < rows[-1]


def test_the_sheet_is_walked_with_keys_and_enter_on_a_head_opens_the_class(
    page: ImagesPage, session: ImageSession, images: ImageInfo, qtbot: QtBot
):
    session.open_images(images)
    lists = lists_of(images, "all")
    qtbot.keyClick(page.sheet, Qt.Key.Key_Down)
    assert session.sample == lists[0].rows[0]
    qtbot.keyClick(page.sheet, Qt.Key.Key_Down)
    qtbot.keyClick(page.sheet, Qt.Key.Key_Right)
    assert session.sample == lists[1].rows[1]
    qtbot.keyClick(page.sheet, Qt.Key.Key_Left)
    qtbot.keyClick(page.sheet, Qt.Key.Key_Left)
    assert session.sample == lists[1].rows[0]
    qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    assert page._about.text() == "b: 25 samples"


def test_the_filter_and_the_shuffle_change_what_is_shown(
    page: ImagesPage, session: ImageSession, images: ImageInfo
):
    session.open_images(images)
    page.filter.setCurrentIndex(page.filter.findData("test"))
    shown = [row for row, _ in page.sheet._in_sight()]
    assert shown
    assert images.is_test[shown].all()
    before = {row for row, _ in page.sheet._in_sight()}
    page.filter.setCurrentIndex(0)
    page.others.click()
    assert {row for row, _ in page.sheet._in_sight()} != before


def test_images_without_classes_are_one_grid(
    page: ImagesPage, session: ImageSession, tmp_path: Path
):
    session.open_images(make_images(tmp_path / "bare", (), unlabelled=30))
    assert page.views.currentWidget() is page.grid
    assert page._about.text() == "No class: 30 samples"
    assert page.back.isHidden()
    assert "no classes" in page._state.text()
    assert not page.train.isEnabled()


# --- how it was read ------------------------------------------------------------------------


def test_only_decisions_that_matter_for_the_source_are_offered():
    assert "rows" in decisions_for("/a/sheet.PNG")
    assert "label_column" in decisions_for("/a/pixels.csv")
    assert "framing" in decisions_for("/a/folder")
    assert decisions_for("example:digits") == ("ink", "side")


def test_another_reading_is_asked_for_when_the_button_is_pressed(qtbot: QtBot, wishes: Wishes):
    form = ReadingForm()
    qtbot.addWidget(form)
    form.wanted.connect(wishes.make)
    form.show_reading(ImageReading(label_column="last"), "/a/pixels.csv")
    assert not form.button.isEnabled()
    ink, side = form.editors["ink"], form.editors["side"]
    assert isinstance(ink, ComboBox)
    assert isinstance(side, SpinBox)
    ink.setCurrentIndex(ink.findData("dark"))
    side.setValue(28)
    assert wishes.made == []
    form.button.click()
    assert wishes.made == [(ImageReading(ink="dark", label_column="last", side=28),)]


def test_train_goes_on(page: ImagesPage, session: ImageSession, images: ImageInfo, wishes: Wishes):
    session.open_images(images)
    assert page.train.isEnabled() == (session.obstacle is None)
    page.train.setEnabled(True)
    page.train.click()
    assert wishes.made == [("train",)]
