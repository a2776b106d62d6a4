"""What a column name says: the element or oxide it stands for, and the unit."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NAMES = {
    "Ag": "silver 银",
    "Al": "aluminium aluminum 铝",
    "As": "arsenic 砷",
    "Au": "gold 金",
    "B": "boron 硼",
    "Ba": "barium 钡",
    "Be": "beryllium 铍",
    "Bi": "bismuth 铋",
    "Br": "bromine 溴",
    "C": "carbon 碳",
    "Ca": "calcium 钙",
    "Cd": "cadmium 镉",
    "Ce": "cerium 铈",
    "Cl": "chlorine 氯",
    "Co": "cobalt 钴",
    "Cr": "chromium 铬",
    "Cs": "caesium cesium 铯",
    "Cu": "copper 铜",
    "Dy": "dysprosium 镝",
    "Er": "erbium 铒",
    "Eu": "europium 铕",
    "F": "fluorine 氟",
    "Fe": "iron 铁",
    "Ga": "gallium 镓",
    "Gd": "gadolinium 钆",
    "Ge": "germanium 锗",
    "H": "hydrogen 氢",
    "Hf": "hafnium 铪",
    "Hg": "mercury 汞",
    "Ho": "holmium 钬",
    "I": "iodine 碘",
    "In": "indium 铟",
    "Ir": "iridium 铱",
    "K": "potassium 钾",
    "La": "lanthanum 镧",
    "Li": "lithium 锂",
    "Lu": "lutetium 镥",
    "Mg": "magnesium 镁",
    "Mn": "manganese 锰",
    "Mo": "molybdenum 钼",
    "N": "nitrogen 氮",
    "Na": "sodium 钠",
    "Nb": "niobium 铌",
    "Nd": "neodymium 钕",
    "Ni": "nickel 镍",
    "O": "oxygen 氧",
    "Os": "osmium 锇",
    "P": "phosphorus 磷",
    "Pb": "lead 铅",
    "Pd": "palladium 钯",
    "Pr": "praseodymium 镨",
    "Pt": "platinum 铂",
    "Rb": "rubidium 铷",
    "Re": "rhenium 铼",
    "Rh": "rhodium 铑",
    "Ru": "ruthenium 钌",
    "S": "sulphur sulfur 硫",
    "Sb": "antimony 锑",
    "Sc": "scandium 钪",
    "Se": "selenium 硒",
    "Si": "silicon 硅",
    "Sm": "samarium 钐",
    "Sn": "tin 锡",
    "Sr": "strontium 锶",
    "Ta": "tantalum 钽",
    "Tb": "terbium 铽",
    "Te": "tellurium 碲",
    "Th": "thorium 钍",
    "Ti": "titanium 钛",
    "Tl": "thallium 铊",
    "Tm": "thulium 铥",
    "U": "uranium 铀",
    "V": "vanadium 钒",
    "W": "tungsten 钨",
    "Y": "yttrium 钇",
    "Yb": "ytterbium 镱",
    "Zn": "zinc 锌",
    "Zr": "zirconium 锆",
}
ELEMENTS = frozenset(_NAMES)
_OXIDE_NAMES = (
    "SiO2 TiO2 Al2O3 Fe2O3 FeO MnO MgO CaO Na2O K2O P2O5 SO3 CO2 H2O Cr2O3 NiO BaO SrO ZrO2 WO3 "
    "Li2O BeO B2O3 V2O5 CuO ZnO PbO SnO2 MoO3 Nb2O5 Ta2O5 Rb2O Cs2O La2O3 CeO2 Y2O3 ThO2 UO2 "
    "U3O8 Sb2O3 As2O3 Bi2O3 CoO"
)
OXIDES = frozenset(_OXIDE_NAMES.split())
_BY_WORD = {word: symbol for symbol, words in _NAMES.items() for word in words.split()}
_BY_UPPER = {formula.upper(): formula for formula in ELEMENTS | OXIDES}
# An uppercase header types the O of an oxide as a zero often enough, as in W03.
_BY_UPPER |= {formula.upper().replace("O", "0"): formula for formula in OXIDES}
_BY_UPPER |= {"FEOT": "FeO", "FE2O3T": "Fe2O3", "TFE2O3": "Fe2O3", "TFEO": "FeO"}
# In lower case these are words or the names of other things until a unit stands beside them.
_LOWER_WORDS = frozenset(("as", "be", "in", "os", "re", *"bcfhiknopsuvwy"))

# Longest first: "wt%" holds "%", and "ppm" must not be read out of a longer word.
_UNITS = (
    (r"mg/kg|mg_kg", "mg/kg"),
    (r"[µμu]g/kg", "µg/kg"),
    (r"[µμu]g/g", "µg/g"),
    (r"ng/g", "ng/g"),
    (r"g/t|gpt", "g/t"),
    (r"ppm|[×x*]?10\^?-6", "ppm"),
    (r"ppb|[×x*]?10\^?-9", "ppb"),
    (r"ppt", "ppt"),
    (r"wt\.? ?%|%|wt_?pct|pct|percent|per cent|[×x*]?10\^?-2", "%"),
    (r"km", "km"),
    (r"m|metres?|meters?|米", "m"),
    (r"mt", "Mt"),
    (r"deg|degrees?|°|度", "°"),
)
_UNIT = re.compile(
    r"(?<![a-z0-9])(?:" + "|".join(f"({pattern})" for pattern, _ in _UNITS) + r")(?![a-z0-9])"
)
_GLUED = re.compile(r"(?<=[a-z0-9])(ppm|ppb|pct|wt%|%)(?![a-z0-9])")
_SPLIT = re.compile(r"[\s_.,:;/()\[\]{}\-]+")


@lru_cache(maxsize=4096)
def unit_of(name: str) -> str:
    """Return the unit that a column name states.

    Parameters
    ----------
    name
        For example ``Cu_ppm``, ``Au (ppb)`` or ``SiO2 (wt%)``.

    Returns
    -------
    str
        One of ``ppm``, ``ppb``, ``ppt``, ``%``, ``g/t``, ``mg/kg``, ``µg/g``, ``µg/kg``,
        ``ng/g``, ``m``, ``km``, ``Mt``, ``°``, or an empty string. Powers of ten such as
        ``10-6`` are read as the share they state.
    """
    text = _plain(name).lower()
    text = _GLUED.sub(r" \1", text).replace("_", " ").replace("mg kg", "mg/kg")
    found = _UNIT.search(text, 1)
    if not found:
        return ""
    return _UNITS[(found.lastindex or 1) - 1][1]


@lru_cache(maxsize=4096)
def element_of(name: str) -> str:
    """Return the chemical symbol or the oxide that a column name stands for.

    Parameters
    ----------
    name
        A header such as ``Cu_ppm``, ``CU_PPM_ICP40``, ``SiO2 (wt%)``, ``cadmium`` or ``铜``.

    Returns
    -------
    str
        ``Cu``, ``SiO2`` and so on as chemists write it, or an empty string. Methods and units
        are left aside, so several columns may stand for one element.
    """
    text = _plain(name)
    for word in re.findall(r"^[\u4e00-\u9fff](?=$|[^\u4e00-\u9fff])", text):
        if word in _BY_WORD:
            return _BY_WORD[word]
    first = next((part for part in _SPLIT.split(text) if part), "")
    glued = _GLUED.search(first.lower())
    if glued:
        first = first[: glued.start()]
    if first.lower() in _BY_WORD:
        return _BY_WORD[first.lower()]
    if first in ELEMENTS:
        return first
    if first.islower() and first in _LOWER_WORDS and not _is_concentration(name):
        return ""
    return _BY_UPPER.get(first.upper(), "")


def _is_concentration(name: str) -> bool:
    return unit_of(name) not in ("", "m", "km", "Mt", "°")


def _plain(name: str) -> str:
    """Full-width letters, digits and signs become their ordinary forms."""
    return unicodedata.normalize("NFKC", name).strip().lstrip("*").replace("−", "-").strip()
