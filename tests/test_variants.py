"""The page on the trainers: both languages say the same, and its pictures are what is drawn."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure

# mypy knows the files of scripts/ without the name of their folder
draw_variants = import_module("scripts.draw_variants")
FAMILY, WORDS = draw_variants.FAMILY, draw_variants.WORDS
ROOT = Path(__file__).resolve().parent.parent
PAGES = {"en": "variants.md", "zh_CN": "variants.zh_CN.md"}


def page(language: str) -> str:
    return (ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8")


def texts_of(figure: Figure) -> str:
    """Return titles and axis titles."""
    words = [part for axes in figure.axes for part in (axes.get_title(), axes.get_xlabel())]
    return " ".join([*words, *(axes.get_ylabel() for axes in figure.axes)])


def test_both_languages_have_the_same_sections_and_numbers():
    english, chinese = page("en"), page("zh_CN")
    assert english.count("\n## ") == chinese.count("\n## ") > 9
    rules = [re.findall(r"^## (.*(?:RPROP|Adam|BFGS|SGD).*)$", t, re.M) for t in (english, chinese)]
    assert rules[0] == rules[1]
    numbers = [
        sorted(re.findall(r"\d+(?:\.\d+)?(?:e-\d+)?", text.partition("## Sources")[0]))
        for text in (english, chinese.replace("## 文献", "## Sources"))
    ]
    # "half", "twice" and the like are written out in one language or the other
    assert set(numbers[0]) == set(numbers[1])


@pytest.mark.parametrize("language", WORDS)
def test_every_picture_is_shown_in_its_language(language):
    ending = ".png" if language == "en" else f".{language}.png"
    drawn = {
        path.name
        for path in (ROOT / "docs" / "pictures").glob("variants_*.png")
        if path.name.endswith(".zh_CN.png") == (language == "zh_CN")
    }
    shown = set(re.findall(r"\(pictures/(.*?)\)", page(language)))
    assert shown == drawn
    assert len(shown) == 3
    assert all(name.endswith(ending) for name in shown)


def test_both_languages_have_every_word():
    assert WORDS["en"].keys() == WORDS["zh_CN"].keys()


@pytest.mark.parametrize("language", WORDS)
def test_the_pictures_are_drawn_with_every_rule(language):
    words = WORDS[language]
    for figure in (draw_variants.draw_one_weight(words), draw_variants.draw_valleys(words)):
        for name in FAMILY:
            assert name in texts_of(figure)
    assert words["bp"] in texts_of(draw_variants.draw_valleys(words))
    assert words["step"] in texts_of(draw_variants.draw_one_weight(words))


def test_the_network_is_drawn_with_the_names_of_the_language():
    curves = {"RPROP⁻": np.geomspace(1, 1e-9, 301), "momentum": np.geomspace(1, 0.1, 301)}
    figure = draw_variants.draw_network(WORDS["zh_CN"], curves)
    legend = figure.axes[0].get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["RPROP⁻", "标准BP算法，动量项 0.5"]


@pytest.mark.parametrize(
    ("problem", "size"),
    [
        (draw_variants.Valley(30), 2),
        (draw_variants.Valley(0), 2),
        (draw_variants.classes_of_80_samples(), 233),
    ],
)
def test_the_gradients_of_the_problems_are_those_of_their_errors(problem, size):
    weights = np.random.default_rng(1).uniform(-0.5, 0.5, size)
    slope = problem(weights)[1]
    for i in range(0, size, max(1, size // 12)):
        near = np.eye(size)[i] * 1e-6
        wanted = (problem(weights + near)[0] - problem(weights - near)[0]) / 2e-6
        assert slope[i] == pytest.approx(wanted, rel=1e-5, abs=1e-9)


@pytest.mark.thorough
def test_the_rules_meet_the_goal_in_the_order_the_page_says(monkeypatch):
    monkeypatch.setattr(draw_variants, "EPOCHS", 140)
    monkeypatch.setattr(draw_variants, "STARTS", 9)
    curves = draw_variants.network_curves()
    met = {
        name: int(np.argmax(errors < draw_variants.GOAL))
        for name, errors in curves.items()
        if errors.min() < draw_variants.GOAL
    }
    assert met.keys() == {*FAMILY, "L-BFGS"}
    improved = max(met["iRPROP⁻"], met["iRPROP⁺"], met["L-BFGS"])
    assert improved < 90 < min(met["RPROP⁻"], met["RPROP⁺"])
