"""Sums over units and samples, four by four, with the samples innermost.

Values lie as rows of samples: one row for each unit. Slices are taken before the inner loops,
because an index that might be negative keeps a compiler from doing several samples at once.
"""

from __future__ import annotations

from typing import Any

import numba
from numpy.typing import NDArray

Array = NDArray[Any]
FAST = {"contract", "reassoc", "nsz"}


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def add_products(
    out: Array,
    first_out: int,
    outs: int,
    w: Array,
    start: int,
    step_in: int,
    step_out: int,
    values: Array,
    first_in: int,
    ins: int,
    at: int,
    n: int,
) -> None:
    """Add Σ_i w_ij·x_i to the first `n` places of each output row j.

    w_ij = w[start + i·step_in + j·step_out], so the same loops go through a layer both ways.
    x_i = values[first_in + i, at : at + n].
    """
    j = 0
    while j + 4 <= outs:
        y0, y1 = out[first_out + j], out[first_out + j + 1]
        y2, y3 = out[first_out + j + 2], out[first_out + j + 3]
        i = 0
        while i + 4 <= ins:
            k = start + i * step_in + j * step_out
            a0, a1, a2, a3 = w[k], w[k + step_out], w[k + 2 * step_out], w[k + 3 * step_out]
            k += step_in
            b0, b1, b2, b3 = w[k], w[k + step_out], w[k + 2 * step_out], w[k + 3 * step_out]
            k += step_in
            c0, c1, c2, c3 = w[k], w[k + step_out], w[k + 2 * step_out], w[k + 3 * step_out]
            k += step_in
            d0, d1, d2, d3 = w[k], w[k + step_out], w[k + 2 * step_out], w[k + 3 * step_out]
            r = first_in + i
            xa, xb = values[r, at : at + n], values[r + 1, at : at + n]
            xc, xd = values[r + 2, at : at + n], values[r + 3, at : at + n]
            for p in range(n):
                va, vb, vc, vd = xa[p], xb[p], xc[p], xd[p]
                y0[p] += a0 * va + b0 * vb + c0 * vc + d0 * vd
                y1[p] += a1 * va + b1 * vb + c1 * vc + d1 * vd
                y2[p] += a2 * va + b2 * vb + c2 * vc + d2 * vd
                y3[p] += a3 * va + b3 * vb + c3 * vc + d3 * vd
            i += 4
        while i < ins:
            k = start + i * step_in + j * step_out
            a0, a1, a2, a3 = w[k], w[k + step_out], w[k + 2 * step_out], w[k + 3 * step_out]
            xa = values[first_in + i, at : at + n]
            for p in range(n):
                va = xa[p]
                y0[p] += a0 * va
                y1[p] += a1 * va
                y2[p] += a2 * va
                y3[p] += a3 * va
            i += 1
        j += 4
    while j < outs:
        y0 = out[first_out + j]
        i = 0
        while i + 4 <= ins:
            k = start + i * step_in + j * step_out
            a0, b0, c0, d0 = w[k], w[k + step_in], w[k + 2 * step_in], w[k + 3 * step_in]
            r = first_in + i
            xa, xb = values[r, at : at + n], values[r + 1, at : at + n]
            xc, xd = values[r + 2, at : at + n], values[r + 3, at : at + n]
            for p in range(n):
                y0[p] += a0 * xa[p] + b0 * xb[p] + c0 * xc[p] + d0 * xd[p]
            i += 4
        while i < ins:
            a0 = w[start + i * step_in + j * step_out]
            xa = values[first_in + i, at : at + n]
            for p in range(n):
                y0[p] += a0 * xa[p]
            i += 1
        j += 1


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def add_outer(
    g: Array,
    start: int,
    values: Array,
    first_in: int,
    ins: int,
    at: int,
    deltas: Array,
    first_out: int,
    outs: int,
    n: int,
) -> None:
    """Add Σ_p x_ip·δ_jp over `n` samples to g[start + i·outs + j] for every i and j."""
    i = 0
    while i + 4 <= ins:
        r = first_in + i
        xa, xb = values[r, at : at + n], values[r + 1, at : at + n]
        xc, xd = values[r + 2, at : at + n], values[r + 3, at : at + n]
        j = 0
        while j + 4 <= outs:
            r = first_out + j
            q0, q1, q2, q3 = deltas[r], deltas[r + 1], deltas[r + 2], deltas[r + 3]
            a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = 0.0
            c0 = c1 = c2 = c3 = d0 = d1 = d2 = d3 = 0.0
            for p in range(n):
                va, vb, vc, vd = xa[p], xb[p], xc[p], xd[p]
                e0, e1, e2, e3 = q0[p], q1[p], q2[p], q3[p]
                a0 += va * e0
                a1 += va * e1
                a2 += va * e2
                a3 += va * e3
                b0 += vb * e0
                b1 += vb * e1
                b2 += vb * e2
                b3 += vb * e3
                c0 += vc * e0
                c1 += vc * e1
                c2 += vc * e2
                c3 += vc * e3
                d0 += vd * e0
                d1 += vd * e1
                d2 += vd * e2
                d3 += vd * e3
            k = start + i * outs + j
            g[k] += a0
            g[k + 1] += a1
            g[k + 2] += a2
            g[k + 3] += a3
            k += outs
            g[k] += b0
            g[k + 1] += b1
            g[k + 2] += b2
            g[k + 3] += b3
            k += outs
            g[k] += c0
            g[k + 1] += c1
            g[k + 2] += c2
            g[k + 3] += c3
            k += outs
            g[k] += d0
            g[k + 1] += d1
            g[k + 2] += d2
            g[k + 3] += d3
            j += 4
        while j < outs:
            q0 = deltas[first_out + j]
            a0 = b0 = c0 = d0 = 0.0
            for p in range(n):
                e0 = q0[p]
                a0 += xa[p] * e0
                b0 += xb[p] * e0
                c0 += xc[p] * e0
                d0 += xd[p] * e0
            k = start + i * outs + j
            g[k] += a0
            g[k + outs] += b0
            g[k + 2 * outs] += c0
            g[k + 3 * outs] += d0
            j += 1
        i += 4
    while i < ins:
        xa = values[first_in + i, at : at + n]
        for j in range(outs):
            q0 = deltas[first_out + j]
            a0 = 0.0
            for p in range(n):
                a0 += xa[p] * q0[p]
            g[start + i * outs + j] += a0
        i += 1
