"""What a column name says: the element or oxide it stands for, and the unit."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from datasets.derived import Derived, derived_from

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
    "U3O8 Sb2O3 As2O3 Bi2O3 CoO MnO2 HfO2 Sc2O3 Ga2O3 GeO2 Cu2O Ag2O CdO Ce2O3 Nd2O3 Pr2O3 "
    "Sm2O3 Eu2O3 Gd2O3 Tb2O3 Dy2O3 Ho2O3 Er2O3 Tm2O3 Yb2O3 Lu2O3"
)
OXIDES = frozenset(_OXIDE_NAMES.split())
SUBSTANCES = ELEMENTS | OXIDES
_BY_WORD = {word: symbol for symbol, words in _NAMES.items() for word in words.split()}
_BY_UPPER = {formula.upper(): formula for formula in ELEMENTS | OXIDES}
# An uppercase header types the O of an oxide as a zero often enough, as in W03.
_BY_UPPER |= {formula.upper().replace("O", "0"): formula for formula in OXIDES}
_BY_WORD |= {
    word: oxide
    for oxide, words in {
        "SiO2": "二氧化硅 氧化硅",
        "Al2O3": "三氧化二铝 氧化铝",
        "Fe2O3": "三氧化二铁 全铁",
        "FeO": "氧化亚铁",
        "CaO": "氧化钙",
        "MgO": "氧化镁",
        "K2O": "氧化钾",
        "Na2O": "氧化钠",
        "TiO2": "二氧化钛 氧化钛",
        "MnO": "氧化锰",
        "P2O5": "五氧化二磷",
        "WO3": "三氧化钨",
    }.items()
    for word in words.split()
}
# Total iron as one of its oxides, in the ways it is marked.
_BY_UPPER |= {
    marked: oxide
    for oxide in ("FeO", "Fe2O3", "Fe", "S", "C")
    for marked in (f"{oxide}T", f"T{oxide}", f"{oxide}TOT", f"{oxide}TOTAL", f"{oxide}*")
    for marked in (marked.upper(),)
    if len(oxide) > 1 or marked.endswith(("TOT", "TOTAL"))
}
# Taiwan and Hong Kong write the names of elements and oxides in traditional characters.
_SIMPLE = str.maketrans(
    "銀鋁鋇鈹鉍溴鈣鎘鈰鈷鉻銫銅鏑鉺銪鐵鎵釓鍺鉿鈥銦銥鉀鑭鋰鎦鑥鎂錳鉬鈉鈮釹鎳鋨鉛鈀鐠鉑銣錸銠釕銻鈧矽釤錫鍶鉭鋱釷鈦鉈銩鈾釩鎢釔鐿鋅鋯亞",
    "银铝钡铍铋溴钙镉铈钴铬铯铜镝铒铕铁镓钆锗铪钬铟铱钾镧锂镥镥镁锰钼钠铌钕镍锇铅钯镨铂铷铼铑钌锑钪硅钐锡锶钽铽钍钛铊铥铀钒钨钇镱锌锆亚",
)
# In lower case these are words or the names of other things until a unit stands beside them.
_LOWER_WORDS = frozenset(("as", "be", "in", "os", "re", "ho", *"bcfhiknopsuvwy"))

# Longest first: "wt%" holds "%", and "ppm" must not be read out of a longer word.
_PER_KG = r" ?[/_·. ]? ?kg(?: ?\^?-1)?"
_PER_G = r" ?[/_·. ]? ?g(?: ?\^?-1)?"
_PER_T = r" ?[/_. ]? ?(?:t|tonne|ton|mt)(?: ?\^?-1)?"
_UNITS = (
    (rf"mg{_PER_KG}", "mg/kg"),
    (rf"[µμu]g{_PER_KG}|mcg{_PER_KG}", "µg/kg"),
    (rf"[µμu]g{_PER_G}|mcg{_PER_G}", "µg/g"),
    (rf"ng{_PER_G}", "ng/g"),
    (rf"g{_PER_KG}", "g/kg"),
    (rf"mg{_PER_G}", "mg/g"),
    (r"mg ?/ ?l|mg_l|mg l-1", "mg/L"),
    (r"[µμu]g ?/ ?l|[µμu]g_l|[µμu]g l-1", "µg/L"),
    (r"(?:troy )?(?:oz|ounces?) ?(?:/|_|per| ) ?(?:s\.?t\.?|(?:short )?ton)|opt", "oz/st"),
    (r"(?:troy )?(?:oz|ounces?) ?(?:/|_|per| ) ?(?:metric ton|tonne|mt|t)", "oz/t"),
    (r"gpt|gms?/t|grams?/t(?:onne)?|克/吨", "g/t"),
    (rf"g ?[/_] ?t(?:onne)?|g{_PER_T}", "g/t"),
    (r"ppm(?:w|-wt)?|[×x*]?10 ?\^?\(?-6\)?", "ppm"),
    (r"mg ?[/_] ?t(?:onne)?|мг/т", "ppb"),
    (r"ppb(?:w|-wt)?|[×x*]?10 ?\^?\(?-9\)?", "ppb"),
    (r"г/т", "g/t"),
    (r"мг/кг", "mg/kg"),
    (r"мкг/кг", "µg/kg"),
    (r"ppt|[×x*]?10 ?\^?\(?-12\)?", "ppt"),
    (
        r"wt[._ ]*%|wt[._ ]*pct|%|weight ?(?:%|percent)|mass ?%|pct|percent|per cent|"
        r"[×x*]?10 ?\^?\(?-2\)?|百分之",
        "%",
    ),
    (r"‰|per ?mil|permil", "‰"),
    (r"km", "km"),
    (r"cm", "cm"),
    (r"mm", "mm"),
    (r"m|metres?|meters?|米", "m"),
    (r"ft|feet", "ft"),
    (r"mt", "Mt"),
    (r"kg|千克|公斤", "kg"),
    (r"deg|degrees?|°|度", "°"),
)
_CHOICES = "|".join(f"({pattern})" for pattern, _ in _UNITS)
_UNIT = re.compile(rf"(?<![a-zа-я0-9])(?:{_CHOICES})(?![a-zа-я0-9])")
_ONLY_UNIT = re.compile(rf"[(\[{{<]?\s*(?:in )?(?:{_CHOICES})\s*[)\]}}>]?\.?")
_PERCENT = re.compile(r"(?:wt ?)?%", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-z0-9])(ppm|ppb|pct|wt%|%)(?![a-z0-9])")
_SPLIT = re.compile(r"[\s_.,:;/()\[\]{}\-]+")
# Cu×10-6, CuX10-6, Cu*10^(-6), Cu (1E-6): the power of ten is set apart from what stands before
_POWER = re.compile(
    r"\s*(?:[×x·⋅∙]|\*+)\s*10\s*(?:\^|\*\*)?\s*(?:\(\s*-\s*(2|6|9|12)\s*\)|-\s*(2|6|9|12)(?!\d))|"
    r"(?<![\w.])1E-0?(2|6|9|12)(?!\d)",
    re.IGNORECASE,
)
# w(Cu)/10-6, ω(Cu), ρ(Au): the quantity and in brackets the substance, as GB 3102.8 writes it.
_QUANTITY = re.compile(r"^(?:w|ω|ρ|c|φ)\s*\(([^()]+)\)", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_BEFORE_ELEMENT = frozenset(
    (
        *("icp", "icpms", "icpoes", "icpaes", "xrf", "inaa", "aas", "aa", "fa", "me", "ar", "td"),
        *("total", "tot", "org", "element", "conc", "tr", "maj", "ms", "oes", "aes", "pct", "ppm"),
        *("ppb", "opt", "wt", "chem", "assay", "grade", "品位", "含量"),
    )
)
# Of these isotopes the activity is measured, not the amount.
_ACTIVITY = re.compile(
    r"(?:K[-_ ]?40|Cs[-_ ]?13[47]|Bi[-_ ]?214|Pb[-_ ]?21[024]|Tl[-_ ]?208|Th[-_ ]?232|U[-_ ]?238|"
    r"Be[-_ ]?7)(?!\d)",
    re.IGNORECASE,
)
CONCENTRATIONS = frozenset(
    (
        "%",
        "‰",
        "ppm",
        "ppb",
        "ppt",
        "g/t",
        "g/kg",
        "mg/g",
        "mg/kg",
        "µg/g",
        "µg/kg",
        "ng/g",
        "oz/t",
        "oz/st",
    )
)


@lru_cache(maxsize=1 << 15)
def unit_of(name: str) -> str:
    """Return the unit that a column name states.

    Parameters
    ----------
    name
        For example ``Cu_ppm``, ``Au (ppb)``, ``SiO2 (wt%)`` or ``w(Cu)/10⁻⁶``.

    Returns
    -------
    str
        One of `CONCENTRATIONS`, ``mg/L``, ``µg/L``, ``m``, ``km``, ``cm``, ``mm``, ``ft``,
        ``kg``, ``Mt``, ``°``, or an empty string. ``oz/t`` are troy ounces per tonne, ``oz/st``
        per short ton. Powers of ten such as ``10-6`` are read as the
        share they state.
    """
    text = _GLUED.sub(r" \1", _spaced(name).lower()).replace("_", " ").replace("mg kg", "mg/kg")
    found = _UNIT.search(text, 1)
    unit = _UNITS[(found.lastindex or 1) - 1][1] if found else ""
    if unit not in CONCENTRATIONS:
        unit = _unit_in_front(name) or unit
    if unit in CONCENTRATIONS and derived_kind(name) not in ("", "sum"):
        return ""
    return unit


def _unit_in_front(name: str) -> str:
    """ppm Cu, %Cu, g/t_Au: a unit of concentration, and what it is the unit of behind it."""
    unit, rest = _front(_spaced(name))
    return unit if unit and element_of(rest) else ""


def _front(text: str) -> tuple[str, str]:
    """Return the unit of concentration with which a name begins, "" for none, and what follows."""
    found = _UNIT.match(text.replace("_", " ").lower()) or _PERCENT.match(text)
    if not found:
        return "", text
    unit = "%" if found.re is _PERCENT else _UNITS[(found.lastindex or 1) - 1][1]
    return (unit, text[found.end() :].strip(" _-.,:()[]")) if unit in CONCENTRATIONS else ("", text)


def derived_kind(name: str) -> Derived:
    """Return how a column was computed from amounts, "" where its name does not say so."""
    return derived_from(_plain(name), SUBSTANCES)


@lru_cache(maxsize=4096)
def unit_word(cell: str) -> str:
    """Return the unit that a cell is, "" when it is anything else: ``(PPM)`` → ``ppm``."""
    found = _ONLY_UNIT.fullmatch(_plain(cell).lower())
    return _UNITS[(found.lastindex or 1) - 1][1] if found else ""


@lru_cache(maxsize=1 << 15)
def element_of(name: str) -> str:
    """Return the chemical symbol or the oxide that a column name stands for.

    Parameters
    ----------
    name
        A header such as ``Cu_ppm``, ``CU_PPM_ICP40``, ``SiO2 (wt%)``, ``cadmium``, ``w(Cu)/10⁻⁶``
        or ``铜``.

    Returns
    -------
    str
        ``Cu``, ``SiO2`` and so on as chemists write it, or an empty string. Methods and units
        are left aside, so several columns may stand for one element.
    """
    text = _spaced(name)
    if _is_only_unit(text) or _ACTIVITY.match(text) or derived_kind(name):
        return ""
    quantity = _QUANTITY.match(text)
    if quantity and (found := _of_quantity(quantity, text)):
        return found
    text = _front(text)[1] or text
    for word in re.findall(r"^[\u4e00-\u9fff]+(?=$|[^\u4e00-\u9fff])", text):
        if word in _BY_WORD:
            return _BY_WORD[word]
    parts = [part for part in _SPLIT.split(text) if part]
    while len(parts) > 1 and (parts[0].lower() in _BEFORE_ELEMENT or _numbered(parts[0])):
        parts = parts[1:]
    first = parts[0] if parts else ""
    glued = _GLUED.search(first.lower())
    if glued:
        first = first[: glued.start()]
    return _symbol(first, name)


def _is_only_unit(text: str) -> bool:
    """“in ppm” is a unit; “In ppm” stands above indium."""
    return bool(unit_word(text)) and not text.startswith(("In ", "IN "))


def _of_quantity(quantity: re.Match[str], text: str) -> str:
    """Return the substance in the brackets; W (ppm) has none, in w(B)/% SiO2 it stands behind."""
    if unit_word(quantity.group(1)):
        return ""
    behind = text[quantity.end() :].rsplit(" ", 1)
    if quantity.group(1) == "B" and len(behind) == 2 and (found := element_of(behind[1])):
        return found
    return element_of(quantity.group(1))


def _symbol(word: str, name: str) -> str:
    if word.lower() in _BY_WORD:
        return _BY_WORD[word.lower()]
    if word in ELEMENTS:
        return word
    if word.islower() and word in _LOWER_WORDS and not _is_concentration(name):
        return ""

    return _BY_UPPER.get(word.upper(), "")


def _numbered(word: str) -> bool:
    """ICP40 in front of the element: ``ICP40_CU_PPM``."""
    return bool(re.fullmatch(r"(?:icp|fa|me|aa|xrf|aq|ma)\d+[a-z]?", word.lower()))


def _is_concentration(name: str) -> bool:
    return unit_of(name) in CONCENTRATIONS


def _spaced(name: str) -> str:
    """Return a plain name with powers of ten as `` 10-6 ``."""
    return _POWER.sub(
        lambda found: f" 10-{found[1] or found[2] or found[3]} ", _plain(name)
    ).strip()


def _plain(name: str) -> str:
    """Full-width letters, digits and signs become their ordinary forms."""
    text = unicodedata.normalize("NFKC", name.translate(_SUPERSCRIPTS)).translate(_SIMPLE)
    return text.strip().lstrip("*").replace("−", "-").replace("–", "-").strip()
