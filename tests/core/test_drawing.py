"""Drawings come out as the images that a network has learned were made."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.drawing import DOT, draw
from datasets.images.framing import Manner, fit

MNIST = (1, 28, 28)
SMALL = (1, 8, 8)
ANGLES = np.linspace(0, 2 * np.pi, 90)
RING = np.stack([0.5 + 0.15 * np.cos(ANGLES), 0.5 + 0.25 * np.sin(ANGLES)], axis=1)
BAR = np.array([[0.4, 0.2], [0.45, 0.5], [0.5, 0.8]])


def points(least: int = 2) -> st.SearchStrategy[NDArray[np.float64]]:
    place = st.floats(0.0, 1.0, width=32)
    return st.lists(st.tuples(place, place), min_size=least, max_size=30).map(np.array)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(points(), min_size=1, max_size=4),
    st.floats(0.3, 3.0),
    st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    st.sampled_from(["mass", "blocks"]),
)
def test_place_and_size_have_no_say(
    strokes: list[NDArray[np.float64]],
    scale: float,
    shift: tuple[float, float],
    manner: Manner,
) -> None:
    every = np.concatenate(strokes)
    if np.ptp(every, axis=0).max() * min(scale, 1) <= DOT:
        return
    shape = MNIST if manner == "mass" else SMALL
    one = draw(strokes, shape, manner)
    other = draw([points * scale + shift for points in strokes], shape, manner)
    # a point may fall on the other side of the edge of a pixel
    assert np.abs(one.astype(int) - other).mean() < 4


@settings(max_examples=40, deadline=None)
@given(st.lists(points(1), max_size=4), st.sampled_from([8, 20, 28, 32, 64]))
def test_ink_fits_its_box_and_lies_in_the_middle(
    strokes: list[NDArray[np.float64]], side: int
) -> None:
    image = draw(strokes, (1, side, side))[0]
    assert image.shape == (side, side)
    assert image.any() == bool(strokes)
    if not strokes:
        return
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    box = round(side * 20 / 28)
    assert max(np.ptp(rows), np.ptp(columns)) < box
    mass = image / image.sum()
    for axis, places in enumerate((rows, columns)):
        centre = float(mass.sum(axis=1 - axis) @ np.arange(side))
        at_edge = places[0] == 0 or places[-1] == side - 1
        # ink is not cut off for the sake of its centre
        assert at_edge or abs(centre - side / 2) <= 0.5 + 1e-9


def test_the_longer_side_fills_the_box() -> None:
    image = draw([RING])[0]
    assert np.ptp(np.flatnonzero(image.any(axis=1))) == 19
    assert np.ptp(np.flatnonzero(image.any(axis=0))) < 15


def test_a_picture_and_its_strokes_agree() -> None:
    """What is drawn as strokes, and what a pad has painted, are seen alike."""
    from PIL import Image, ImageDraw

    pad = Image.new("L", (400, 400))
    line = (RING * 400).ravel().tolist()
    ImageDraw.Draw(pad).line(line, fill=255, width=29, joint="curve")
    assert np.abs(fit(np.asarray(pad), MNIST).astype(int) - draw([RING])).mean() < 3


def test_a_dot_stays_a_dot() -> None:
    dot = draw([np.array([[0.3, 0.9]])])[0] / 255
    # a disc as wide as the pen, 2.5 pixels, whose edge is grey
    assert 3 < dot.sum() < 8
    assert 0 < draw([np.array([[0.3, 0.9]])], SMALL, "blocks").sum() < 255 * 16


def test_nothing_is_drawn_without_ink() -> None:
    assert not draw([], MNIST).any()
    assert not draw([np.zeros((0, 2))], SMALL, "blocks").any()
    assert not draw([np.full((3, 2), np.nan)], MNIST).any()
    assert not fit(np.zeros((40, 30), np.uint8), MNIST).any()


def test_points_that_are_no_numbers_are_left_out() -> None:
    broken = np.insert(RING, 5, np.nan, axis=0)
    assert np.abs(draw([broken]).astype(int) - draw([RING])).mean() < 1


def test_every_channel_has_the_ink() -> None:
    image = draw([RING], (3, 32, 32))
    assert image.shape == (3, 32, 32)
    assert (image == image[0]).all()


def test_blocks_count_black_pixels() -> None:
    image = draw([RING], SMALL, "blocks")[0]
    counts = image / 255 * 16
    assert np.abs(counts - counts.round()).max() < 0.05
    assert image[0].any()
    assert image[-1].any()
    # as wide as those of the set: 20 of 32 pixels
    assert np.flatnonzero(image.any(axis=0)).tolist() == [1, 2, 3, 4, 5, 6]


def test_a_slanted_digit_is_set_upright() -> None:
    lean = np.array([[1.0, 0.0], [-0.4, 1.0]])
    one, other = (draw([points], SMALL, "blocks").astype(int) for points in (BAR, BAR @ lean))
    assert np.abs(one - other).mean() < 25
