"""The graph says what the program says: any preparation, activation, coding, members and folds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import hypothesis.strategies as st
import numpy as np
import pytest
import torch
from hypothesis import given, settings

from core.job import Activation, CensoringRule, Coding
from core.model import TrainedModel
from core.model_export import onnx_model
from core.model_export.onnx_model import onnx_of
from core.model_export.runtime_check import Compared
from core.model_export.table_onnx import compare
from core.reporting import silent
from datasets.messages import InputError
from tests.core.model_export.small_bp import CLASSES, NAMES, UNITS, model_of, samples

RULES: tuple[CensoringRule, ...] = get_args(CensoringRule)
HIDDEN = tuple(name for name in get_args(Activation) if name != "softmax")

preparations = st.fixed_dictionaries(
    {
        "censored": st.sampled_from(RULES),
        "censored_of": st.dictionaries(st.sampled_from(NAMES), st.sampled_from(RULES)),
        "transform": st.sampled_from(["none", "log10", "clr", "ilr"]),
        "scaling": st.sampled_from(["standardise", "minmax", "robust", "quantile", "none"]),
        "reduction": st.sampled_from(["none", "pca", "whitening"]),
    }
)


def compared(model: TrainedModel, seed: int = 9) -> Compared:
    """Hold the graph of a model against it on samples that it has not seen."""
    content = onnx_of(model, {}).SerializeToString()
    return compare(content, model, *samples(80, seed), silent)


@settings(max_examples=40)
@given(preparations, st.integers(0, 1000))
def test_any_preparation(changes: dict[str, Any], seed: int) -> None:
    assert compared(model_of((changes,), seed=seed), seed).difference < 1e-7


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("transform", ["none", "log10", "clr", "ilr"])
def test_every_rule_with_every_transform(rule: str, transform: str) -> None:
    model = model_of(({"censored": rule, "transform": transform},))
    assert compared(model).difference < 1e-8


@pytest.mark.parametrize("scaling", ["standardise", "minmax", "robust", "quantile", "none"])
@pytest.mark.parametrize("reduction", ["none", "pca", "whitening"])
def test_every_scaling_with_every_reduction(scaling: str, reduction: str) -> None:
    model = model_of(({"scaling": scaling, "reduction": reduction},))
    assert compared(model).difference < 1e-8


@pytest.mark.parametrize("rule", ["limit", "root2"])
def test_log_ratios_that_only_rounding_parts_have_one_rank(rule: str) -> None:
    """Both elements below their limits: the same ratio in all such samples, but for rounding."""
    model = model_of(({"censored": rule, "transform": "ilr", "scaling": "quantile"},))
    assert compared(model).difference < 1e-8


@pytest.mark.parametrize("activation", HIDDEN)
@pytest.mark.parametrize("coding", ["one_hot", "ordered"])
def test_every_activation(activation: Activation, coding: Coding) -> None:
    model = model_of(activations=(activation, activation), coding=coding)
    assert compared(model).difference < 1e-9


def test_softmax() -> None:
    assert compared(model_of(activations=("relu", "softmax"), coding="softmax")).difference < 1e-9


def test_folds_of_different_preparations_vote_together() -> None:
    folds = tuple({"censored": rule} for rule in ("half", "ros", "impute"))
    assert compared(model_of(folds, members=3)).difference < 1e-8


def test_members_that_diverged_have_no_vote() -> None:
    model = model_of(members=3)
    model.network.parameters[1] = 1e30
    quiet = replace(model, voters=np.array([True, False, True]))
    assert compared(quiet).difference < 1e-9
    with pytest.raises(InputError, match="differs from the program"):
        compare(onnx_of(model, {}).SerializeToString(), quiet, *samples(), silent)


def test_single_precision() -> None:
    found = compared(model_of(dtype=torch.float32))
    assert 0 < found.difference < 1e-5


def test_a_constant_feature_says_nothing() -> None:
    model = model_of(({"scaling": "minmax"},))
    fitted = model.preparations[0]
    constant = replace(fitted, scale=(0.0, *fitted.scale[1:]))
    assert compared(replace(model, preparations=(constant,))).difference < 1e-9


def test_one_sample_and_many() -> None:
    from core.model_export.runtime_check import session_of

    model = model_of()
    session = session_of(onnx_of(model, {}).SerializeToString())
    values, below = samples(7)
    for rows in (1, 7):
        code, name, probability, agreement = session.run(
            None, {"values": values[:rows], "below_limit": below[:rows]}
        )
        wanted = model.classify(values[:rows], below[:rows])
        assert code.tolist() == wanted.codes.tolist()
        assert name.tolist() == [CLASSES[each] for each in wanted.codes]
        np.testing.assert_allclose(probability, wanted.probability, atol=1e-12)
        np.testing.assert_allclose(agreement, wanted.agreement)


def test_one_member_has_no_agreement() -> None:
    assert compared(model_of(members=1)).ties == 0


def test_names_units_and_classes_stand_in_the_metadata() -> None:
    import json

    made = onnx_of(model_of(), {"name": "Kola"})
    said = {each.key: each.value for each in made.metadata_props}
    assert json.loads(said["features"]) == list(NAMES)
    assert json.loads(said["units"]) == list(UNITS)
    assert json.loads(said["classes"]) == list(CLASSES)
    assert (said["name"], said["target"]) == ("Kola", "kind")


def test_the_same_model_gives_the_same_bytes() -> None:
    one, other = (onnx_of(model_of(), {"a": "b"}) for _ in range(2))
    assert one.SerializeToString(deterministic=True) == other.SerializeToString(deterministic=True)


def test_a_model_too_large_for_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_model, "MOST_BYTES", 100)
    with pytest.raises(InputError, match="more than an ONNX file holds"):
        onnx_of(model_of(), {})


def test_uneven_quantiles_are_refused() -> None:
    model = model_of(({"scaling": "quantile"},))
    fitted = model.preparations[0]
    uneven = replace(fitted, quantiles=(fitted.quantiles[0][:-1], *fitted.quantiles[1:]))
    with pytest.raises(InputError, match="different numbers of quantiles"):
        onnx_of(replace(model, preparations=(uneven,)), {})


def test_another_model_is_noticed() -> None:
    content = onnx_of(model_of(seed=1), {}).SerializeToString()
    with pytest.raises(InputError, match="nothing was written"):
        compare(content, model_of(seed=2), *samples(), silent)


def test_no_model_at_all_is_refused() -> None:
    with pytest.raises(InputError, match="onnxruntime does not take it"):
        compare(b"none", model_of(), *samples(), silent)
