"""Why a search cannot begin or go on, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.searching.judged_by import check_protocol
from datasets.messages import InputError
from gui.searching.search_form import SearchForm
from gui.searching.shown_search import ShownSearch
from gui.searching.state_words import is_spent
from gui.session import Session
from gui.translating import core_message


def search_obstacle(shown: ShownSearch, session: Session, form: SearchForm) -> str:
    """Return why the search on show cannot begin with what the form says, "" when it can."""
    if form.is_endless:
        return _tr("Give a number of trials or a time; without both it would never end.")
    search = form.value()
    if search is None:
        return _tr("One of the settings at the right cannot be used.")
    if shown.is_new:
        return job_obstacle(session)
    if shown.job is None:
        return _tr("The files of this search cannot be read.")
    if shown.has_verdict and is_spent(shown.trials.all, search, shown.seconds):
        return _tr("All trials have ended; ask for more of them to go on.")
    return ""


def job_obstacle(session: Session) -> str:
    """Return what the job as it stands lacks to be searched, "" when it lacks nothing."""
    obstacle = session.obstacle
    if obstacle is not None:
        return core_message(obstacle)
    try:
        check_protocol(session.judging)
    except InputError as error:
        return core_message(error.message)
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("search obstacles", text)
