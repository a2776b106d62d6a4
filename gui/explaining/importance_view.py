"""What the network loses without an element: one bar each, the largest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.verdict_values import ends_of, value_of
from gui import theme
from gui.explaining.signed_bars import BAR, Bar, SignedBars, scale_of
from gui.judging.figure_texts import end_texts, signed_text
from gui.judging.table import FiguresTable
from gui.judging.tabled import Tabled
from gui.translating import counted
from gui.unbroken import unbroken

Row = Mapping[str, Any]
DROP, SCALE, MEMBERS, BALANCED = 1, 2, 3, 4


class ImportanceView(Tabled):
    """A row an element, then those that go together; a sentence tells which these are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        table = FiguresTable(_heads(), _tr("Importance of the elements"), lines=2)
        table.setItemDelegateForColumn(SCALE, SignedBars(table))
        super().__init__(table, _tr("What each element is worth will stand here."), parent=parent)

    def show_importance(self, explanation: Mapping[str, Any] | None) -> None:
        """Show the importance in explanation.json, or the sentence that there is none."""
        rows = _rows(explanation["importance"]) if explanation is not None else []
        ends = _ends(rows)
        self.table.setRowCount(0)
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._show_row(place, row, ends)
        self.words.setText(_sentence(explanation) if explanation is not None else "")
        self.show_table(explanation is not None)

    def _show_row(self, place: int, row: Row, ends: tuple[float, float]) -> None:
        is_group = "names" in row
        name = self.table.put(place, 0, _name(row), _about(row))
        if is_group:
            name.setFont(theme.bold(self.table.font()))
        drop = row["macro_f1"]
        value, interval = value_of(drop) or 0.0, ends_of(drop)
        text = signed_text(value)
        if interval is not None:
            text += "\n" + " – ".join(end_texts(interval, signed=True))
        self.table.put(place, DROP, text, _verdict(interval))
        colour = theme.current().validation if not is_group else theme.current().training
        bar = Bar(*ends, value, interval, drop["members"], colour)
        self.table.put(place, SCALE, "", _verdict(interval)).setData(BAR, bar)
        members = drop["members"]
        self.table.put(place, MEMBERS, "–" if members is None else f"± {members:.3f}")
        self.table.put(place, BALANCED, signed_text(value_of(row["balanced_accuracy"])))


def _rows(importance: Mapping[str, Any]) -> list[Row]:
    """Return the elements, then the groups, each by what is lost without them."""

    def ranked(rows: Sequence[Row]) -> list[Row]:
        return sorted(rows, key=lambda row: -(value_of(row["macro_f1"]) or 0.0))

    return [*ranked(importance["elements"]), *ranked(importance["groups"])]


def _ends(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the ends of a scale that holds every bar and what is drawn over it."""
    reached = [0.0]
    for row in rows:
        drop = row["macro_f1"]
        value, spread = value_of(drop) or 0.0, drop["members"] or 0.0
        reached += [value - spread, value + spread, *(ends_of(drop) or ())]
    return scale_of(min(reached), max(reached))


def _name(row: Row) -> str:
    if "names" not in row:
        return str(row["name"])
    return _tr("Together: {names}").format(names=", ".join(row["names"]))


def _about(row: Row) -> str:
    if "names" not in row:
        return str(row["name"])
    return _tr("{names}: |ρ| is {least} or more between any two of them.").format(
        names=", ".join(row["names"]), least=f"{row['least']:.2f}"
    )


def _verdict(interval: tuple[float, float] | None) -> str:
    if interval is None:
        return ""
    if interval[0] > 0:
        return _tr("0 lies outside of the interval: the network needs it.")
    if interval[1] < 0:
        return _tr("The network judges better without it: what it learned of it does not hold.")
    return _tr("0 lies within the interval: no use of it can be shown.")


def _sentence(explanation: Mapping[str, Any]) -> str:
    importance = explanation["importance"]
    said = counted(
        _how(explanation.get("window", 0)),
        repeats=explanation["repeats"],
        samples=f"{importance['samples']:,}",
        whole=f"{importance['whole']['macro_f1']:.3f}",
    )
    if not importance["groups"]:
        return said
    together = "; ".join(", ".join(group["names"]) for group in importance["groups"])
    hidden = _tr(
        "Some go together so closely that each hides the other, so judge them by the rows where "
        "they are shuffled together: {groups}."
    )
    return f"{said} {hidden.format(groups=together)}"


def _how(cells: int) -> str:
    """Say what was shuffled: values, or patches of so many cells across."""
    if not cells:
        return _tr(
            "Each element was shuffled {repeats} times among {samples} held-out samples, of which "
            "the network has a macro-F1 of {whole}."
        )
    return _tr(
        "Each element was exchanged {repeats} times between the windows of {samples} held-out "
        "samples, all cells of a window at once; as they are, the network has a macro-F1 of "
        "{whole}."
    )


def _heads() -> dict[str, str]:
    return {
        _tr("Element"): _tr("What is shuffled among the held-out samples"),
        _tr("Macro-F1 falls by"): unbroken(
            _tr("Mean over the orders, and where 95 % of them would lie; below 0 where it rises")
        ),
        _tr("Scale"): _tr(
            "The bar is the fall, the thick line its interval, the thin one the standard deviation "
            "over the members."
        ),
        _tr("Members"): _tr("Standard deviation of the fall over the members, each by itself"),
        _tr("Balanced accuracy"): _tr("By how much the balanced accuracy falls"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportanceView", text)
