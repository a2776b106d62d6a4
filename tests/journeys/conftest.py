"""A real window for each journey, with its workers, closed and checked afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.furniture import Furniture
from gui.language import Language, ensure_chinese_font
from gui.settings import Settings
from gui.window import MainWindow
from tests.journeys import warm_main
from tests.journeys.person import Person

MakeWindow = Callable[[], Person]
OWN_WORKERS = "own_workers"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{OWN_WORKERS}: the workers of the journey begin by themselves, as a person's do",
    )


@pytest.fixture
def workers(
    request: pytest.FixtureRequest, nursery_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Have workers forked from a process that has loaded what they need, unless marked else."""
    if nursery_name and request.node.get_closest_marker(OWN_WORKERS) is None:
        monkeypatch.setenv(warm_main.NAME, nursery_name)
        monkeypatch.setattr("gui.worker_client.MAIN", Path(warm_main.__file__))


@pytest.fixture
def language_code() -> str:
    """Code of the language of a first window; a journey in another one gives its own."""
    return "en"


@pytest.fixture
def make_person(
    qtbot: QtBot, qapp: QApplication, home: Path, workers: None, language_code: str
) -> Iterator[MakeWindow]:
    """Return a way to open windows on the same home; all are closed at the end."""
    people: list[Person] = []
    language = Language(qapp)

    def make() -> Person:
        settings = Settings()
        settings.language = settings.language if people else language_code
        language.install(settings.language)
        ensure_chinese_font()
        theme.apply(qapp, "light")
        window = MainWindow(settings, language)
        with qtbot.waitSignal(window.furnished, timeout=30_000):
            window.show()
        assert isinstance(window.furniture, Furniture)
        person = Person(window, qtbot)
        people.append(person)
        return person

    yield make
    for person in people:
        person.leave()
    theme.apply(qapp, "light")
    language.install("en")


@pytest.fixture
def person(make_person: MakeWindow) -> Person:
    """Somebody in front of a fresh window."""
    return make_person()
