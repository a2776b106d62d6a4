"""Somebody asks what a map is worth: how it is judged, the verdict, what else would do, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.judging.figure_texts import figure_text
from gui.pages.judge_page import JudgePage
from tests.journeys.person import Person, write_survey
from tests.journeys.spoken import left_in_english

ROWS = 90
SAID = {
    "en": ("held out once, in 5 folds", "Prediction sets hold", "Wrong votes"),
    "zh_CN": ("5 折", "预测集", "误判票比例"),
}
# names that have no translation, or are the same in Chinese
NAMES = {
    "Cu_ppm",
    "Ni_ppm",
    "Zn_ppm",
    "rock",
    "ore",
    "barren",
    "sample",
    "survey.csv",
    "AUC",
    "MCC",
    # a language is named in itself
    "English",
}


def choose(page: JudgePage, protocol: str) -> None:
    """Choose how the next run is judged, as the form does."""
    editor = page.form.form.editor("protocol")
    editor.setCurrentIndex(editor.findData(protocol))  # type: ignore[attr-defined]


def divided(person: Person, page: JudgePage) -> dict[str, object]:
    """Return how the samples are divided, once the page knows."""
    person.wait(lambda: not page.division.work.busy)
    answer = page.division.work.answer
    assert isinstance(answer, dict), answer
    return answer


def assert_spoken(person: Person, language_code: str) -> None:
    """See that a Chinese window has no English on it."""
    if language_code == "zh_CN":
        assert left_in_english(person.window, NAMES) == set()


def test_how_it_is_judged_is_seen_before_it_is_trained(person: Person, tmp_path: Path) -> None:
    person.open_table(write_survey(tmp_path / "survey.csv", ROWS))
    person.go("judge")
    page = person.judge_page
    blocks = divided(person, page)
    assert blocks["name"] == "blocks"
    assert sum(size[0] for size in blocks["sizes"]) == ROWS  # type: ignore[attr-defined]
    assert page.division.map.has_points
    assert page.division.folds.rowCount() == 5
    assert len(page.division._block_lines(blocks)) > 4

    choose(page, "groups")
    person.wait(lambda: not page.division.work.busy)
    assert "column of the group" in page.division.words.text()
    person.go("train")
    assert not person.train_page.train.isEnabled()
    person.click(person.train_page.obstacle.button)
    assert person.furniture.current == "judge"

    choose(page, "folds")
    assert divided(person, page)["name"] == "folds"
    assert not page._obstacle.isVisible()


@pytest.mark.parametrize("language_code", ["en", "zh_CN"])
def test_the_verdict_what_else_would_do_and_why(
    person: Person, tmp_path: Path, language_code: str
) -> None:
    person.open_table(write_survey(tmp_path / "survey.csv", ROWS))
    person.go("judge")
    page = person.judge_page
    choose(page, "folds")
    person.set_training(members=3, epochs=60)
    run = person.train_to_the_end()
    person.go("judge")
    verdict = run.verdict()
    assert verdict is not None
    assert verdict["held_out"]["samples"] == ROWS
    how, sets, wrong = SAID[language_code]
    assert how in page._verdict.text()
    assert_spoken(person, language_code)
    value = verdict["held_out"]["figures"]["balanced_accuracy"]["value"]
    assert page.figures.table.text_of(0, 1) == figure_text(value)
    assert sets in page._doubt.text()

    page.tabs.setCurrentWidget(page.methods_tab)
    person.click(page.methods_tab.button)
    person.wait(lambda: run.baselines() is not None and page.baselines.table.rowCount() == 7)
    assert page.baselines.words.text()
    assert_spoken(person, language_code)

    page.tabs.setCurrentWidget(page.learning_tab)
    person.click(page.learning_tab.button)
    person.wait(lambda: run.learning_curve() is not None and page.learning.words.isVisible())
    last = run.learning_curve()["points"][-1]  # type: ignore[index]
    assert last["held_out"] == verdict["held_out"]["figures"]["macro_f1"]
    assert_spoken(person, language_code)

    page.tabs.setCurrentWidget(page.why_tab)
    person.click(page.why_tab.button)
    person.wait(lambda: run.explanation() is not None and page.why.importance.table.rowCount() >= 3)
    # copper and nickel tell the classes apart, zinc does not
    assert page.why.importance.table.text_of(0, 0) in ("Cu_ppm", "Ni_ppm")
    assert_spoken(person, language_code)

    page.tabs.setCurrentWidget(page.samples)
    heads = list(page.samples.training.table.columns._names)
    assert wrong in heads
    assert_spoken(person, language_code)
