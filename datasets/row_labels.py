"""Words by which a laboratory says what a row above the samples holds: Unit, Method, Limit."""

from __future__ import annotations

import re

_LABELS = {
    "units": "unit|units|unit symbol|units of measure|measurement unit|uom|einheit|unidad|unidade|"
    "unité|unités|ед изм|单位|计量单位",
    "methods": "method|methods|method code|analysis method|analytical method|scheme|método|methode|"
    "méthode|метод|方法|分析方法|测试方法",
    "limits": "detection limit|detection limits|lower limit|upper limit|ldl|udl|mdl|lod|lld|uld|"
    "rdl|mrl|llod|lloq|uloq|pql|idl|llr|ulr|bg|nwg|lower limits|upper limits|min det|max det|"
    "min detection|max detection|maximum detection|min limit|max limit|minimum limit|"
    "maximum limit|min det limit|max det limit|minimum detection limit|maximum detection limit|"
    "lower reporting limit|upper reporting limit|reported detection limit|method detection limit|"
    "practical quantitation limit|lower limit of detection|upper limit of detection|ld|lq|"
    "limite de detección|límite inferior|límite superior|limite inférieure|limite supérieure|"
    "limite inferior|limite superior|limit wykrywalności|предел определения|нижний предел|"
    "верхний предел|下限|上限|最低检出限|测定限|定量限|报告限|方法下限|"
    "dl|rl|lower detection limit|upper detection limit|limit of detection|reporting limit|"
    "detection|ldetection|udetection|lower detection|upper detection|det lim|det limit|d l|"
    "lor|loq|limit of reporting|limit of quantification|minimum detection|nachweisgrenze|"
    "bestimmungsgrenze|límite de detección|limite de detecção|limite de détection|"
    "предел обнаружения|检出限|检测限|方法检出限|测定下限|测定上限",
    "names": "analyte|analytes|element|elements|elementname|element name|analyte symbol|"
    "element symbol|元素|分析项目|项目|parameter",
    # what was done to the samples; neither a name nor a code of a method
    "notes": "digest|digestion|analytical finish|finish|precision|accuracy|lab|laboratory|"
    "lab code|assay company|assay code",
}
_ROLE_OF = {word: role for role, words in _LABELS.items() for word in words.split("|")}
_UPPER = re.compile(
    r"u(?:dl|ld|detection|loq|lr)\b|upper|max|(?:测定)?上限|l[ií]mite superior|limite supérieure|"
    r"верхний"
)


def label_of(row: list[str]) -> str:
    """Return what the first filled cell of a row says that the row holds.

    Returns
    -------
    str
        "units", "methods", "limits", "names", "notes", or "" where it is no such word.
    """
    return _ROLE_OF.get(_word(row), "")


def is_upper_limit(row: list[str]) -> bool:
    """Whether a row with a label of limits holds those above the range of the method."""
    return bool(_UPPER.match(_word(row)))


def _word(row: list[str]) -> str:
    first = next((cell for cell in row[:3] if cell), "")
    return re.sub(r"[\s_.]+", " ", first.lower().strip(" :：*.()")).strip()
