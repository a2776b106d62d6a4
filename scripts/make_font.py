"""Cut the bundled Chinese font out of Debian's fonts-noto-cjk, whose package path is given.

apt-get download fonts-noto-cjk
.venv/bin/python scripts/make_font.py fonts-noto-cjk_*.deb
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import main as subset

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
SIMPLIFIED_CHINESE_FACE = 2
# Neither GB 2312 nor Big5 has the newer elements' names and some frequent personal names.
ELEMENTS = "𬬻𬭊𬭳𬭛𬭶鿏𫟼𬬭鿔鿭𫓧镆𫟷鿬鿫"
NAMES = "镕喆堃垚犇祎芃珅琞颋頔燚翀翯彧"
OTHER_RANGES = [
    (0x0020, 0x007F),  # Latin
    (0x00A0, 0x0250),
    (0x0300, 0x0460),  # combining marks, Greek, Cyrillic
    (0x1E00, 0x1F00),
    (0x2000, 0x2400),  # punctuation, sub- and superscripts, arrows, mathematics
    (0x2460, 0x2500),
    (0x25A0, 0x2620),
    (0x2700, 0x2720),
    (0x3000, 0x3040),
    (0xFF00, 0xFFF0),
]


def main() -> None:
    """Write the font beside its licence."""
    target = ROOT / "core" / "fonts" / "NotoSansCJKsc-Anomalyst.otf"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg", "-x", sys.argv[1], folder], check=True)
        code_points = Path(folder) / "code-points.txt"
        code_points.write_text("\n".join(f"{point:04X}" for point in sorted(wanted())))
        subset(
            [
                str(Path(folder) / COLLECTION),
                f"--font-number={SIMPLIFIED_CHINESE_FACE}",
                f"--unicodes-file={code_points}",
                "--layout-features=kern,mark,mkmk,ccmp,locl,calt,liga",
                f"--output-file={target}",
            ]
        )


def wanted() -> set[int]:
    """Return all of GB 2312, the frequent half of Big5 and what is not Chinese."""
    points = set(_two_byte_characters("gb2312", range(0xA1, 0xF8)))
    points.update(_two_byte_characters("big5", range(0xA4, 0xC7)))
    points.update(map(ord, ELEMENTS + NAMES))
    for first, end in OTHER_RANGES:
        points.update(range(first, end))
    return points


def _two_byte_characters(encoding: str, leads: range) -> Iterator[int]:
    for lead in leads:
        for trail in range(0x40, 0xFF):
            text = bytes([lead, trail]).decode(encoding, errors="ignore")
            if len(text) == 1 and ord(text) > 0x7F:
                yield ord(text)


if __name__ == "__main__":
    main()
