"""Write requirements/: every package with its exact version, for each Python with a lock.

    python scripts/lock.py 3.11=python3.11 3.12=python3.12

torch itself is not fetched and the CUDA packages it brings on Linux are left to it: they differ
between builds and weigh gigabytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What every build of torch asks for, by its metadata; torch is not resolved itself.
TORCH_NEEDS = ["filelock", "fsspec", "jinja2", "networkx", "setuptools>=77", "sympy"]
# Asks for torch, so it is not resolved either; by its metadata.
CAPTUM_NEEDS = ["matplotlib", "numpy", "packaging", "tqdm"]
PINNED = ("torch==", "captum==")
HEADER = "# Written by `make lock` from pyproject.toml, for Python {versions}.\n"


def main() -> None:
    """Write the lock of each version named with its interpreter."""
    for word in sys.argv[1:]:
        version, _, python = word.partition("=")
        wanted = wanted_packages()
        pinned = [name for name in wanted if name.startswith(PINNED)]
        found = resolve(python, [*wanted, *TORCH_NEEDS, *CAPTUM_NEEDS])
        pins = sorted([*found, *pinned], key=str.lower)
        lock = ROOT / "requirements" / f"python{version.replace('.', '')}.txt"
        header = HEADER.format(versions="3.12 and later" if version == "3.12" else version)
        lock.write_text(header + "".join(f"{pin}\n" for pin in pins), encoding="utf-8")
        print(f"{lock.relative_to(ROOT)}: {len(pins)} packages")


def wanted_packages() -> list[str]:
    """Return what pyproject.toml asks for, to run and to develop."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def resolve(python: str, wanted: list[str]) -> list[str]:
    """Ask pip of a fresh environment which versions it would install."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        report = Path(folder) / "report.json"
        names = [name for name in wanted if not name.startswith(PINNED)]
        pip = [f"{folder}/bin/python", "-m", "pip", "install", "--quiet", "--quiet"]
        dry = ["--dry-run", "--ignore-installed", "--only-binary=:all:", "--report", str(report)]
        subprocess.run([*pip, *dry, *names], check=True)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [f"{item['metadata']['name']}=={item['metadata']['version']}" for item in found]


if __name__ == "__main__":
    main()
