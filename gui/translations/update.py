"""Bring the translations up to date: ``python -m gui.translations.update`` (make translations).

It rewrites ``zh_CN.ts`` with every text of the source, keeps what is translated, drops what has
vanished, and compiles ``zh_CN.qm``. A text that is new gets an empty ``<translation>``: write the
Chinese into it and run this again. With ``--check`` nothing is written; the exit status is 1 when
a file is out of date, a text has no translation or a text cannot be translated.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import PySide6

from gui.translations.collecting import Found, collect, placeholders
from gui.translations.ts_file import Translations, read_ts, ts_text

LANGUAGE = "zh_CN"
FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m gui.translations.update")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if anything is due")
    check = parser.parse_args(words).check
    found = collect(ROOT)
    ts_path, qm_path = FOLDER / f"{LANGUAGE}.ts", FOLDER / f"{LANGUAGE}.qm"
    before = read_ts(ts_path)
    after = merged(found.texts, before)
    text = ts_text(after, LANGUAGE)
    compiled = compile_qm(text)
    stale = [
        path.name
        for path, wanted in ((ts_path, text.encode()), (qm_path, compiled))
        if _content(path) != wanted
    ]
    if not check:
        ts_path.write_text(text, encoding="utf-8", newline="\n")
        qm_path.write_bytes(compiled)
    problems = _report(found, before, after, stale if check else [])
    return 1 if found.faults or (check and problems) else 0


def merged(texts: Iterable[tuple[str, str]], before: Translations) -> Translations:
    """Return a translation for each text, "" where there is none.

    A text that is known under another context keeps its translation: classes are renamed and
    sentences move between them.
    """
    elsewhere: dict[str, set[str]] = {}
    for (_, text), translation in before.items():
        if translation:
            elsewhere.setdefault(text, set()).add(translation)
    after: Translations = {}
    for key in texts:
        known = elsewhere.get(key[1], set())
        after[key] = before.get(key) or (next(iter(known)) if len(known) == 1 else "")
    return after


def compile_qm(text: str) -> bytes:
    """Return what Qt's lrelease makes of the text of a .ts file; it leaves empty ones out."""
    program = Path(PySide6.__file__).parent / "lrelease"
    if sys.platform == "win32":
        program = program.with_suffix(".exe")
    with TemporaryDirectory() as folder:
        ts, qm = Path(folder) / "texts.ts", Path(folder) / "texts.qm"
        ts.write_text(text, encoding="utf-8", newline="\n")
        subprocess.run([program, "-silent", ts, "-qm", qm], check=True)
        return qm.read_bytes()


def untranslated(translations: Translations) -> list[tuple[str, str]]:
    """Return the texts without a translation."""
    return sorted(key for key, translation in translations.items() if not translation)


def mistaken(translations: Translations) -> list[tuple[str, str]]:
    """Return the texts whose translation has other placeholders."""
    return sorted(
        key
        for key, translation in translations.items()
        if translation and _names(key[1]) != _names(translation)
    )


def _names(text: str) -> list[str] | None:
    try:
        return placeholders(text)
    except ValueError:
        return None


def _content(path: Path) -> bytes:
    # A checkout on Windows may have given the text file other line ends.
    content = path.read_bytes() if path.exists() else b""
    return content.replace(b"\r\n", b"\n") if path.suffix == ".ts" else content


def _report(found: Found, before: Translations, after: Translations, stale: list[str]) -> int:
    """Print what is due and return how much of it there is."""
    for fault in found.faults:
        print(fault)
    missing, wrong = untranslated(after), mistaken(after)
    for context, text in missing:
        print(f"untranslated  {context}: {text}")
    for context, text in wrong:
        print(f"placeholders differ  {context}: {text}")
    for name in stale:
        print(f"out of date  {name}")
    new, gone = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    print(f"{len(after)} texts, {new} new, {gone} gone, {len(missing)} untranslated.")
    return len(found.faults) + len(missing) + len(wrong) + len(stale)


if __name__ == "__main__":
    sys.exit(main())
