"""Fixed codes of the classes: the prototypes of LeNet-5's output layer."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

# Pictures of the ten digits, 7 across and 12 down, that LeCun et al. 1998 (section II.B, figure 3)
# take from a font of ASCII characters: similar digits have similar codes. The figure is printed
# small; these are the pixels that one public implementation read from it. The authors' own file is
# not public, so single pixels may differ.
_DIGITS = (
    ".#####. ...##.. .#####. ####### .#####. .#####. ..####. ####### .#####. .#####.",
    "....... ..###.. ....... .....## ....... ....... .##.... .....## ##...## ##..###",
    "..###.. .####.. .#####. ....##. ....... ####### ##..... .....## ##...## ##...##",
    ".##.##. ...##.. ##...## ...##.. .##..## ##..... ##..... ....##. ##...## ##...##",
    "##...## ...##.. #....## ..####. .##..## ##..... ######. ...##.. .#####. ##..###",
    "##...## ...##.. ....##. .....## ###..## .####.. ###..## ...##.. ##...## .######",
    "##...## ...##.. ..###.. .....## ##...## ..####. ##...## ..##... ##...## .....##",
    "##...## ...##.. .##.... .....## ##...## .....## ##...## ..##... ##...## .....##",
    ".##.##. ...##.. ##..... ##...## ##..### ##...## ###..## ..##... ##...## ....##.",
    "..###.. .###### ####### .#####. .###### .#####. .#####. ..##... .#####. .####..",
    "....... ....... ....... ....... .....## ....... ....... ....... ....... .......",
    "....... ....... ....... ....... .....## ....... ....... ....... ....... .......",
)
BITS = 84


def codes_of(classes: int, bits: int) -> Tensor:
    """Return a code of −1 and 1 for each class, float32, shape (classes, bits).

    The pictures of the digits for ten classes and 84 bits. Otherwise −1 and 1 at random, always
    the same, which LeCun et al. name as another way.
    """
    if (classes, bits) == (10, BITS):
        pictures = ["".join(rows) for rows in zip(*(line.split() for line in _DIGITS), strict=True)]
        return torch.tensor([[1.0 if s == "#" else -1.0 for s in picture] for picture in pictures])
    rng = np.random.default_rng([classes, bits])
    return torch.from_numpy(rng.choice(np.array([-1.0, 1.0], np.float32), (classes, bits)))
