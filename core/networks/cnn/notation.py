"""The notation of sequential networks: `[(CONV-RELU)*2-POOL]*2-FC-SOFTMAX` becomes layers.

A text is layers and groups with `-` between them. A group stands in `[ ]` or `( )`. `*2` after a
group or a layer repeats it (also ×, ·, x), and `?` makes it optional: it is left out where the size
does not allow it. Capitals or not, full-width signs or not, makes no difference.

| word               | figures, in any order              | without figures                      |
|--------------------|------------------------------------|--------------------------------------|
| CONV               | 32 5x5 s2 p1 g2 floor nobias       | 3x3, size kept, 32 filters, twice as |
|                    |                                    | many after every pool, up to 512     |
| POOL, AVGPOOL,     | 3x3 (or 3) s2 p1 floor ceil        | 2x2, stride as large as the kernel   |
| L2POOL             |                                    |                                      |
| GAP                |                                    | the mean of each map                 |
| FC                 | 128 nobias                         | 128 units; the last: one a class     |
| DROPOUT            | 0.5                                | 0.5                                  |
| LRN                | 5                                  | 5 neighbouring maps                  |
| BN, FLATTEN        |                                    |                                      |
| SOFTMAX, LINEAR, LOGISTIC, TANH, STANH, RAMP1, RAMP2, RELU, LRELU, ELU, SOFTSIGN                |

`s` is the stride, `p` the padding (without: half the kernel, so that the size is kept), `g` the
groups; `floor` and, for pools, `ceil` round a size that does not divide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.networks.cnn.figures import take_figure
from core.networks.cnn.layers import INPUT, POOLS, Layer
from core.networks.cnn.tokens import Token, repeat_needed, tokens_of
from core.networks.cnn.words import BY_TEXT, Word, word_of
from datasets.messages import InputError

MOST_LAYERS = 1000
DEEPEST = 20
FIRST_FILTERS, MOST_FILTERS = 32, 512
HIDDEN_UNITS = 128


@dataclass(frozen=True)
class _Item:
    """A layer as written, before defaults that hang on what comes before it are known."""

    word: Word
    figures: dict[str, object] = field(default_factory=dict)
    optional: bool = False


def layers_of(text: str) -> tuple[Layer, ...]:
    """Return the layers of a text, all defaults filled in.

    The last fully connected layer without a figure keeps `filters` 0: one unit for each class.

    Raises
    ------
    InputError
        With the position and what should stand there.
    """
    items = _Reader(tokens_of(text)).read()
    last = max((n for n, item in enumerate(items) if item.word.figures == "units"), default=-1)
    layers, pools = [], 0
    for number, item in enumerate(items):
        layers.append(_layer(item, pools, number == last))
        pools += item.word.kind in POOLS
    return chained(layers)


def chained(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Return `layers` one after the other, with names by kind and number: conv1, relu1, conv2.

    A fully connected layer with `filters` 0 that is not the last one any more gets units of its
    own.
    """
    found: list[Layer] = []
    last = max((n for n, la in enumerate(layers) if la.kind == "fully_connected"), default=-1)
    numbers: dict[str, int] = {}
    for place, layer in enumerate(layers):
        word = word_of(layer)
        if layer.kind == "fully_connected" and layer.filters == 0 and place != last:
            layer = replace(layer, filters=HIDDEN_UNITS)
        stem = word.stem if word else layer.kind
        numbers[stem] = numbers.get(stem, 0) + 1
        before = found[-1].name if found else INPUT
        found.append(replace(layer, name=f"{stem}{numbers[stem]}", inputs=(before,)))
    return tuple(found)


def _layer(item: _Item, pools: int, is_last: bool) -> Layer:
    """Return the layer of an item, its name and input still open."""
    word, figures = item.word, dict(item.figures)
    options: dict[str, object] = {"function": word.function, "optional": item.optional}
    if word.kind == "convolution":
        options["filters"] = min(FIRST_FILTERS << min(pools, 20), MOST_FILTERS)
        options["kernel"] = 3
    elif word.figures == "kernel":
        options["kernel"] = 5 if word.kind == "local_response_norm" else 2
    elif word.figures == "units":
        options["filters"] = 0 if is_last else HIDDEN_UNITS
    elif word.figures == "share":
        options["share"] = 0.5
    options.update(figures)
    layer = Layer("", word.kind, (), **options)  # type: ignore[arg-type]
    return replace(
        layer,
        padding=layer.padding if "padding" in figures else default_padding(layer),
        stride=layer.stride if "stride" in figures else default_stride(layer),
    )


def default_padding(layer: Layer) -> int:
    """Return the padding of a layer that names none: half the kernel of a convolution."""
    return (layer.kernel - 1) // 2 if layer.kind == "convolution" else 0


def default_stride(layer: Layer) -> int:
    """Return the stride of a layer that names none: the kernel of a pool."""
    return layer.kernel if layer.kind in POOLS else 1


class _Reader:
    """Reads tokens into items, by one function for each rule of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0

    def read(self) -> list[_Item]:
        items = self._sequence()
        if self._token.kind == "close":
            raise InputError(
                "Layers, position {position}: this bracket was never opened.",
                position=self._token.position,
            )
        return items

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _sequence(self) -> list[_Item]:
        items = self._repeated()
        while self._token.kind == "then":
            self._take()
            items += self._repeated()
            _check_count(len(items))
        if self._token.kind not in ("end", "close"):
            raise InputError(
                "Layers, position {position}: a - must stand before {found}.",
                position=self._token.position,
                found=self._token.text,
            )
        return items

    def _repeated(self) -> list[_Item]:
        items = self._group() if self._token.kind == "open" else [self._one()]
        while self._token.kind in ("times", "maybe"):
            if self._take().kind == "maybe":
                items = [replace(item, optional=True) for item in items]
            else:
                number = self._number()
                _check_count(len(items) * number)
                items = items * number
        return items

    def _number(self) -> int:
        token = self._take() if self._token.kind == "number" else self._token
        if token.kind != "number" or not token.text.isdigit() or not int(token.text) >= 1:
            raise repeat_needed(token.position)
        return int(token.text)

    def _group(self) -> list[_Item]:
        opened = self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            raise InputError(
                "Layers, position {position}: more than {deepest} brackets lie in each other; "
                "write fewer.",
                position=opened.position,
                deepest=DEEPEST,
            )
        items = self._sequence()
        self._depth -= 1
        closing = {"[": "]", "(": ")"}[opened.text]
        if self._token.text != closing:
            raise InputError(
                "Layers, position {position}: the bracket {opened} opened here is not closed by "
                "{closing}.",
                position=opened.position,
                opened=opened.text,
                closing=closing,
            )
        self._take()
        return items

    def _one(self) -> _Item:
        token = self._token
        if token.kind != "word":
            raise InputError(
                "Layers, position {position}: a layer such as CONV, POOL or FC must stand here.",
                position=token.position,
            )
        self._take()
        word = BY_TEXT[token.text.upper()]
        figures: dict[str, object] = {}
        while self._token.kind in ("number", "size", "figure", "flag"):
            take_figure(word, self._take(), figures)
        return _Item(word, figures)


def _check_count(layers: int) -> None:
    if layers > MOST_LAYERS:
        raise InputError(
            "That would be {layers} layers; up to {most} can be written.",
            layers=layers,
            most=MOST_LAYERS,
        )
