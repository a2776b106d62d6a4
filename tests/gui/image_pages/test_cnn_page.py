"""The Network page of images: the zoo, the forms, and what is said where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.job_sections.cnn import CNN
from core.networks.cnn.zoo import ZOO
from gui.image_info import ImageInfo
from gui.image_pages import layer_columns as columns
from gui.image_pages.cnn_page import CNNPage
from gui.image_session import ImageSession
from gui.session import Session
from gui.settings import Settings
from gui.translating import core_message


@pytest.fixture
def images(tmp_path) -> ImageInfo:
    np.save(tmp_path / "pixels.npy", np.zeros((20, 1, 28, 28), np.uint8))
    names = tuple("0123456789")
    shape = (20, 1, 28, 28)
    return ImageInfo("digits.npz", "", shape, names, (2,) * 10, 0, 0, tmp_path)


@pytest.fixture
def page(qtbot) -> Iterator[CNNPage]:
    services = SimpleNamespace(
        images=ImageSession(), session=Session(), settings=Settings(), went=[]
    )
    services.go = services.went.append
    furniture: Any = SimpleNamespace(
        services=services,
        obstacle_text=lambda: core_message(services.images.obstacle),
    )
    made = CNNPage(furniture)
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(840, 740)
    made.inspector.resize(320, 740)
    made.show()
    made.inspector.show()
    yield made
    made.dispose()


def choose(page, name):
    zoo = page.chooser.zoo
    zoo.list.setCurrentItem(zoo._item(name))


def test_without_images_the_page_leads_to_them(page):
    assert page.stack.currentWidget() is page.nothing
    assert not page.chooser.isEnabled()


def test_every_network_of_the_zoo_can_be_chosen_and_is_drawn(page, images):
    page.images.open_images(images)
    assert page.stack.currentWidget() is page.editor
    for name, entry in ZOO.items():
        choose(page, name)
        assert page.images.network.name == name
        assert page.images.obstacle is None
        plan = entry.fitted((1, 28, 28), 10)
        assert f"{plan.parameters:,} parameters" in page.editor.totals.text()
        page.editor.graph.canvas.grab()


def test_figures_of_the_layers_are_not_cut_off(page, images, qtbot):
    page.images.open_images(images)
    choose(page, "digits")
    table = page.editor.table
    qtbot.waitUntil(lambda: table.view.columnWidth(columns.OUTPUT) > 0)
    for column in (*columns.FIGURES, columns.FURTHER, columns.OUTPUT, columns.PARAMETERS):
        width = table.view.columnWidth(column)
        assert width >= table.view.sizeHintForColumn(column), column
        assert width >= table.view.horizontalHeader().sectionSizeHint(column), column


def test_the_original_form_says_what_it_needs_and_leads_back(page, images):
    page.images.open_images(images)
    choose(page, "alexnet")
    page.chooser.form.button("original").click()
    assert page.images.network == CNN(name="alexnet", form="original")
    assert "60,965,224 parameters" in page.editor.totals.text()
    assert "3 × 227 × 227" in page.chooser.refused.text()
    assert page.images.obstacle is not None
    page.chooser.back.click()
    assert page.images.network.form == "fitted"
    assert page.images.obstacle is None
    assert page.chooser.refused.isHidden()
    assert "conv1" in page.chooser.notes.text()


def test_the_list_is_searched_and_counts_both_forms(page, images, qtbot):
    page.images.open_images(images)
    zoo = page.chooser.zoo
    qtbot.waitUntil(lambda: not zoo._counting.isActive(), timeout=30_000)
    below = zoo._item("lenet-5").data(zoo_role("BELOW"))
    fitted = ZOO["lenet-5"].fitted((1, 28, 28), 10).parameters
    assert below == f"61,706 · fitted {fitted:,}"
    zoo.field.setText("densenet 121")
    shown = [item.data(zoo_role("NAME")) for item in zoo._items() if not item.isHidden()]
    assert [name for name in shown if name] == ["densenet-121"]
    zoo.field.setText("no such net")
    assert not zoo.nothing.isHidden()


def test_one_starts_from_a_network_of_the_zoo(page, images):
    page.images.open_images(images)
    choose(page, "vgg-11")
    before = page.editor.totals.text()
    page.chooser.start.click()
    assert page.images.network.name == "custom"
    assert page.editor.totals.text() == before
    choose(page, "googlenet")
    assert not page.chooser.start.isEnabled()
    choose(page, "custom")
    assert page.images.obstacle is None


def zoo_role(name: str) -> int:
    from gui.image_pages import zoo_list

    return getattr(zoo_list, name)


def test_a_narrow_page_leaves_examples_out_instead_of_scrolling(page, images, qtbot):
    page.images.open_images(images)
    links = page.editor.examples
    page.resize(1300, 740)
    assert all(button.isVisible() for button in links.buttons)
    page.resize(540, 740)
    assert page.minimumSizeHint().width() <= 540
    shown = [button for button in links.buttons if button.isVisible()]
    assert shown
    assert len(shown) < len(links.buttons)
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in shown))


@pytest.mark.parametrize("looking", [True, False])
def test_a_network_that_code_chooses_is_scrolled_to(page, images, qtbot, looking):
    page.images.open_images(images)
    zoo = page.chooser.zoo
    page.inspector.setVisible(looking)
    zoo.field.setText("lenet")
    page.images.set_network(CNN(name="densenet-121"))
    page.inspector.show()
    assert zoo.list.currentItem().text() == "DenseNet-121"
    qtbot.waitUntil(
        lambda: zoo.list.viewport().rect().contains(zoo.list.visualItemRect(zoo.list.currentItem()))
    )
