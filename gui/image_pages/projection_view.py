"""The last hidden layer in a plane: samples near each other look alike to the network."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.numbers import three_digits
from gui.class_colours import ClassColours
from gui.controls import Segments
from gui.image_info import ImageInfo
from gui.image_pages.asking import Asking
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.projection_plot import PlacedSamples, ProjectionPlot
from gui.map_legend import ClassLegend, LegendArea
from gui.pages.page import label
from gui.translating import counted


class ProjectionView(InsideView):
    """Points in class colours, errors ringed; hovering shows the picture, a click looks at it."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.plot = ProjectionPlot()
        self.plot.chosen.connect(self.sample_wanted)
        self.legend = ClassLegend()
        self.legend.toggled.connect(self.plot.toggle_class)
        self._about = label("", "caption")
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(lambda _=False: asking.cancel())
        self.head.insertWidget(0, self._about, 4)
        self.beside.append(self._about)
        self.head.addWidget(self.stop)
        middle = QHBoxLayout()
        middle.addWidget(self.plot, 1)
        middle.addWidget(LegendArea(self.legend))
        self.content.addLayout(middle, 1)
        self.way = Segments(
            {"pca": self.tr("PCA"), "tsne": self.tr("t-SNE")}, self.tr("Projection")
        )
        self.way.button("tsne").setToolTip(
            self.tr("Who is near whom, in some seconds; distances between groups mean nothing.")
        )
        self.of = Segments(
            {"held-out": self.tr("Held out"), "all": self.tr("All")}, self.tr("Samples")
        )
        for words, field in ((self.tr("Projection"), self.way), (self.tr("Samples"), self.of)):
            self.settings.addWidget(label(words, "caption"))
            self.settings.addWidget(field)
            field.changed.connect(lambda _: self.ask())

    def set_images(self, images: ImageInfo | None) -> None:
        """Take the images that are shown where the mouse is; None shows none."""
        self.plot.set_images(images)

    def select(self, row: int) -> None:
        """Mark a sample, −1 none."""
        self.plot.select(row)

    def question(self, looked: Looked) -> Question | None:
        return looked.question("projection", "--method", self.way.value(), "--of", self.of.value())

    def draw(self, answer: Answer) -> None:
        if self.looked is None:
            return
        names = self.looked.network.classes
        samples = PlacedSamples(
            answer.array("rows"),
            answer.array("places").astype(float),
            answer.array("labels"),
            answer.array("predicted"),
        )
        self.plot.show_samples(samples, names, self._titles(answer))
        counts = [int((samples.labels == code).sum()) for code in range(len(names))]
        self.legend.show_classes(ClassColours(names), counts)
        self.legend.show_symbols(False)
        self._about.setText(
            counted(
                self.tr("{samples} samples, {errors} of them ringed as errors."),
                samples=f"{len(samples.rows):,}",
                errors=f"{int(samples.is_error.sum()):,}",
            )
        )
        self.plot.select(self.looked.row)

    def _titles(self, answer: Answer) -> tuple[str, str]:
        """Return what the axes are; those of t-SNE have no unit and no meaning of their own."""
        if answer.values["method"] != "pca":
            return "", ""
        shares = answer.array("variance")
        words = self.tr("Component {number}, {share} % of the variance")
        first, second = (
            words.format(number=n + 1, share=three_digits(100 * float(share)))
            for n, share in enumerate(shares)
        )
        return first, second

    def set_old(self, is_old: bool) -> None:
        self.plot.setEnabled(not is_old)
        self.stop.setVisible(is_old)
