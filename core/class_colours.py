"""One colour and one symbol for each class, the same in every view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MISSING = -1
UNKNOWN = -2
TRANSPARENT = "#00000000"

# Okabe and Ito's colours in their order; the eighth is black on light and white on dark ground.
_FIRST = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
# Found by farthest-point search in OKLab, also as seen with red- and green-blindness, away from
# the first eight, from both grounds and from the greys.
_MORE = (
    "#8810f4", "#10e8a0", "#a0101c", "#7c1088", "#d010c4", "#887cf4", "#4010d0", "#a04c7c",
    "#94b87c", "#f43464", "#945810", "#f488f4", "#4c7040", "#94dc10", "#e8acd0", "#f4c488",
)  # fmt: skip

# Shapes that differ most come first; names are those of pyqtgraph.
SYMBOLS = ("o", "s", "t1", "d", "star", "+", "x", "h", "t", "p", "t2", "t3")

_NONE_NAMES = frozenset(
    {
        "none", "no anomaly", "no_anomaly", "non-anomaly", "background", "barren", "normal",
        "no deposit", "无", "无异常", "背景", "非异常", "正常", "背景区",
    }
)  # fmt: skip


def is_none_class(name: str) -> bool:
    """Whether a class is called what people call the absence of an anomaly."""
    return name.strip().casefold() in _NONE_NAMES


class ClassColours:
    """Colours and symbols of the classes of one survey.

    Parameters
    ----------
    names
        Class names; the code of a class is its place here.
    overrides
        Colours chosen by the user, by class name, as ``#rrggbb``.
    dark
        Whether the ground is dark.
    """

    def __init__(
        self,
        names: Sequence[str],
        overrides: Mapping[str, str] | None = None,
        *,
        dark: bool = False,
    ) -> None:
        self.names = tuple(names)
        chosen = overrides or {}
        self._unknown = "#757c85" if dark else "#8d949d"
        palette = (*_FIRST, "#f2f2f2" if dark else "#17191c", *_MORE)
        none_colour = "#3f444b" if dark else "#dde0e4"
        self._colours: list[str] = []
        self._symbols: list[str] = []
        rank = 0
        for name in self.names:
            is_none = is_none_class(name)
            usual = none_colour if is_none else palette[rank % len(palette)]
            self._colours.append(chosen.get(name, usual))
            self._symbols.append("o" if is_none else SYMBOLS[rank % len(SYMBOLS)])
            rank += not is_none

    def __len__(self) -> int:
        return len(self.names)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ClassColours):
            return NotImplemented
        return self.names == other.names and self._colours == other._colours

    def colour(self, code: int) -> str:
        """Return the colour of a class; transparent for `MISSING`, grey for `UNKNOWN`."""
        if code == UNKNOWN:
            return self._unknown
        return self._colours[code] if 0 <= code < len(self._colours) else TRANSPARENT

    def symbol(self, code: int) -> str:
        """Return the pyqtgraph symbol of a class."""
        return self._symbols[code] if 0 <= code < len(self._symbols) else "o"

    def is_none(self, code: int) -> bool:
        """Whether the class means that there is no anomaly."""
        return 0 <= code < len(self.names) and is_none_class(self.names[code])
