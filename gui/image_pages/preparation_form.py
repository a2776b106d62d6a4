"""The preparation of images: pixels and parts, and folded away what is seldom wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.job_sections.images import ImagePreparation
from gui.form_group import FormGroup
from gui.forms import SectionForm
from gui.translating import counted

SELDOM = ("folds", "samples")
USUAL = tuple(name for name in ImagePreparation.model_fields if name not in SELDOM)


class PreparationForm(QWidget):
    """Sources with a test part of their own are asked for none."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_test = SectionForm(ImagePreparation, exclude=SELDOM)
        self._without_test = SectionForm(ImagePreparation, exclude=(*SELDOM, "test_part"))
        self.seldom = SectionForm(ImagePreparation, exclude=USUAL)
        self.group = FormGroup(self.tr("Folds, fewer samples"), is_open=False)
        self.group.add(self.seldom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for form in self._forms:
            form.changed.connect(self.changed)
        for each in (self._with_test, self._without_test, self.group):
            column.addWidget(each)
        self.set_has_test(False)

    @property
    def usual(self) -> SectionForm:
        """The form on show, without what is folded away."""
        return self._without_test if self._with_test.isHidden() else self._with_test

    def set_has_test(self, has_test: bool) -> None:
        """Say whether the source keeps a test part of its own."""
        self._with_test.setVisible(not has_test)
        self._without_test.setVisible(has_test)

    def set_value(self, preparation: ImagePreparation) -> None:
        """Show a preparation without a signal."""
        for form in self._forms:
            form.set_value(preparation)
        said = (
            counted(self.tr("{folds} folds"), folds=preparation.folds) * bool(preparation.folds),
            counted(self.tr("{samples} samples"), samples=f"{preparation.samples:,}")
            * bool(preparation.samples),
        )
        self.group.heading.set_summary(" · ".join(part for part in said if part))

    @property
    def _forms(self) -> tuple[SectionForm, ...]:
        return self._with_test, self._without_test, self.seldom
