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
    window.open("example", "gold")
    wait(lambda: not session.has_coordinates)
    train(furniture, wait)
    furniture.show_page("judge")
    picture("gold")
    window.open("perceptron", "")
    picture("perceptron")
    furniture.actions.show_help()
    window.close()


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
