"""Saliency: which pixels speak for a class and which against it."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.numbers import three_digits
from gui.controls import ComboBox
from gui.image_pages.asking import Asking
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import LayerAbout, Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.overlay_picture import OverlayPicture
from gui.image_pages.slider_row import Slider
from gui.image_pages.value_legend import ValueLegend
from gui.pages.page import label

GRAD_CAM = "grad-cam"
OPACITY = 85


class SaliencyView(InsideView):
    """The image, and the same image with what speaks for the class laid over it."""

    needs_image = True

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.image = OverlayPicture(self.tr("The image"))
        self.over = OverlayPicture(self.tr("The image with its saliency"))
        for each in (self.image, self.over):
            each.pointed.connect(self._read_out)
        self.legend = ValueLegend()
        self.head.addWidget(self.legend)
        self.beside.append(self.legend)
        self._about = label("")
        self._trust = label("", "caption")
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self.image, 1)
        both.addWidget(self.over, 1)
        self.content.addWidget(self._about)
        self.content.addLayout(both, 1)
        self.content.addWidget(self._trust)
        self._build_settings()

    def _build_settings(self) -> None:
        self.method = ComboBox()
        self.method.setAccessibleName(self.tr("Method"))
        for value, words in (
            ("integrated-gradients", self.tr("Integrated gradients")),
            (GRAD_CAM, self.tr("Grad-CAM")),
            ("occlusion", self.tr("Occlusion")),
        ):
            self.method.addItem(words, value)
        self.target = ComboBox()
        self.target.setAccessibleName(self.tr("Class"))
        self.cam_layer = ComboBox()
        self.cam_layer.setAccessibleName(self.tr("Layer of Grad-CAM"))
        for box in (self.method, self.target, self.cam_layer):
            box.currentIndexChanged.connect(lambda _: self._chosen())
        self.opacity = Slider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setValue(OPACITY)
        self.opacity.setAccessibleName(self.tr("Opacity"))
        self.opacity.valueChanged.connect(lambda value: self.over.set_opacity(value / 100))
        self.over.set_opacity(OPACITY / 100)
        self._layer_row = self._row(self.tr("Layer"), self.cam_layer)
        for row in (
            self._row(self.tr("Method"), self.method),
            self._row(self.tr("Class"), self.target),
            self._layer_row,
            self._row(self.tr("Opacity"), self.opacity),
        ):
            self.settings.addWidget(row)

    def _row(self, text: str, field: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        words = label(text, "muted")
        words.setFixedWidth(76)
        row.addWidget(words)
        row.addWidget(field, 1)
        return box

    def _chosen(self) -> None:
        self._layer_row.setVisible(self.method.currentData() == GRAD_CAM)
        if self.isVisible():
            self.ask()

    # --- asking ------------------------------------------------------------------------

    def look(self, looked: Looked | None, layer: str) -> None:
        if looked is not None and (self.looked is None or looked.network != self.looked.network):
            self._offer(looked)
        super().look(looked, layer)

    def _offer(self, looked: Looked) -> None:
        """Offer the classes and layers of another network."""
        with QSignalBlocker(self.target), QSignalBlocker(self.cam_layer):
            self.target.clear()
            self.target.addItem(self.tr("The one predicted"), "")
            for name in looked.network.classes:
                self.target.addItem(name, name)
            self.cam_layer.clear()
            for layer in _cam_layers(looked):
                self.cam_layer.addItem(layer.name, layer.name)
            self.cam_layer.setCurrentIndex(max(0, self.cam_layer.findData(looked.network.grad_cam)))
        self._layer_row.setVisible(self.method.currentData() == GRAD_CAM)

    def question(self, looked: Looked) -> Question | None:
        method = str(self.method.currentData())
        words = ["--method", method]
        if self.target.currentData():
            words += ["--class", str(self.target.currentData())]
        if method == GRAD_CAM and self.cam_layer.currentData():
            words += ["--layer", str(self.cam_layer.currentData())]
        return looked.question_of_image("saliency", *words)

    # --- showing -----------------------------------------------------------------------

    def draw(self, answer: Answer) -> None:
        values = answer.values
        self.image.show_image(answer.array("image"))
        self.over.show_image(answer.array("image"))
        self.over.show_values(answer.array("map"), values["largest"])
        self.legend.set_scale(values["largest"], signed=True)
        self._about.setText(self._words(answer))
        self._trust.setText(self._trust_words(answer))

    def _words(self, answer: Answer) -> str:
        values = answer.values
        return self.tr(
            "Class {name}: its value before the output function is {value}; of an image without "
            "ink it is {baseline}. Warm colours speak for the class, cold ones against it."
        ).format(
            name=values["class"],
            value=three_digits(values["value"]),
            baseline=three_digits(values["baseline"]),
        )

    def _trust_words(self, answer: Answer) -> str:
        values = answer.values
        method = values["method"]
        if method == GRAD_CAM:
            return self.tr(
                "Grad-CAM weighs the maps of {layer} by their mean gradient: it tells where, only "
                "as finely as these maps are."
            ).format(layer=values["layer"])
        if method == "occlusion":
            return self.tr(
                "Occlusion covers one square after the other: the colour is how much the value "
                "falls when the place is covered."
            )
        return self._convergence(values["value"] - values["baseline"], values["missing"])

    def _convergence(self, difference: float, missing: float) -> str:
        """Say what the sum of the colours misses, and whether that matters."""
        share = abs(missing) / abs(difference) if difference else math.inf
        words = (
            self.tr(
                "The colours add up to the difference of the two values but for {missing} of "
                "{difference}: the integral has converged."
            )
            if share <= 0.05
            else self.tr(
                "The colours miss {missing} of the difference of the two values, {difference}: "
                "take the picture with care."
            )
        )
        return words.format(missing=three_digits(missing), difference=three_digits(difference))

    def set_old(self, is_old: bool) -> None:
        self.image.set_old(is_old)
        self.over.set_old(is_old)

    def _read_out(self, line: int, column: int) -> None:
        if line < 0 or self.shown is None:
            self.readout.setText("")
            return
        value = float(self.shown.array("map")[line, column])
        self.readout.setText(
            self.tr("line {line}, column {column}: {value}").format(
                line=line + 1, column=column + 1, value=three_digits(value)
            )
        )


def _cam_layers(looked: Looked) -> tuple[LayerAbout, ...]:
    return looked.network.having("grad-cam")
