"""The members of a run as a table: sorted by loss, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from core.history import recording_stride
from core.numbers import count, three_digits
from gui import theme
from gui.member_history import Floats, Indices, MemberHistory

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
State = Literal["learning", "goal", "ended"]

MEMBER, TRAINING, VALIDATION, EPOCH, STATE = range(5)
PART_OF = {TRAINING: "training", VALIDATION: "validation"}
BAR_ROLE = Role.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Standing:
    """How the members stand, shape (K,) each; `order` from the best to the worst."""

    order: Indices
    training: Floats
    validation: Floats
    epochs: Indices
    states: tuple[State, ...]
    best: int
    worst: int

    @property
    def has_validation(self) -> bool:
        return bool(np.isfinite(self.validation).any())


def standing_of(history: MemberHistory, goal: float, *, live: bool, together: int) -> Standing:
    """Read from a history how the members stand.

    Parameters
    ----------
    goal
        The error goal of the run.
    live
        Whether training goes on; without it no member is learning.
    together
        How many members are trained at once; when a run learns again, so many more follow.
    """
    met = history.latest("training") < goal
    going_on = live & _at_work(history.last_epochs, together)
    states = np.where(met, "goal", np.where(going_on, "learning", "ended"))
    best, worst = history.best_and_worst()
    return Standing(
        order=history.ranking(),
        training=history.latest("training").copy(),
        validation=history.latest("validation").copy(),
        epochs=history.last_epochs.copy(),
        states=tuple(states.tolist()),
        best=best,
        worst=worst,
    )


def _at_work(last_epochs: Indices, together: int) -> NDArray[np.bool_]:
    """Return which members of the last try have rows up to its newest epoch."""
    tries = np.arange(len(last_epochs)) // together
    is_last_try = tries == tries.max(initial=0)
    newest = int(last_epochs[is_last_try].max(initial=1))
    # late epochs are not all recorded, and those of one epoch may not all be there yet
    stride = int(recording_stride(np.array([newest]), together)[0])
    return is_last_try & (last_epochs >= newest - 2 * stride)


class MembersModel(QAbstractTableModel):
    """A row for each member, the best one first; rows move, and what is selected with them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._rows: Indices = np.empty(0, np.int64)
        self._heads = (
            self.tr("Member"),
            self.tr("Training loss"),
            self.tr("Validation loss"),
            self.tr("Epoch"),
            self.tr("State"),
        )
        self.words: dict[State, str] = {
            "learning": self.tr("Learning"),
            "goal": self.tr("Goal met"),
            "ended": self.tr("Ended"),
        }

    def show_standing(self, standing: Standing) -> None:
        """Show how the members stand now."""
        if len(standing.order) != self.rowCount():
            self.beginResetModel()
            self._take(standing)
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        members = [self.member(index.row()) for index in kept]
        self._take(standing)
        moved = [
            self.index(self.row(member), index.column())
            for member, index in zip(members, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def member(self, row: int) -> int:
        """Return the member on a row, counted from 0."""
        assert self._standing is not None
        return int(self._standing.order[row])

    def row(self, member: int) -> int:
        """Return the row that a member stands on."""
        return int(self._rows[member])

    def rowCount(self, parent: Index | None = None) -> int:
        if self._standing is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._standing.order)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return RIGHT if section in (TRAINING, VALIDATION, EPOCH) else LEFT
        return self._heads[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._standing is None:
            return None
        member, column = self.member(index.row()), index.column()
        if role == Role.DisplayRole:
            return self._text(self._standing, member, column)
        if role == Role.TextAlignmentRole:
            return RIGHT if column in (TRAINING, VALIDATION, EPOCH) else LEFT
        if role == Role.ForegroundRole and column == STATE:
            scheme = theme.current()
            is_met = self._standing.states[member] == "goal"
            return QColor(scheme.success if is_met else scheme.muted)
        if role == BAR_ROLE and column in PART_OF:
            return self._share(self._losses(self._standing, column), member)
        return None

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        self._rows = np.empty(len(standing.order), np.int64)
        self._rows[standing.order] = np.arange(len(standing.order))

    def _losses(self, standing: Standing, column: int) -> Floats:
        return standing.training if column == TRAINING else standing.validation

    def _text(self, standing: Standing, member: int, column: int) -> str:
        if column == MEMBER:
            return self._name(standing, member)
        if column in PART_OF:
            loss = float(self._losses(standing, column)[member])
            return three_digits(loss, keep_zeros=True)
        if column == EPOCH:
            return count(int(standing.epochs[member]))
        return self.words[standing.states[member]]

    def _name(self, standing: Standing, member: int) -> str:
        number = count(member + 1)
        if member == standing.best:
            return self.tr("{n}  best").format(n=number)
        if member == standing.worst:
            return self.tr("{n}  worst").format(n=number)
        return number

    def _share(self, losses: Floats, member: int) -> float:
        """Return the place of a loss between the lowest (0) and the highest (1), by decades."""
        positive = losses[losses > 0]
        if positive.size == 0 or not losses[member] > 0:
            return 0.0
        low, high = np.log10(positive.min()), np.log10(positive.max())
        return float((np.log10(losses[member]) - low) / (high - low)) if high > low else 1.0
