"""Ten lines of Python that use an exported model without this program."""

from __future__ import annotations

import json
from collections.abc import Sequence

_TABLE = """\
# Classify a CSV in UTF-8: python {script} samples.csv classified.csv
# Needs: pip install onnxruntime pandas. Values in the units of training: {units}.
# A cell "<5" is a detection limit; an empty cell, or another text, is a missing value.
import sys, onnxruntime, pandas as pd
session = onnxruntime.InferenceSession({model})
features = {features}
for part, table in enumerate(pd.read_csv(sys.argv[1], dtype=str, chunksize={rows})):
    text = table[features].fillna("").apply(lambda c: c.str.strip())
    below = text.apply(lambda c: c.str.startswith("<")).to_numpy(bool)
    values = text.apply(lambda c: pd.to_numeric(c.str.lstrip("<"), errors="coerce")).to_numpy(float)
    code, table["class"], shares, _ = session.run(None, {{"values": values, "below_limit": below}})
    table["probability"] = shares[range(len(code)), code]
    table.to_csv(sys.argv[2], mode="a" if part else "w", header=not part, index=False)
"""

_IMAGES = """\
# Classify image files: python {script} one.png two.png
# Needs: pip install onnxruntime pillow. Images as the network learned them: ink as there.
import sys, numpy as np, onnxruntime
from PIL import Image
session = onnxruntime.InferenceSession({model})
files = [Image.open(name).convert({mode}).resize(({width}, {height})) for name in sys.argv[1:]]
pixels = np.stack([np.array(each).reshape({height}, {width}, {channels}) for each in files])
given = {{"images": np.ascontiguousarray(pixels.transpose(0, 3, 1, 2))}}
codes, names, shares, _ = session.run(None, given)
for file, name, code, share in zip(sys.argv[1:], names, codes, shares):
    print(file, name, f"{{share[code]:.3f}}", sep="\\t")
"""


def table_snippet(
    model: str, script: str, features: Sequence[str], units: Sequence[str], rows: int
) -> str:
    """Return a script that classifies a CSV with the ONNX model of a table.

    Parameters
    ----------
    model, script
        Names of the two files, which lie in one folder.
    units
        Of the features, "" where unknown; () for all unknown.
    rows
        How many samples are classified at once.
    """
    stated = [f"{name} {unit}" for name, unit in zip(features, units, strict=False) if unit]
    return _TABLE.format(
        script=script,
        model=_quoted(model),
        features=json.dumps(list(features), ensure_ascii=False),
        units=", ".join(stated).replace("\n", " ") or "not stated",
        rows=rows,
    )


def image_snippet(model: str, script: str, shape: tuple[int, int, int]) -> str:
    """Return a script that classifies image files with the ONNX model of images (C, H, W)."""
    channels, height, width = shape
    return _IMAGES.format(
        script=script,
        model=_quoted(model),
        mode=_quoted("L" if channels == 1 else "RGB"),
        channels=channels,
        height=height,
        width=width,
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
