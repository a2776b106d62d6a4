"""The figures after a word of the notation: what each means and within which bounds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.networks.cnn.layers import POOLS
from core.networks.cnn.tokens import Token
from core.networks.cnn.words import Figures, Word
from datasets.messages import InputError

# far beyond any network of use; keeps a slip of the keyboard from filling the memory
BOUNDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "filters": (1, 65_536),
        "kernel": (1, 255),
        "stride": (1, 255),
        "padding": (0, 255),
        "groups": (1, 65_536),
    }
)
_LETTERS: Mapping[str, str] = MappingProxyType({"s": "stride", "p": "padding", "g": "groups"})
_EXAMPLES: Mapping[Figures, str] = MappingProxyType(
    {
        "none": "–",
        "filters": "32 5x5 s2 p1 g2 floor nobias",
        "units": "128 nobias",
        "kernel": "3x3 s2 p1 floor ceil",
        "share": "0.5",
    }
)


def take_figure(word: Word, token: Token, figures: dict[str, object]) -> None:
    """Add what `token` says of a layer to `figures`.

    Raises
    ------
    InputError
        When such a layer has no such figure, has it already, or it is out of bounds.
    """
    name, value = _meaning(word, token)
    if not _has(word, name):
        raise InputError(
            "Layers, position {position}: {word} takes no {found}; its figures are: {allowed}.",
            position=token.position,
            word=word.text,
            found=token.text,
            allowed=_EXAMPLES[word.figures],
        )
    if name in figures:
        raise InputError(
            "Layers, position {position}: {found} says a second time what {word} was given before; "
            "leave one out.",
            position=token.position,
            found=token.text,
            word=word.text,
        )
    _check_bounds(name, value, token)
    figures[name] = value


def _meaning(word: Word, token: Token) -> tuple[str, object]:
    """Return which option of a layer a token sets, "" for none, and to what."""
    if token.kind == "figure":
        return _LETTERS[token.text[0].lower()], int(token.text[1:])
    if token.kind == "flag":
        flag = token.text.lower()
        return ("bias", False) if flag == "nobias" else ("rounding", flag)
    if token.kind == "size":
        return "kernel", _square(token)
    if word.figures == "share":
        return "share", float(token.text)
    if not token.text.isdigit():
        return "", 0.0
    return ("kernel" if word.figures == "kernel" else "filters"), int(token.text)


def _square(token: Token) -> int:
    across, down = (int(side) for side in token.text.lower().replace("x", "*").split("*"))
    if across != down:
        raise InputError(
            "Layers, position {position}: kernels are square; write {side}x{side} for {found}.",
            position=token.position,
            side=across,
            found=token.text,
        )
    return across


def _has(word: Word, name: str) -> bool:
    if word.figures == "filters":
        return name in ("filters", "kernel", "stride", "padding", "groups", "rounding", "bias")
    if word.figures == "units":
        return name in ("filters", "bias")
    if word.figures == "kernel":
        slides = word.kind in POOLS
        return name == "kernel" or (slides and name in ("stride", "padding", "rounding"))
    return word.figures == "share" and name == "share"


def _check_bounds(name: str, value: object, token: Token) -> None:
    if name == "share" and isinstance(value, float) and not 0.0 <= value < 1.0:
        raise InputError(
            "Layers, position {position}: a share of {found} cannot be left out; take 0 to 0.9.",
            position=token.position,
            found=token.text,
        )
    low, high = BOUNDS.get(name, (0, 0))
    if name in BOUNDS and isinstance(value, int) and not low <= value <= high:
        raise InputError(
            "Layers, position {position}: {found} is out of bounds; {low} to {high} can be "
            "written here.",
            position=token.position,
            found=token.text,
            low=low,
            high=high,
        )
