"""Runs: every run that was started, with how it stands and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from core.run_folder import RunFolder
from gui.comparing.compare_view import CompareView
from gui.nothing_yet import NothingYet
from gui.pages.page import Page
from gui.runs.run_list import RunList
from gui.runs.run_side import RunSide

if TYPE_CHECKING:
    from gui.furniture import Furniture


class RunsPage(Page):
    """The list of runs; the inspector tells about the chosen one.

    Several chosen ones can be compared; the comparison then stands in place of the list.
    """

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title("")
        self._comparison: CompareView | None = None
        self.empty = NothingYet(
            self.tr("No runs yet. Open a table, choose its target and press Train."),
            {"data": self.tr("Go to Data"), "train": self.tr("Go to Train")},
            self.services.go,
        )
        self.column.addWidget(self.empty, 1)
        self.list = RunList(self._state)
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.itemDoubleClicked.connect(lambda _: self._open())
        self.column.addWidget(self.list, 1)
        self._build_inspector()
        self.listen(self.session.runs_changed, self.refresh)
        self.listen(self.session.run_changed, self.refresh)
        self.listen(self.services.images.runs_changed, self.refresh)
        self.listen(self.services.images.run_changed, self.refresh)
        self.listen(self.services.kind_changed, self._leave_comparison)
        self.listen(self.services.kind_changed, self.refresh)
        self.listen(self.services.trainer.state_changed, lambda _: self.refresh())
        self.refresh()

    def _build_inspector(self) -> None:
        self._beside_list = RunSide(self.furniture)
        self._beside_list.set_spacing(self.side.spacing())
        self._beside_list.wanted.connect(self._do)
        self.open, self.resume = self._beside_list.open, self._beside_list.resume
        self.repeat, self.way_in = self._beside_list.repeat, self._beside_list.way_in
        self.way_in.wanted.connect(self.compare)
        self.side.addWidget(self._beside_list)
        self.side.addStretch(1)

    # --- the list ----------------------------------------------------------------------

    def arrive(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read the runs again, keeping the choice."""
        if not self.isVisible() and self.list.runs:
            return
        self.list.show_runs(self.services.working.runs(), self.services.working.run)
        self._show_place()
        self._show_chosen()

    @property
    def chosen(self) -> RunFolder | None:
        """The selected run, of several the one with the focus."""
        return self.list.chosen

    @property
    def chosen_runs(self) -> list[RunFolder]:
        """All selected runs, the oldest first."""
        return self.list.chosen_runs

    def state_word(self, run: RunFolder) -> str:
        """Return how a run stands, in a word."""
        return self.list.state_word(run)

    def _state(self, run: RunFolder) -> str:
        trainer = self.services.trainer
        return "running" if trainer.active and trainer.run == run else run.state()

    def _show_chosen(self) -> None:
        run, several = self.chosen, len(self.chosen_runs)
        self.way_in.show_selected(several, len(self.list.runs))
        if several > 1:
            self._beside_list.show_several(several)
        else:
            self._beside_list.show_run(run, self._state(run) if run is not None else "")

    # --- the comparison ----------------------------------------------------------------

    def compare(self) -> None:
        """Show the selected runs side by side, the oldest as the one to be compared with."""
        if self._comparison is None:
            self._comparison = CompareView(self.furniture)
            self._comparison.left.connect(self._leave_comparison)
            self.column.addWidget(self._comparison, 1)
            self.side.insertWidget(0, self._comparison.side)
            self._comparison.hide()
        if self._comparison.show_runs(self.chosen_runs):
            self._comparison.show()
            self._show_place()
            self._comparison.side.back.setFocus()

    def _leave_comparison(self) -> None:
        if self._comparison is not None:
            self._comparison.hide()
            self._show_place()
            if self.isVisible():
                self.list.setFocus()

    def _show_place(self) -> None:
        """Show the comparison, the list, or that there is nothing to list."""
        compared = self._comparison is not None and not self._comparison.isHidden()
        self._title.setText(self.tr("Comparison of runs") if compared else self.tr("Runs"))
        self.empty.setVisible(not self.list.runs and not compared)
        self.list.setVisible(bool(self.list.runs) and not compared)
        self._beside_list.setVisible(not compared)
        if self._comparison is not None:
            self._comparison.side.setVisible(compared)

    # --- the chosen run ----------------------------------------------------------------

    def _do(self, what: str) -> None:
        """Do with the chosen run what a button asks for."""
        running = self.furniture.running
        doings = {
            "open": lambda run: self._open(),
            "resume": running.resume_run,
            "repeat": self._repeat,
            "rename": self._rename,
            "delete": running.delete,
        }
        if self.chosen is not None:
            doings[what](self.chosen)

    def _open(self) -> None:
        run = self.chosen
        if run is not None:
            self.furniture.opening.open_run(run, lambda: self._show_opened(run))

    def _show_opened(self, run: RunFolder) -> None:
        if run.predictions_path.exists():
            self.furniture.show_export()
        else:
            self.services.go("image-train" if run.is_of_images else "train")

    def _repeat(self, run: RunFolder) -> None:
        self.furniture.opening.open_run(run, self._offer_repeat)

    def _offer_repeat(self) -> None:
        self.services.working.select_run(None)
        self.services.go("image-train" if self.services.kind == "images" else "train")
        self.services.say(
            self.tr("The settings of that run are set; change what you like and press Train.")
        )

    def _rename(self, run: RunFolder) -> None:
        name, accepted = QInputDialog.getText(
            self, self.tr("Rename"), self.tr("Name"), text=run.about()["name"]
        )
        if accepted:
            self.furniture.running.rename(run, name)
