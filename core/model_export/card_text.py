"""A model card in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from core.model_export.card_words import SETTINGS, SHOWN, VALUES, WORDS

Card = Mapping[str, Any]


def card_text(card: Card, language: str = "en") -> str:
    """Write a card of `core.model_export.card.model_card`.

    Parameters
    ----------
    language
        One of `core.model_export.card_words.WORDS`.
    """
    words = WORDS[language]
    sections = [
        _head(card, words),
        _section(words["data"], _data(card, words)),
        _section(words["classes"], _classes(card, words)),
        *(_section(words[name], _settings(card, name, language)) for name in SHOWN),
        _section(words["verdict"], _verdict(card, language)),
        _section(words["limits"], _limits(card, words)),
        _section(words["versions"], _versions(card, words)),
    ]
    return "\n\n".join(sections) + "\n"


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"## {title}", "", *lines])


def _head(card: Card, words: Mapping[str, str]) -> str:
    title = words["title"].format(name=_safe(card["name"]))
    return f"# {title}\n\n{card_about(card, words)}\n\n{words['licence']}"


def card_about(card: Card, words: Mapping[str, str]) -> str:
    """Return in a sentence what the model is."""
    return words["what"].format(
        kind=words.get(card["kind"], card["kind"]),
        classes=len(card["classes"]),
        sample=words["image" if "shape" in card["data"] else "sample"],
        date=card["date"][:10],
    )


def _data(card: Card, words: Mapping[str, str]) -> list[str]:
    data = card["data"]
    lines = [words["source"].format(source=_safe(data["source"]), rows=f"{data['rows']:,}")]
    if data.get("synthetic"):
        lines.append(words["synthetic"])
    fingerprint = "fingerprint" if data["fingerprint"] else "no fingerprint"
    lines.append(words[fingerprint].format(fingerprint=data["fingerprint"]))
    lines += [
        words[name].format(**{name: _safe(data[name])})
        for name in ("deposits", "target", "crs")
        if data.get(name)
    ]
    lines += [
        words[name].format(*(f"{value:.10g}" for value in data[name]))
        for name in ("bounds", "shape")
        if data.get(name)
    ]
    found = [f"- {line}" for line in lines]
    features = [(each["name"], each["unit"] or "–") for each in data.get("features", ())]
    if features:
        found += ["", *_table((words["feature"], words["unit"]), features)]
    return found


def _classes(card: Card, words: Mapping[str, str]) -> list[str]:
    heads = ("class", "samples", "predicted", "precision", "recall", "f1")
    rows = [
        (
            each["name"],
            f"{each['samples']:,}",
            f"{each['predicted']:,}",
            *(figure_text(each[key], words) for key in heads[3:]),
        )
        for each in card["classes"]
    ]
    return _table([words[head] for head in heads], rows)


def _settings(card: Card, section: str, language: str) -> list[str]:
    pair = WORDS[language]["pair"]
    return [
        "- " + pair.format(name=name, value=_safe(value))
        for name, value in settings_of(card, section, language)
    ]


def settings_of(card: Card, section: str, language: str) -> list[tuple[str, str]]:
    """Return what a card shows of a section of `core.model_export.card_words.SHOWN`, in words."""
    names, words = SETTINGS[language], VALUES[language]
    found = []
    for setting in SHOWN[section]:
        value = card[section].get(setting)
        if value is None:
            continue
        each = value if isinstance(value, list) else [value]
        said = WORDS[language]["list"].join(words.get(word, str(word)) for word in map(str, each))
        found.append((names[setting], said))
    return found


def _verdict(card: Card, language: str) -> list[str]:
    verdict, words = card["verdict"], WORDS[language]
    if verdict is None:
        return [words["not judged"]]
    return [judged_sentence(verdict, language), "", *_table(*figures_of(verdict, language))]


def judged_sentence(verdict: Mapping[str, Any], language: str) -> str:
    """Return how a card's verdict was found, and how many samples were right."""
    words, name = WORDS[language], verdict["protocol"]["name"]
    return words["judged"].format(
        protocol=VALUES[language].get(name, name),
        correct=f"{verdict['correct']:,}",
        samples=f"{verdict['samples']:,}",
        level=f"{100 * verdict['level']:.0f} %",
        units=f"{verdict['units']:,}",
        resampled=words.get(f"of {verdict['resampled']}", verdict["resampled"]),
    )


def figures_of(
    verdict: Mapping[str, Any], language: str
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return heads and rows of the figures of a card's verdict, held-out ones beside training."""
    words, training = WORDS[language], verdict["training"] or {}
    rows = tuple(
        (words[name], figure_text(figure, words), figure_text(training.get(name), words))
        for name, figure in verdict["held_out"].items()
    )
    return (words["figure"], words["held out"], words["of training"]), rows


def figure_text(figure: Mapping[str, Any] | None, words: Mapping[str, str]) -> str:
    """Write a figure with its interval, three places each; – where there is none."""
    if figure is None or figure["value"] is None:
        return "–"
    if figure["low"] is None:
        return f"{figure['value']:.3f}"
    return words["interval"].format(
        **{key: f"{figure[key]:.3f}" for key in ("value", "low", "high")}
    )


def _limits(card: Card, words: Mapping[str, str]) -> list[str]:
    return ["- " + said for said in limits_of(card, words, _safe)]


def limits_of(card: Card, words: Mapping[str, str], safe: Callable[[str], str] = str) -> list[str]:
    """Return the limits of use, a sentence each.

    Parameters
    ----------
    safe
        What makes names of a person's own harmless where the sentences go.
    """
    return [
        words[each["limit"]].format(**{key: safe(_said(each[key], words)) for key in each})
        for each in card["limits"]
    ]


def _said(value: Any, words: Mapping[str, str]) -> str:
    return words["list"].join(value) if isinstance(value, list) else str(value)


def _versions(card: Card, words: Mapping[str, str]) -> list[str]:
    trained, written = card["trained_with"], card["versions"]
    lines = [f"- {name} {version}" for name, version in (trained or written).items()]
    if trained and trained != written:
        pairs = words["list"].join(f"{name} {version}" for name, version in written.items())
        lines.append("- " + words["written"].format(versions=pairs))
    return [*lines, "- " + words["seed"].format(seed=card["seed"])]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [heads, ["---"] * len(heads), *rows]
    return ["| " + " | ".join(map(_safe, line)) + " |" for line in lines]


def _safe(text: str) -> str:
    """Keep names of a person's own from being read as Markdown or HTML."""
    line = " ".join(text.split())
    for sign in "\\|*`[]<>#":
        line = line.replace(sign, f"\\{sign}" if sign != "<" else "&lt;")
    return line
