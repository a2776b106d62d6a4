"""What is said of a verdict: the protocol, the figure with its interval, and every warning."""

from __future__ import annotations

import pytest

from core.report.brief import doubt_sentences
from core.report.words import Words
from core.verdict_meaning import memory_gap
from gui.judging.sentences import verdict_sentence, verdict_warnings
from tests.gui.judging.small_verdict import figure, verdict

JUDGED = {
    "hold_out": "Judged on 120 samples held out at random, 20\u00a0% of each class.",
    "folds": (
        "Each of 120 samples was held out once, in 5 folds with the same share of each class."
    ),
    "leave_one_out": "Each of 120 samples was held out once, by itself.",
    "groups": "Each of 120 samples was held out once, in 5 folds that split no group.",
    "leave_one_group_out": (
        "Each of 120 samples was held out once, together with its whole group, one of 37."
    ),
    "blocks": (
        "Each of 120 samples was held out once, in 5 folds of spatial blocks of 12,000\u00a0m. No "
        "training sample lies within 3,000\u00a0m of a held-out one; that left out 12.4 samples a "
        "fold."
    ),
    "second_file": (
        "Judged on 120 samples of a second file, none of which the network learned from."
    ),
    "validation": "Judged on 120 samples of the validation part.",
}
FLATTERED = "These samples also chose which weights were kept"
MEMORY = "far better than new ones"


@pytest.mark.parametrize("name", JUDGED)
def test_each_protocol_has_its_words(name: str) -> None:
    said = verdict_sentence(verdict(name))
    assert said.startswith(JUDGED[name] + " Balanced accuracy is 0.550")
    assert (FLATTERED in said) == (name == "validation")


def test_a_verdict_without_a_buffer_speaks_of_none() -> None:
    found = verdict("blocks")
    found["protocol"]["buffer"] = None
    assert "within" not in verdict_sentence(found)


def test_blocks_in_degrees_have_no_space_before_the_sign() -> None:
    found = verdict("blocks")
    found["protocol"] |= {"unit": "°", "block_size": 0.25, "buffer": None}
    assert "blocks of 0.25°." in verdict_sentence(found)


def test_the_figure_stands_with_interval_chance_and_training() -> None:
    assert (
        "Balanced accuracy is 0.550 (95\u00a0% interval 0.45 to 0.65); chance would give 0.200, "
        "and the training samples give 0.950."
    ) in verdict_sentence(verdict())


def test_nothing_is_claimed_that_is_not_known() -> None:
    found = verdict()
    found["held_out"]["figures"]["balanced_accuracy"] = figure(0.55)
    assert "0.550, without an interval, since no resample differs;" in verdict_sentence(found)
    found["training"] = None
    assert "training samples" not in verdict_sentence(found).split("Balanced")[1]
    found["held_out"]["figures"]["balanced_accuracy"] = figure(None)
    assert verdict_sentence(found).endswith("No figure could be found from them.")


@pytest.mark.parametrize(("reach", "warned"), [(0.14, False), (0.16, True)])
def test_a_wide_interval_says_what_is_few(reach: float, warned: bool) -> None:
    said = " ".join(verdict_warnings(verdict("blocks", reach=reach)))
    assert ("The interval is wide: 37 blocks are few." in said) == warned


@pytest.mark.parametrize(("middle", "warned"), [(0.25, True), (0.31, False)])
def test_a_figure_that_chance_explains_is_called_so(middle: float, warned: bool) -> None:
    said = verdict_warnings(verdict(middle=middle))
    assert ("That is not clearly better than chance." in said) == warned


@pytest.mark.parametrize(("learned", "warned"), [(0.74, False), (0.76, True)])
def test_a_network_that_knows_its_samples_is_told_of(learned: float, warned: bool) -> None:
    found = verdict()
    found["training"]["figures"]["balanced_accuracy"] = figure(learned)
    assert any(MEMORY in said for said in verdict_warnings(found)) == warned
    assert memory_gap(found) == pytest.approx(learned - 0.55)


@pytest.mark.parametrize("protocol", ["validation", "groups", "blocks"])
def test_doubts_are_said_in_a_report_as_here(protocol: str) -> None:
    found = verdict(protocol, middle=0.3, reach=0.16)
    said = doubt_sentences(found, Words("en"))
    assert len(said) == (4 if protocol == "validation" else 3)
    assert said == verdict_warnings(found)
