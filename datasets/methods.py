"""The codes by which laboratories call their methods."""

from __future__ import annotations

import re
from functools import lru_cache

# ALS: Au-AA25, ME-ICP61, WEI-21; SGS: GE_FAA30V5; Bureau Veritas: AQ200, MA250, FA430, LF100;
# Actlabs: 1A2, FUS-ICP, TD-MS; U.S. Geological Survey: ICP40, FA50, HY; Chinese: X荧光, 发射光谱.
_TECHNIQUE = (
    r"ICP(?:[- ]?(?:MS|OES|AES|SFMS|QMS))?|(?:ICP)?[MO]ES|AES|AAS?|FAAS|GF-?AAS|CV-?AAS|HG-?AFS|"
    r"AFS|W?D?-?XRF|ED-?XRF|pXRF|XRD|INAA|NAA|FA|FUS|TD|AR|MS|IR|GRAV?|CVAA|ISE|LECO|HY|EMSP|OES|"
    r"COL|POL|VOL|发射光谱|原子荧光|原子吸收|X ?荧光|等离子体?质谱|化学光谱"
)
_PATTERNS = (
    r"[A-Z][A-Za-z]?-[A-Z]{2,5}\d{1,3}[a-z]{0,3}",
    r"(?:ME|OA|WEI|PUL|CRU|LOG|SPL|TOT|PGM|REE|SCR|DRY|LEV|PHY)-[A-Z]{0,5}\d{1,3}[a-zA-Z]{0,3}",
    r"G[A-Z]_[A-Z0-9_]{3,}",
    r"(?:AQ|MA|FA|LF|TC|GC|WGHT|FS|BAT|KP|SPG|IC|FAM|FAS|FAA|FAI|AAS)\d{1,3}[A-Z]{0,3}\d?",
    rf"(?:{_TECHNIQUE})(?:[-_ /]?(?:{_TECHNIQUE}|\d{{1,3}}[A-Z]?))*",
    r"Code ?\d[A-Z0-9]*",
)
_METHOD = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
# Alone these are an element, a mass or a word rather than a method.
_WORDS = frozenset(("AR", "MS", "TD", "IR", "HY", "COL", "POL", "VOL", "FA", "AA", "GRA"))


@lru_cache(maxsize=4096)
def is_method(text: str) -> bool:
    """Whether a cell is the code of a method: ``ME-ICP61``, ``Au-AA25``, ``FA50``, ``XRF``."""
    return bool(_METHOD.fullmatch(text.strip()))


@lru_cache(maxsize=4096)
def method_of(name: str) -> str:
    """Return the method that a column name states, "" when it states none.

    ``CU_PPM_ICP40`` → ``ICP40``; ``Au-AA25`` and ``Au (Au-AA25)`` → ``Au-AA25``.
    """
    text = name.strip()
    if re.fullmatch(_PATTERNS[0], text):
        return text
    for word in re.findall(_PATTERNS[0] + "|" + _PATTERNS[1] + "|" + _PATTERNS[2], text):
        return str(word)
    parts = [part for part in re.split(r"[\s_,;:()\[\]{}（）]+", text) if part]
    found = [p for p in parts[1:] if is_method(p) or p in _WORDS]
    if not found and len(parts) > 1 and is_method(parts[0]) and parts[0] not in _WORDS:
        found = parts[:1]
    return "_".join(found)
