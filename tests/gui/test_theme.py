"""The look: readable in both schemes."""

from __future__ import annotations

import sys
from subprocess import run

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from gui import theme
from gui.class_colours import MISSING, TRANSPARENT, ClassColours
from gui.icons import icon
from gui.theme import DARK, LIGHT, Scheme

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)


@pytest.fixture(autouse=True)
def back_to_light(qapp):
    yield
    theme.apply(qapp, "light")


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shown = QColor(colour)
    channels = shown.redF(), shown.greenF(), shown.blueF()
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@SCHEMES
@pytest.mark.parametrize("text", ["text", "muted", "error", "warning", "success", "accent"])
def test_text_can_be_read(scheme: Scheme, text):
    for ground in (scheme.window, scheme.panel, scheme.field, scheme.plot):
        assert contrast(getattr(scheme, text), ground) >= 4.5


@SCHEMES
def test_text_on_colours_can_be_read(scheme: Scheme):
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.text, scheme.selection) >= 4.5
    assert contrast(scheme.text, scheme.hover) >= 4.5


@SCHEMES
@pytest.mark.parametrize("mark", ["outline", "focus", "training", "validation"])
def test_marks_can_be_seen(scheme: Scheme, mark):
    assert contrast(getattr(scheme, mark), scheme.panel) >= 3
    assert contrast(getattr(scheme, mark), scheme.window) >= 2.9


@pytest.mark.parametrize(("choice", "scheme"), [("light", LIGHT), ("dark", DARK)])
def test_apply(qapp: QApplication, choice, scheme):
    assert theme.apply(qapp, choice) is scheme
    assert theme.current() is scheme
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == scheme.window
    assert qapp.font().pixelSize() == 13


def test_system_is_one_of_the_two(qapp):
    assert theme.apply(qapp, "system") in (LIGHT, DARK)


def test_text_grows_with_the_scale(qapp, qtbot):
    theme.apply(qapp, "light", text_scale=2)
    label = QLabel("Train")
    qtbot.addWidget(label)
    theme.set_role(label, "caption")
    label.ensurePolished()
    assert qapp.font().pixelSize() == 26
    assert label.font().pixelSize() == 24


def test_roles_have_their_sizes(qapp, qtbot):
    theme.apply(qapp, "light")
    for role, size in (("title", 20), ("heading", 16), ("caption", 12)):
        label = QLabel("Train")
        qtbot.addWidget(label)
        theme.set_role(label, role)
        assert label.font().pixelSize() == size


def test_icons(qapp):
    assert not icon("play").isNull()
    assert icon("no-such-icon").isNull()


def test_theme_and_numbers_stay_light():
    code = (
        "import sys, gui.theme, core.numbers, gui.icons, gui.throttle\n"
        "heavy = {'numpy', 'pyqtgraph', 'pydantic', 'qtawesome'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


NAMES = ("none", *(f"class {number}" for number in range(30)))


@SCHEMES
def test_classes_have_colours_of_their_own(qapp, scheme):
    theme.apply(qapp, scheme.name)
    colours = ClassColours(NAMES)
    first = [colours.colour(code) for code in range(25)]
    assert len(set(first)) == 25
    assert colours.colour(25) == colours.colour(1)
    assert colours.colour(MISSING) == TRANSPARENT


def test_no_anomaly_is_pale_and_takes_no_colour_away(qapp):
    with_none, without = ClassColours(("none", "Cu", "Au")), ClassColours(("Cu", "Au"))
    assert with_none.colour(1) == without.colour(0)
    assert QColor(with_none.colour(0)).saturation() < 20
    assert ClassColours(("无异常", "铜")).is_none(0)


def test_a_chosen_colour_wins(qapp):
    assert ClassColours(("Cu", "Au"), {"Au": "#123456"}).colour(1) == "#123456"
