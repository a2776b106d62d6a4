"""Coding and first weights of a network."""

from __future__ import annotations

import pytest

from core.job import Network
from gui.network_form import NetworkForm

NETWORK = Network(layers="14-9-8", activations=("tanh", "logistic"))


@pytest.fixture
def form(qtbot):
    made = NetworkForm()
    qtbot.addWidget(made)
    made.show_network(NETWORK, 8)
    made.show()
    return made


def choose(form, name, value):
    editor = form.row(name).editor
    editor.setCurrentIndex(editor.findData(value))


def test_another_coding_brings_its_outputs_along(form, qtbot):
    with qtbot.waitSignal(form.changed) as told:
        choose(form, "coding", "softmax")
    assert told.args[0].activations == ("tanh", "softmax")
    with qtbot.waitSignal(form.changed) as told:
        choose(form, "coding", "ordered")
    assert told.args[0].layers == "14-9-1"
    assert told.args[0].activations == ("tanh", "logistic")


def test_the_range_matters_for_uniform_first_weights_alone(form, qtbot):
    assert form.row("initial_range").isHidden()
    with qtbot.waitSignal(form.changed) as told:
        choose(form, "initialisation", "uniform")
    assert told.args[0].initialisation == "uniform"
    assert not form.row("initial_range").isHidden()


def test_what_is_shown_from_outside_is_not_told(form, qtbot):
    with qtbot.assertNotEmitted(form.changed):
        form.show_network(NETWORK.model_copy(update={"initialisation": "he"}), 8)
    assert form.row("initialisation").value() == "he"
