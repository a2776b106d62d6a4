"""From the welcome page to a drawing that the network reads: digits, step by step."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from datasets.images.reading import read_images
from gui.image_pages.cnn_page import CNNPage
from gui.image_pages.draw_page import DrawPage
from gui.image_pages.image_inside_page import ImageInsidePage
from gui.image_pages.image_judge_page import ImageJudgePage
from gui.image_pages.image_train_page import ImageTrainPage
from gui.image_pages.images_page import ImagesPage
from gui.image_session import ImageSession
from tests.journeys.person import Person


def session(person: Person) -> ImageSession:
    return person.furniture.services.images


def open_digits(person: Person) -> None:
    person.window.open("example-images", "digits")
    person.wait(lambda: session(person).images is not None)


def train(person: Person, epochs: int) -> None:
    """Train LeNet-5, chosen by name, for a few epochs."""
    page = person.furniture.page("cnn")
    assert isinstance(page, CNNPage)
    page.chooser.zoo.chosen.emit("lenet-5")
    assert session(person).network.name == "lenet-5"
    kept = session(person).training
    session(person).set_training(
        kept.model_copy(update={"epochs": epochs, "threads": 1, "precision": "single"})
    )
    person.furniture.show_page("image-train")
    train_page = person.furniture.page("image-train")
    assert isinstance(train_page, ImageTrainPage)
    person.click(train_page.train)
    person.wait(lambda: not person.trainer.active, 90_000)


def draw_one(page: DrawPage) -> None:
    """Draw an upright stroke with the mouse, as a 1 is written."""
    pad = page.pad
    middle, top, bottom = pad.width() // 2, pad.height() // 5, 4 * pad.height() // 5
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(middle, top))
    for y in range(top, bottom, 6):
        QTest.mouseMove(pad, QPoint(middle, y))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(middle, bottom))


def test_load_train_errors_inside_draw(person: Person, tmp_path: Path) -> None:
    open_digits(person)
    assert person.furniture.current == "images"
    assert isinstance(person.furniture.page("images"), ImagesPage)
    words = [button.text() for button in person.window.rail.buttons if button.isVisible()]
    assert words[0] == "Images"
    assert "Map" not in words
    train(person, epochs=8)
    run = session(person).run
    assert run is not None
    evaluation = run.evaluation()
    assert evaluation is not None
    assert evaluation["test"]["accuracy"] > 0.9

    # its errors: the cells of the matrix and the gallery tell the same
    person.furniture.show_page("image-judge")
    judge = person.furniture.page("image-judge")
    assert isinstance(judge, ImageJudgePage)
    person.wait(lambda: judge.judged is not None)
    wrong = evaluation["test"]["samples"] - evaluation["test"]["correct"]
    person.wait(lambda: len(judge.gallery.rows) == wrong)
    confusion = np.array(evaluation["test"]["confusion"])
    judge.figures.cell_picked.emit(3, 3)
    assert len(judge.gallery.rows) == confusion[3, 3]
    row = int(judge.gallery.rows[0])
    judge.gallery.chosen.emit(row)
    assert session(person).sample == row

    # its inside, for that sample
    person.click(judge.inside)
    inside = person.furniture.page("image-inside")
    assert isinstance(inside, ImageInsidePage)
    person.wait(lambda: inside.features.shown is not None)

    # a drawing, which it reads while it is drawn
    person.furniture.show_page("draw")
    pad = person.furniture.page("draw")
    assert isinstance(pad, DrawPage)
    person.wait(lambda: pad.network is not None)
    draw_one(pad)
    person.wait(lambda: pad.asking.seen is not None)
    assert pad.seen_image is not None
    assert pad.seen_image.shape == (1, 8, 8)
    pad.teach.taught.emit("1")
    taught = read_images(str(pad.folder))
    assert taught.class_names == ("1",)
    assert len(taught) == 1

    # what it found goes to a spreadsheet
    out = tmp_path / "digits.csv"
    judge.exports.predictions(run, str(out))
    person.wait(out.exists)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 1797


def test_work_on_images_is_kept_and_tables_stay_open(make_person: object, tmp_path: Path) -> None:
    assert callable(make_person)
    first: Person = make_person()
    first.open_copper()
    open_digits(first)
    network = session(first).network.model_copy(update={"name": "lenet-5"})
    session(first).set_network(network)
    path = tmp_path / "digits.anomalyst"
    first.furniture.opening.save_project(path)
    assert path.exists()
    assert first.session.table is not None
    first.leave()
    second: Person = make_person()
    second.window.open("path", str(path))
    second.wait(lambda: session(second).images is not None)
    assert session(second).network.name == "lenet-5"
    assert second.furniture.current == "images"
