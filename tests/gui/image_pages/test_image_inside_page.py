"""The Inside page on a real network: every tab has its answer, and the sample is followed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt

from core.image_job import CNN
from gui.image_pages.image_inside_page import ImageInsidePage
from gui.image_pages.inside_choice import RunSamples
from tests.core.inside_cnn.small_cnns import trained, written_run
from tests.gui.image_pages.small_images import read_digits
from tests.gui.image_pages.small_inside import SmallServices, small_furniture
from tests.gui.image_pages.small_judged import write_images, write_judged_run

NET = CNN(name="custom", layers="CONV3-RELU-POOL-CONV4-FC9-RELU-FC-SOFTMAX")


@pytest.fixture
def services(qapp, home) -> SmallServices:
    torch.set_num_threads(1)
    return SmallServices()


@pytest.fixture
def page(qtbot, services):
    made = ImageInsidePage(small_furniture(services))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(840, 720)
    made.inspector.resize(320, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.inspector.show()
    yield made
    made.dispose()


@pytest.fixture
def ready(page, services, tmp_path: Path):
    services.images.open_images(read_digits(tmp_path / "digits"))
    services.images.select_run(written_run(tmp_path / "run", trained(NET, members=2)))
    page.arrive()
    services.seer.answer_all()
    return page


def show(page, view, services) -> None:
    page.tabs.setCurrentWidget(view)
    services.seer.answer_all()


def test_without_a_run_the_page_leads_to_one(page):
    assert page.stack.currentIndex() == 0
    assert not page.sample.isVisible()
    assert not page.layers.isVisible()


def test_every_tab_that_applies_has_a_picture(ready, services):
    assert not ready.tabs.isTabVisible(ready.tabs.indexOf(ready.reuse))
    for number in range(ready.tabs.count()):
        if ready.tabs.isTabVisible(number):
            view = ready.tabs.widget(number)
            show(ready, view, services)
            assert view.asking.failure is None
            assert view.shown is not None
            ready.grab()


def test_feature_maps_are_those_of_the_sample_and_the_layer(ready, services):
    services.images.select_sample(5)
    services.seer.answer_all()
    first = ready.features.maps.tiles.values
    assert first.shape == (3, 8, 8)
    services.images.select_sample(6)
    services.seer.answer_all()
    assert (ready.features.maps.tiles.values != first).any()
    name = ready.network.having("filters")[1].name
    ready.layers.setCurrentItem(ready.layers.findItems(name, Qt.MatchFlag.MatchExactly)[0])
    services.seer.answer_all()
    assert ready.features.maps.tiles.values.shape == (4, 4, 4)
    strip = ready.features.strip
    assert strip._layers[strip.current]["name"] == name


def test_a_click_in_the_strip_chooses_the_layer(ready, services, qtbot):
    strip = ready.features.strip
    place = strip._column(2).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    services.seer.answer_all()
    assert ready.layers.layer == ready.network.layers[2].name
    assert ready.features.maps.tiles.values.shape == (3, 4, 4)


def test_the_arrow_keys_go_from_sample_to_sample_for_all_pages(ready, services, qtbot):
    services.images.select_sample(9)
    qtbot.keyClick(ready.sample.picture, Qt.Key.Key_Right)
    assert services.images.sample == 10
    assert "11" in ready.sample.name.text()
    qtbot.keyClick(ready.sample.picture, Qt.Key.Key_Left)
    assert services.images.sample == 9


def test_what_is_not_seen_is_not_asked(ready, services):
    services.images.select_sample(3)
    assert {words[2] for words in services.seer.asked} == {"layers", "features"}


def test_another_member_has_other_filters(ready, services):
    show(ready, ready.filters, services)
    first = ready.filters.maps.tiles.values
    ready.member.setCurrentIndex(1)
    services.seer.answer_all()
    assert (ready.filters.maps.tiles.values != first).any()


def test_saliency_explains_the_class_that_is_chosen(ready, services):
    services.images.select_sample(0)
    show(ready, ready.saliency, services)
    ready.saliency.target.setCurrentIndex(4)
    services.seer.answer_all()
    values = ready.saliency.shown.values
    assert values["class"] == ready.network.classes[3]
    assert ready.network.classes[3] in ready.saliency._about.text()
    ready.saliency.method.setCurrentIndex(1)
    services.seer.answer_all()
    assert ready.saliency.shown.values["layer"] == ready.network.grad_cam
    assert ready.network.grad_cam in ready.saliency._trust.text()


def test_an_angle_is_told_in_degrees_and_a_distance_as_it_is(ready, services):
    show(ready, ready.nearest, services)
    cosines = 1.0 - np.array(ready.nearest.shown.values["distances"])
    degrees = np.degrees(np.arccos(np.clip(cosines, -1.0, 1.0)))
    figures = [card.figure for card in ready.nearest.cards._cards[1:]]
    assert figures == [f"{angle:.1f}°" for angle in degrees]
    ready.nearest.compared.button("euclidean").click()
    services.seer.answer_all()
    far = ready.nearest.shown.values["distances"]
    figures = [card.figure for card in ready.nearest.cards._cards[1:]]
    assert [float(figure.replace(",", "")) for figure in figures] == pytest.approx(far, rel=5e-3)


def test_a_neighbour_and_a_point_lead_to_their_samples(ready, services, qtbot):
    show(ready, ready.nearest, services)
    rows = ready.nearest.shown.values["rows"]
    place = ready.nearest.cards._place(1).center()
    qtbot.mouseClick(ready.nearest.cards, Qt.MouseButton.LeftButton, pos=place)
    assert services.images.sample == rows[0]
    show(ready, ready.projection, services)
    plot = ready.projection.plot
    ready.grab()
    samples = plot._samples
    at = plot.plot.mapFromScene(plot._box.mapViewToScene(plot._box.viewRect().center()))
    assert plot.number_at(at) in range(-1, len(samples.rows))
    lonely = int(np.argmax(samples.places[:, 0]))
    spot = plot._box.mapViewToScene(pg_point(samples.places[lonely]))
    place = plot.plot.mapFromScene(spot)
    qtbot.mouseClick(plot.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert services.images.sample == samples.rows[lonely]


def pg_point(place: np.ndarray):
    from PySide6.QtCore import QPointF

    return QPointF(*place.tolist())


def test_what_was_cancelled_can_be_asked_again(ready, services, qtbot):
    ready.tabs.setCurrentWidget(ready.projection)
    ready.projection.stop.click()
    qtbot.waitUntil(lambda: ready.projection.again.isVisible())
    ready.projection.again.click()
    services.seer.answer_all()
    assert ready.projection.shown is not None
    assert not ready.projection.again.isVisible()


def test_a_drawing_is_looked_into_until_a_sample_is_wanted(ready, services, tmp_path):
    pixels = np.zeros((1, 8, 8), np.uint8)
    pixels[0, 2:6, 3] = 255
    np.save(tmp_path / "drawing.npy", pixels)
    ready.look_at_drawing(tmp_path / "drawing.npy", pixels)
    services.seer.answer_all()
    np.testing.assert_array_equal(ready.features.shown.array("image"), pixels)
    ready._step("next")
    services.seer.answer_all()
    assert (ready.features.shown.array("image") != pixels).any()


def test_errors_are_gone_through_in_a_circle(home, tmp_path):
    images = write_images(tmp_path / "images")
    run, probabilities = write_judged_run(tmp_path / "run", images)
    samples = RunSamples.of(run, images, shows_its_images=True)
    wrong = (probabilities.argmax(axis=1) != images.labels) & images.is_test & (images.labels >= 0)
    rows = np.flatnonzero(wrong).tolist()
    assert samples.errors.tolist() == rows
    assert samples.usual() in rows
    seen, row = [], rows[-1]
    for _ in rows:
        row = samples.stepped(row, "error")
        seen.append(row)
    assert seen == rows
    assert samples.stepped(len(samples) - 1, "next") == 0
    assert samples.stepped(0, "previous") == len(samples) - 1
    assert RunSamples.of(run, images, shows_its_images=False).images is None
