"""SVG of matplotlib made fit to stand among others in one page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

SVG, LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_NAMED = re.compile(r"url\(#([^)]+)\)")


def standing_alone(text: str) -> str:
    """Return the ``svg`` element of a drawing without prologue, comments and metadata."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", LINK)
    # a parser drops comments, in which matplotlib repeats what is written
    root = ElementTree.fromstring(text)
    for described in root.findall(f"{{{SVG}}}metadata"):
        root.remove(described)
    return ElementTree.tostring(root, encoding="unicode")


def with_own_names(text: str, prefix: str) -> str:
    """Return a drawing whose names begin with `prefix`, so that those of others are not meant."""
    root = ElementTree.fromstring(text)
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, prefix + value)
            elif key == f"{{{LINK}}}href" and value.startswith("#"):
                element.set(key, f"#{prefix}{value[1:]}")
            elif "url(#" in value:
                element.set(key, _NAMED.sub(rf"url(#{prefix}\1)", value))
    return ElementTree.tostring(root, encoding="unicode")
