"""The style sheet: what makes Fusion flat, roomy and the focus visible."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.theme import Scheme

_TEXT = """
QLabel[role="title"] {{ font-size: {px20}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {px16}px; font-weight: 600; }}
QLabel[role="caption"] {{ font-size: {px12}px; color: {muted}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="error"] {{ font-size: {px12}px; color: {error}; }}
QLabel[role="warning"] {{ font-size: {px12}px; color: {warning}; }}
QLabel[role="success"] {{ font-size: {px12}px; color: {success}; }}
QToolTip {{ font-size: {px12}px; color: {text}; background: {panel}; border: 1px solid {border};
  padding: 4px 6px; }}
"""

_FRAMES = """
QFrame[role="card"] {{ background: {panel}; border: 1px solid {border}; border-radius: 6px; }}
QFrame[role="overlay"] {{ background: {overlay}; border: none; border-radius: 6px; }}
QFrame[role="rail"] {{ background: {panel}; border: none; border-right: 1px solid {border}; }}
QFrame[role="banner"] {{ background: {panel}; border: none; border-bottom: 1px solid {border};
  border-left: 4px solid {accent}; }}
QFrame[role="banner"][kind="error"] {{ border-left-color: {error}; }}
QFrame[role="banner"][kind="warning"] {{ border-left-color: {warning}; }}
QFrame[role="banner"][kind="success"] {{ border-left-color: {success}; }}
QGroupBox {{ background: {panel}; border: 1px solid {border}; border-radius: 6px;
  margin-top: 22px; padding: 8px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; top: 0; padding: 0 2px 4px 2px;
  font-weight: 600; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {border}; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
"""

_BUTTONS = """
QPushButton {{ background: {panel}; color: {text}; border: 1px solid {outline_soft};
  border-radius: 6px; padding: 5px 12px; min-height: 18px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:checked {{ background: {selection}; border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 4px 11px; }}
QPushButton:disabled {{ background: transparent; color: {disabled}; border-color: {border}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent};
  font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:pressed {{ background: {accent_pressed}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="primary"]:disabled {{ background: {hover}; color: {disabled};
  border-color: {border}; }}
QPushButton[role="quiet"], QToolButton {{ background: transparent; color: {text};
  border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; }}
QToolButton {{ padding: 4px; }}
QPushButton[role="quiet"]:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton[role="quiet"]:pressed, QToolButton:pressed {{ background: {pressed}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {focus}; padding: 3px 7px; }}
QToolButton:focus {{ border: 2px solid {focus}; padding: 3px; }}
QToolButton:checked {{ background: {selection}; }}
QPushButton[role="quiet"]:disabled, QToolButton:disabled {{ color: {disabled}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent;
  color: {accent}; padding: 3px 6px; text-align: left; }}
QPushButton[role="link"]:hover {{ background: {hover}; }}
QPushButton[role="link"]:focus {{ border: 2px solid {focus}; padding: 2px 5px; }}
QPushButton[role="segment"] {{ border-radius: 0; margin-left: -1px; padding: 3px 10px;
  border: 1px solid {outline}; background: {field}; }}
QPushButton[role="segment"][end="first"] {{ border-top-left-radius: 6px;
  border-bottom-left-radius: 6px; margin-left: 0; }}
QPushButton[role="segment"][end="last"] {{ border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; }}
QPushButton[role="segment"]:hover {{ background: {hover}; }}
QPushButton[role="segment"]:checked {{ background: {selection}; color: {text}; }}
QPushButton[role="segment"]:focus {{ border: 2px solid {focus}; padding: 2px 9px; }}
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit {{ background: {field};
  color: {text}; border: 1px solid {outline}; border-radius: 6px; padding: 4px 7px;
  min-height: 18px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QTextEdit:focus, QPlainTextEdit:focus
  {{ border: 2px solid {focus}; padding: 3px 6px; }}
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {{ border-color: {error}; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {muted};
  background: {window}; border-color: {border}; }}
QLineEdit:read-only {{ background: {window}; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: url({images}down.png); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {panel}; border: 1px solid {border}; outline: none;
  padding: 4px; selection-background-color: {selection}; selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 6px; border-radius: 4px; }}
QAbstractSpinBox {{ padding: 4px 20px 4px 5px; }}
QAbstractSpinBox:focus {{ padding: 3px 19px 3px 4px; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit,
  QComboBox QLineEdit:focus {{ border: none; padding: 0 0 0 4px; margin: 0;
  background: transparent; min-height: 0; }}
QComboBox {{ padding-right: 0; }}
QComboBox:focus {{ padding-right: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border;
  width: 20px; border: none; background: transparent; margin-right: 2px; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin-top: 2px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: 2px; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {hover};
  border-radius: 4px; }}
QAbstractSpinBox::up-arrow {{ image: url({images}up.png); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url({images}down.png); width: 12px; height: 12px; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px;
  border: 1px solid {outline}; background: {field}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
  image: url({images}check.png); }}
QCheckBox::indicator:indeterminate {{ background: {accent}; border-color: {accent};
  image: url({images}dash.png); }}
QRadioButton::indicator:checked {{ background: {on_accent}; border: 5px solid {accent};
  width: 8px; height: 8px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {focus}; border-radius: 4px;
  padding: 0; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {border};
  background: {window}; }}
QSlider:horizontal {{ min-height: 18px; }}
QSlider::groove:horizontal {{ height: 4px; background: {border}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: {panel}; border: 1px solid {outline}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {focus}; }}
QProgressBar {{ background: {border}; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""

_LISTS = """
QAbstractItemView {{ background: {panel}; border: 1px solid {border}; border-radius: 6px;
  selection-background-color: {selection}; selection-color: {text}; outline: none; }}
QAbstractItemView:focus {{ border-color: {focus}; }}
QTableView {{ gridline-color: {border}; alternate-background-color: {window}; }}
QTableView::item {{ padding: 0 8px; border: none; }}
QTableView[role="matrix"]::item {{ padding: 0; }}
QTableView[role="dense"]::item {{ padding: 0 4px; }}
QTableView[role="matrix"] QHeaderView::section {{ padding: 0 4px; font-weight: 400; }}
QTableView::item:focus {{ background: {selection}; }}
QHeaderView {{ background: {panel}; border: none; }}
QHeaderView::section {{ background: {panel}; color: {muted}; border: none;
  border-bottom: 1px solid {border}; padding: 6px 8px; font-weight: 600; }}
QTableView[role="dense"] QHeaderView::section {{ padding: 6px 4px; }}
QHeaderView::section:vertical {{ border-bottom: none; font-weight: 400; }}
QHeaderView::section:hover {{ background: {hover}; color: {text}; }}
QHeaderView::up-arrow {{ image: url({images}up.png); width: 12px; height: 12px; }}
QHeaderView::down-arrow {{ image: url({images}down.png); width: 12px; height: 12px; }}
QTreeView::branch:closed:has-children {{ image: url({images}right.png); }}
QTreeView::branch:open:has-children {{ image: url({images}down.png); }}
QTableCornerButton::section {{ background: {panel}; border: none; }}
QMenu {{ background: {panel}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QTabWidget::pane {{ border: none; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 6px 12px; border: none;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ background: {selection}; }}
"""

_SCROLLBARS = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {scroll}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {outline}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def style_sheet(scheme: Scheme, images: str, text_scale: float = 1.0) -> str:
    """Return the style sheet of a scheme.

    Parameters
    ----------
    images
        Start of the address of the pictures, see `gui.theme_images`.
    """
    values = {
        **scheme._asdict(),
        "images": images,
        "px12": round(12 * text_scale),
        "px16": round(16 * text_scale),
        "px20": round(20 * text_scale),
        "outline_soft": mix(scheme.outline, scheme.panel, 0.45),
        "accent_hover": mix(scheme.accent, scheme.text, 0.88),
        "accent_pressed": mix(scheme.accent, scheme.text, 0.76),
        "scroll": mix(scheme.outline, scheme.panel, 0.5),
        "overlay": f"#e6{scheme.panel[1:]}",
    }
    parts = (_TEXT, _FRAMES, _BUTTONS, _LISTS, _FIELDS, _SCROLLBARS)
    return "".join(part.format(**values) for part in parts)


def mix(first: str, second: str, share: float) -> str:
    """Return ``share`` of the first colour and the rest of the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
