"""A perceptron learns what a line can part, and goes round for ever on what none can."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from fractions import Fraction
from itertools import islice, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.events import Finished, encode
from core.networks.perceptron import (
    Cycle,
    Perceptron,
    PerceptronSettings,
    Step,
    Weights,
    build_perceptron,
    net_input,
)
from core.truth_tables import FUNCTIONS, TruthTable, find_table
from datasets.messages import InputError
from tests.core.small_runs import command, on_terminal

INSEPARABLE = ("XOR", "XNOR")
# weights with a bias that part the two classes with room on both sides
SOLUTIONS = {
    "AND": (1.0, 1.0, -1.5),
    "OR": (1.0, 1.0, -0.5),
    "NOT": (-1.0, 0.5),
    "NAND": (-1.0, -1.0, 1.5),
    "NOR": (-1.0, -1.0, 0.5),
}
# the way from the first weights is as long as they are many times the rate
RATES = st.integers(50, 5000).map(lambda number: Fraction(number, 1000))


def weights_for(name: str) -> st.SearchStrategy[Weights]:
    one = st.integers(-200, 200).map(lambda number: Fraction(number, 100))
    return st.tuples(*[one] * (FUNCTIONS[name].inputs + 1))


def zeros(name: str) -> Weights:
    return (Fraction(0),) * (FUNCTIONS[name].inputs + 1)


def states(steps: Iterable[Step]) -> list[Weights]:
    return [step.weights for step in steps]


# --- the rule ---------------------------------------------------------------------------------


def transcription(
    targets: tuple[int, ...], rate: float, first: tuple[float, ...], epochs: int
) -> list[tuple[int, ...]]:
    """Write down sample, output, change and weights as SYSTEMS.md gives the rule, in floats."""
    samples = list(product((0, 1), repeat=len(first) - 1))
    weights = np.array(first)
    rows = []
    for _ in range(epochs):
        for sample, target in zip(samples, targets, strict=True):
            x = np.array([*sample, 1.0])
            output = 1 if weights @ x >= 0 else 0
            weights = weights + rate * (target - output) * x
            rows.append((*sample, target, output, *weights))
    return rows


@pytest.mark.parametrize("name", FUNCTIONS)
@given(rate=st.sampled_from([0.125, 0.5, 1.0, 2.0]), data=st.data())
@settings(deadline=None, max_examples=40)
def test_every_step_is_that_of_the_written_rule(name, rate, data):
    """Halves and quarters have no rounding, so that floats are exact as well."""
    quarter = st.integers(-12, 12).map(lambda number: number / 4)
    table = FUNCTIONS[name]
    first = data.draw(st.tuples(*[quarter] * (table.inputs + 1)))
    unit = Perceptron(table, Fraction(rate), tuple(map(Fraction, first)))
    steps = list(islice(unit, 48))
    wanted = transcription(table.targets, rate, first, 48 // len(table.targets))
    mine = [(*s.inputs, s.target, s.output, *map(float, s.weights)) for s in steps]
    assert mine == wanted[: len(mine)]
    assert [s.error for s in steps] == [s.target - s.output for s in steps]
    assert all(s.net == net_input(s.before, s.inputs) for s in steps)
    assert all(s.epoch == place // len(table.targets) + 1 for place, s in enumerate(steps))


def test_a_sample_on_the_line_belongs_to_output_1():
    step = next(Perceptron(FUNCTIONS["AND"], Fraction(1), zeros("AND")))
    assert (step.net, step.output, step.error) == (0, 1, -1)


def test_each_step_begins_where_the_last_one_ended():
    steps = list(Perceptron(FUNCTIONS["AND"], Fraction(1), zeros("AND")))
    assert [step.before for step in steps[1:]] == states(steps)[:-1]


def test_a_learning_rate_of_a_tenth_is_a_tenth():
    """With floats 0.1 + 0.1 + 0.1 would not be 0.3, and weights would not return."""
    unit = build_perceptron(PerceptronSettings(function="XOR", rate=0.1))
    list(islice(unit, 400))
    assert {weight.denominator for weight in unit.weights} <= {1, 2, 5, 10}


def test_leaving_and_coming_back_goes_on_with_the_next_sample():
    whole = states(Perceptron(FUNCTIONS["OR"], Fraction(1), zeros("OR")))
    unit = Perceptron(FUNCTIONS["OR"], Fraction(1), zeros("OR"))
    parts = states(islice(unit, 3)) + states(islice(unit, 6)) + states(unit)
    assert parts == whole


# --- what a line can part ---------------------------------------------------------------------


@pytest.mark.parametrize("name", SOLUTIONS)
@given(rate=RATES, data=st.data())
@settings(deadline=None, max_examples=60)
def test_it_converges_within_the_bound_of_the_theorem(name, rate, data):
    """Novikoff's bound on the changes, for first weights that need not be 0."""
    table = FUNCTIONS[name]
    unit = Perceptron(table, rate, data.draw(weights_for(name)))
    start = math.hypot(*unit.weights) / float(rate)
    solution = np.array(SOLUTIONS[name]) / math.hypot(*SOLUTIONS[name])
    signs = 2 * np.array(table.targets) - 1
    samples = np.array([[*inputs, 1] for inputs in table.samples])
    margin = (signs * (samples @ solution)).min()
    radius = math.sqrt(table.inputs + 1)
    root = (radius + math.sqrt(radius**2 + 8 * start * margin)) / (2 * margin)
    # each epoch but the last changes something, so the bound ends this loop as well
    most = math.floor(root**2) + 1
    changes = sum(step.error != 0 for step in islice(unit, (most + 1) * len(table.targets)))
    assert unit.learned
    assert changes <= most
    answers = [int(net_input(unit.weights, inputs) >= 0) for inputs in table.samples]
    assert tuple(answers) == table.targets
    assert unit.cycle is None


