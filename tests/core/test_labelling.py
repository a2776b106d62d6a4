"""Labels from a file of deposits: joined, drawn beside, merged, and kept with the job."""

from __future__ import annotations

import shutil
from pathlib import Path

import geopandas
import numpy as np
import openpyxl
import pandas as pd
import pytest
from pyproj import Transformer

from core.classes import class_counts, with_classes
from core.events import Failed, Finished
from core.job_file import read_job
from core.labelling import label_table
from core.loading import read_labelled, read_source
from core.name_columns import class_column
from core.project import Project, read_project, write_project
from core.proposing_labels import propose_deposits
from core.reading import Deposits, Reading, read_reading, reading_text
from core.run_folder import RunFolder
from datasets.columns import Column, Table
from datasets.messages import InputError
from datasets.table import read_table
from tests.core.small_runs import carry_out, command, on_terminal

TO_DEGREES = Transformer.from_crs("EPSG:4509", "EPSG:4326", always_xy=True)
HOW = Deposits(table="d.csv", x="x", y="y", kind="type", sample_x="E", sample_y="N")


def number(name: str, values: list[float]) -> Column:
    numbers = np.array(values, np.float64)
    nothing = np.zeros(len(numbers), dtype=bool)
    return Column(name, "number", numbers, nothing, int(np.isnan(numbers).sum()))


def text(name: str, values: list[str | None]) -> Column:
    nothing = np.zeros(len(values), dtype=bool)
    missing = sum(value is None for value in values)
    return Column(name, "text", np.array(values, dtype=object), nothing, missing)


def table_of(*columns: Column, source: str = "t.csv", crs: str = "") -> Table:
    rows = len(columns[0].values)
    return Table(source, columns, rows, source, "utf-8", ",", ".", (), crs=crs)


def samples(crs: str = "", columns: int = 5, rows: int = 4) -> Table:
    """Return a grid of samples 1 km apart, the south-west one at 500,000, 3,000,000."""
    east, north = np.meshgrid(np.arange(columns), np.arange(rows))
    return table_of(
        number("E", (500_000.0 + 1000 * east.ravel()).tolist()),
        number("N", (3_000_000.0 + 1000 * north.ravel()).tolist()),
        number("Cu", np.arange(columns * rows).astype(float).tolist()),
        crs=crs,
    )


def deposits(*points: tuple[float, float, str | None], crs: str = "") -> Table:
    x, y, kinds = zip(*points, strict=True)
    return table_of(
        number("x", list(x)),
        number("y", list(y)),
        text("type", list(kinds)),
        text("name", [f"D{k + 1}" for k in range(len(x))]),
        source="d.csv",
        crs=crs,
    )


def changed(**fields) -> Deposits:
    return HOW.model_copy(update=fields)


def new_values(table: Table, name: str = "deposit") -> dict[int, str]:
    values = table.column(name).values
    return {row: value for row, value in enumerate(values) if value is not None}


def reasons(labels) -> dict[int, str]:
    return {row: str(reason) for row, reason in labels.unmatched}


# --- joining ---------------------------------------------------------------------------


def test_each_deposit_labels_its_nearest_sample_and_the_rest_is_told_why_not():
    points = deposits(
        (500_010, 3_000_020, "skarn"),
        (500_400, 3_000_000, "porphyry"),
        (502_100, 3_001_000, "vein"),
        (np.nan, 3_001_000, "vein"),
        (503_000, 3_001_000, None),
        (900_000, 3_000_000, "vein"),
    )
    table, labels = label_table(samples(), points, changed(radius=800, name="name"))
    assert new_values(table) == {0: "skarn", 7: "vein"}
    assert labels.pair_deposit.tolist() == [0, 2]
    assert labels.pair_sample.tolist() == [0, 7]
    np.testing.assert_allclose(labels.pair_distance, [np.hypot(10, 20), 100])
    assert reasons(labels) == {
        1: "Its sample is nearer to deposit 1 (D1).",
        3: "Its coordinates are missing.",
        4: "It has no class.",
        5: "The nearest sample is 396,000 away.",
    }
    said = [str(notice) for notice in table.notices]
    assert said == ["Deposits that label no sample: 4 of 6; each is listed with its reason."]


def test_all_samples_within_a_radius_take_the_nearest_deposit():
    points = deposits((501_000, 3_001_000, "skarn"), (502_600, 3_001_000, "vein"))
    table, labels = label_table(samples(), points, changed(join="radius", radius=1000))
    assert new_values(table) == {
        1: "skarn",
        5: "skarn",
        6: "skarn",
        7: "vein",
        11: "skarn",
        8: "vein",
    }
    assert [str(n) for n in labels.notices] == [
        "Samples within reach of two classes (1) took that of the nearer deposit."
    ]


