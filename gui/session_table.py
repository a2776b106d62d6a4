"""The table of a session, and what each of its columns is for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.reading import Reading
from gui.session_marks import Marks
from gui.table_info import TableInfo


class TableAndRoles(Marks):
    """The part of a session that says what there is to learn from."""

    table_changed = Signal()
    roles_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: TableInfo | None = None
        self.roles: dict[str, str] = {}
        self.crs = ""
        self.reading = Reading()

    def set_crs(self, crs: str) -> None:
        if crs != self.crs:
            self.crs = crs
            self._touch()
            self.roles_changed.emit()

    def column_of(self, role: str) -> str:
        """Return the column with a role that only one column can have, "" when none has it."""
        return next((column for column, its_role in self.roles.items() if its_role == role), "")

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(column for column, role in self.roles.items() if role == "feature")

    @property
    def class_names(self) -> tuple[str, ...]:
        """Classes of the target, () without one or where it has too many to be classes."""
        column = self.table.column(self.column_of("target")) if self.table is not None else None
        if column is None or column.distinct != len(column.classes):
            return ()
        return tuple(column.classes)

    @property
    def has_coordinates(self) -> bool:
        """Whether the rows have places, so that there can be a map."""
        if self.table is None:
            return False
        columns = (self.table.column(self.column_of(role)) for role in ("x", "y"))
        return all(column is not None and column.kind == "number" for column in columns)

    @property
    def labelled(self) -> int:
        """Number of rows whose class is known."""
        column = self.table.column(self.column_of("target")) if self.table is not None else None
        return self.table.rows - column.missing if self.table and column is not None else 0
