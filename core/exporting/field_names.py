"""Names of fields that a Shapefile can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LENGTH = 10
_NUMBERED = (("p ", "p_"), ("output ", "o_"))
_SHORT = {"probability": "prob", "agreement": "agreement"}


def legal_names(names: Sequence[str]) -> list[str]:
    """Return names of at most 10 letters a-z, digits and underscores, all different.

    dBASE III allows no more, and compares without regard to case. Names that hold nothing legal,
    such as Chinese ones, become ``f1``, ``p_2``, ``o_3`` by their place.
    """
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        wanted = _legal(name, place)
        taken = {other.casefold() for other in found}
        found.append(_distinct(wanted, taken))
    return found


def _legal(name: str, place: int) -> str:
    prefix, rest = "", _SHORT.get(name, name)
    for long, short in _NUMBERED:
        if name.startswith(long):
            prefix, rest = short, name.removeprefix(long)
    plain = unicodedata.normalize("NFKD", rest)
    plain = re.sub(
        r"[^A-Za-z0-9_]+", "_", "".join(s for s in plain if not unicodedata.combining(s))
    )
    plain = plain.strip("_")
    # a name of which a part is lost would say something else
    lost = any(
        sign.isalpha() and not sign.isascii() for sign in unicodedata.normalize("NFKD", rest)
    )
    if not plain or lost:
        return f"{prefix or 'f'}{place}"
    whole = prefix + plain
    return (whole if whole[0].isalpha() else f"f_{whole}")[:LENGTH].rstrip("_")


def _distinct(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name.casefold() in taken:
        tail = f"_{number}"
        name = wanted[: LENGTH - len(tail)] + tail
        number += 1
    return name
