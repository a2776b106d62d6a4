"""A row for each value becomes a row for each sample."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datasets.columns import Column
from datasets.messages import InputError
from datasets.pivoting import pivot
from datasets.recipe import ColumnRecipe, LongForm, Recipe, Repeats
from tests.datasets.helpers import told
from tests.datasets.sheets import cells, decision, proposed

LONG = """SampleNo,East,North,Element,Result,Unit,Batch
S1,500100,7000100,Cu,12,ppm,1
S1,500100,7000100,Au,<5,ppb,2
S2,500200,7000200,Cu,0.02,%,1
S2,500200,7000200,Au,7,ppb,1
S2,500200,7000200,Au,9,ppb,1
S3,500300,7000300,Cu,44,ppm,3
S3,500300,7000300,Au,>2,ppb,3
S3,500300,7000300,Zn,lost,ppm,3
""" + "".join(f"R{k},1,{k},{e},{k + 1},ppm,1\n" for k in range(6) for e in ("Cu", "Zn"))


def test_a_long_file_is_found_and_turned() -> None:
    found = proposed(LONG)
    table = found.table
    assert decision(found, "layout") == "long"
    assert found.recipe.long_form == LongForm(
        sample="SampleNo", element="Element", value="Result", unit="Unit"
    )
    assert table.names == ("SampleNo", "East", "North", "Cu", "Au", "Zn")
    assert table.rows == 9
    assert cells(table.column("Cu"))[:3] == ["12", "200", "44"]
    assert cells(table.column("Au"))[:4] == ["<5", "8", ">2", None]
    assert (table.column("Cu").unit, table.column("Cu").element) == ("ppm", "Cu")
    assert table.column("East").values[1] == 500200
    assert "Cells with several values of one element in one sample: 1; their mean" in told(table)
    assert "Batch differs between the rows of one sample" in told(table)
    (cell,) = table.unread
    assert (cell.row, cell.line, cell.column, cell.text) == (3, 9, "Zn", "lost")


@pytest.mark.parametrize(
    ("repeats", "value"),
    [("mean", "8"), ("median", "8"), ("first", "7"), ("last", "9"), ("highest", "9")],
)
def test_repeats_as_chosen(repeats: Repeats, value: str) -> None:
    form = LongForm(
        sample="SampleNo", element="Element", value="Result", unit="Unit", repeats=repeats
    )
    found = proposed(LONG, Recipe(layout="long", long_form=form))
    assert cells(found.table.column("Au"))[1] == value


def test_columns_of_elements_are_converted() -> None:
    recipe = Recipe(columns={"Cu": ColumnRecipe(convert_to_unit="%")})
    column = proposed(LONG, recipe).table.column("Cu")
    assert (column.unit, cells(column)[:2]) == ("%", ["0.0012", "0.02"])


def test_it_may_stay_long() -> None:
    assert proposed(LONG, Recipe(layout="wide")).table.rows == 20


@pytest.mark.parametrize(
    "text",
    [
        "id,mineral,Cu\na,Cu,1\nb,Au,2\nc,Cu,3\nd,Au,5\n",
        "sample,answer,Cu\na,Y,1\na,N,2\nb,Y,3\nb,N,5\n",
        "sample,Cu,Pb\na,1,2\na,1,2\nb,3,4\n",
    ],
)
def test_what_is_not_long(text: str) -> None:
    assert decision(proposed(text), "layout") == "wide"


def test_an_absent_column_is_told() -> None:
    form = LongForm(sample="no", element="Element", value="Result")
    with pytest.raises(InputError, match="The column no of the long form"):
        proposed(LONG, Recipe(layout="long", long_form=form))


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from(["Cu", "Zn"]), st.floats(0.1, 100)),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from(["mean", "median", "first", "last", "max"]),
)
def test_pandas_finds_the_same(rows: list[tuple[str, str, float]], how: str) -> None:
    frame = pd.DataFrame(rows, columns=["sample", "element", "value"])
    wanted = frame.pivot_table(
        index="sample",
        columns="element",
        values="value",
        aggfunc=how,  # type: ignore[arg-type]
        sort=False,
    )
    none = np.zeros(len(rows), dtype=bool)
    columns = (
        Column("sample", "text", frame["sample"].to_numpy(dtype=object), none, 0),
        Column("element", "text", frame["element"].to_numpy(dtype=object), none, 0),
        Column("value", "number", frame["value"].to_numpy(), none, 0),
    )
    repeats: Repeats = "highest" if how == "max" else how  # type: ignore[assignment]
    form = LongForm(sample="sample", element="element", value="value", repeats=repeats)
    made = {column.name: column for column in pivot(columns, form, ()).columns}
    order = list(made["sample"].values)
    for element in wanted.columns:
        np.testing.assert_allclose(made[element].values, wanted.loc[order, element], rtol=1e-12)
