"""Fonts for map sheets: the bundled one knows the program's own words in Chinese."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matplotlib import font_manager

FONTS = Path(__file__).parent / "fonts"
# of the system, for names of classes and tables that the bundled font does not hold
_CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "SimHei",
    "SimSun",
)


@cache
def font_families() -> list[str]:
    """Return matplotlib's own font and, behind it, those for Chinese."""
    families = ["DejaVu Sans"]
    for path in sorted((*FONTS.glob("*.ttf"), *FONTS.glob("*.otf"), *FONTS.glob("*.ttc"))):
        font_manager.fontManager.addfont(path)
        families.append(font_manager.FontProperties(fname=str(path)).get_name())
    installed = {font.name for font in font_manager.fontManager.ttflist}
    return [*families, *(name for name in _CHINESE if name in installed)]
