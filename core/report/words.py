"""The words of a report: its own, and those that it shares with the model card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.model_export.card_words import VALUES
from core.model_export.card_words import WORDS as CARD_WORDS
from core.report import heading_words, sentence_words
from datasets.plurals import in_number

HEADINGS = {"en": heading_words.ENGLISH, "zh_CN": heading_words.CHINESE}
SENTENCES = {"en": sentence_words.ENGLISH, "zh_CN": sentence_words.CHINESE}
LANGUAGES = tuple(HEADINGS)


@dataclass(frozen=True)
class Words:
    """What a report says in a language.

    Attributes
    ----------
    language
        One of `LANGUAGES`.
    """

    language: str

    @property
    def card(self) -> Mapping[str, str]:
        """The words of `core.model_export.card_text`."""
        return CARD_WORDS[self.language]

    def head(self, key: str, **values: str | int) -> str:
        """Return a heading, the head of a column or a caption."""
        return _filled(HEADINGS[self.language][key], values)

    def say(self, key: str, **values: str | int) -> str:
        """Return a sentence."""
        return _filled(SENTENCES[self.language][key], values)

    def method(self, name: str) -> str:
        """Return what a method of baselines.json is called."""
        return SENTENCES[self.language].get(name, name)

    def protocol(self, name: str) -> str:
        """Return what a protocol is called."""
        return VALUES[self.language].get(name, name)

    def joined(self, *sentences: str) -> str:
        """Return sentences one after the other; Chinese ones stand without a space between."""
        return ("" if self.language == "zh_CN" else " ").join(filter(None, sentences))


def _filled(template: str, values: Mapping[str, str | int]) -> str:
    # no line ends between a number and its sign
    return in_number(template, values).format(**values).replace(" %", "\u00a0%")
