"""The Draw page: the image follows the pen, the newest drawing wins, and teaching keeps it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.drawing import draw
from core.image_job import CNN
from core.places import data_folder
from datasets.images.framing import fit
from datasets.images.reading import read_images
from gui.image_pages.draw_page import DrawPage
from tests.core.inside_cnn.small_cnns import trained, written_run
from tests.gui.image_pages.small_inside import SmallServices, small_furniture

NET = CNN(name="custom", layers="CONV3-RELU-POOL-FC-SOFTMAX")


@pytest.fixture
def services(qapp, home) -> SmallServices:
    torch.set_num_threads(1)
    return SmallServices()


@pytest.fixture
def page(qtbot, services):
    made = DrawPage(small_furniture(services))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(840, 720)
    # shortcuts are those of the active window
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made._look_soon.cancel()
    made.dispose()


@pytest.fixture
def ready(page, services, tmp_path: Path):
    services.images.select_run(written_run(tmp_path / "run", trained(NET)))
    page.arrive()
    services.seer.answer_all()
    return page


def stroke(page, *places: tuple[float, float]) -> None:
    """Draw with the mouse through places, as shares of the pad."""
    pad, side = page.pad, page.pad.room().width()
    points = [QPoint(round(x * side), round(y * side)) for x, y in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        move(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])
    page._look_soon.flush()


def move(pad, point: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    place = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        pad.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(pad, event)


SEVEN = ((0.3, 0.2), (0.7, 0.2), (0.6, 0.5), (0.45, 0.85))


def test_without_a_run_the_page_says_what_it_needs(page):
    assert page.stack.currentWidget() is page.nothing
    assert page.pen.isHidden()


def test_the_network_sees_the_drawing_as_its_images_were_made(ready, services):
    stroke(ready, *SEVEN)
    lines = ready.pad.lines()
    assert len(lines) == 1
    side = ready.pad.room().width()
    np.testing.assert_allclose(lines[0], SEVEN, atol=1 / side)
    expected = draw(lines, (1, 8, 8), "blocks")
    assert expected.any()
    np.testing.assert_array_equal(ready.seen_image, expected)
    services.seer.answer_all()
    seen = ready.asking.seen
    np.testing.assert_array_equal(seen.drawn.image, expected)
    assert sum(seen.probabilities) == pytest.approx(1.0)
    best = seen.classes[int(np.argmax(seen.probabilities))]
    assert ready.stage.verdict.text().startswith(best)
    assert ready.stage.maps.tiles.values.shape == (3, 8, 8)


def test_one_question_is_under_way_and_the_newest_drawing_is_next(ready, services):
    for end in (0.4, 0.5, 0.6, 0.7):
        stroke(ready, (0.2, 0.2), (end, 0.9))
    assert len(services.seer.waiting) == 1
    services.seer.answer_all()
    assert len([words for words in services.seer.asked if words[0] == "look"]) == 2
    np.testing.assert_array_equal(ready.asking.seen.drawn.image, ready.seen_image)


def test_the_pen_counts_where_one_wants_it_to(ready):
    amounts = []
    for width in (20, 150):
        ready.pad.clear()
        ready.pen.width_slider.setValue(width)
        stroke(ready, *SEVEN)
        learned = ready.seen_image
        ready.pen.kind.button("own").click()
        ready._look_soon.flush()
        expected = fit(ready.pad.ink(), (1, 8, 8), "blocks")
        np.testing.assert_array_equal(ready.seen_image, expected)
        amounts.append((int(learned.sum()), int(expected.sum())))
        ready.pen.kind.button("learned").click()
    (learned_thin, thin), (learned_thick, thick) = amounts
    assert learned_thin == learned_thick
    assert thick > 1.5 * thin


def test_pressure_makes_the_line_wider(ready):
    amounts = []
    for pressure in (0.1, 1.0):
        ready.pad.clear()
        ready.pad.put_down(0.2, 0.5, pressure)
        ready.pad.draw_to(0.8, 0.5, pressure)
        ready.pad.lift()
        amounts.append(int(ready.pad.ink().sum(dtype=np.int64)))
    assert amounts[1] > 1.8 * amounts[0]


def test_strokes_are_taken_back_one_by_one_or_all(ready, qtbot):
    stroke(ready, *SEVEN)
    first = ready.pad.ink()
    stroke(ready, (0.35, 0.5), (0.65, 0.5))
    assert (ready.pad.ink() != first).any()
    ready.pad.setFocus()
    qtbot.keyClick(ready.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(ready.pad.ink(), first)
    ready.pad.clear()
    ready._look_soon.flush()
    assert not ready.pad.ink().any()
    assert ready.seen_image is None
    assert ready.asking.seen is None
    assert not ready.pen.undo.isEnabled()


def test_a_finger_draws(ready, qtbot):
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    side = ready.pad.room().width()
    touch = QTest.touchEvent(ready.pad, device)
    touch.press(0, QPoint(side // 4, side // 4), ready.pad).commit()
    touch.move(0, QPoint(side // 2, side // 2), ready.pad).commit()
    touch.release(0, QPoint(side // 2, side // 2), ready.pad).commit()
    assert len(ready.pad.strokes) == 1
    np.testing.assert_allclose(ready.pad.lines()[0][[0, -1]], [[0.25] * 2, [0.5] * 2], atol=0.02)


def test_teaching_adds_the_drawing_and_the_folder_opens_as_images(ready, services, qtbot):
    taught = []
    for name in ("7", "7", "1"):
        stroke(ready, *SEVEN)
        taught.append(ready.seen_image)
        ready.pad.setFocus()
        qtbot.keyClick(ready.pad, name)
        assert ready.pad.is_empty
    folder = data_folder() / "drawings"
    assert sorted(path.name for path in folder.rglob("*.png")) == [
        "1_0001.png",
        "7_0001.png",
        "7_0002.png",
    ]
    with Image.open(folder / "7" / "7_0002.png") as image:
        np.testing.assert_array_equal(np.asarray(image), taught[1][0])
    read = read_images(str(folder))
    assert read.class_names == ("1", "7")
    np.testing.assert_array_equal(read.pixels[0], taught[2])
    assert ready.teach.told.text() == "Added as class 1; drawings of it now: 1."
    assert "3" in ready.teach._held.text()
    ready.teach.open.click()
    assert services.wishes[-1] == ("go", str(folder))


def test_nothing_is_taught_without_ink(ready, services, qtbot):
    ready.pad.setFocus()
    qtbot.keyClick(ready.pad, "7")
    assert not (data_folder() / "drawings").exists()
    assert not ready.teach.buttons["7"].isEnabled()


def best_of(seen) -> str:
    return seen.classes[int(np.argmax(seen.probabilities))]


def test_the_class_to_teach_is_what_the_drawing_is_taken_for(ready, services):
    names = ready.network.classes
    chooser = ready.teach.chooser
    chooser.setCurrentIndex(-1)
    stroke(ready, *SEVEN)
    services.seer.answer_all()
    assert chooser.currentText() == best_of(ready.asking.seen)
    other = next(name for name in names if name != best_of(ready.asking.seen))
    chooser.setCurrentText(other)
    chooser.activated.emit(chooser.currentIndex())
    stroke(ready, (0.35, 0.5), (0.65, 0.5))
    services.seer.answer_all()
    assert chooser.currentText() == other
    ready.pad.clear()
    stroke(ready, *SEVEN)
    services.seer.answer_all()
    assert chooser.currentText() == best_of(ready.asking.seen)