def test_deposits_in_degrees_find_samples_in_metres():
    wanted = [(500_020.0, 3_000_010.0), (503_030.0, 3_002_040.0)]
    x, y = TO_DEGREES.transform(*np.array(wanted).T)
    points = deposits(*zip(x, y, ["skarn", "vein"], strict=True))
    how = changed(crs="EPSG:4326", sample_crs="EPSG:4509")
    table, labels = label_table(samples(), points, how)
    assert new_values(table) == {0: "skarn", 13: "vein"}
    np.testing.assert_allclose(labels.pair_distance, [np.hypot(20, 10), np.hypot(30, 40)], atol=1)
    np.testing.assert_allclose(labels.x, [place[0] for place in wanted], atol=1)
    assert labels.unit == "m"


def test_the_systems_that_the_files_state_are_taken():
    x, y = TO_DEGREES.transform(501_000.0, 3_000_000.0)
    table, _ = label_table(
        samples(crs="EPSG:4509"), deposits((x, y, "skarn"), crs="EPSG:4326"), HOW
    )
    assert new_values(table) == {1: "skarn"}


@pytest.mark.parametrize(
    ("points", "how", "said"),
    [
        (deposits((1e5, 1e5, "a")), HOW, "outside the area"),
        (deposits((1e5, 1e5, "a")), changed(radius=10.0), "No deposit lies within 10"),
        (deposits((117.0, 27.1, "a"), crs="EPSG:4326"), HOW, "system of the samples is unknown"),
        (deposits((117.12345, 27.12345, "a")), HOW, "longitude and latitude"),
        (deposits((500_000, 3_000_000, None)), HOW, "No deposit of d.csv has both"),
        (deposits((500_000, 3_000_000, "a")), changed(column="Cu"), "has a column “Cu” already"),
        (deposits((500_000, 3_000_000, "a")), changed(join="radius"), "needs a radius above 0"),
        (deposits((500_000, 3_000_000, "a")), changed(x="type"), "is no coordinate"),
        (deposits((500_000, 3_000_000, "a")), changed(kind="typ"), "no column “typ”"),
        (
            deposits((500_000, 3_000_000, "a")),
            changed(crs="EPSG:4326", sample_crs="nowhere"),
            "nowhere",
        ),
    ],
)
def test_what_cannot_be_joined_is_told_in_a_sentence(points, how, said):
    with pytest.raises(InputError, match=said):
        label_table(samples(), points, how)


def test_a_change_of_either_file_changes_the_fingerprint():
    points = deposits((500_000, 3_000_000, "a"))
    one, _ = label_table(samples(), points, HOW)
    again, _ = label_table(samples(), points, HOW)
    other = table_of(*points.columns, source="another.csv")
    changed_file, _ = label_table(samples(), other, HOW)
    assert one.fingerprint == again.fingerprint
    assert len({one.fingerprint, changed_file.fingerprint, samples().fingerprint}) == 3


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".xlsx"])
def test_points_of_a_gis_and_workbooks_are_joined(tmp_path, ending):
    wanted = {12: "斑岩型", 3: "skarn"}
    grid = samples()
    east, north = (grid.column(name).values[list(wanted)] for name in ("E", "N"))
    lon, lat = TO_DEGREES.transform(east + 20, north)
    path = tmp_path / f"deposits{ending}"
    columns = {"type": list(wanted.values()), "name": ["甲", "B"]}
    if ending == ".xlsx":
        book = openpyxl.Workbook()
        book.active.append(["type", "name", "longitude", "latitude"])
        for row in zip(*columns.values(), lon, lat, strict=True):
            book.active.append([value if isinstance(value, str) else float(value) for value in row])
        book.save(path)
    else:
        points = geopandas.points_from_xy(lon, lat)
        frame = geopandas.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")
        frame.to_file(path, encoding="utf-8")
    table = tmp_path / "t.csv"
    rows = zip(*(grid.column(name).values for name in ("E", "N", "Cu")), strict=True)
    lines = [f"{x:.0f},{y:.0f},{cu}" for x, y, cu in rows]
    table.write_text("\n".join(["E,N,Cu", *lines]) + "\n", encoding="utf-8")
    given = {"kind": "type", "sample_crs": "EPSG:4509"}
    how = propose_deposits(str(table), str(path), given=given)
    assert how.crs == "EPSG:4326"
    assert how.name == "name"
    assert new_values(read_source(str(table), Reading(deposits=how))) == wanted


