"""Finding the threshold that is looked for: at once where that is quick, beside the window else."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QObject

from core.events import Finished
from core.thresholds.comparing import compare
from core.thresholds.finding import find_thresholds
from core.thresholds.found import Found, found_from
from core.thresholds.picture import Picture
from datasets.messages import InputError, Message, message
from gui.map_background import Newest
from gui.services import Services
from gui.threshold_answer import found_of, picture_from
from gui.threshold_quick import threshold_in, with_threshold
from gui.threshold_state import ThresholdState
from gui.threshold_tasks import line_from, line_of, task_words
from gui.throttle import Throttle

# up to so many samples everything is found at once; more are a task of the worker
MOST_AT_ONCE = 100_000
COMPARE_MS = 150
ELEMENTS_MS = 500


class ThresholdFinder(ThresholdState):
    """Finds what the state asks for."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self._asked = 0
        self._pictures = Newest(self)
        # a slider asks for more comparisons than anybody can read
        self._soon = Throttle(self._compare, COMPARE_MS, self)
        self._elements_soon = Throttle(self._begin, ELEMENTS_MS, self)

    def dispose(self) -> None:
        """Take no answer any more."""
        self._stop()
        self._pictures.forget()

    def _stop(self) -> None:
        self._asked += 1
        self._soon.cancel()
        self._elements_soon.cancel()

    def _begin(self) -> None:
        table = self.table
        self._empty()
        if table is None or not self.column:
            self._tell_all()
            return
        if not self.is_distance:
            self.subject.take_column(table, self.column)
        if self._is_large or self.is_distance:
            self._tell_all()
            self._ask(comparing=True)
            return
        self._draw_picture()
        self._find(comparing=True)

    def _tell_all(self) -> None:
        self.measured.emit()
        self.found_changed.emit()
        self.compared_changed.emit()

    def _empty(self) -> None:
        self._stop()
        self._pictures.forget()
        self.subject.empty()
        self.picture = self.found = self.reason = None
        self.compared, self.waiting = (), False

    @property
    def _is_large(self) -> bool:
        return len(self.subject.values) > MOST_AT_ONCE

    def _draw_picture(self) -> None:
        settings, groups, shown = self.settings, self.groups, self.shown
        subject, is_distance = self.subject, self.is_distance

        def work() -> Picture:
            return subject.picture(settings, groups, shown, is_distance)

        if self._is_large:
            self._pictures.ask(work, self._take_picture)
        else:
            self._take_picture(work())

    def _take_picture(self, picture: Picture) -> None:
        self.picture = picture
        self.measured.emit()

    def _find(self, *, comparing: bool) -> None:
        settings = self.settings
        is_quick = settings.method == "hand" or (settings.method == "ca" and not settings.group)
        if not len(self.subject.values):
            return
        if self._is_large and (comparing or not is_quick):
            self._ask(comparing=comparing)
            return
        self._asked += 1
        try:
            self.found, self.reason = self._found_at_once(), None
        except InputError as error:
            self.found, self.reason = None, error.message
        self.waiting = False
        self.found_changed.emit()
        if comparing:
            self._soon.request()

    def _found_at_once(self) -> Found:
        settings, subject = self.settings, self.subject
        if self._is_large:
            used = int(np.count_nonzero(np.isfinite(subject.values)))
            threshold = threshold_in(self.picture, settings, used)
            return found_from(subject.values, subject.below, settings, {"": threshold})
        return find_thresholds(subject.values, subject.below, settings, self.groups)

    def _move_in_group(self) -> None:
        """Follow breaks that are dragged in one group; the others stay as they are."""
        if self.waiting or self.found is None:
            # what is being found takes the breaks in when it comes
            return
        settings = self.settings
        threshold = threshold_in(self.picture, settings.of_group(self.shown), 0)
        self.found = with_threshold(self.found, self.shown, threshold, settings, self.groups)
        self.found_changed.emit()

    def _compare(self) -> None:
        subject = self.subject
        if not len(subject.values) or self._is_large:
            return
        lines = compare(subject.values, subject.below, self.settings, self.groups)
        self.compared = tuple(line_from(line) for line in lines)
        self.compared_changed.emit()

    # --- beside the window -------------------------------------------------------------

    def _ask(self, *, comparing: bool) -> None:
        table = self.table
        if table is None:
            return
        if self.is_distance and len(self.columns) < 2:
            self.reason = message("Tick two elements or more.")
            self.found_changed.emit()
            return
        self._asked += 1
        asked = self._asked
        self.waiting = True
        self.found_changed.emit()
        words = task_words(table, self.columns, self.settings, comparing)

        def done(event: Finished) -> None:
            if asked == self._asked:
                self._take(event.values)

        def failed(failure: Message, traceback: str) -> None:
            if traceback:
                self._services.say_failure(failure, traceback)
            if asked == self._asked:
                self.found, self.reason, self.waiting = None, failure, False
                self.found_changed.emit()

        self._services.tasks.ask(words, done, failed)

    def _take(self, values: dict[str, Any]) -> None:
        self.found = found_of(values, self.subject, self.groups)
        self.waiting, self.reason = False, None
        if self.shown:
            self._draw_picture()
        else:
            self._take_picture(picture_from(values))
        self.found_changed.emit()
        if self.settings != self.found.settings and self.settings.method == "ca":
            self._move_in_group()
        if values["compared"]:
            self.compared = tuple(line_of(line) for line in values["compared"])
            self.compared_changed.emit()
