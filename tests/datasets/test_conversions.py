"""Units of concentration, and oxides and their elements, against published factors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.conversions import (
    SHARES,
    cation,
    convertible_units,
    substance_factor,
    unit_factor,
)
from datasets.messages import InputError
from datasets.units import ELEMENTS, OXIDES

# James Cook University, Advanced Analytical Centre: "Element-to-stoichiometric oxide conversion
# factors", oxide = factor × element, as widely reprinted.
PUBLISHED = {
    ("Al", "Al2O3"): 1.8895,
    ("Ba", "BaO"): 1.1165,
    ("Ca", "CaO"): 1.3992,
    ("Cr", "Cr2O3"): 1.4616,
    ("Cu", "CuO"): 1.2518,
    ("Fe", "FeO"): 1.2865,
    ("Fe", "Fe2O3"): 1.4297,
    ("K", "K2O"): 1.2046,
    ("Mg", "MgO"): 1.6582,
    ("Mn", "MnO"): 1.2912,
    ("Na", "Na2O"): 1.3480,
    ("P", "P2O5"): 2.2916,
    ("Si", "SiO2"): 2.1392,
    ("Ti", "TiO2"): 1.6681,
    ("U", "U3O8"): 1.1792,
    ("W", "WO3"): 1.2611,
    ("Zr", "ZrO2"): 1.3508,
}


@pytest.mark.parametrize(("pair", "factor"), PUBLISHED.items())
def test_published_factors_of_oxides(pair: tuple[str, str], factor: float) -> None:
    element, oxide = pair
    assert substance_factor(element, oxide) == pytest.approx(factor, rel=3e-4)
    assert substance_factor(oxide, element) == pytest.approx(1 / factor, rel=3e-4)


@pytest.mark.parametrize(
    ("oxide", "element", "factor"),
    [("CuO", "Cu", 0.7989), ("SiO2", "Si", 0.4674), ("Fe2O3", "Fe", 0.6994), ("MnO", "Mn", 0.7745)],
)
def test_elements_of_oxides(oxide: str, element: str, factor: float) -> None:
    assert substance_factor(oxide, element) == pytest.approx(factor, abs=5e-5)


def test_two_oxides_of_iron() -> None:
    # 0.8998 is the factor of Fe2O3 to FeO in every table of total iron.
    assert substance_factor("Fe2O3", "FeO") == pytest.approx(0.8998, abs=5e-5)


def test_every_element_and_oxide_that_is_known_has_a_weight() -> None:
    assert {name for name in ELEMENTS | OXIDES if not cation(name)} <= {"O", "H2O"}


@pytest.mark.parametrize(
    ("unit", "wanted", "factor"),
    [
        ("%", "ppm", 1e4),
        ("ppm", "%", 1e-4),
        ("ppb", "ppm", 1e-3),
        ("g/t", "ppm", 1.0),
        ("mg/kg", "g/t", 1.0),
        ("µg/kg", "ppb", 1.0),
        ("ng/g", "µg/g", 1e-3),
        ("ppt", "ppb", 1e-3),
        ("mg/L", "µg/L", 1e3),
        ("ft", "m", 0.3048),
    ],
)
def test_units(unit: str, wanted: str, factor: float) -> None:
    assert unit_factor(unit, wanted) == factor


@given(st.sampled_from(sorted(SHARES)), st.sampled_from(sorted(SHARES)), st.floats(1e-6, 1e6))
def test_there_and_back(unit: str, wanted: str, value: float) -> None:
    there = value * unit_factor(unit, wanted)
    assert there * unit_factor(wanted, unit) == pytest.approx(value, rel=1e-12)


def test_what_cannot_be_converted() -> None:
    with pytest.raises(InputError, match=r"ppm cannot be converted to m; choose one of %"):
        unit_factor("ppm", "m")
    with pytest.raises(InputError, match="mg/L, µg/L"):
        unit_factor("mg/L", "ppm")
    with pytest.raises(InputError, match="Cu cannot be converted to Pb: they hold different"):
        substance_factor("Cu", "Pb")
    assert convertible_units("pH") == ()
