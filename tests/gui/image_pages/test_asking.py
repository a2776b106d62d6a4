"""Questions about the inside of a network: the newest wins, and none is asked twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.image_job import CNN
from core.run_folder import RunFolder
from gui.image_pages.asking import Asking
from gui.image_pages.inside_answers import AnswerShelf, Question
from tests.core.inside_cnn.small_cnns import trained, written_run
from tests.gui.image_pages.small_inside import Helper

NET = CNN(name="custom", layers="CONV3-RELU-POOL-CONV4-FC-SOFTMAX")


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return written_run(tmp_path / "run", trained(NET))


@pytest.fixture
def helper() -> Helper:
    return Helper()


@pytest.fixture
def asking(qapp, home, helper: Helper) -> Asking:
    return Asking(AnswerShelf(), helper)  # type: ignore[arg-type]


def filters(run: RunFolder, layer: str) -> Question:
    return Question(("inside", str(run.path), "filters", "--layer", layer))


def layers(run: RunFolder, helper: Helper, asking: Asking) -> list[str]:
    asking.want(Question(("inside", str(run.path), "layers")))
    helper.answer()
    assert asking.found is not None
    return [each["name"] for each in asking.found.values["layers"] if "filters" in each["views"]]


def test_of_many_questions_the_first_and_the_newest_are_carried_out(run, helper, asking):
    first, second = layers(run, helper, asking)
    asking.want(filters(run, first))
    asking.want(filters(run, "no such layer"))
    asking.want(filters(run, second))
    helper.answer_all()
    assert [words[4] for words in helper.asked[1:]] == [first, second]
    assert not asking.busy
    assert asking.failure is None
    assert asking.found.values["layer"] == second
    assert asking.found.array("filters").shape == (4, 3, 3, 3)


def test_the_last_answer_stays_while_the_next_comes_and_an_old_one_is_there_at_once(
    run, helper, asking
):
    first, second = layers(run, helper, asking)
    asking.want(filters(run, first))
    helper.answer()
    asking.want(filters(run, second))
    assert asking.busy
    assert asking.found.values["layer"] == first
    helper.answer()
    asked = len(helper.asked)
    asking.want(filters(run, first))
    assert not asking.busy
    assert asking.found.values["layer"] == first
    assert len(helper.asked) == asked


def test_another_model_in_the_same_folder_is_asked_anew(run, helper, asking):
    asking.want(Question(("inside", str(run.path), "layers"), stamp="1"))
    helper.answer()
    asking.want(Question(("inside", str(run.path), "layers"), stamp="2"))
    assert asking.busy
    helper.answer()
    assert not asking.busy


def test_what_cannot_be_answered_has_a_sentence(run, helper, asking):
    asking.want(filters(run, "nowhere"))
    helper.answer()
    assert not asking.busy
    assert "nowhere" in str(asking.failure)


def test_a_cancelled_question_can_be_asked_again(run, helper, asking, qtbot):
    question = Question(("inside", str(run.path), "layers"))
    asking.want(question)
    asking.cancel()
    qtbot.waitUntil(lambda: asking.cancelled)
    assert not asking.busy
    asking.want(question)
    assert asking.busy
    helper.answer()
    assert asking.found is not None
    assert not asking.cancelled
