"""How the probability of a class goes with an element, one element at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.class_colours import ClassColours
from gui.controls import ComboBox
from gui.explaining.dependence_plot import ClassLine, DependencePlot
from gui.judging.line_colours import line_colour
from gui.pages.page import label

# "" stands for all classes
ALL = ""
# pixels: longer names are cut there
WIDEST_CHOICE = 220


class DependenceView(QWidget):
    """The choice of an element and of a class over the plot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation: Mapping[str, Any] | None = None
        self.element = self._choice(self.tr("Element"))
        self.classes = self._choice(self.tr("Class"))
        self.plot = DependencePlot(self.tr("How the classes go with an element will stand here."))
        self.words = label("", "muted")
        self._lay_out()
        self.element.currentIndexChanged.connect(lambda _: self._show_plot())
        self.classes.currentIndexChanged.connect(lambda _: self._show_plot())
        self.show_dependence(None)

    def _choice(self, name: str) -> ComboBox:
        choice = ComboBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.setMaximumWidth(round(WIDEST_CHOICE * theme.text_scale()))
        return choice

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.element)
        head.addWidget(self.classes)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self.plot, 1)

    def show_dependence(self, explanation: Mapping[str, Any] | None) -> None:
        """Show the dependences in explanation.json, or the sentence that there are none."""
        self._explanation = explanation
        self._offer()
        for widget in (self.element, self.classes, self.words):
            widget.setVisible(explanation is not None)
        is_of_windows = explanation is not None and bool(explanation.get("window"))
        self.words.setText(self._sentence(is_of_windows))
        self._show_plot()

    def _sentence(self, is_of_windows: bool) -> str:
        if is_of_windows:
            return self.tr(
                "The element is set to each value in turn in all cells of the window, and all "
                "others are left as they are. Windows so even hardly occur in nature: read which "
                "way a curve goes, not how far."
            )
        return self.tr(
            "The element is set to each value in turn and all others are left as they are. "
            "Where it goes together with others, some of these samples do not occur in nature."
        )

    def show_element(self, name: str) -> None:
        """Go to another element, where there is one of this name."""
        place = self.element.findData(name)
        if place >= 0:
            self.element.setCurrentIndex(place)

    def _offer(self) -> None:
        """Offer elements and classes; what was chosen stays where it is still there."""
        found = self._explanation
        names = [each["name"] for each in found["dependence"]] if found is not None else []
        classes = found["classes"] if found is not None else []
        _fill(self.element, {name: name for name in names})
        _fill(self.classes, {ALL: self.tr("All classes"), **{name: name for name in classes}})

    def _show_plot(self) -> None:
        name, wanted = self.element.currentData(), self.classes.currentData()
        found = self._explanation
        if found is None or name is None:
            self.plot.show_lines("", "", [1.0], False, [])
            return
        chosen = next(each for each in found["dependence"] if each["name"] == name)
        colours = ClassColours(found["classes"])
        lines = [
            ClassLine(each["name"], line_colour(colours.colour(code)), each)
            for code, each in enumerate(chosen["classes"])
            if wanted in (ALL, each["name"])
        ]
        self.plot.show_lines(name, chosen["unit"], chosen["grid"], chosen["log"], lines)


def _fill(choice: ComboBox, words: Mapping[str, str]) -> None:
    before = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for value, text in words.items():
        choice.addItem(text, value)
    choice.setCurrentIndex(max(0, choice.findData(before)) if words else -1)
    choice.blockSignals(False)
