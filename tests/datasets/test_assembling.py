"""From a table to a dataset."""

from __future__ import annotations

import numpy as np
import pytest

from datasets.assembling import assemble, feature_matrix
from datasets.columns import Column, Table
from datasets.dataset import Dataset
from datasets.messages import InputError
from datasets.table import read_table
from tests.datasets.helpers import table

TEXT = """x,y,Cu,Pb,Ni,note,hole,class
1,5,<5,2,7,a,h1,type 10
2,6,10,,7,b,h1,type 2
3,,20,4,7,c,h2,type 2
4,8,30,6,9,d,,
5,9,40,8,7,e,h10,type 10
"""


def said(dataset: Dataset) -> str:
    return "\n".join(str(notice) for notice in dataset.notices)


def test_a_dataset() -> None:
    found = assemble(
        table(TEXT), target="class", features=["Pb", "Cu"], x="x", y="y", group="hole", crs="EPSG:1"
    )
    assert found.feature_names == ("Pb", "Cu")
    np.testing.assert_array_equal(found.features, [[2, 5], [np.nan, 10], [4, 20], [6, 30], [8, 40]])
    assert found.features.dtype == np.float64
    assert found.censored.tolist() == [[False, True], *[[False, False]] * 4]
    assert found.class_names == ("type 2", "type 10")
    assert found.target.tolist() == [1, 0, 0, -1, 1]
    assert found.target.dtype == np.int64
    assert found.labelled.tolist() == [0, 1, 2, 4]
    assert found.coordinates is not None
    np.testing.assert_array_equal(found.coordinates[:3], [[1, 5], [2, 6], [3, np.nan]])
    assert found.groups is not None
    assert found.groups.tolist() == [0, 0, 1, -1, 2]
    assert found.row_numbers.tolist() == [1, 2, 3, 4, 5]
    assert (found.crs, found.source) == ("EPSG:1", "table.csv")
    assert found.fingerprint == table(TEXT).fingerprint
    assert said(found).splitlines() == [
        "Samples without a class (1) are classified but not trained on.",
        "Cu has values below its detection limit (1).",
        "Missing values among the chosen features: 1.",
        "Samples without complete coordinates (1) are not on the map.",
        "Samples without a group: 1.",
    ]


def test_without_coordinates_and_groups() -> None:
    found = assemble(table(TEXT), target="class", features=["Cu"])
    assert found.coordinates is None
    assert found.groups is None


def test_features_that_say_nothing_are_left_out_and_told() -> None:
    text = "A,B,C,D,class\n1,,5,x,p\n2,,5,y,q\n3,7,6,z,\n"
    found = assemble(table(text), target="class", features=["A", "B", "C", "D"])
    assert found.feature_names == ("A",)
    for told in ("D holds text", "B has no value", "C has the same value"):
        assert told in said(found)


def test_a_limit_and_a_value_as_large_are_two_values() -> None:
    found = assemble(table("A,class\n<5,p\n5,q\n"), target="class", features=["A"])
    assert found.features.tolist() == [[5.0], [5.0]]
    assert found.censored.tolist() == [[True], [False]]
    with pytest.raises(InputError, match="None of the chosen features"):
        assemble(table("A,class\n<5,p\n<5,q\n"), target="class", features=["A"])


def a_table(*columns: Column) -> Table:
    rows = len(columns[0].values)
    return Table("t.csv", columns, rows, "0", "utf-8", ",", ".", ())


def numbers(name: str, *values: float, above: int = -1, unit: str = "") -> Column:
    flags = np.arange(len(values)) == above
    nothing = np.zeros(len(values), bool)
    return Column(name, "number", np.array(values), nothing, 0, flags if above >= 0 else None, unit)


def test_values_above_a_range_are_marked_and_told() -> None:
    found = assemble(
        a_table(numbers("Cu", 1, 2, 9, above=2), numbers("c", 1, 2, 2)),
        target="c",
        features=["Cu"],
    )
    assert found.above.tolist() == [[False], [False], [True]]
    assert found.features[2, 0] == 9
    assert "Cu has values above the range of its method (1); the limit" in said(found)


