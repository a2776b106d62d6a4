"""Network: which CNN, drawn and counted as it is chosen, typed or edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from gui.image_pages.image_page import ImagePage
from gui.image_pages.network_chooser import NetworkChooser
from gui.image_pages.network_editor import NetworkEditor
from gui.nothing_yet import NothingYet
from gui.pages.page import label

if TYPE_CHECKING:
    from gui.furniture import Furniture


class CNNPage(ImagePage):
    """The network in the middle, the zoo beside it."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Network"))
        self.nothing = NothingYet(
            self.tr("A network is fitted to images: open some first."),
            {"images": self.tr("Go to the images"), "welcome": self.tr("Examples")},
            self.services.go,
        )
        self.editor = NetworkEditor(self.splitter("cnn", Qt.Orientation.Vertical))
        self.editor.changed.connect(self.images.set_network)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.editor)
        self.column.addWidget(self.stack, 1)
        self.side.addWidget(label(self.tr("Networks"), "heading"))
        self.chooser = NetworkChooser()
        self.chooser.changed.connect(self.images.set_network)
        self.side.addWidget(self.chooser, 1)
        self.restore_splitters()
        self.listen(self.images.images_changed, self._show)
        self.listen(self.images.settings_changed, self._show)
        self._show()

    def _show(self) -> None:
        images = self.images.images
        ready = images is not None and len(images.class_names) > 1
        self.stack.setCurrentWidget(self.editor if ready else self.nothing)
        self.chooser.setEnabled(ready)
        if images is None:
            return
        if not ready:
            self.nothing.text.setText(self.furniture.obstacle_text())
            return
        shape, classes = images.image_shape, len(images.class_names)
        self.editor.show_network(self.images.network, shape, classes)
        self.chooser.show_network(self.images.network, shape, classes)
