"""What a CNN on images is worth beside its pictures: figures with intervals, curves, others."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui.image_verdict import thinned_sentence
from gui.judging.baselines_table import BaselinesTable
from gui.judging.class_figures import ClassFigures
from gui.judging.curves_view import KINDS, CurvesView
from gui.judging.further_view import FurtherView
from gui.judging.judge_work import JudgeWork
from gui.judging.sentences import verdict_sentence
from gui.judging.tabs import Tabs
from gui.judging.verdict_figures import VerdictFigures
from gui.pages.page import label
from gui.services import Services

# images lie on no map
WITHOUT_A_MAP = ("success_rate", "prediction_area")


class VerdictTabs(Tabs):
    """The pictures stand in the first tab; the others show the same files as for a survey.

    Parameters
    ----------
    pictures
        What the first tab shows.
    """

    def __init__(
        self, pictures: QWidget, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._run: RunFolder | None = None
        self.work = JudgeWork(services, self)
        self.work.changed.connect(self._show_methods)
        self.figures, self.curves, self.classes = VerdictFigures(), CurvesView(), ClassFigures()
        for kind in WITHOUT_A_MAP:
            self.curves.tabs.setTabVisible(KINDS.index(kind), False)
        self.baselines = BaselinesTable()
        self.methods = FurtherView(
            self.tr(
                "What you would otherwise use, on the pixels of the same images. It takes seconds "
                "for small images and minutes for tens of thousands."
            ),
            self.tr("Compare"),
            self._with_words(),
        )
        self.methods.wanted.connect(self._compare)
        self.addTab(_below_a_gap(pictures), self.tr("Images"))
        self.addTab(self._verdict(), self.tr("Verdict"))
        self.addTab(_below_a_gap(self.classes, fills=False), self.tr("Classes"))
        self.addTab(self.methods, self.tr("Other methods"))

    def _verdict(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._words = label("")
        column.addWidget(self._words)
        column.addWidget(self.figures)
        column.addWidget(self.curves, 1)
        return _below_a_gap(box)

    def _with_words(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._thinned = label("", "caption")
        column.addWidget(self.baselines)
        column.addWidget(self._thinned)
        column.addStretch()
        return box

    def show_run(self, run: RunFolder | None) -> None:
        """Show what was found of a run; None where there is none."""
        self._run = run
        verdict = run.verdict() if run is not None else None
        for view in (self.figures, self.curves, self.classes):
            view.show_verdict(verdict)
        nothing = self.tr(
            "No verdict: no image was held out, or an earlier version judged this run. Train again "
            "with a test part."
        )
        self._words.setText(verdict_sentence(verdict) if verdict is not None else nothing)
        self._show_methods()

    def _show_methods(self) -> None:
        """Show the other methods, or the way to them."""
        run = self._run
        found = run.baselines() if run is not None else None
        self.baselines.show_baselines(found)
        thinned = thinned_sentence(found) if found is not None else ""
        self._thinned.setText(thinned)
        self._thinned.setVisible(bool(thinned))
        self.methods.show_state(
            possible=run is not None and run.verdict() is not None,
            under_way=self.work.is_under_way(run, "baselines"),
            reason=self.tr("Train a network first, with images held out."),
        )

    def _compare(self) -> None:
        if self._run is not None:
            self.work.ask(self._run, "baselines")


def _below_a_gap(view: QWidget, *, fills: bool = True) -> QWidget:
    """Return a tab with a gap to the bar above; what does not fill it stands at its top."""
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(view, 1 if fills else 0)
    if not fills:
        column.addStretch(1)
    return tab
