"""Reading and writing Qt's file of translations, so that Linguist can edit it too."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

# Context and English text -> translation, "" where there is none yet.
Translations = dict[tuple[str, str], str]


def read_ts(path: Path) -> Translations:
    """Return the translations of a file; a file that does not exist has none."""
    if not path.exists():
        return {}
    translations: Translations = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            text = message.findtext("translation", "").strip()
            translations[name, message.findtext("source", "")] = text
    return translations


def ts_text(translations: Mapping[tuple[str, str], str], language: str) -> str:
    """Return the file, sorted by context and text.

    It names no places in the source: they would change with every edit of the program.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context, keys in groupby(sorted(translations), key=lambda key: key[0]):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key in keys:
            lines += _message(key[1], translations[key])
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(source: str, translation: str) -> list[str]:
    mark = "" if translation else ' type="unfinished"'
    return [
        "    <message>",
        f"        <source>{escape(source)}</source>",
        f"        <translation{mark}>{escape(translation)}</translation>",
        "    </message>",
    ]
