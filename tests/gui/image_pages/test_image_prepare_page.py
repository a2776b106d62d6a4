"""The Prepare page of images: the live preview, its questions to the worker, and the parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.cnn.dividing import divide
from core.cnn.parts import parts_of
from core.image_job import Augmentation, ImagePreparation
from core.image_loading import load_images
from core.job_sections.images import Images
from gui.declared import declared_fields
from gui.image_info import ImageInfo
from gui.image_pages.divided import Divided, _as_set, divided
from gui.image_pages.image_prepare_page import COPIES, LINES, ImagePreparePage
from gui.image_pages.preview_rows import draw_another, draw_different, draw_many
from gui.image_pages.preview_work import Preview, PreviewWork
from gui.image_pages.slider_row import SliderRow
from gui.image_session import ImageSession
from tests.gui.image_pages.small_images import Seer, Wishes, furniture_of, make_images, read_digits


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def digits(tmp_path: Path) -> ImageInfo:
    return read_digits(tmp_path / "digits")


@pytest.fixture
def session() -> ImageSession:
    return ImageSession()


@pytest.fixture
def seer() -> Seer:
    return Seer()


@pytest.fixture
def page(qtbot: QtBot, session: ImageSession, seer: Seer) -> Iterator[ImagePreparePage]:
    made = ImagePreparePage(furniture_of(session, seer, Wishes()))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(860, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.dispose()


def open_digits(page: ImagePreparePage, digits: ImageInfo) -> None:
    page.images.open_images(digits)
    page.images.set_augmentation(Augmentation())
    page.arrive()


# --- which samples --------------------------------------------------------------------------


def answer_of(work: PreviewWork) -> Preview:
    assert work.found is not None
    return work.found


def test_samples_are_drawn_of_different_classes_outside_the_test_part(tmp_path: Path):
    images = make_images(tmp_path, (400, 25, 10), unlabelled=7, test=60)
    for seed in range(20):
        drawn = draw_different(images, 3, seed)
        assert sorted(images.labels[list(drawn)]) == [0, 1, 2]
        assert not images.is_test[list(drawn)].any()
    assert len(set(draw_different(images, 5, 1))) == 5
    assert draw_different(images, 3, 1, first=17)[0] == 17
    other = draw_another(images, drawn[0], drawn, 3)
    assert other not in drawn
    assert images.labels[other] == images.labels[drawn[0]]
    assert len(set(draw_many(images, 100))) == 100


def test_without_images_there_is_a_way_on(page: ImagePreparePage, digits: ImageInfo, seer: Seer):
    assert page.views.currentWidget() is page._nothing
    assert not page.augmentation.isEnabled()
    open_digits(page, digits)
    assert page.views.currentWidget() is not page._nothing
    assert page.augmentation.isEnabled()
    assert seer.waiting


# --- what is drawn --------------------------------------------------------------------------


def test_samples_are_shown_as_read_changed_and_prepared(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo
):
    open_digits(page, digits)
    assert page.grid._words == "Computing…"
    seer.answer_all()
    found = page.copies.found
    assert found is not None
    np.testing.assert_array_equal(found.pixels, digits.pixels[list(found.request.rows)])
    assert found.copies.shape == (LINES, COPIES, 1, 8, 8)
    assert len(page.grid._raw) == LINES
    assert [len(each) for each in page.grid._changed] == [COPIES] * LINES
    # nothing is changed, so every copy is drawn as the image itself
    assert all(each == page.grid._raw[0] for each in page.grid._changed[0])
    prepared = answer_of(page.values).prepared
    assert f"{len(prepared)} samples" in page.histogram.words.text()
    assert page.histogram._bars.opts["height"].size > 0


def test_moving_on_drops_questions_that_have_not_begun(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo
):
    open_digits(page, digits)
    seer.answer_all()
    for angle in (5.0, 10.0, 20.0, 40.0):
        page.images.set_augmentation(Augmentation(rotation=angle))
    assert len(seer.waiting) == 1
    seer.answer()
    assert answer_of(page.copies).request.job.augmentation.rotation == 5.0
    assert len(seer.waiting) == 1
    seer.answer()
    assert answer_of(page.copies).request.job.augmentation.rotation == 40.0
    assert not seer.waiting
    assert any(each != page.grid._raw[0] for each in page.grid._changed[0])


def test_other_changes_are_other_ones_of_the_same_samples(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo
):
    open_digits(page, digits)
    page.images.set_augmentation(Augmentation(shift=0.2))
    seer.answer_all()
    before, rows = page.grid._changed[0], answer_of(page.copies).request.rows
    page.again.click()
    seer.answer_all()
    assert answer_of(page.copies).request.rows == rows
    assert page.grid._changed[0] != before
    assert len(page.grid._changed[0]) == COPIES


def test_a_key_on_a_sample_shows_another_of_its_class(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo, qtbot: QtBot
):
    open_digits(page, digits)
    seer.answer_all()
    before = page._rows
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    seer.answer_all()
    assert [a != b for a, b in zip(before, page._rows, strict=True)] == [False, True, False, False]
    assert digits.labels[before[1]] == digits.labels[page._rows[1]]
    assert answer_of(page.copies).request.rows == page._rows


def test_a_sample_looked_at_elsewhere_comes_first(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo
):
    open_digits(page, digits)
    page.images.select_sample(1234)
    page.arrive()
    seer.answer_all()
    assert answer_of(page.copies).request.rows[0] == 1234


def test_another_preparation_is_computed_anew_and_says_so(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo
):
    open_digits(page, digits)
    seer.answer_all()
    before = answer_of(page.values).prepared
    zca = ImagePreparation(scaling="zca", whitening_strength=0.5)
    page.images.set_preparation(zca)
    assert page.grid._seen_is_old
    assert page.histogram.words.text() == "Computing…"
    seer.answer_all()
    assert not page.grid._seen_is_old
    assert not np.allclose(answer_of(page.values).prepared, before)
    assert page.histogram.words.text() != "Computing…"


def test_what_cannot_be_prepared_is_said_in_place(
    page: ImagePreparePage, seer: Seer, session: ImageSession, tmp_path: Path
):
    session.open_images(make_images(tmp_path / "gone"))
    page.arrive()
    seer.answer_all()
    assert page.copies.failure is not None
    assert page.grid._words == page.histogram.words.text() != ""
    assert page.grid._raw == []


# --- parts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "preparation",
    [ImagePreparation(), ImagePreparation(folds=5), ImagePreparation(samples=300, test_part=0.3)],
)
def test_the_parts_counted_are_those_the_run_is_divided_into(
    digits: ImageInfo, preparation: ImagePreparation
):
    found = divided(digits, preparation, 7)
    assert isinstance(found, Divided)
    parts = parts_of(load_images(Images(source="example:digits")), preparation, 7)
    fold = parts.folds[0]
    assert found.training == len(fold.training)
    assert found.validation == len(fold.validation)
    assert found.test == len(parts.test)
    held_out = len(fold.held_out) if parts.is_cross_validated else 0
    assert found.held_out == held_out
    total = found.training + found.validation + found.test + found.held_out + found.left
    assert total == len(digits)


def test_folds_of_many_samples_are_counted_by_shares_close_to_those_that_are_drawn(tmp_path: Path):
    images = make_images(tmp_path, (2000, 900, 100), unlabelled=5, test=40)
    preparation = ImagePreparation(folds=4, validation_part=0.2, samples=500)
    found = divided(images, preparation, 3)
    assert isinstance(found, Divided)
    assert found.is_about
    drawn = divide(_as_set(images), preparation, 3)
    fold = drawn.folds[0]
    assert (found.training, found.test) == (len(fold.training), len(drawn.test))
    assert found.validation == pytest.approx(len(fold.validation), abs=3)
    assert found.held_out == pytest.approx(len(fold.held_out), abs=3)
    used = found.training + found.validation + found.held_out + found.test + found.left
    assert used == images.labelled


def test_the_words_tell_the_parts_and_the_form_asks_for_no_test_part_of_sources_with_one(
    page: ImagePreparePage, session: ImageSession, tmp_path: Path, qtbot: QtBot
):
    session.open_images(make_images(tmp_path / "tested", test=15))
    page.arrive()
    page._count_soon.flush()
    assert "15 test" in page.parts.words.text()
    with pytest.raises(KeyError):
        page.form.usual.row("test_part")
    session.open_images(make_images(tmp_path / "plain"))
    assert not page.form.usual.row("test_part").isHidden()
    session.open_images(make_images(tmp_path / "one", (30,)))
    page._count_soon.flush()
    assert "one class" in page.parts.words.text()
    assert page.parts.bar.isHidden()


# --- sliders --------------------------------------------------------------------------------


@pytest.fixture
def rotation(qtbot: QtBot) -> SliderRow:
    fields = {each.name: each for each in declared_fields(Augmentation)}
    row = SliderRow(fields["rotation"])
    qtbot.addWidget(row)
    return row


def test_slider_and_field_show_the_same_number(rotation: SliderRow, qtbot: QtBot):
    rotation.slider.setValue(100)
    assert rotation.value == pytest.approx(180 * 0.5**2)
    assert rotation.field.text() == "45"
    rotation.field.setText("")
    qtbot.keyClicks(rotation.field, "180")
    assert rotation.value == 180.0
    assert rotation.slider.value() == rotation.slider.maximum()


def test_a_number_out_of_range_is_refused_in_place_and_the_last_one_stays(
    rotation: SliderRow, qtbot: QtBot
):
    rotation.set_value(12.0)
    rotation.field.setText("")
    qtbot.keyClicks(rotation.field, "x")
    qtbot.keyClick(rotation.field, Qt.Key.Key_Return)
    assert rotation.value == 12.0
    assert not rotation.error.isHidden()


def test_sliders_change_the_session_and_the_session_the_sliders(
    page: ImagePreparePage, seer: Seer, digits: ImageInfo, qtbot: QtBot
):
    open_digits(page, digits)
    page.augmentation.sliders["noise"].slider.setValue(100)
    qtbot.waitUntil(lambda: page.images.augmentation.noise == 0.25, timeout=2000)
    page.images.set_augmentation(Augmentation(shear=15.0, flip=True))
    assert page.augmentation.sliders["shear"].field.text() == "15"
    assert page.augmentation.sliders["noise"].value == 0.0
    assert page.augmentation.boxes["flip"].isChecked()
