"""The pictures of the Judge page: how it is judged, the verdict, other methods, why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from core.job import Judging

if TYPE_CHECKING:
    from gui.furniture import Furniture

Wait = Callable[[Callable[[], object]], None]


def judging_pictures(furniture: Furniture, wait: Wait, picture: Callable[[str], None]) -> None:
    """Judge the copper survey, which is open, by spatial blocks, and ask for all there is."""
    session, trainer = furniture.services.session, furniture.services.trainer
    session.set_judging(Judging(protocol="blocks"))
    session.set_training(session.training.model_copy(update={"members": 8}))
    furniture.show_page("judge")
    page: Any = furniture.page("judge")
    page.tabs.setCurrentWidget(page.division)
    wait(lambda: not page.division.work.busy)
    picture("judge-division")
    furniture.running.train()
    trainer.set_pace(0)
    wait(lambda: trainer.active)
    wait(lambda: not trainer.active)
    furniture.show_page("judge")
    page.tabs.setCurrentIndex(1)
    picture("judge-verdict")
    for what, tab, name in (
        ("baselines", page.methods_tab, "judge-methods"),
        ("why", page.why_tab, "judge-why"),
    ):
        page.work.ask(session.run, what)
        wait(partial(is_answered, page, what))
        page.tabs.setCurrentWidget(tab)
        picture(name)


def is_answered(page: Any, what: str) -> bool:
    """Whether the worker has answered."""
    return not page.work.is_under_way(page.session.run, what)
