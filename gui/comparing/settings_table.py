"""The settings in which runs differ, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QWidget

from core.comparing_settings import SettingDifference
from gui import theme
from gui.comparing.heads import show_heads
from gui.judging.table import LEFT, FiguresTable
from gui.judging.tabled import Tabled

# pixels at text size 1: a value that is longer is cut in its middle
WIDEST = 220


class SettingsTable(Tabled):
    """A row a setting that differs; values other than the first run's stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        table = FiguresTable({_tr("Setting"): ""}, _tr("Settings that differ"))
        super().__init__(table, _tr("All settings of these runs are the same."), parent=parent)

    def show_settings(self, names: Sequence[str], rows: Sequence[SettingDifference]) -> None:
        """Show settings of runs of these names, or the sentence that none differs."""
        self.table.setRowCount(0)
        show_heads(self.table, _tr("Setting"), names)
        self.table.setRowCount(len(rows))
        for row, setting in enumerate(rows):
            self.table.put(row, 0, f"{setting.heading} · {setting.label}", setting.label)
            for place in range(len(names)):
                self._show_value(row, place, setting)
        self._limit_widths(len(names))
        self.show_table(bool(rows))

    def _show_value(self, row: int, place: int, setting: SettingDifference) -> None:
        words = setting.words[place]
        item = self.table.put(row, place + 1, words, words)
        item.setTextAlignment(LEFT)
        if setting.values[place] != setting.values[0]:
            item.setFont(theme.bold(self.table.font()))

    def _limit_widths(self, runs: int) -> None:
        header = self.table.horizontalHeader()
        widest = round(WIDEST * theme.text_scale())
        for column in range(1, runs + 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            wanted = max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
            self.table.setColumnWidth(column, min(widest, wanted))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsTable", text)