@pytest.mark.parametrize(
    ("name", "epochs", "weights"),
    [("AND", 6, (2, 1, -3)), ("OR", 4, (1, 1, -1)), ("NOT", 3, (-1, 0))],
)
def test_from_zero_it_ends_where_a_hand_computation_ends(name, epochs, weights):
    unit = Perceptron(FUNCTIONS[name], Fraction(1), zeros(name))
    steps = list(unit)
    assert unit.weights == weights
    assert unit.epochs == epochs
    assert len(steps) == epochs * len(FUNCTIONS[name].targets)
    assert unit.errors[-1] == 0
    assert all(unit.errors[:-1])


@pytest.mark.parametrize("name", SOLUTIONS)
@given(rate=RATES)
@settings(deadline=None, max_examples=20)
def test_from_zero_the_rate_only_scales_the_weights(name, rate):
    plain = states(Perceptron(FUNCTIONS[name], Fraction(1), zeros(name)))
    scaled = states(Perceptron(FUNCTIONS[name], rate, zeros(name)))
    assert scaled == [tuple(rate * weight for weight in weights) for weights in plain]


def test_of_all_functions_of_two_inputs_only_two_cannot_be_learned():
    failed = []
    for targets in product((0, 1), repeat=4):
        unit = Perceptron(TruthTable(targets), Fraction(1), (Fraction(0),) * 3)
        for _ in unit:
            if unit.cycle is not None:
                failed.append(unit.table.name)
                break
    assert sorted(failed) == sorted(INSEPARABLE)


# --- what no line can part --------------------------------------------------------------------


@pytest.mark.parametrize("name", INSEPARABLE)
@given(rate=RATES, data=st.data())
@settings(deadline=None, max_examples=40)
def test_it_goes_round_for_ever(name, rate, data):
    table = FUNCTIONS[name]
    unit = Perceptron(table, rate, data.draw(weights_for(name)))
    after = [unit.weights]
    while unit.cycle is None:
        assert len(after) < 1000
        steps = list(islice(unit, 4))
        after.append(steps[-1].weights)
    first, again = unit.cycle.first, unit.cycle.again
    assert after[first] == after[again] == unit.weights
    # it is the first return, and no epoch was without a wrong output
    assert len(set(after)) == len(after) - 1
    assert not unit.learned
    assert all(unit.errors)
    # replayed from the repeated state, the same states come again and again
    length = 4 * (again - first)
    replayed = states(islice(Perceptron(table, rate, after[first]), 3 * length))
    assert replayed == replayed[:length] * 3
    assert states(islice(unit, length)) == replayed[:length]
    assert unit.cycle == Cycle(first, again)


def test_the_cycle_of_xor_from_zero_is_that_of_a_hand_computation():
    unit = Perceptron(FUNCTIONS["XOR"], Fraction(1), zeros("XOR"))
    steps = list(islice(unit, 12))
    assert unit.cycle == Cycle(2, 3)
    assert states(steps)[8:] == [(-1, 0, -1), (-1, 1, 0), (0, 1, 1), (-1, 0, 0)]
    assert unit.errors == [3, 3, 4]


# --- sentences, names and settings ------------------------------------------------------------


def test_the_sentence_says_how_it_stands():
    unit = Perceptron(FUNCTIONS["AND"], Fraction(1), zeros("AND"))
    next(unit)
    assert "AND is not learned after 0 epochs" in str(unit.sentence())
    list(unit)
    assert "AND is learned: in epoch 6" in str(unit.sentence())
    unit = Perceptron(FUNCTIONS["XNOR"], Fraction(1), zeros("XNOR"))
    list(islice(unit, 12))
    assert "after epoch 3 are those after epoch 2" in str(unit.sentence())
    assert "the two classes of XNOR" in str(unit.sentence())


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_table_is_found_by_its_name_and_by_its_targets(name):
    table = FUNCTIONS[name]
    assert find_table(name.lower()) == find_table(table.digits) == table
    assert table.name == name
    assert PerceptronSettings(function=name).table == table
    assert PerceptronSettings(function="own", targets=table.digits).table == table


