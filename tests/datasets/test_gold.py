"""The synthetic gold deposits have the figures their card states."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from datasets import gold
from datasets.examples import example
from datasets.roles import propose_roles
from datasets.table import read_table


@pytest.fixture
def cells() -> pd.DataFrame:
    return gold.generate()


def numbers(cells: pd.DataFrame) -> pd.DataFrame:
    return cells[list(gold.FEATURES)].astype(float)


def test_it_is_read_once_and_like_any_table() -> None:
    table = read_table("example:gold")
    assert table is gold.gold_table()
    assert table.source == "example:gold"
    assert table.names == ("deposit", "metal_t", "ore_Mt", "grade_g_t", "deposit_type")
    assert table.rows == 46
    assert [column.kind for column in table.columns] == ["text", *["number"] * 3, "text"]
    assert not table.notices


def test_the_same_seed_gives_the_same_deposits(cells: pd.DataFrame) -> None:
    gold._deposits.cache_clear()
    assert gold.generate().equals(cells)
    other = gold.generate(gold.SEED + 1)
    assert not other.equals(cells)
    assert Counter(other["deposit_type"]) == Counter(cells["deposit_type"])


def test_34_have_a_type_and_the_last_12_have_none(cells: pd.DataFrame) -> None:
    counts = Counter(cells["deposit_type"])
    assert counts.pop("") == 12
    assert counts == {name: type_.labelled for name, type_ in gold.TYPES.items()}
    assert sum(counts.values()) == 34
    assert set(cells["deposit_type"][34:]) == {""}
    types = gold.true_types()
    assert types.shape == (46,)
    assert types[:34].tolist() == cells["deposit_type"][:34].tolist()
    assert Counter(types[34:]) == dict.fromkeys(gold.TYPES, 3)
    # sorted by type, a row's place would tell what is to be learned
    assert types[:34].tolist() != sorted(types[:34])


def test_metal_is_ore_times_grade_in_three_digits(cells: pd.DataFrame) -> None:
    values = numbers(cells)
    product = values["ore_Mt"] * values["grade_g_t"]
    assert np.allclose(values["metal_t"], product, rtol=0.0051)
    for name in gold.FEATURES:
        digits = cells[name].str.replace(".", "", regex=False).str.lstrip("0").str.len()
        assert set(digits) == {3}


@pytest.mark.parametrize("name", gold.TYPES)
def test_a_type_has_its_medians_and_spreads(name: str) -> None:
    drawn = []
    for seed in range(40):
        found = gold.generate(seed)
        drawn.append(numbers(found)[gold.true_types(seed) == name])
    values = np.log10(pd.concat(drawn))
    wanted = gold.TYPES[name]
    assert 10 ** values["ore_Mt"].median() == pytest.approx(wanted.ore, rel=0.05)
    assert 10 ** values["grade_g_t"].median() == pytest.approx(wanted.grade, rel=0.03)
    assert values["ore_Mt"].std() == pytest.approx(gold.ORE_SD, rel=0.1)
    assert values["grade_g_t"].std() == pytest.approx(gold.GRADE_SD, rel=0.1)


def test_types_can_be_told_apart_but_not_perfectly() -> None:
    right = total = 0
    for seed in range(20):
        values = np.log10(numbers(gold.generate(seed))[["ore_Mt", "grade_g_t"]].to_numpy())
        types = gold.true_types(seed)
        scale = (gold.ORE_SD, gold.GRADE_SD)
        means = {name: values[:34][types[:34] == name].mean(axis=0) for name in gold.TYPES}
        for row in range(34, 46):
            away = {
                name: float(np.sum(((values[row] - mean) / scale) ** 2))
                for name, mean in means.items()
            }
            right += min(away, key=lambda name: away[name]) == types[row]
            total += 1
    assert 0.8 < right / total < 1


def test_roles_are_proposed_as_the_job_has_them() -> None:
    roles = {role.column: role.role for role in propose_roles(gold.gold_table())}
    assert roles == {
        "deposit": "ignore",
        "metal_t": "feature",
        "ore_Mt": "feature",
        "grade_g_t": "feature",
        "deposit_type": "target",
    }


def test_the_example_is_called_synthetic_and_has_no_place() -> None:
    found = example("gold")
    assert found.synthetic
    assert found.crs == ""
    assert "synthetic" in str(found.title).lower()
    assert "synthetic" in str(found.description).lower()
