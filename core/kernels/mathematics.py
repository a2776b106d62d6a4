"""Exponentials and logarithms that a compiler can carry out for several samples at once."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

# ln 2 in two parts whose sum has more digits than one float64, and 1/ln 2
LN2_HIGH, LN2_LOW = 6.93147180369123816490e-01, 1.90821492927058770002e-10
LOG2_E = 1.4426950408889634
# adding 1.5·2^52 leaves the nearest whole number in the last bits
ROUNDER = 6755399441055744.0
# e^x overflows beyond this
OVERFLOW = 709.782712893384
# what the arithmetic below can take
LOWEST, HIGHEST = -708.0, 709.0


@intrinsic
def _bits_of(context: Any, x: Any) -> Any:
    """Return the bits of a float64 as an int64."""

    def make(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.IntType(64))

    return types.int64(types.float64), make


@intrinsic
def _float_of(context: Any, x: Any) -> Any:
    """Return the float64 that has the bits of an int64."""

    def make(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], ir.DoubleType())

    return types.float64(types.int64), make


@numba.njit(inline="always", error_model="numpy", fastmath={"contract"})
def expm1(x: float) -> float:
    """Return e^x − 1 to about one unit in the last place; no branch, so that loops vectorise.

    With x = n·ln 2 + r, |r| ≤ ½ ln 2: e^x − 1 = 2^n·(e^r − 1) + (2^n − 1), where e^r − 1 is its
    Taylor polynomial of degree 13.
    """
    # written so that a NaN stays one
    x = LOWEST if x < LOWEST else x
    x = HIGHEST if x > HIGHEST else x
    shifted = x * LOG2_E + ROUNDER
    whole = shifted - ROUNDER
    r = (x - whole * LN2_HIGH) - whole * LN2_LOW
    p = 1.6059043836821613e-10
    p = p * r + 2.08767569878681e-09
    p = p * r + 2.505210838544172e-08
    p = p * r + 2.755731922398589e-07
    p = p * r + 2.7557319223985893e-06
    p = p * r + 2.48015873015873e-05
    p = p * r + 0.0001984126984126984
    p = p * r + 0.001388888888888889
    p = p * r + 0.008333333333333333
    p = p * r + 0.041666666666666664
    p = p * r + 0.16666666666666666
    p = p * r + 0.5
    p = (p * r) * r + r
    power: float = _float_of((_bits_of(shifted) + 1023) << 52)  # type: ignore[call-arg]
    return power * p + (power - 1.0)


# 1/ln 10 and log10 2, each in two parts
LOG10_E_HIGH, LOG10_E_LOW = 4.34294481878168880939e-01, 2.50829467116452752298e-11
LOG10_2_HIGH, LOG10_2_LOW = 3.01029995663611771306e-01, 3.69423907715893078616e-13
SMALLEST_NORMAL, TWO_54 = 2.2250738585072014e-308, 18014398509481984.0
# the bits of 1 and of √½: a mantissa between √½ and √2 keeps the logarithm near 0
ONE, ROOT_HALF = 0x3FF0000000000000, 0x3FE6A09E00000000


@numba.njit(inline="always", error_model="numpy", fastmath={"contract"})
def log10(x: float) -> float:
    """Return log10 x for a finite x > 0, to about one unit in the last place; no branch.

    x = 2^k·(1 + f); with s = f/(2 + f), ln(1 + f) = f − ½f² + s·(½f² + R(s²)), where R is the
    minimax polynomial of Sun's fdlibm (1993, e_log.c), and the last digits are carried in a second
    number.
    """
    tiny = x < SMALLEST_NORMAL
    bits = _bits_of(x * TWO_54 if tiny else x) + (ONE - ROOT_HALF)  # type: ignore[call-arg]
    k = _float_of((bits >> 52) + 0x4338000000000000) - ROUNDER
    k -= 1077.0 if tiny else 1023.0
    f = _float_of((bits & 0x000FFFFFFFFFFFFF) + ROOT_HALF) - 1.0
    half = 0.5 * f * f
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    even = w * (
        3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01)
    )
    odd = 2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)
    odd = z * (6.666666666666735130e-01 + w * odd)
    high = _float_of(_bits_of(f - half) & -0x100000000)
    low = (f - high) - half + s * (half + (even + odd))
    whole = k * LOG10_2_HIGH
    high_part = high * LOG10_E_HIGH
    total = whole + high_part
    rest = k * LOG10_2_LOW + (low + high) * LOG10_E_LOW + low * LOG10_E_HIGH
    rest += (whole - total) + high_part
    return rest + total


@numba.njit(inline="always")
def mixed(key: np.uint64) -> np.uint64:
    """Return 64 bits that depend on every bit of `key` (the finaliser of SplitMix64)."""
    key = (key ^ (key >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    key = (key ^ (key >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return key ^ (key >> np.uint64(31))


@numba.njit(inline="always")
def stream(seed: int, member: int, epoch: int) -> np.uint64:
    """Return the key of the random numbers of one member in one epoch."""
    key = mixed(np.uint64(seed) + np.uint64(0x9E3779B97F4A7C15))
    key = mixed(key ^ (np.uint64(member) + np.uint64(0x9E3779B97F4A7C15)))
    return mixed(key ^ (np.uint64(epoch) + np.uint64(0x9E3779B97F4A7C15)))


@numba.njit(inline="always")
def uniform(key: np.uint64, number: int) -> float:
    """Return the `number`-th random number of a stream, in [0, 1)."""
    bits = mixed(key + np.uint64(number) * np.uint64(0x9E3779B97F4A7C15))
    return np.float64(bits >> np.uint64(11)) * (1.0 / 9007199254740992.0)
