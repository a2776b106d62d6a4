"""Colours and the look of controls: Fusion with palettes of our own, light and dark.

Nothing but QtGui and QtWidgets is imported here, because the first window is painted with it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gui.style_sheet import style_sheet
from gui.theme_images import draw_images

Choice = Literal["light", "dark", "system"]
CHOICES: tuple[Choice, ...] = get_args(Choice)

BODY_PX = 13


class Scheme(NamedTuple):
    """Named colours of a light or dark look, as ``#rrggbb``."""

    name: str
    window: str
    panel: str
    field: str
    hover: str
    pressed: str
    text: str
    muted: str
    disabled: str
    border: str
    outline: str
    accent: str
    on_accent: str
    selection: str
    focus: str
    error: str
    warning: str
    success: str
    plot: str
    grid: str
    training: str
    validation: str

    @property
    def dark(self) -> bool:
        """Whether this is a light text on a dark ground."""
        return self.name == "dark"


LIGHT = Scheme(
    name="light",
    window="#f3f4f6",
    panel="#ffffff",
    field="#ffffff",
    hover="#eceef1",
    pressed="#dfe3e8",
    text="#1b1f24",
    muted="#59616b",
    disabled="#9aa1aa",
    border="#dcdfe4",
    outline="#868e98",
    accent="#1f63a8",
    on_accent="#ffffff",
    selection="#d6e6f6",
    focus="#1f63a8",
    error="#b3261e",
    warning="#8a5300",
    success="#1c7043",
    plot="#ffffff",
    grid="#1b1f24",
    training="#0067a5",
    validation="#c25100",
)

DARK = Scheme(
    name="dark",
    window="#1a1c1f",
    panel="#222529",
    field="#1c1f22",
    hover="#2d3136",
    pressed="#363b41",
    text="#e7e9ec",
    muted="#a4acb6",
    disabled="#6b727b",
    border="#363a40",
    outline="#7b838d",
    accent="#75b5ee",
    on_accent="#0c1a28",
    selection="#264865",
    focus="#75b5ee",
    error="#ff9a91",
    warning="#efb765",
    success="#74cf9b",
    plot="#222529",
    grid="#e7e9ec",
    training="#6cb9f2",
    validation="#f5a35c",
)

_current = LIGHT
_text_scale = 1.0


def current() -> Scheme:
    """Return the scheme that `apply` set last; light before that."""
    return _current


def text_scale() -> float:
    """Return the factor on every text size that `apply` set last; 1 before that."""
    return _text_scale


def system_scheme(app: QApplication) -> Scheme:
    """Return what the desktop asks for; light when it does not say."""
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, choice: Choice, *, text_scale: float = 1.0) -> Scheme:
    """Give the program its look and return the scheme chosen.

    Parameters
    ----------
    text_scale
        Factor on every text size, for people who need larger letters.
    """
    global _current, _text_scale
    _text_scale = text_scale
    scheme = {"light": LIGHT, "dark": DARK}.get(choice) or system_scheme(app)
    _current = scheme
    app.setStyle("Fusion")
    app.setPalette(palette(scheme))
    app.setFont(_font(app.font(), round(BODY_PX * text_scale)))
    app.setStyleSheet(style_sheet(scheme, draw_images(scheme), text_scale))
    return scheme


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet, also when it is already on screen.

    Roles: ``title``, ``heading``, ``caption``, ``error``, ``warning``, ``success`` and ``muted``
    for labels, ``primary`` and ``quiet`` for buttons, ``card`` and ``overlay`` for frames.
    """
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width, where it has them."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def bold(font: QFont) -> QFont:
    """Return the font as heads of tables have it: wider than that of the cells."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy


def palette(scheme: Scheme) -> QPalette:
    """Return the palette Fusion draws with."""
    role = QPalette.ColorRole
    colours = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.field,
        role.AlternateBase: scheme.window,
        role.Text: scheme.text,
        role.Button: scheme.panel,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.error,
        role.ToolTipBase: scheme.panel,
        role.ToolTipText: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.Accent: scheme.accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Light: scheme.panel,
        role.Midlight: scheme.hover,
        role.Mid: scheme.border,
        role.Dark: scheme.outline,
        role.Shadow: scheme.border,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(scheme.disabled))
    return made


def _font(font: QFont, pixels: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    return sized
