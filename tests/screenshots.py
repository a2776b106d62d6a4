"""Make the pictures of the README and the guide: python -m tests.screenshots [FOLDER].

Without a folder, docs/screenshots gets English in light and Chinese in dark colours. With one,
every page in both languages, both schemes and at twice the scale goes there, to be looked at.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gui.furniture import Furniture

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs" / "screenshots"
WIDTH, HEIGHT = 1280, 800
PAGES = ("data", "prepare", "network", "train", "judge", "map", "runs")


def main() -> None:
    """Take every picture in a process of its own, since the scale is fixed at its start."""
    if len(sys.argv) == 5:
        take(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
        return
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS
    looks = [("en", "light", "1"), ("zh_CN", "dark", "1")]
    if len(sys.argv) > 1:
        looks = list(itertools.product(("en", "zh_CN"), ("light", "dark"), ("1", "2")))
    folder.mkdir(parents=True, exist_ok=True)
    with screen():
        for language, scheme, scale in looks:
            with tempfile.TemporaryDirectory() as home:
                environment = {
                    **os.environ,
                    "ANOMALYST_HOME": home,
                    "QT_SCALE_FACTOR": scale,
                }
                words = [
                    sys.executable,
                    "-m",
                    "tests.screenshots",
                    str(folder),
                    language,
                    scheme,
                    scale,
                ]
                subprocess.run(words, cwd=ROOT, env=environment, check=True)


def screen() -> Any:
    """Return a virtual screen large enough for twice the scale."""
    from pyvirtualdisplay.display import Display

    return Display(visible=False, size=(2 * WIDTH + 40, 2 * HEIGHT + 40), color_depth=24)


def take(folder: Path, language: str, scheme: str) -> None:
    """Walk the first minute and take a picture of every page."""
    from gui.app import make_application, make_window
    from gui.settings import Settings
    from tests import image_screenshots, judging_screenshots, search_screenshots

    app = make_application(["anomalyst"])
    settings = Settings()
    settings.language = language
    settings.scheme = "dark" if scheme == "dark" else "light"
    settings.save()
    window = make_window(app)
    window.resize(WIDTH, HEIGHT)
    window.show()

    def wait(condition: Callable[[], object], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            app.processEvents()
            time.sleep(0.005)

    def picture(name: str) -> None:
        moment = time.monotonic() + 0.7
        wait(lambda: time.monotonic() > moment)
        suffix = "" if language == "en" else f"-{language}"
        scaled = "" if window.devicePixelRatioF() == 1 else "@2x"
        path = folder / f"{name}-{scheme}{suffix}{scaled}.png"
        window.grab().save(str(path))
        print(path, flush=True)

    wait(lambda: window.furniture)
    assert window.furniture is not None
    furniture = window.furniture
    session, trainer = furniture.services.session, furniture.services.trainer
    picture("welcome")
    window.open("example", "copper")
    wait(lambda: session.table)
    furniture.running.train()
    wait(lambda: trainer.progress is not None and trainer.progress.epoch > 45)
    furniture.running.pause_or_resume()
    wait(lambda: trainer.state == "paused")
    picture("training")
    trainer.set_pace(0)
    furniture.running.pause_or_resume()
    wait(lambda: not trainer.active)
    for page in PAGES:
        furniture.show_page(page)
        if page == "map":
            furniture.window.banner.hide()
        picture(page)
    session.set_training(session.training.model_copy(update={"members": 24}))
    train(furniture, wait)
    picture("members")
    training = furniture.page("train")
    training.tabs.setCurrentWidget(training.inside.weights)  # type: ignore[attr-defined]
    picture("inside")
    judging_screenshots.judging_pictures(furniture, wait, picture)
    search_screenshots.search_pictures(furniture, wait, picture)
    window.open("example", "gold")
    wait(lambda: not session.has_coordinates)
    train(furniture, wait)
    furniture.show_page("judge")
    picture("gold")
    window.open("perceptron", "")
    picture("perceptron")
    with tempfile.TemporaryDirectory() as place:
        survey_pictures(furniture, Path(place), wait, picture)
    image_screenshots.digit_pictures(furniture, wait, picture)
    image_screenshots.window_pictures(furniture, wait, picture)
    furniture.actions.show_help()
    window.close()


def survey_pictures(
    furniture: Furniture,
    folder: Path,
    wait: Callable[[Callable[[], object]], None],
    picture: Callable[[str], None],
) -> None:
    """Take the pictures of the guide's journey from a laboratory's file to a map."""
    from gui import map_layer_kinds as map_content
    from tests.journeys import laboratory

    session, tasks = furniture.services.session, furniture.services.tasks
    survey = laboratory.make_survey()
    sheet = laboratory.write_sheet(folder / "HD2024.csv", laboratory.sheet_rows(survey))
    furniture.window.open("path", str(sheet))
    wait(lambda: furniture.current == "import")
    importing: Any = furniture.page("import")
    importing.unread.selectRow(0)
    picture("import")
    recipe = session.reading.recipe.model_copy(
        update={"missing": ("-999", laboratory.UNKNOWN_CODE), "crs": laboratory.CRS}
    )
    furniture.opening.read_again(session.reading.model_copy(update={"recipe": recipe}))
    wait(lambda: session.crs and not tasks.busy)
    furniture.show_page("explore")
    furniture.page("explore").choose("Cu")  # type: ignore[attr-defined]
    picture("explore")
    furniture.show_page("anomalies")
    anomalies: Any = furniture.page("anomalies")
    anomalies.thresholds.element.setCurrentText("Cu")
    picture("anomalies")
    anomalies.thresholds.settings.keep.click()
    anomalies.show_tab("labels")
    names = {} if furniture.window.language.code == "zh_CN" else laboratory.IN_ENGLISH
    deposits = laboratory.write_deposits(folder / "deposits.csv", survey, names)
    label_survey(anomalies.labels.source, deposits, wait)
    wait(lambda: len(session.class_names) > 2 and not tasks.busy)
    anomalies.labels.lists.setCurrentIndex(1)
    picture("labels")
    train(furniture, wait)
    furniture.show_page("map")
    kind = names.get("斑岩型", "斑岩型")
    furniture.page("map").show_layer(map_content.OF_CLASS, kind)  # type: ignore[attr-defined]
    picture("layers")


def label_survey(source: Any, deposits: Path, wait: Callable[[Callable[[], object]], None]) -> None:
    """Join deposits to the samples, and draw a background, in the panel of the labels."""
    source.choice.button("deposits").click()
    source.open_file(str(deposits))
    wait(source.form.class_column.currentData)
    source.form.crs.setText("EPSG:4326")
    source.form.radius.set_value(1600)
    source.form.background.setValue(40)
    source.form.buffer.set_value(5000)
    source.form.changed.emit()
    source.apply.click()


def train(furniture: Furniture, wait: Callable[[Callable[[], object]], None]) -> None:
    """Train at full speed, to the end, with nothing over the page."""
    trainer = furniture.services.trainer
    furniture.running.train()
    trainer.set_pace(0)
    wait(lambda: trainer.active)
    wait(lambda: not trainer.active)
    furniture.window.banner.hide()


if __name__ == "__main__":
    main()