# --- background ------------------------------------------------------------------------


def test_background_keeps_away_from_every_deposit_and_from_anomalies():
    points = deposits(
        (500_000, 3_000_000, "a"), (500_010, 3_000_000, "a"), (504_000, 3_003_000, None)
    )
    how = changed(background=8, buffer=1500.0, below={"Cu": 13.0}, seed=4)
    table, labels = label_table(samples(columns=6, rows=6), points, how)
    grid = samples(columns=6, rows=6)
    x, y = grid.column("E").values, grid.column("N").values
    free = [
        row
        for row in range(36)
        if all(
            np.hypot(x[row] - p, y[row] - q) >= 1500
            for p, q in ((500_000, 3_000_000), (504_000, 3_003_000))
        )
        and row <= 13
    ]
    assert set(labels.background.tolist()) <= set(free)
    assert len(labels.background) == min(8, len(free))
    assert list(new_values(table).values()).count("no deposit") == len(labels.background)


def test_fewer_background_samples_than_asked_is_said():
    points = deposits((500_000, 3_000_000, "a"))
    table, labels = label_table(samples(), points, changed(background=100, buffer=2500.0))
    assert 0 < len(labels.background) < 100
    said = f"Only {len(labels.background)} of 100 background samples could be drawn"
    assert any(str(notice).startswith(said) for notice in table.notices)


# --- classes ---------------------------------------------------------------------------


def test_classes_are_renamed_merged_and_taken_away_at_once():
    table = table_of(
        text("type", ["a", "b", "c", None, "a"]), number("code", [1, 2, 2, np.nan, 20])
    )
    renamed = with_classes(
        table, {"type": {"a": "b", "b": "a", "c": "", "gone": "x"}, "code": {"2": "granite"}}
    )
    assert renamed.column("type").values.tolist() == ["b", "a", None, None, "b"]
    assert renamed.column("type").missing == 2
    assert renamed.column("code").values.tolist() == ["1", "granite", "granite", None, "20"]
    assert class_counts(renamed.column("code")) == {"1": 1, "20": 1, "granite": 2}
    assert ["gone" in str(notice) for notice in renamed.notices] == [True]
    with pytest.raises(InputError, match="no column “typ”"):
        with_classes(table, {"typ": {}})


# --- the copper survey with its own deposits --------------------------------------------


