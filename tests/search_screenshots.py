"""The picture of a search for settings, when it has its verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.job import Judging
from core.searching.settings import Search

if TYPE_CHECKING:
    from gui.furniture import Furniture

Wait = Callable[..., None]
TRIALS = 24


def search_pictures(furniture: Furniture, wait: Wait, picture: Callable[[str], None]) -> None:
    """Search settings for the copper survey, which is open, judged by folds."""
    session = furniture.services.session
    session.set_judging(Judging(protocol="folds"))
    session.set_training(session.training.model_copy(update={"members": 1, "epochs": 300}))
    furniture.show_page("train")
    page: Any = furniture.page("train")
    page.search()
    view = page._search
    view.side.form.set_value(Search(trials=TRIALS))
    view.start()
    wait(lambda: not view.searcher.active, 280)
    view.trials.table.selectRow(view.trials.model.best or 0)
    furniture.window.banner.hide()
    picture("search")
    page.leave_search()
