"""The fused kernel: compiled loops that train small and medium networks on the processor.

Compiled code is kept in a folder named by the sources it was made from. Numba by itself looks at
the file of the outermost function alone and would go on using old code after a change elsewhere.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numba
from numba.core import config

from core.places import cache_folder

HERE = Path(__file__).parent


def _fingerprint() -> str:
    found = hashlib.sha256(numba.__version__.encode())
    for path in sorted(HERE.glob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _cache_folder() -> Path:
    """Return a folder beside the sources, or the user's where that cannot be written."""
    beside = HERE / "__pycache__"
    root = beside if os.access(beside if beside.exists() else HERE, os.W_OK) else cache_folder()
    return root / f"kernels-{_fingerprint()}"


config.CACHE_DIR = str(_cache_folder())  # type: ignore[attr-defined]
