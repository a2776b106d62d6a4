"""What trained a network, or wrote a file of it."""

from __future__ import annotations

import platform
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("numpy", "scipy", "numba", "torch", "onnx", "onnxruntime")


@cache
def versions() -> dict[str, str]:
    """Return the versions of the program, of Python and of what computes, by name."""
    found = {"Anomalyst": _own(), "Python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            # who only writes a bundle needs no runtime
            continue
    return found


def _own() -> str:
    """The program runs from its checkout, whose pyproject.toml says which version it is."""
    path = Path(__file__).resolve().parents[1] / "pyproject.toml"
    try:
        return str(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, KeyError, ValueError):
        return ""
