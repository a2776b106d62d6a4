"""Coordinate systems as people write them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS, Geod

from core.crs import (
    System,
    degrees_text,
    find_system,
    metres_of_a_degree,
    systems_like,
)
from datasets.messages import InputError


def system(text: str) -> System:
    found = find_system(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "EPSG:4509",
        "epsg:4509",
        "4509",
        " 4509 ",
        "CGCS2000 / Gauss-Kruger CM 117E",
        CRS.from_epsg(4509).to_wkt(),
        CRS.from_epsg(4509).to_wkt("WKT1_GDAL"),
        "urn:ogc:def:crs:EPSG::4509",
    ],
)
def test_one_system_in_all_its_spellings(text):
    assert system(text).text == "EPSG:4509"
    assert system(text).name == "CGCS2000 / Gauss-Kruger CM 117E"


def test_nothing_is_no_system():
    assert find_system("") is None
    assert find_system("   ") is None


@pytest.mark.parametrize("text", ["nonsense", "EPSG:99999999", "45091", "EPSG:", "PROJCS[", "铜"])
def test_a_wrong_one_gets_a_sentence(text):
    with pytest.raises(InputError, match="There is no coordinate system"):
        find_system(text)


@pytest.mark.parametrize("text", ["EPSG:5773", "EPSG:4978"])
def test_heights_and_earth_centred_systems_are_none_of_maps(text):
    with pytest.raises(InputError, match="no coordinate system of maps"):
        find_system(text)


def test_a_system_with_heights_is_taken_without_them():
    assert system("EPSG:4979").is_geographic
    assert system("EPSG:4509+5773").text == "EPSG:4509"


def test_degrees_are_those_of_the_systems_own_datum():
    found = system("EPSG:4509")
    assert found.degrees_name == "China Geodetic Coordinate System 2000"
    place = found.degrees(500_000, 3_300_000)
    assert place is not None
    assert place[0] == pytest.approx(117.0)
    assert place[1] == pytest.approx(29.8186, abs=1e-4)
    assert found.degrees(math.inf, 0) is None


def test_a_system_of_grads_from_paris_gives_degrees_from_greenwich():
    place = system("EPSG:27572").degrees(600_000, 2_200_000)
    assert place is not None
    # the origin of NTF (Paris) / Lambert zone II lies on the meridian of Paris
    assert place == pytest.approx((2.3372, 46.8), abs=2e-3)


def test_feet_have_their_length():
    assert system("EPSG:2263").metres_of_units(0, 0) == pytest.approx((0.3048006,) * 2)
    assert system("EPSG:4509").metres_of_units(0, 0) == (1.0, 1.0)


@given(st.floats(-89, 89))
def test_lengths_of_degrees_are_those_of_geodesics(latitude):
    along_x, along_y = metres_of_a_degree(latitude)
    earth = Geod(ellps="WGS84")
    _, _, north = earth.inv(0, latitude - 0.005, 0, latitude + 0.005)
    assert along_y == pytest.approx(100 * north, rel=1e-6)
    # over so small an angle parallel and geodesic are one
    _, _, east = earth.inv(0, latitude, 1e-3, latitude)
    assert along_x == pytest.approx(1000 * east, rel=1e-6)


def test_true_north_lies_to_the_right_west_of_the_central_meridian():
    found = system("EPSG:4509")
    assert found.true_north(500_000, 3_300_000) == pytest.approx(0, abs=1e-6)
    place = found.degrees(400_000, 3_300_000)
    angle = found.true_north(400_000, 3_300_000)
    assert place is not None
    assert angle is not None
    # convergence of a transverse Mercator projection: tan γ = tan Δλ · sin φ
    expected = math.degrees(
        math.atan(math.tan(math.radians(117 - place[0])) * math.sin(math.radians(place[1])))
    )
    assert angle == pytest.approx(expected, rel=1e-3)
    assert system("EPSG:4326").true_north(117, 30) is None


def test_degrees_minutes_and_seconds():
    assert degrees_text(117.2083333, 31.2083333, 0) == "117°12′30″E 31°12′30″N"
    assert degrees_text(-0.5, -89.99999) == "0°30′00.0″W 90°00′00.0″S"
    assert degrees_text(10.9999999, 0) == "11°00′00.0″E 0°00′00.0″N"


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_degrees_can_be_read_back(longitude, latitude):
    east, north = degrees_text(longitude, latitude).split(" ")
    for text, angle in ((east, longitude), (north, latitude)):
        degrees, rest = text[:-2].split("°")
        minutes, seconds = rest.split("′")
        assert float(minutes) < 60
        assert float(seconds) < 60
        size = int(degrees) + int(minutes) / 60 + float(seconds) / 3600
        assert size == pytest.approx(abs(angle), abs=0.051 / 3600)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("CGCS2000 117E", "EPSG:4509"),
        ("西安80 3度带 zone 39", "EPSG:2363"),
        ("北京54 117E", "EPSG:21460"),
        ("国家2000 高斯 中央经线 117E", "EPSG:4509"),
        ("4490", "EPSG:4490"),
        ("utm 50n wgs", "EPSG:32650"),
    ],
)
def test_systems_are_found_by_typing(typed, first):
    found = [code for code, _ in systems_like(typed)]
    assert first in found[:3], found[:5]


def test_nothing_typed_offers_nothing():
    assert systems_like(" ") == []
    assert len(systems_like("gauss")) == 40