def test_a_table_without_a_name_goes_by_its_targets():
    table = FUNCTIONS["AND"].toggled(1)
    assert table.targets == (0, 1, 0, 1)
    assert table.name == "0101"
    assert table.toggled(1) == FUNCTIONS["AND"]


@pytest.mark.parametrize("text", ["", "AN", "012", "0123", "011", "01100110", "own"])
def test_what_is_no_function_is_said(text):
    with pytest.raises(InputError, match="AND, OR, NOT"):
        find_table(text)


@pytest.mark.parametrize("targets", [(), (0,), (0, 1, 1), (0, 1, 2, 0), (0,) * 8])
def test_a_truth_table_has_one_or_two_inputs(targets):
    with pytest.raises(ValueError, match="no truth table"):
        TruthTable(targets)


@pytest.mark.parametrize(("rate", "weights"), [(0, 3), (-1, 3), (1, 2), (1, 4)])
def test_a_rate_above_0_and_a_weight_for_each_input_are_needed(rate, weights):
    with pytest.raises(ValueError, match="for 2 inputs"):
        Perceptron(FUNCTIONS["AND"], Fraction(rate), (Fraction(0),) * weights)


def test_random_first_weights_come_from_the_seed():
    def first(seed: int) -> Weights:
        return build_perceptron(PerceptronSettings(first_weights="random", seed=seed)).weights

    assert first(1) == first(1) != first(2)
    drawn = [weight for seed in range(200) for weight in first(seed)]
    assert min(drawn) >= -1
    assert max(drawn) <= 1
    assert min(drawn) < -0.9
    assert max(drawn) > 0.9
    assert len(set(drawn)) > 100
    # two decimals, as they are written on screen
    assert all(100 % weight.denominator == 0 for weight in drawn)


# --- the command ------------------------------------------------------------------------------


def finished_values(*words: object) -> dict:
    code, (event,) = command("perceptron", *words)
    assert code == 0
    assert isinstance(event, Finished)
    # as the line that another program reads
    values: dict = json.loads(encode(event))["values"]
    return values


def test_the_command_prints_each_step_and_how_it_ended(capsys):
    assert on_terminal("perceptron", "AND") == 0
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert lines[0].split() == ["epoch", "x1", "x2", "t", "o", "t-o", "w1", "w2", "b"]
    assert lines[1].split() == ["0", "0", "0"]
    assert lines[2].split() == ["1", "0", "0", "0", "1", "-1", "0", "0", "-1"]
    assert lines[25].split() == ["6", "1", "1", "1", "1", "0", "2", "1", "-3"]
    assert lines[26].startswith("The function AND is learned")
    assert len(lines) == 27
    assert len({len(line) for line in lines[:26]}) == 1
    assert printed.err == ""


def test_xor_is_no_failure_of_the_command(capsys):
    assert on_terminal("perceptron", "XOR", "--rate", "0.1", "--seed", "3") == 0
    assert "No line can part the two classes of XOR" in capsys.readouterr().out


def test_the_values_of_the_command_hold_everything():
    values = finished_values("0110", "--rate", "0.5")
    assert values["function"] == "XOR"
    assert values["targets"] == [0, 1, 1, 0]
    assert (values["rate"], values["first_weights"]) == (0.5, [0, 0, 0])
    assert (values["ended"], values["cycle"]) == ("cycle", {"first": 2, "again": 3})
    assert values["errors"] == [3, 3, 4]
    assert len(values["steps"]) == 12
    assert values["steps"][0] == {
        **{"epoch": 1, "sample": 0, "inputs": [0, 0], "target": 0, "output": 1, "error": -1},
        **{"net": 0.0, "before": [0, 0, 0], "weights": [0, 0, -0.5]},
    }


def test_the_epoch_limit_ends_the_command():
    values = finished_values("AND", "--epochs", "2")
    assert values["ended"] == "epochs"
    assert len(values["steps"]) == 8
    assert finished_values("AND", "--epochs", "6")["ended"] == "learned"


def test_one_input_has_one_column_less(capsys):
    assert on_terminal("perceptron", "not") == 0
    heads = capsys.readouterr().out.splitlines()[0].split()
    assert heads == ["epoch", "x1", "t", "o", "t-o", "w1", "b"]


@pytest.mark.parametrize(
    "words", [("NOTHING",), ("AND", "--rate", "0"), ("AND", "--epochs", "0"), ("AND", "--seed", -1)]
)
def test_what_cannot_be_used_is_said(words):
    code, events = command("perceptron", *words)
    assert code == 2
    assert len(events) == 1
