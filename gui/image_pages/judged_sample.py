"""The chosen image of the Judge page: large, what it is, what it was taken for, and how surely."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.numbers import NOTHING
from gui import theme
from gui.image_info import ImageInfo
from gui.image_pages.judged_images import UNKNOWN, JudgedImages
from gui.image_pages.pixel_view import PixelView
from gui.image_pages.probability_bars import ProbabilityBars
from gui.image_pages.sample_words import name_text
from gui.pages.page import label


class JudgedSample(QWidget):
    """Without an image it says how to choose one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = label(self.tr("Choose an image in the gallery to look at it."), "caption")
        self._name = label("", "heading")
        self.view = PixelView()
        self._answer = label("")
        self._part = label("", "caption")
        self.bars = ProbabilityBars()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._parts = (self._name, self.view, self._answer, self._part, self.bars)
        column.addWidget(self._none)
        for part in self._parts:
            column.addWidget(part)
        self.show_sample(None, None, -1)

    def show_sample(
        self,
        images: ImageInfo | None,
        judged: JudgedImages | None,
        row: int,
        *,
        folds: bool = False,
    ) -> None:
        """Show an image of the run, counted from 0; -1 for none.

        Parameters
        ----------
        folds
            Whether the run held every image out once.
        """
        there = images is not None and judged is not None and 0 <= row < len(judged)
        self._none.setVisible(not there)
        for part in self._parts:
            part.setVisible(there)
        if images is None or judged is None or not there:
            return
        self._name.setText(name_text(images, row))
        self.view.show_pixels(images.pixels[row])
        self._say(judged, row)
        self._part.setText(self._part_words(judged.part(row), folds))
        names, shares = judged.class_names, judged.probabilities(row)
        self.bars.show_probabilities(
            names, shares, int(judged.known[row]), int(judged.predicted[row])
        )

    def _say(self, judged: JudgedImages, row: int) -> None:
        known, given = int(judged.known[row]), judged.class_names[judged.predicted[row]]
        right = judged.is_right(row)
        if right is None:
            text = self.tr("Given class {given}; its own is not known.").format(given=given)
        elif right:
            text = self.tr("Class {given}, as it was taken for.").format(given=given)
        else:
            text = self.tr("Class {known}, taken for {given}.").format(
                known=judged.class_names[known] if known != UNKNOWN else NOTHING, given=given
            )
        self._answer.setText(text)
        theme.set_role(self._answer, "error" if right is False else "")
        self._answer.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _part_words(self, part: str, folds: bool) -> str:
        words = {
            "training": self.tr("The network learned from it."),
            "validation": self.tr("Held out; it had a say in which epoch was kept."),
            "test": self.tr("Of the test part: it had no say in anything."),
            "": self.tr("Of no part: it was neither learned nor counted."),
        }
        if folds and part == "validation":
            return self.tr("Judged by the networks that had not seen it.")
        return words[part]
