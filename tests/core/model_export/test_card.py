"""A card says what the run's own files say, in both languages, and names no path."""

from __future__ import annotations

import json
from pathlib import Path
from string import Formatter

import pytest

from core.model_export.card import model_card
from core.model_export.card_text import card_text
from core.model_export.card_words import SETTINGS, SHOWN, VALUES, WORDS
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.model_export.small_run import finished_run


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path)


def test_it_says_what_the_run_says(run: RunFolder, tmp_path: Path) -> None:
    card = model_card(run, {"Anomalyst": "0"})
    verdict = run.verdict()
    assert verdict is not None
    assert card["data"]["source"] == "survey.csv"
    assert card["data"]["rows"] == 60
    assert len(card["data"]["fingerprint"]) == 64
    assert card["data"]["bounds"] == [500_000, 0, 500_090, 50]
    assert [each["name"] for each in card["classes"]] == ["a", "b", "c"]
    assert sum(each["samples"] for each in card["classes"]) == 60
    assert sum(each["predicted"] for each in card["classes"]) == 60
    figures = verdict["held_out"]["figures"]["macro_f1"]
    assert card["verdict"]["held_out"]["macro_f1"] == figures
    assert card["verdict"]["training"]["accuracy"]["value"] is not None
    assert (card["network"]["members"], card["network"]["folds"]) == (6, 3)
    assert str(tmp_path) not in json.dumps(card)
    limits = [each["limit"] for each in card["limits"]]
    assert "area" in limits
    assert "not judged" not in limits


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_its_text_shows_the_figures(run: RunFolder, language: str) -> None:
    card = model_card(run, {"Anomalyst": "0"})
    text = card_text(card, language)
    for name in ("Cu", "Zn", "Pb", "survey.csv", card["data"]["fingerprint"], "3-4-3"):
        assert name in text
    figure = card["verdict"]["held_out"]["macro_f1"]
    for key in ("value", "low", "high"):
        assert f"{figure[key]:.3f}" in text
    assert WORDS[language]["licence"] in text
    assert "{" not in text


def test_a_run_that_was_not_judged_says_so(run: RunFolder) -> None:
    run.verdict_path.unlink()
    card = model_card(run, {})
    assert card["verdict"] is None
    assert "nothing is known of new samples" in card_text(card)


def test_what_trained_and_what_wrote_it_stand_apart(run: RunFolder) -> None:
    trained = run.about()["versions"]
    text = card_text(model_card(run, {"Anomalyst": "99", "torch": "98"}))
    assert f"- torch {trained['torch']}\n" in text
    assert "- This was written by: Anomalyst 99, torch 98" in text
    assert "was written by" not in card_text(model_card(run, trained))


def test_few_samples_and_classes_never_named_are_limits(run: RunFolder) -> None:
    card = model_card(run, {})
    card["classes"][0]["predicted"] = 0
    from core.model_export.card import _limits

    said = {each["limit"]: each for each in _limits(card)}
    assert said["never"]["classes"] == ["a"]
    assert "few" not in said
    card["classes"][1]["samples"] = 9
    assert next(each for each in _limits(card) if each["limit"] == "few")["classes"] == ["b"]


def test_names_are_not_read_as_markup(run: RunFolder) -> None:
    run.rename("a|b <img src=x> `c`\n# d")
    head = card_text(model_card(run, {})).splitlines()[0]
    assert head == "# Model card: a\\|b &lt;img src=x\\> \\`c\\` \\# d"


def test_a_run_without_a_model_is_refused(run: RunFolder) -> None:
    (run.model_path / "model.json").unlink()
    with pytest.raises(InputError, match="no trained model"):
        model_card(run, {})


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["zh_CN"].keys()
    assert VALUES["en"].keys() == VALUES["zh_CN"].keys()
    assert set(SETTINGS["en"]) == set(SETTINGS["zh_CN"]) == {n for s in SHOWN.values() for n in s}
    for key, text in WORDS["en"].items():
        fields = [
            {f for _, f, *_ in Formatter().parse(t) if f} for t in (text, WORDS["zh_CN"][key])
        ]
        assert fields[0] == fields[1], key
