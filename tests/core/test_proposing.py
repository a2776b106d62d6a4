"""A first job that runs, from nothing but a table and its target."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.job import Training, check_loss
from core.proposing import (
    HIDDEN,
    propose_judging,
    propose_network,
    propose_training,
    with_coding,
    with_ends,
    with_fitting_loss,
    with_trainer,
)
from core.proposing_job import propose_job
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_runs import carry_out, write_table


@given(st.integers(1, 500), st.integers(2, 60))
def test_a_network_fits_its_data(features: int, classes: int) -> None:
    network = propose_network(features, classes)
    assert network.sizes == (features, HIDDEN, classes)
    assert network.coding == "softmax"
    assert with_ends(network, 7, 5).sizes == (7, HIDDEN, 5)


@pytest.mark.parametrize(
    ("labelled", "has_groups", "has_coordinates", "protocol"),
    [
        (33, False, True, "leave_one_out"),
        (33, True, True, "groups"),
        (400, True, True, "groups"),
        (400, False, True, "blocks"),
        (400, False, False, "folds"),
    ],
)
def test_a_survey_is_judged_by_what_lies_apart(
    labelled: int, has_groups: bool, has_coordinates: bool, protocol: str
) -> None:
    found = propose_judging(labelled, has_groups=has_groups, has_coordinates=has_coordinates)
    assert found.protocol == protocol


def test_more_samples_hold_the_weights_back_less() -> None:
    assert propose_training(100).l2 == pytest.approx(10 * propose_training(1000).l2, rel=0.05)


def test_a_proposed_job_runs(tmp_path: Path) -> None:
    job = propose_job(str(write_table(tmp_path / "table.csv")), target="rock")
    assert job.network.sizes == (3, HIDDEN, 3)
    assert len(job.data.fingerprint) == 64
    outcome, _ = carry_out(job, tmp_path / "run")
    assert outcome is not None
    assert outcome.reason == "validation"
    verdict = RunFolder(tmp_path / "run").verdict()
    assert verdict is not None
    assert verdict["protocol"]["name"] == "blocks"
    assert verdict["held_out"]["samples"] == 60


def test_a_table_is_named_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_table(tmp_path / "table.csv")
    monkeypatch.chdir(tmp_path)
    job = propose_job("table.csv", target="rock")
    assert job.data.table == str(tmp_path.resolve() / "table.csv")


def test_what_cannot_be_proposed_is_told(tmp_path: Path) -> None:
    table = str(write_table(tmp_path / "table.csv"))
    with pytest.raises(InputError, match="Gold"):
        propose_job(table, target="Gold")
    with pytest.raises(InputError, match="Gold"):
        propose_job(table, target="rock", features=["Gold"])
    with pytest.raises(InputError, match="measurement"):
        propose_job(table, target="Cu")
    numbered = tmp_path / "numbered.csv"
    numbered.write_text("Cu,site\n" + "".join(f"{n % 7}.5,{n // 2}\n" for n in range(600)))
    with pytest.raises(InputError, match="300 different values"):
        propose_job(str(numbered), target="site")


def test_a_coding_brings_its_outputs_along() -> None:
    network = propose_network(14, 8)
    softmax = with_coding(network, "softmax", 8)
    assert (softmax.sizes[-1], softmax.activations[-1]) == (8, "softmax")
    ordered = with_coding(softmax, "ordered", 8)
    assert (ordered.sizes[-1], ordered.activations[-1]) == (1, "logistic")
    assert with_coding(ordered, "softmax", 8) == network
    assert with_ends(ordered, 3, 5).sizes[-1] == 1


def test_an_error_that_does_not_fit_becomes_the_squared_one() -> None:
    network = propose_network(14, 8)
    training = Training(loss="cross_entropy")
    assert with_fitting_loss(training, network) == training
    ordered = with_coding(network, "ordered", 8)
    assert with_fitting_loss(training, ordered).loss == "mse"


def test_rare_classes_are_favoured_with_softmax_alone() -> None:
    network = propose_network(14, 8)
    training = Training(loss="cross_entropy", rare_classes=0.5)
    assert with_fitting_loss(training, network) == training
    one_hot = with_coding(network, "one_hot", 8)
    assert with_fitting_loss(training, one_hot) == Training(loss="cross_entropy")
    with pytest.raises(InputError, match="softmax"):
        check_loss(one_hot, training)


def test_the_usual_learning_rate_follows_the_trainer() -> None:
    adam = with_trainer(Training(trainer="adam"), "bp")
    assert adam.learning_rate == 0.01
    back = with_trainer(adam.model_copy(update={"trainer": "sgd"}), "adam")
    assert back.learning_rate == 0.1
    own = Training(trainer="adam", learning_rate=0.3)
    assert with_trainer(own, "bp").learning_rate == 0.3
