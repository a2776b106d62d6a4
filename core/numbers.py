"""Numbers, durations and rates as people write and type them."""

from __future__ import annotations

import math
import re
import unicodedata

NOTHING = "–"
_TO_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FROM_SUPERSCRIPT = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_PLAIN_FROM, _PLAIN_TO = 1e-3, 1e9

_POWER = re.compile(r"(?:(?P<factor>.*?)[*×x·⋅])?10(?:\^|\*\*)?(?P<power>[-+]?\d+)")
_EXPONENT = re.compile(r"(?P<factor>.*?)e(?P<power>[-+]?\d+)", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"10(?P<power>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$")
_DIGITS = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)")


class NumberError(ValueError):
    """A text is not a number."""


def three_digits(value: float, *, keep_zeros: bool = False) -> str:
    """Write a number with three significant digits: ``1,230,000``, ``0.5``, ``1.0 × 10⁻⁵``.

    Parameters
    ----------
    keep_zeros
        Write ``0.500``, so that a number that changes does not jump about.
    """
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0:
        return "0"
    sign = "−" if value < 0 else ""
    mantissa, power = _split(abs(value))
    rounded = mantissa * 10.0**power
    if _PLAIN_FROM <= rounded < _PLAIN_TO:
        decimals = max(0, 2 - power)
        text = f"{float(f'{mantissa:.2f}e{power}'):,.{decimals}f}"
        return sign + (text if keep_zeros else _without_zeros(text))
    text = f"{mantissa:.2f}"
    if not keep_zeros and text.endswith("0"):
        text = text[:-1]
    return f"{sign}{text} × 10{str(power).translate(_TO_SUPERSCRIPT)}"


def in_field(value: float) -> str:
    """Write a number for a text field, exactly and shortly: ``1e-5``, ``0.1``, ``50``."""
    text = repr(float(value))
    text = re.sub(r"e([-+])0*(\d)", lambda found: f"e{found[1].strip('+')}{found[2]}", text)
    return re.sub(r"\.0(?=e|$)", "", text)


def count(number: int) -> str:
    """Write a whole number with its thousands separated."""
    return f"{number:,}".replace("-", "−")


def percent(part: float) -> str:
    """Write a share of 1 in per cent: ``12.3 %``, ``<0.1 %``, ``100 %``."""
    if not math.isfinite(part):
        return NOTHING
    hundred = part * 100
    if 0 < hundred < 0.05:
        return "<0.1 %"
    text = f"{hundred:.1f}"
    return f"{_without_zeros(text)} %"


def duration(seconds: float) -> str:
    """Write a time span: ``0.34 s``, ``0:02``, ``12:40``, ``1:03:10``."""
    if not math.isfinite(seconds) or seconds < 0:
        return NOTHING
    if 0 < seconds < 1:
        return f"{_two_digits(seconds)} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def rate(per_second: float, unit: str) -> str:
    """Write a speed: ``2.4k epochs/s``, ``48k epochs/s``, ``0.25 epochs/s``."""
    if not math.isfinite(per_second) or per_second < 0:
        return NOTHING
    for factor, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if per_second >= factor * 0.9995:
            scaled = per_second / factor
            return f"{_two_digits(scaled)}{letter} {unit}/s"
    return f"{_two_digits(per_second)} {unit}/s"


def parse_number(text: str) -> float:
    """Read a number as people type it: ``1e-5``, ``1.0 × 10⁻⁵``, ``1,5``, ``1 234,5``, ``１．５``.

    One comma followed by exactly three digits separates thousands (``1,500`` is 1500), since that
    is how numbers are written here; any other single comma is a decimal comma.

    Raises
    ------
    NumberError
        When the text is not one finite number.
    """
    cleaned = _normalised(text)
    factor, power = cleaned, 0
    for pattern in (_POWER, _EXPONENT):
        found = pattern.fullmatch(cleaned)
        if found and not (pattern is _POWER and "^" not in cleaned and "**" not in cleaned):
            factor, power = found["factor"] or "1", int(found["power"])
            break
    plain = _without_separators(factor)
    if not _DIGITS.fullmatch(plain) or abs(power) > 400:
        raise NumberError(text)
    value = float(f"{plain}e{power}")
    if not math.isfinite(value):
        raise NumberError(text)
    return value


def typed_size(text: str) -> float | None:
    """Return a typed size, 0 for an empty text, None for what is no number above 0."""
    if not text.strip():
        return 0.0
    try:
        size = parse_number(text.strip())
    except NumberError:
        return None
    return size if size > 0 else None


def parse_whole(text: str) -> int:
    """Read a whole number: ``5000``, ``5,000``, ``5e3``.

    Raises
    ------
    NumberError
        When the text is not one whole number.
    """
    value = parse_number(text)
    if value != int(value):
        raise NumberError(text)
    return int(value)


def _split(value: float) -> tuple[float, int]:
    mantissa, power = f"{value:.2e}".split("e")
    return float(mantissa), int(power)


def _two_digits(value: float) -> str:
    if value == 0:
        return "0"
    decimals = max(0, 1 - math.floor(math.log10(value) + 1e-12))
    return _without_zeros(f"{value:.{min(decimals, 9)}f}")


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return NOTHING
    return "∞" if value > 0 else "−∞"


def _without_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _normalised(text: str) -> str:
    # Powers go first: compatibility folding would turn 10⁻⁵ into 10-5.
    text = _SUPERSCRIPT.sub(
        lambda found: "10^" + found["power"].translate(_FROM_SUPERSCRIPT), text.strip()
    )
    text = unicodedata.normalize("NFKC", text)
    text = text.replace("−", "-").replace("–", "-").replace("’", "'")
    if re.search(r"\d\s+\d", text) and not re.fullmatch(
        r"[-+]?\d{1,3}(\s\d{3})+([.,]\d*)?(\s*([e*×x·⋅].*))?",
        text,
        re.IGNORECASE,
    ):
        raise NumberError(text)
    return re.sub(r"\s+", "", text)


def _without_separators(text: str) -> str:
    sign = text[:1] if text[:1] in "+-" else ""
    body = text[len(sign) :]
    for thousands, decimal in ((",", "."), (".", ","), ("'", "."), ("'", ",")):
        groups = rf"\d{{1,3}}({re.escape(thousands)}\d{{3}})+"
        several = body.count(thousands) > 1 or decimal in body or thousands in ",'"
        if several and re.fullmatch(rf"{groups}({re.escape(decimal)}\d*)?", body):
            leading_zero = body.startswith("0") and body.count(thousands) == 1
            if not (leading_zero and thousands == ","):
                return sign + body.replace(thousands, "").replace(decimal, ".")
    if body.count(",") == 1 and "." not in body:
        return sign + body.replace(",", ".")
    return sign + body
