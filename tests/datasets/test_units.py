"""What column names say."""

from __future__ import annotations

import pytest

from datasets.conversions import unit_factor
from datasets.units import element_of, unit_of


@pytest.mark.parametrize(
    ("name", "element", "unit"),
    [
        ("Cu_ppm", "Cu", "ppm"),
        ("CU_PPM_ICP40", "Cu", "ppm"),
        ("Cuppm", "Cu", "ppm"),
        ("Au (ppb)", "Au", "ppb"),
        ("Au(10-9)", "Au", "ppb"),
        ("AU_gpt", "Au", "g/t"),
        ("Ag, mg/kg", "Ag", "mg/kg"),
        ("Cu_percent", "Cu", "%"),
        ("SiO2 (wt%)", "SiO2", "%"),
        ("SIO2(WT%)", "SiO2", "%"),
        ("W03", "WO3", ""),
        ("FeOT", "FeO", ""),
        ("Cu（ppm）", "Cu", "ppm"),
        ("铜", "Cu", ""),
        ("cadmium", "Cd", ""),
        ("NA", "Na", ""),
        ("Y", "Y", ""),
        ("In", "In", ""),
        ("as", "", ""),
        ("as_ppm", "As", "ppm"),
        ("No", "", ""),
        ("easting_m", "", "m"),
        ("COUN", "", ""),
        ("铜矿类型", "", ""),
        ("ppm", "", ""),
        ("", "", ""),
    ],
)
def test_names(name: str, element: str, unit: str) -> None:
    assert (element_of(name), unit_of(name)) == (element, unit)


def test_traditional_characters() -> None:
    """As Taiwan and Hong Kong write the elements and oxides."""
    names = "銅鉛鋅銀金鐵錳鎢錫鉬鎳鈷鉻釩鈦鋰鈾釷鉀鈉鈣鎂鋁鈰鑭釔鋯鈮鉭鍶鋇汞砷銻鉍鎘"
    symbols = (
        "Cu Pb Zn Ag Au Fe Mn W Sn Mo Ni Co Cr V Ti Li U Th K Na Ca Mg Al Ce La Y Zr Nb Ta Sr Ba "
        "Hg As Sb Bi Cd"
    )
    assert [element_of(name) for name in names] == symbols.split()
    assert [element_of(f"{name}(ppm)") for name in names] == symbols.split()
    oxides = ["三氧化二鐵", "氧化亞鐵", "氧化鈣", "三氧化二鋁"]
    assert [element_of(name) for name in oxides] == ["Fe2O3", "FeO", "CaO", "Al2O3"]


@pytest.mark.parametrize(
    ("name", "unit", "grams"),
    [
        ("Au_opt", "oz/st", 34.285714),
        ("Au (oz/ton)", "oz/st", 34.285714),
        ("AG_OZ_T", "oz/t", 31.10348),
    ],
)
def test_troy_ounces(name: str, unit: str, grams: float) -> None:
    assert unit_of(name) == unit
    assert unit_factor(unit, "g/t") == pytest.approx(grams, rel=1e-6)