@pytest.fixture(scope="module")
def copper(tmp_path_factory):
    """The copper survey, and its 33 deposits in a file, in degrees and off their samples."""
    table = read_table("example:copper")
    kinds = table.column("deposit_type").values
    rows = [row for row, kind in enumerate(kinds) if kind not in (None, "no anomaly")]
    x, y = (table.column(name).values[rows] for name in ("easting_m", "northing_m"))
    lon, lat = TO_DEGREES.transform(x + 300, y - 400)
    path = tmp_path_factory.mktemp("copper") / "deposits.csv"
    lines = ["name,longitude,latitude,deposit_type"]
    lines += [f"D{k + 1},{lon[k]:.7f},{lat[k]:.7f},{kinds[row]}" for k, row in enumerate(rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path, {row: kinds[row] for row in rows}


def reading_for(path: Path, **fields) -> Reading:
    how = Deposits(
        table=str(path),
        x="longitude",
        y="latitude",
        kind="deposit_type",
        crs="EPSG:4326",
        sample_x="easting_m",
        sample_y="northing_m",
        sample_crs="EPSG:4509",
        **fields,
    )
    return Reading(deposits=how, classes={"deposit": {"skarn": "contact"}})


def test_the_copper_deposits_come_back_to_their_samples(copper):
    path, expected = copper
    read = read_labelled("example:copper", reading_for(path))
    assert len(expected) == 33
    assert new_values(read.table) == {
        row: "contact" if kind == "skarn" else kind for row, kind in expected.items()
    }
    assert read.labels is not None
    assert len(read.labels.unmatched) == 0
    np.testing.assert_allclose(read.labels.pair_distance, 500, atol=0.1)
    assert read.classes_before["deposit"]["skarn"] == 5


# --- jobs, projects and runs -----------------------------------------------------------


def write_survey(folder: Path) -> Path:
    """Write a survey of 80 samples and a file of six deposits beside it."""
    folder.mkdir(parents=True)
    rng = np.random.default_rng(2)
    lines = ["E,N,Cu,Zn"]
    for row in range(80):
        cu, zn = np.exp(rng.normal(size=2))
        lines.append(
            f"{500_000 + 1000 * (row % 10)},{3_000_000 + 1000 * (row // 10)},{cu:.4f},{zn:.4f}"
        )
    (folder / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = ["name,east,north,type"]
    lines += [f"D{k},{500_030 + 1000 * k},{3_001_020 + 1000 * k},{'ab'[k % 2]}" for k in range(6)]
    (folder / "d.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "t.csv"


def propose(table: Path, *words: object) -> tuple[int, list]:
    deposits_file = table.with_name("d.csv")
    return command("job", table, "--deposits", deposits_file, "--deposit-class", "type", *words)


def test_unmatched_deposits_are_listed_with_their_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --deposit-class too: their types are found, though no column says so."""
    monkeypatch.chdir(tmp_path)
    table = write_survey(tmp_path / "data")
    lines = ["Name,Type,X,Y"]
    lines += [f"D{k},{'ab'[k % 2]},{500_030 + 1000 * k},3001020" for k in range(6)]
    lines += ["Far,a,503300,3000400", "Nowhere,b,,"]
    # more than a terminal lists
    lines += [f"Same {k},a,500030,{3001025 + k}" for k in range(20)]
    (tmp_path / "data" / "d.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ("--deposits", "data/d.csv", "--radius", 300)
    assert on_terminal("job", table, *words) == 0
    printed = capsys.readouterr()
    (tmp_path / "job.toml").write_text(printed.out, encoding="utf-8")
    how = read_job(tmp_path / "job.toml").data.reading.deposits
    assert how is not None
    assert (how.kind, how.name) == ("Type", "Name")
    assert "6 of 28 deposits label 6 samples" in printed.err
    assert "Deposit in row 7 (Far, a): The nearest sample is 500 away." in printed.err
    assert "Deposit in row 8 (Nowhere, b): Its coordinates are missing." in printed.err
    assert "Same 17" in printed.err
    assert "Same 18" not in printed.err
    assert "not listed: 2." in printed.err
    assert on_terminal("run", "job.toml", "--out", "run", "--set", "training.epochs=3") == 0
    assert "Deposit in row 7 (Far, a)" in capsys.readouterr().err
    kept = pd.read_csv(tmp_path / "run" / "unmatched.csv")
    assert kept["row"].tolist() == list(range(7, 29))
    assert kept["name"].tolist()[:2] == ["Far", "Nowhere"]
    places = kept[["x", "y"]].to_numpy()
    assert places[0].tolist() == [503_300, 3_000_400]
    assert np.isnan(places[1]).all()
    assert kept["reason"][0] == "The nearest sample is 500 away."


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([("Name", 8), ("Type", 3)], "Type"),
        ([("矿床名", 3), ("矿种", 3)], "矿种"),
        ([("Host", 2), ("Type", 2)], "Host"),
        ([("Remark", 1), ("Name", 8)], "Name"),
        ([("Remark", 1)], ""),
    ],
)
def test_the_column_of_classes_is_found(columns: list[tuple[str, int]], expected: str) -> None:
    known = [(name, "text", 0, distinct) for name, distinct in columns]
    assert class_column([("Au", "number", 0, 2), *known], 8) == expected


def test_a_job_with_deposits_is_proposed_run_and_moved(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = write_survey(tmp_path / "old" / "data")
    code, events = propose(
        table, "--radius", 500, "--background", 10, "--buffer", 1500, "--set", "training.epochs=3"
    )
    assert code == 0
    text_ = events[-1].values["job"]
    path = tmp_path / "old" / "job.toml"
    path.write_text(text_, encoding="utf-8")
    job = read_job(path)
    how = job.data.reading.deposits
    assert how is not None
    assert (how.x, how.y, how.kind, how.name) == ("east", "north", "type", "name")
    assert (job.data.target, how.background, how.buffer) == ("deposit", 10, 1500.0)
    run = tmp_path / "old" / "runs" / "one"
    carry_out(job, run)
    assert str(tmp_path) not in (run / "job.toml").read_text(encoding="utf-8")
    shutil.move(tmp_path / "old", tmp_path / "new")
    moved = RunFolder(tmp_path / "new" / "runs" / "one").job()
    assert moved.data.reading.deposits is not None
    assert moved.data.reading.deposits.table == str((tmp_path / "new" / "data" / "d.csv").resolve())
    found = new_values(read_source(moved.data.table, moved.data.reading))
    assert sorted(found.values()).count("no deposit") == 10
    assert {row: kind for row, kind in found.items() if kind != "no deposit"} == {
        10 + 11 * k: "ab"[k % 2] for k in range(6)
    }


def test_a_project_finds_its_deposits_and_keeps_colours_without_a_job(tmp_path):
    folder = tmp_path.resolve() / "old"
    table = write_survey(folder / "data")
    how = changed(table=str(folder / "data" / "d.csv"))
    project = Project(str(table), "f", None, Reading(deposits=how), {"skarn": "#12aB34"})
    write_project(folder / "survey.anomalyst", project)
    assert read_project(folder / "survey.anomalyst") == project
    shutil.move(folder, tmp_path / "new")
    moved = read_project(tmp_path / "new" / "survey.anomalyst")
    assert moved.reading.deposits is not None
    assert moved.reading.deposits.table == str(tmp_path.resolve() / "new" / "data" / "d.csv")
    assert moved.colours == {"skarn": "#12aB34"}


def test_a_damaged_colour_falls_back_to_the_usual_one(tmp_path):
    path = tmp_path / "survey.anomalyst"
    write_project(path, Project("example:copper", "f", None, colours={"a": "#000000"}))
    text_ = path.read_text(encoding="utf-8")
    path.write_text(text_.replace("#000000", "javascript:"), encoding="utf-8")
    assert read_project(path).colours == {}


def test_the_columns_command_tells_of_the_join(tmp_path):
    table = write_survey(tmp_path / "data")
    how = changed(
        table=str(table.with_name("d.csv")), x="east", y="north", name="name", background=5
    )
    path = tmp_path / "reading.toml"
    path.write_text(reading_text(Reading(deposits=how, classes={"deposit": {"a": "c"}})), "utf-8")
    assert read_reading(path).deposits == how
    code, events = command("columns", table, "--reading", path)
    assert code == 0
    assert isinstance(events[-1], Finished)
    assert "6 of 6 deposits label 6 samples; background samples: 5." in str(events[-1].message)
    values = events[-1].values
    assert values["labels"]["pairs"][0][:4] == [0, "D0", "a", 10]
    assert len(values["labels"]["background"]) == 5
    assert values["classes_before"] == {"deposit": {"a": 3, "b": 3, "no deposit": 5}}


def test_a_job_needs_a_target_or_deposits(tmp_path):
    table = write_survey(tmp_path / "data")
    code, events = command("job", table)
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert "--deposits" in str(events[-1].message)
    code, events = command("job", table, "--deposits", tmp_path / "none.csv")
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert "none.csv" in str(events[-1].message)


def test_a_chinese_list_of_a_thousand_deposits_joins(tmp_path):
    survey = samples(crs="EPSG:4509", columns=80, rows=60)
    random = np.random.default_rng(4)
    rows = random.choice(survey.rows, 1000, replace=False)
    east = survey.column("E").values[rows] + random.uniform(-300, 300, 1000)
    north = survey.column("N").values[rows] + random.uniform(-300, 300, 1000)
    lon, lat = TO_DEGREES.transform(east, north)
    kinds = np.array(["斑岩型", "矽卡岩型", "火山岩型"])[random.integers(0, 3, 1000)]
    how = {"name": "矿点名称", "kind": "矿种", "join": "nearest", "radius": 500.0}

    def listed(name: str, heads: str, first: np.ndarray, second: np.ndarray) -> Table:
        lines = [f"K{k},{first[k]:.7f},{second[k]:.7f},{kinds[k]}" for k in range(1000)]
        path = tmp_path / name
        path.write_bytes("\r\n".join([heads, *lines]).encode("gbk"))
        return read_table(str(path))

    def check(points: Table, **fields: str) -> None:
        labelled, labels = label_table(survey, points, changed(**how, **fields))
        assert labels.unmatched == ()
        assert labels.pair_sample[np.argsort(labels.pair_deposit)].tolist() == rows.tolist()
        assert labelled.column("deposit").values[rows].tolist() == kinds.tolist()

    check(listed("a.csv", "矿点名称,经度,纬度,矿种", lon, lat), x="经度", y="纬度")
    # Gauss-Krüger: X runs north, Y runs east, with the zone in front
    zoned = Transformer.from_crs("EPSG:4509", "EPSG:4498", always_xy=True).transform(east, north)
    points = listed("b.csv", "矿点名称,X,Y,矿种", zoned[1], zoned[0])
    check(points, x="Y", y="X", crs="EPSG:4498")
    with pytest.raises(InputError, match=r"begin with a zone number, 20, .* such as EPSG:4498"):
        label_table(survey, points, changed(**how, x="Y", y="X"))
