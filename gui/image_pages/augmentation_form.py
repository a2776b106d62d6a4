"""The augmentation of a job: a slider for each amount, a box for what is done or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from core.job_sections.images import Augmentation
from gui.declared import Declared, declared_fields
from gui.image_pages.slider_row import SliderRow
from gui.throttle import Throttle

# while a slider moves, the preview is asked for at most so often
INTERVAL_MS = 50


class AugmentationForm(QWidget):
    """Grows from the declared fields of `Augmentation`."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = Augmentation()
        self._tell_soon = Throttle(self._tell, INTERVAL_MS, self)
        self.sliders: dict[str, SliderRow] = {}
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for declared in declared_fields(Augmentation):
            column.addWidget(self._row(declared))

    def set_value(self, value: Augmentation) -> None:
        """Show other values without a signal; what is still to be told is told first."""
        if self._tell_soon.pending:
            # the session answers with what it had before the slider moved on
            return
        self._value = value
        for name, slider in self.sliders.items():
            slider.set_value(getattr(value, name))
        for name, box in self.boxes.items():
            box.setChecked(getattr(value, name))

    def value(self) -> Augmentation:
        """Return the section as it stands in the editors."""
        values: dict[str, float | bool] = {
            name: slider.value for name, slider in self.sliders.items()
        }
        values |= {name: box.isChecked() for name, box in self.boxes.items()}
        return Augmentation.model_validate(values)

    def stop(self) -> None:
        """Tell nothing any more."""
        self._tell_soon.cancel()

    def _row(self, declared: Declared) -> QWidget:
        if declared.kind is bool:
            box = QCheckBox(declared.label)
            box.setToolTip(declared.help)
            box.setAccessibleDescription(declared.help)
            box.clicked.connect(lambda _: self._tell_soon.request())
            self.boxes[declared.name] = box
            return box
        row = SliderRow(declared)
        row.changed.connect(self._tell_soon.request)
        self.sliders[declared.name] = row
        return row

    def _tell(self) -> None:
        value = self.value()
        if value != self._value:
            self._value = value
            self.changed.emit(value)
