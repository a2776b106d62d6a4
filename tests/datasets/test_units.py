"""What column names say."""

from __future__ import annotations

import pytest

from datasets.conversions import unit_factor
from datasets.naming import element_in
from datasets.roles import propose_roles
from datasets.units import derived_kind, element_of, unit_of
from tests.datasets.sheets import proposed


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
        ("W (ppm)", "W", "ppm"),
        ("W(×10-6)", "W", "ppm"),
        ("W(10^-6)", "W", "ppm"),
        ("In ppm", "In", "ppm"),
        ("in ppm", "", "ppm"),
        ("Cu×10-6", "Cu", "ppm"),
        ("Au×10－9", "Au", "ppb"),
        ("Cu*10-6", "Cu", "ppm"),
        ("Cu**10**-6", "Cu", "ppm"),
        ("CuX10-6", "Cu", "ppm"),
        ("Cu×10^(-6)", "Cu", "ppm"),
        ("Cu(1E-6)", "Cu", "ppm"),
        ("S10-6", "", ""),
        ("ppm Cu", "Cu", "ppm"),
        ("ppm_Cu", "Cu", "ppm"),
        ("mg/kg Cu", "Cu", "mg/kg"),
        ("%Cu", "Cu", "%"),
        ("wt% SiO2", "SiO2", "%"),
        ("ω(Cu)/10-6", "Cu", "ppm"),
        ("w(Cu)/10⁻⁶", "Cu", "ppm"),
        ("w(B)/10-6 Cu", "Cu", "ppm"),
        ("C(S)", "S", ""),
        ("Cu/10-6", "Cu", "ppm"),
        ("Cu [mg/kg]", "Cu", "mg/kg"),
        ("Cu_mg_kg", "Cu", "mg/kg"),
        ("Cu-ppm", "Cu", "ppm"),
        ("Cu.ppm", "Cu", "ppm"),
        ("Cu, ppm", "Cu", "ppm"),
        ("Cu ppm ICP-MS", "Cu", "ppm"),
        ("Au, мг/т", "Au", "ppb"),
        ("Cu, г/т", "Cu", "g/t"),
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


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("logarithm", "Cu (log ppm)|log10 Cu|Cu_ln|log(Cu)|lg Cu|Cu 对数"),
        ("log-ratio", "Cu_clr|ilr_Cu"),
        (
            "ratio",
            "La/Yb|K/Rb|87Sr/86Sr|206Pb/204Pb|Eu/Eu*|(La/Yb)N|Fe2O3/FeO|LA/YB|Cu:Zn|Cu (ratio)",
        ),
        ("error", "Zn_err|Cu +/-|Cu Error1s|Cu_ppm_2SD|Cu ±|Cu_sd|Cu 误差"),
        ("limit", "Cu_DL|Cu_ppm_MDL|DL Cu|Cu detection limit|Cu 检出限"),
        ("score", "Cu z-score|Cu_rank|Cu_resid"),
        ("index", "Cu_Igeo|Cu enrichment factor"),
        ("code", "Cu_class"),
        (
            "",
            "Cu_ppm|Cu (±5 %)|Cu ppm DL 0.5|Cu (DL=1)|SE_ppm|"
            "Hg CV|Code ME-ICP41 Cu|Au FA/AA|Cu_ppm_4A/OE|Ag g/t|CO_ppm|S|Zr",
        ),
    ],
)
def test_what_is_computed_from_amounts_is_none(kind: str, names: str) -> None:
    for name in names.split("|"):
        assert derived_kind(name) == kind, name
        assert bool(element_in(name)) is not bool(kind), name
        assert not kind or unit_of(name) == "", name


def test_a_sum_has_a_unit_and_no_element() -> None:
    assert (derived_kind("Pb+Zn (ppm)"), unit_of("Pb+Zn (ppm)")) == ("sum", "ppm")
    assert element_of("Na2O+K2O") == ""


def test_the_reasons_of_names() -> None:
    found = proposed(
        "id,La/Yb,全铁(%),Y Lambert93,X Lambert93\na,1,5.1,6862047,652381\nb,2,5,6862147,652481\n"
    )
    said = {d.column: d for d in found.decisions if d.name == "element"}
    assert (said["La/Yb"].value, "ratio" in str(said["La/Yb"].reason)) == ("", True)
    assert (said["全铁(%)"].value, said["全铁(%)"].sure) == ("Fe2O3", False)
    assert set(said) == {"La/Yb", "全铁(%)"}
    errors = "".join(f"{k},{k + 2},{k * k}\n" for k in (3, 5, 4, 9, 8))
    roles = propose_roles(proposed("Cu_ppm,Cu_err,Cu_log\n" + errors).table)
    assert [role.role for role in roles] == ["feature", "ignore", "feature"]
