"""Both languages say the same things, with letters that the fonts of the program have."""

from __future__ import annotations

from string import Formatter

import pytest
from fontTools.ttLib import TTFont

from core.map_fonts import FONTS
from core.model_export.card_words import SETTINGS, VALUES
from core.model_export.card_words import WORDS as CARD_WORDS
from core.report.brief import accuracy_sentence
from core.report.pdf import MORE_FONTS
from core.report.words import HEADINGS, SENTENCES, Words
from tests.gui.judging.small_verdict import figure, verdict


@pytest.mark.parametrize("texts", [HEADINGS, SENTENCES], ids=["headings", "sentences"])
def test_both_languages_have_the_same_words(texts: dict[str, dict[str, str]]) -> None:
    english, chinese = texts["en"], texts["zh_CN"]
    assert english.keys() == chinese.keys()
    for key, text in english.items():
        fields = [{f for _, f, *_ in Formatter().parse(t) if f} for t in (text, chinese[key])]
        assert fields[0] == fields[1], key


def test_the_fonts_of_the_program_have_every_letter() -> None:
    held: set[int] = set()
    # the second one has superscripts
    for path in (FONTS / "NotoSansCJKsc-Anomalyst.otf", MORE_FONTS / "DejaVuSans.ttf"):
        with TTFont(path) as font:
            held |= set(font.getBestCmap())
    tables = (HEADINGS, SENTENCES, CARD_WORDS, SETTINGS, VALUES)
    texts = "".join(text for table in tables for words in table.values() for text in words.values())
    # ⁻⁰… of numbers, · and → of tables
    assert {letter for letter in texts + "⁻⁰¹²³⁴⁵⁶⁷⁸⁹·→–−×±°" if ord(letter) not in held} == set()


def test_one_of_something_is_singular() -> None:
    assert "1 sample was" in Words("en").say("by leave_one_out", samples="1").replace("were", "was")
    assert "1 fold " in Words("en").say("by folds", samples="60", folds=1)


def test_sentences_in_chinese_stand_without_a_space() -> None:
    assert Words("zh_CN").joined("一。", "", "二。") == "一。二。"
    assert Words("en").joined("One.", "", "Two.") == "One. Two."


@pytest.mark.parametrize(
    ("language", "why"),
    [("en", "since no resample differs"), ("zh_CN", "因为各次重抽样的结果都相同")],
)
def test_a_figure_without_an_interval_says_why(language: str, why: str) -> None:
    found = verdict()
    assert why not in accuracy_sentence(found, Words(language))
    found["held_out"]["figures"]["balanced_accuracy"] = figure(0.55)
    assert why in accuracy_sentence(found, Words(language))
    assert "0.950" in accuracy_sentence(found, Words(language))
    found["training"] = None
    assert why in accuracy_sentence(found, Words(language))
