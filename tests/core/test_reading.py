"""How a table is read, as a file: whole, strict about names, its paths movable."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import Deposits, Reading, read_reading, reading_text, reading_with_places
from datasets.messages import InputError
from datasets.recipe import Recipe

NAMES = st.text(min_size=1, max_size=6)
LENGTHS = st.floats(0, 1e6)
READINGS = st.builds(
    Reading,
    recipe=st.builds(Recipe, sheet=NAMES, crs=NAMES),
    deposits=st.none()
    | st.builds(
        Deposits,
        table=NAMES,
        x=NAMES,
        y=NAMES,
        kind=NAMES,
        name=st.text(max_size=3),
        sample_x=NAMES,
        sample_y=NAMES,
        join=st.sampled_from(["nearest", "radius"]),
        radius=LENGTHS,
        background=st.integers(0, 100),
        buffer=LENGTHS,
        below=st.dictionaries(NAMES, LENGTHS, max_size=2),
    ),
    classes=st.dictionaries(NAMES, st.dictionaries(NAMES, st.text(max_size=4)), max_size=2),
)


@given(READINGS)
def test_a_reading_survives_its_file(tmp_path_factory: pytest.TempPathFactory, reading) -> None:
    path = tmp_path_factory.getbasetemp() / "reading.toml"
    path.write_text(reading_text(reading), encoding="utf-8", newline="\n")
    read = read_reading(path)
    assert read == reading


def test_only_the_deposits_have_a_place() -> None:
    how = Deposits(table="a", x="x", y="y", kind="k", sample_x="E", sample_y="N")
    moved = reading_with_places(Reading(deposits=how), lambda place: f"/there/{place}")
    assert moved.deposits == how.model_copy(update={"table": "/there/a"})
    assert reading_with_places(Reading(), lambda place: "/there") == Reading()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "cannot be read"),
        ("shape = 1", "shape"),
        ("[deposits]\ntable = 'a'", r"deposits\.x"),
        (
            "[deposits]\ntable='a'\nx='x'\ny='y'\nkind='k'\nsample_x='E'\nsample_y='N'\nradius=-1",
            r"deposits\.radius",
        ),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "reading.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_reading(path)
