"""Filters and feature maps as a grid: what is under the mouse, which are drawn, and the keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from gui.image_pages.map_tiles import Tiles, side_by_side, value_pixels
from gui.image_pages.maps_view import MapsView


@pytest.fixture
def view(qtbot) -> MapsView:
    made = MapsView("maps")
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def maps(count: int, side: int = 6) -> np.ndarray:
    return np.random.default_rng(1).normal(size=(count, side, side)).astype(np.float32)


def test_the_value_under_the_mouse_is_that_of_the_array(view, qtbot):
    values = maps(5)
    view.show_tiles(Tiles(values))
    seen: list[tuple[int, int, int]] = []
    view.pointed.connect(lambda *place: seen.append(place))
    room = view._place(3)
    step = room.width() // 6
    qtbot.mouseMove(view.viewport(), room.topLeft() + QPoint(4 * step + 2, step + 2))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[-1] == (3, 1, 4)
    assert view.value(*seen[-1]) == pytest.approx(values[3, 1, 4])


def test_of_thousands_of_maps_only_those_in_sight_are_made_pictures(view):
    tiles = Tiles(maps(4000))
    view.show_tiles(tiles)
    view.grab()
    assert 10 < len(tiles._kept) < 100
    assert view.verticalScrollBar().maximum() > 10_000


def test_a_click_enlarges_and_the_arrow_keys_go_on(view, qtbot):
    view.show_tiles(Tiles(maps(9)))
    view.setFocus()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view._place(2).center())
    assert view.large == 2
    assert view._large_place().width() > 300
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.large == 3
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.large == -1
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current == 3 + view._across()


def test_maps_of_another_image_stay_enlarged_and_fewer_ones_do_not(view):
    view.show_tiles(Tiles(maps(9)))
    view.enlarge(7)
    view.show_tiles(Tiles(maps(9)))
    assert view.large == 7
    view.show_tiles(Tiles(maps(3)))
    assert view.large == -1


def test_colours_share_a_scale_or_not():
    values = np.stack([np.full((2, 2), 1.0), np.full((2, 2), 4.0)])
    values[:, 0, 0] = 0.0
    shared, own = Tiles(values), Tiles(values, shares_scale=False)
    assert (shared.limit(0), own.limit(0)) == (4.0, 1.0)
    assert shared.picture(0) != shared.picture(1)
    assert own.picture(0) == own.picture(1)


def test_zero_is_the_ground_and_what_is_no_number_is_blank():
    values = np.array([[0.0, 2.0, np.nan]])
    for signed in (True, False):
        pixels = value_pixels(values, 2.0, signed=signed)
        assert pixels[0, :, 3].tolist() == [255, 255, 0]
        assert (pixels[0, 0] != pixels[0, 1]).any()


def test_channels_lie_side_by_side_with_a_gap():
    filters = np.arange(2 * 3 * 2 * 2, dtype=float).reshape(2, 3, 2, 2)
    wide = side_by_side(filters)
    assert wide.shape == (2, 2, 8)
    np.testing.assert_array_equal(wide[1, :, 3:5], filters[1, 1])
    assert np.isnan(wide[:, :, [2, 5]]).all()
