"""The singular where a sentence tells of one thing: “1 row”, not “1 rows”."""

from __future__ import annotations

import re
from collections.abc import Mapping

# what is counted, with a word before it that tells which ones
_COUNTED = re.compile(
    r"\{(?P<field>\w+)\} (?P<which>(?:background|held-out|labelled|missing|training) )?"
    r"(?P<noun>blocks|cells|classes|columns|decisions|deposits|drawings|elements|epochs|errors"
    r"|features|filters|folds|groups|images|inputs|layers|members|networks|outputs|parameters"
    r"|places|rows|runs|samples|settings|trials|tries|units|values|weights)"
    r"(?P<verb> (?:are|come|have|hold|label|lack|lie|share|were))?\b"
)
_SINGULAR = {"classes": "class", "tries": "try"}
_VERBS = {
    " are": " is",
    " come": " comes",
    " have": " has",
    " hold": " holds",
    " label": " labels",
    " lack": " lacks",
    " lie": " lies",
    " share": " shares",
    " were": " was",
}


def in_number(template: str, values: Mapping[str, str | int | float]) -> str:
    """Return an English template with nouns, and verbs after them, in the number of its values.

    Only the words of the template change, never what a value says. A template of a language without
    plurals comes back as it is.
    """

    def fit(found: re.Match[str]) -> str:
        if str(values.get(found["field"])) != "1" or _is_part(template, found.start()):
            return found[0]
        noun = _SINGULAR.get(found["noun"], found["noun"].removesuffix("s"))
        verb = _VERBS[found["verb"]] if found["verb"] else ""
        return f"{{{found['field']}}} {found['which'] or ''}{noun}{verb}"

    return _COUNTED.sub(fit, template)


def _is_part(template: str, start: int) -> bool:
    """Whether the number is a factor of what is counted: 5 × 1 cells."""
    return template[:start].endswith("} × ")
