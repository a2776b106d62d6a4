"""Finding every translatable string in the source.

The window writes ``self.tr("…")`` (its context is the name of the class),
``QCoreApplication.translate("Context", "…")`` or a helper of its module that fixes the context;
core and datasets write `message`, `Message`, `InputError` and `setting`, whose texts the window
looks up under the context "core". Qt's own lupdate knows none of the latter.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

CORE = "core"
# The texts of these calls stand in the first argument; "setting" is told apart below.
_SENTENCES = ("message", "Message", "InputError")
# A message that is made again from an existing one has no literal, and needs none.
_REBUILDING = "Message"
_DEFINITIONS = "datasets/messages.py"


@dataclass
class Found:
    """What a look through the source brought.

    Attributes
    ----------
    texts
        Context and English text, in the order of the source, each once.
    faults
        Places, as ``file:line: sentence``, where a text is given that nobody can translate.
    """

    texts: dict[tuple[str, str], None] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def collect(root: Path) -> Found:
    """Look through gui, core and datasets below `root`."""
    found = Found()
    for folder, visitor in (("gui", _WindowTexts), ("core", _CoreTexts), ("datasets", _CoreTexts)):
        for path in sorted((root / folder).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            visitor(found, path.relative_to(root).as_posix()).look(ast.parse(source))
    return found


def collect_source(source: str, *, in_window: bool) -> Found:
    """Look through one source text, as `collect` does with each file."""
    found = Found()
    visitor = _WindowTexts if in_window else _CoreTexts
    visitor(found, "source").look(ast.parse(source))
    return found


def placeholders(text: str) -> list[str]:
    """Return the names in the braces of a text, sorted.

    Raises
    ------
    ValueError
        When the braces do not match.
    """
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


class _Texts(ast.NodeVisitor):
    """What both kinds of source have in common."""

    def __init__(self, found: Found, place: str) -> None:
        self._found = found
        self._place = place

    def look(self, tree: ast.Module) -> None:
        self.visit(tree)

    def _take(self, context: str, node: ast.expr | None) -> None:
        """Keep a literal; anything else is a fault."""
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            line = node.lineno if node is not None else 0
            self._found.faults.append(
                f"{self._place}:{line}: a text to translate must be a plain literal"
            )
        elif _has_words(node.value):
            self._found.texts.setdefault((context, node.value))

    def _take_sentence(self, name: str, node: ast.Call) -> None:
        text = _argument(node, 0)
        variable = isinstance(text, ast.Attribute | ast.Name)
        if text is None or (variable and (name == _REBUILDING or self._place == _DEFINITIONS)):
            return
        self._take(CORE, text)


class _CoreTexts(_Texts):
    """Sentences and declared fields of core and datasets."""

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name in _SENTENCES:
            self._take_sentence(name, node)
        elif name == "setting":
            for text in node.args:
                self._take(CORE, text)
            for keyword in node.keywords:
                self._take_keyword(keyword)
        self.generic_visit(node)

    def _take_keyword(self, keyword: ast.keyword) -> None:
        if keyword.arg in ("label", "help", "unit", "group"):
            self._take(CORE, keyword.value)
        elif keyword.arg == "choices" and isinstance(keyword.value, ast.Dict):
            for shown in keyword.value.values:
                self._take(CORE, shown)
        elif keyword.arg == "choices":
            self._take(CORE, keyword.value)


class _WindowTexts(_Texts):
    """Texts of the window: each is looked up under its class or under a context that is named."""

    def __init__(self, found: Found, place: str) -> None:
        super().__init__(found, place)
        self._classes: list[str] = []
        self._functions: list[str] = []
        self._helpers: dict[str, str] = {}

    def look(self, tree: ast.Module) -> None:
        self._helpers = dict(_context_helpers(tree))
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._within(self._classes, node.name, lambda: self.generic_visit(node))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._within(self._functions, node.name, lambda: self.generic_visit(node))

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name == "tr" and isinstance(node.func, ast.Attribute):
            self._take_tr(node, node.func)
        elif name in self._helpers and isinstance(node.func, ast.Name):
            self._take(self._helpers[name], _argument(node, 0))
        elif name == "translate" and self._means_qt(node):
            self._take_translate(node)
        elif name in _SENTENCES:
            self._take_sentence(name, node)
        elif name == "core_text" and isinstance(_argument(node, 0), ast.Constant | ast.JoinedStr):
            self._take(CORE, node.args[0])
        self.generic_visit(node)

    def _take_tr(self, node: ast.Call, function: ast.Attribute) -> None:
        ours = isinstance(function.value, ast.Name) and function.value.id == "self"
        if ours and self._classes:
            self._take(self._classes[-1], _argument(node, 0))
        else:
            # The context would be the class of another object, which only running it can tell.
            self._found.faults.append(f"{self._place}:{node.lineno}: tr() of something but self")

    def _take_translate(self, node: ast.Call) -> None:
        inside_helper = bool(self._functions) and (
            self._functions[-1] in self._helpers
            or self._functions[-1] == "tr"
            or self._place == "gui/translating.py"
        )
        if inside_helper:
            return
        context = _argument(node, 0)
        if isinstance(context, ast.Constant) and isinstance(context.value, str):
            self._take(context.value, _argument(node, 1))
        else:
            self._take("", context)

    def _means_qt(self, node: ast.Call) -> bool:
        """A painter translates too, but by numbers."""
        if isinstance(node.func, ast.Name):
            return True
        value = node.func.value if isinstance(node.func, ast.Attribute) else None
        return isinstance(value, ast.Name) and value.id in ("QCoreApplication", "QApplication")

    def _within(self, stack: list[str], name: str, look: Callable[[], None]) -> None:
        stack.append(name)
        look()
        stack.pop()


def _context_helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the functions of one line that only fix the context, and that context."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or not isinstance(node.body[-1], ast.Return):
            continue
        call = node.body[-1].value
        if not isinstance(call, ast.Call) or _called(call) != "translate" or len(call.args) < 2:
            continue
        context, text = call.args[:2]
        names = [argument.arg for argument in node.args.args]
        if isinstance(context, ast.Constant) and isinstance(text, ast.Name) and text.id in names:
            yield node.name, str(context.value)


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _argument(node: ast.Call, number: int) -> ast.expr | None:
    return node.args[number] if len(node.args) > number else None


def _has_words(text: str) -> bool:
    """Whether anything is left to translate between the placeholders."""
    try:
        return any(literal.strip() for literal, _, _, _ in Formatter().parse(text))
    except ValueError:
        return True