def test_units_are_those_of_the_column_or_of_its_name() -> None:
    found = assemble(
        a_table(numbers("Cu_ppm", 1, 2), numbers("Au", 1, 2, unit="ppb"), numbers("c", 1, 2)),
        target="c",
        features=["Cu_ppm", "Au"],
    )
    assert found.feature_units == ("ppm", "ppb")


def test_a_matrix_for_a_model_keeps_limits_and_converts_units() -> None:
    source = table("Cu_ppm,Zn,x\n<5,7,a\n10,,b\n")
    values, censored, notices = feature_matrix(source, ("x", "Cu_ppm"), ("ppm", "%"))
    np.testing.assert_allclose(values, [[np.nan, 5e-4], [np.nan, 1e-3]])
    assert censored.tolist() == [[False, True], [False, False]]
    told = "\n".join(map(str, notices))
    assert "x holds text" in told
    assert "Cu_ppm was converted from ppm to %, as the model knows it" in told
    values, _, notices = feature_matrix(source, ("Zn",), ("ppm",))
    assert values[0, 0] == 7
    assert not any("converted" in str(notice) for notice in notices)


def test_the_notices_of_the_table_come_first() -> None:
    found = assemble(table("A,class\n>5,p\n6,q\n"), target="class", features=["A"])
    assert "above the range" in str(found.notices[0])


def test_numeric_classes() -> None:
    text = "A,class\n1,20\n2,3.0\n3,100\n4,\n5,2.5\n"
    found = assemble(table(text), target="class", features=["A"])
    assert found.class_names == ("2.5", "3", "20", "100")
    assert found.target.tolist() == [2, 1, 3, -1, 0]
    assert said(found).count("has one sample") == 4


def test_text_classes_are_stripped_and_in_natural_order() -> None:
    text = 'A,class\n1,b 10\n2," b 9 "\n3,a\n4,b 9\n5,B 9\n'
    found = assemble(table(text), target="class", features=["A"])
    assert found.class_names == ("a", "B 9", "b 9", "b 10")


def test_many_numeric_codes_that_repeat_are_classes() -> None:
    rows = "\n".join(f"{k / 7},{k % 60}" for k in range(240))
    assert len(assemble(table(f"A,c\n{rows}\n"), target="c", features=["A"]).class_names) == 60


@pytest.mark.parametrize(
    ("text", "choice", "sentence"),
    [
        (TEXT, {"target": "clas", "features": ["Cu"]}, "no column “clas”.*class"),
        (TEXT, {"target": "class", "features": ["Cv"]}, "no column “Cv”"),
        (TEXT, {"target": "Cu", "features": ["Cu", "Pb"]}, "Cu is among the features"),
        (TEXT, {"target": "class", "features": ["Cu"], "x": "x"}, "choose both or neither"),
        (
            TEXT,
            {"target": "class", "features": ["Cu"], "x": "x", "y": "x"},
            "x is chosen for both coordinates",
        ),
        (
            TEXT,
            {"target": "class", "features": ["Cu"], "x": "x", "y": "note"},
            "note holds text, such as “a”",
        ),
        (TEXT, {"target": "class", "features": ["note"]}, "None of the chosen features"),
        (TEXT, {"target": "class", "features": []}, "None of the chosen features"),
        ("A,c\n1,\n2,\n", {"target": "c", "features": ["A"]}, "no class in any row"),
        ("A,c\n1,p\n2,p\n", {"target": "c", "features": ["A"]}, "a single class, p;"),
        (
            "A,c\n" + "".join(f"{k},{k / 7}\n" for k in range(60)),
            {"target": "c", "features": ["A"]},
            "60 different numbers, so it looks like a measurement",
        ),
    ],
)
def test_choices_that_cannot_work(text: str, choice: dict[str, object], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        assemble(table(text), **choice)  # type: ignore[arg-type]


def test_the_copper_example() -> None:
    source = read_table("example:copper")
    found = assemble(
        source,
        target="deposit_type",
        features=source.names[3:17],
        x="easting_m",
        y="northing_m",
        crs="EPSG:4509",
    )
    assert found.features.shape == (22_400, 14)
    assert len(found.labelled) == 73
    assert len(found.class_names) == 8


def test_an_empty_coordinate_column_is_named(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("x,y,a,c\n,1,2,u\n,2,3,v\n,3,4,u\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no value|no column"):
        assemble(read_table(path), target="c", features=["a"], x="x", y="y")
