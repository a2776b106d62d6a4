"""The training samples that the last hidden layer takes for most alike."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.numbers import three_digits
from gui.controls import Segments
from gui.image_pages.asking import Asking
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.neighbour_cards import Card, NeighbourCards
from gui.pages.page import label
from gui.translating import core_message


class NearestView(InsideView):
    """Pictures with class and distance, the nearest first; a click looks at one of them."""

    needs_image = True

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self._about = label("", "caption")
        self.cards = NeighbourCards()
        self.cards.chosen.connect(self.sample_wanted)
        self.content.addWidget(self.cards, 1)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(lambda _=False: asking.cancel())
        self.head.insertWidget(0, self._about, 4)
        self.beside.append(self._about)
        self.head.addWidget(self.stop)
        self.compared = Segments(
            {"cosine": self.tr("Angle"), "euclidean": self.tr("Distance")},
            self.tr("What is compared"),
        )
        self.compared.button("cosine").setToolTip(
            self.tr("Angle between the values: which units answer, however strongly")
        )
        self.compared.button("euclidean").setToolTip(self.tr("Euclidean distance of the values"))
        self.compared.changed.connect(lambda _: self.ask())
        self.settings.addWidget(label(self.tr("What is compared"), "caption"))
        row = QHBoxLayout()
        row.addWidget(self.compared)
        row.addStretch(1)
        self.settings.addLayout(row)

    def question(self, looked: Looked) -> Question | None:
        return looked.question_of_image("nearest", "--method", self.compared.value())

    def draw(self, answer: Answer) -> None:
        values = answer.values
        words = core_message(answer.said)
        if self.looked is not None:
            words += " " + self.tr("What is compared are the values of {layer}.").format(
                layer=self.looked.network.last_hidden
            )
        self._about.setText(words)
        asked = Card(answer.array("image"), self.tr("The sample"), "", -1)
        cards = [
            Card(pixels, known or "?", _figure(distance, values["metric"]), row)
            for pixels, known, distance, row in zip(
                answer.array("pixels"),
                values["known"],
                values["distances"],
                values["rows"],
                strict=True,
            )
        ]
        self.cards.show_cards([asked, *cards])

    def set_old(self, is_old: bool) -> None:
        self.cards.set_old(is_old)
        self.stop.setVisible(is_old)


def _figure(distance: float, metric: str) -> str:
    """Write a distance; of 1 − cosine the angle is told, which people can picture."""
    if metric == "euclidean":
        return three_digits(distance, keep_zeros=True)
    # rounding may leave the cosine a little above 1
    angle = math.acos(min(max(1.0 - distance, -1.0), 1.0))
    return f"{math.degrees(angle):.1f}°"
