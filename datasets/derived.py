"""Names of columns that are computed from amounts: logarithms, ratios, errors, limits, ranks.

Such a column is a number like others and may be a feature, but it is no amount of the element that
its name holds: log ppm is no ppm, and an error of zinc no zinc.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from datasets.messages import Message, message

Derived = Literal[
    "", "logarithm", "log-ratio", "ratio", "sum", "error", "limit", "score", "index", "code"
]

_WORDS: dict[Derived, str] = {
    "logarithm": r"log(?:10|2|e)?|ln|lg|对数",
    "log-ratio": r"clr|ilr|alr|中心对数比",
    "ratio": r"ratio|verhältnis|rapport|razón|razão|отношение|比值?",
    "error": r"err(?:or)?s?(?:\d?(?:s|sigma|σ))?|unc|uncert(?:ainty)?|sd|std|stdev|stddev|rsd|"
    r"sigma|σ|[12]\s?(?:s|sd|se|sigma|σ)|stabw|误差|不确定度|标准[离偏]?差|погрешность",
    "limit": r"m?dl|l[lu]?od|l[lu]d|[lu]dl|lloq|loq|lor|rl|mrl|rdl|limits?|"
    r"(?:detection|reporting)\s?limit|检[出测]限|测定[上下]限",
    "score": r"z|zscore|rank|quantile|percentile|pctl|resid(?:ual)?s?|pred(?:icted)?|fitted|"
    r"scaled|standardi[sz]ed|normali[sz]ed|norm|秩|残差|标准化",
    "index": r"igeo|ef|index|factor|enrichmentfactor|contrast|指数|衬度|系数|富集系数",
    "code": r"class|category|code|flag|count|类别|分类|编码",
}
_KINDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _WORDS.items()}
_BEHIND = frozenset(("score", "index", "code"))
_PARTS = re.compile(r"[\s_.,:;()\[\]{}/+\-|=]+")
_SPACED = re.compile(
    r"z[-_ .]?score|detection[-_ .]?limit|reporting[-_ .]?limit|enrichment[-_ .]?factor", re.I
)
# Cu (±5 %) is an amount whose error is stated
_ERROR_SIGN = re.compile(r"(?:±|\+/-|\+-)(?!\s*\d)")
# 206Pb/204Pb, La/Yb, Eu/Eu*, Na2O+K2O, (La/Yb)N
_PAIR = re.compile(
    r"(?<![A-Za-z])\(?([A-Z][A-Za-z]{0,2}\d?O?\d?|[A-Z][A-Za-z])\d{0,3}[*)']{0,2}\s?([/:+])\s?\(?"
    r"(?:1\d\d|2\d\d|\d\d)?([A-Z][A-Za-z]{0,2}\d?O?\d?|[A-Z][A-Za-z])(?![A-Za-z])"
)


@lru_cache(maxsize=1 << 15)
def derived_from(name: str, substances: frozenset[str]) -> Derived:
    """Return how a column was computed from amounts, "" where its name does not say so.

    Parameters
    ----------
    name
        For example ``log10 Cu``, ``La/Yb``, ``Zn_err`` or ``Au_ppb_DL``.
    substances
        Symbols of elements and oxides, between which a stroke means a ratio.
    """
    text = unicodedata.normalize("NFKC", name).strip()
    pair = _PAIR.search(text)
    if pair and {_symbol(pair.group(1)), _symbol(pair.group(3))} <= substances:
        return "sum" if pair.group(2) == "+" else "ratio"
    if _ERROR_SIGN.search(text):
        return "error"
    text = _SPACED.sub(lambda found: re.sub(r"[-_ .]", "", found.group()), text)
    parts = [part for part in _PARTS.split(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)) if part]
    if len(parts) < 2:
        return ""
    first = next((k for k, part in enumerate(parts) if _symbol(part) in substances), 0)
    for kind, words in _KINDS.items():
        # "Code ME-ICP41 Cu" is a group above copper, "Cu code" no copper
        among = parts[first + 1 :] if kind in _BEHIND else parts
        hit = (
            k for k, part in enumerate(among) if part not in substances and words.fullmatch(part)
        )
        # "Cu ppm DL 0.5" is copper, and its limit is stated
        if any(kind != "limit" or not "".join(among[k + 1 : k + 2]).isdigit() for k in hit):
            return kind
    return ""


def _symbol(word: str) -> str:
    """CU is the copper of capital letters; CO and other symbols of two stay what they are."""
    return word.capitalize() if len(word) == 2 and word.isupper() else word


def limit_of(name: str, substances: frozenset[str]) -> str:
    """Return the name whose detection limits a column holds, "" where it holds none.

    ``Cu_ppm_DL`` and ``DL_Cu_ppm`` hold those of ``cu ppm``: the parts in lower case, with blanks
    between them.
    """
    if derived_from(name, substances) != "limit":
        return ""
    return joined_parts(name, without=_KINDS["limit"])


def joined_parts(name: str, without: re.Pattern[str] | None = None) -> str:
    """Return the parts of a name in lower case with blanks between them."""
    text = _SPACED.sub(lambda found: re.sub(r"[-_ .]", "", found.group()), name)
    parts = [part for part in _PARTS.split(text) if part]
    kept = [part for part in parts if without is None or not without.fullmatch(part)]
    return " ".join(kept).lower()


_REASONS: dict[Derived, Message] = {
    "logarithm": message(
        "The name says that these are logarithms; they have neither element nor unit."
    ),
    "log-ratio": message(
        "The name says that these are log-ratios; they have neither element nor unit."
    ),
    "ratio": message("The name is one of a ratio; it has neither element nor unit."),
    "sum": message("The name is one of a sum of several substances; it has no element."),
    "error": message("The name says that these are errors or deviations, no amounts."),
    "limit": message("The name says that these are detection limits, no amounts."),
    "score": message(
        "The name says that these are scores, ranks or other values computed from amounts."
    ),
    "index": message("The name says that this is an index computed from amounts."),
    "code": message("The name says that these are codes or counts, no amounts."),
}


def why_derived(kind: Derived) -> Message:
    """Return the sentence that says why a column is no amount."""
    return _REASONS[kind]
