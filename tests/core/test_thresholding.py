"""The verb ``threshold``: what it prints, what it writes, what it refuses."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest

from core.events import Failed, Finished, Notice
from core.project import Project, read_project, write_project
from core.thresholds.kept import KeptThreshold
from core.thresholds.multivariate import robust_distances
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError
from tests.core.small_runs import command, on_terminal
from tests.core.test_thresholds_trimming import transcribed

ROWS = 240


def write_survey(path: Path) -> Path:
    """A table with gold below its limit, gaps, and two map sheets."""
    random = np.random.default_rng(11)
    gold = random.lognormal(0.5, 0.8, ROWS).round(2)
    frame = pd.DataFrame(
        {
            "sample": [f"S{row}" for row in range(ROWS)],
            "E": 500_000 + 2000 * (np.arange(ROWS) % 20),
            "N": 4_000_000 + 2000 * (np.arange(ROWS) // 20),
            "Cu_ppm": random.lognormal(3, 0.5, ROWS).round(1),
            "Zn_ppm": random.lognormal(4, 0.4, ROWS).round(1),
            "Au_ppb": [f"<{0.5}" if value < 0.5 else f"{value}" for value in gold],
            "sheet": np.where(np.arange(ROWS) % 20 < 8, "H50E001", "H50E002"),
        }
    )
    frame.loc[3, "Cu_ppm"] = np.nan
    frame.to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_survey(tmp_path_factory.mktemp("survey") / "survey.csv")


def test_the_copper_survey_gives_its_documented_threshold(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert on_terminal("threshold", "example:copper", "--column", "Cu_ppm") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("pass")
    assert [line.split()[0] for line in lines[1:-2]] == [str(n) for n in range(1, 18)]
    assert lines[1].split()[1:3] == ["22,340", "991"]
    assert lines[-3].split()[1:3] == ["16,383", "0"]
    assert lines[-2].startswith("threshold 33.1 ppm  (trimming, mean + 2 sd, linear domain")
    assert lines[-1] == "5,802 of 22,340 samples above (26 %); 60 missing"


def test_each_sample_is_written_with_its_verdict(survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "flagged.csv"
    code, events = command("threshold", survey, "--column", "Cu_ppm", "--out", out)
    assert code == 0
    written = pd.read_csv(out)
    copper = pd.read_csv(survey)["Cu_ppm"]
    limit, _ = transcribed(copper.dropna().tolist(), 2.0)
    assert written["row"].tolist() == list(range(1, ROWS + 1))
    assert written["value"].equals(copper)
    assert written["threshold"].dropna().tolist() == pytest.approx([limit] * (ROWS - 1))
    assert written["ratio"].dropna().tolist() == pytest.approx((copper / limit).dropna().tolist())
    known = copper.notna()
    assert (written["anomalous"][known] == np.where(copper[known] > limit, "yes", "no")).all()
    assert written["anomalous"][~known].isna().all()
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.values["threshold"]["anomalous"] == int((copper > limit).sum())


def test_groups_and_censored_values_from_the_command_line(survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "flagged.parquet"
    words = ["--column", "Au_ppb", "--log", "--k", "1.8", "--censored", "root2"]
    code, _ = command("threshold", survey, *words, "--group", "sheet", "--out", out)
    assert code == 0
    written = pd.read_parquet(out)
    cells = pd.read_csv(survey, dtype=str)
    numbers = cells["Au_ppb"].str.lstrip("<").astype(float)
    taken = numbers.where(~cells["Au_ppb"].str.startswith("<"), 0.5 / np.sqrt(2))
    assert written["value"].tolist() == pytest.approx(taken.tolist())
    for sheet, members in written.groupby("group"):
        limit, _ = transcribed(np.log10(taken[cells["sheet"] == sheet]).tolist(), 1.8)
        assert members["threshold"].tolist() == pytest.approx([10**limit] * len(members))


def test_the_comparison_is_printed(survey: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on_terminal("threshold", survey, "--column", "Zn_ppm", "--compare") == 0
    table = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert table[0].split() == [
        "method",
        "domain",
        "threshold",
        "(ppm)",
        "above",
        "share",
        "passes",
    ]
    assert len(table) == 13
    assert table[1].startswith("trimming, mean + 2 sd")


def test_several_elements_together(survey: Path) -> None:
    code, events = command(
        "threshold", survey, "--column", "Cu_ppm,Zn_ppm", "--column", "Au_ppb",
        "--method", "mahalanobis",
    )  # fmt: skip
    assert code == 0
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.values["threshold"]["judged"] == ROWS - 1
    # √χ² with 2 degrees of freedom at 0.975 is √(−2 ln 0.025)
    value = finished.values["threshold"]["thresholds"][""]["value"]
    assert value == pytest.approx(np.sqrt(-2 * np.log(0.025)), rel=1e-9)
    assert [str(e.message) for e in events if isinstance(e, Notice)] == [
        "Samples without a positive value in one of the elements have no distance: 1."
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--column", "Co_ppm"], "has no column “Co_ppm”; the nearest names are Cu_ppm"),
        (["--column", "sheet"], "The column “sheet” holds text"),
        (["--column", "Cu_ppm,Zn_ppm"], "A threshold is found for one column"),
        (["--column", "Cu_ppm", "--k", "0"], "The setting k of a threshold cannot be used"),
        (["--column", "Cu_ppm", "--k", "0.4"], "leaves fewer than 3 of 239 values"),
        (["--column", "Cu_ppm", "--group", "rock"], "has no column “rock”"),
        (["--column", "Cu_ppm", "--method", "mahalanobis"], "at least two columns"),
        (
            ["--column", "Cu_ppm,Zn_ppm", "--method", "mahalanobis", "--group", "sample"],
            "No group of the column “sample” has a robust distance; the first one: 1 sample",
        ),
        (["--column", "Cu_ppm", "--out", "flagged.txt"], "should end in .csv, .xlsx, .parquet"),
        (["--column", "Cu_ppm", "--figures", "figures.gpkg"], "should end in .csv or .xlsx"),
        (["--column", "Cu_ppm", "--out", "a.gpkg", "--x", "sheet"], "coordinates have to be"),
    ],
)
def test_what_is_refused(survey: Path, words: list[str], sentence: str) -> None:
    code, events = command("threshold", survey, *words)
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert sentence in str(events[-1].message)


def test_each_sheet_has_a_centre_of_its_own(survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "flagged.parquet"
    words = ["--column", "Cu_ppm,Zn_ppm,Au_ppb", "--method", "mahalanobis", "--censored", "limit"]
    code, events = command("threshold", survey, *words, "--group", "sheet", "--out", out)
    assert code == 0
    written = pd.read_parquet(out)
    cells = pd.read_csv(survey, dtype=str)
    parts = np.column_stack(
        [cells[name].str.lstrip("<").astype(float) for name in ("Cu_ppm", "Zn_ppm", "Au_ppb")]
    )
    for sheet in ("H50E001", "H50E002"):
        members = (cells["sheet"] == sheet).to_numpy()
        wanted = robust_distances(parts[members])
        assert written["value"][members].to_numpy() == pytest.approx(wanted, nan_ok=True)
    told = events[-1].values["threshold"]  # type: ignore[union-attr]
    assert list(told["thresholds"]) == ["H50E001", "H50E002"]
    assert (told["missing"], told["ungrouped"], told["judged"]) == (1, 0, ROWS - 1)


def test_samples_open_in_a_gis_with_their_zone(survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "flagged.gpkg"
    words = ["--column", "Cu_ppm", "--method", "percentile", "--percentile", "50"]
    code, _ = command("threshold", survey, *words, "--out", out, "--crs", "EPSG:32650")
    assert code == 0
    points = geopandas.read_file(out)
    table = pd.read_csv(survey)
    assert points.crs.to_epsg() == 32650
    assert points["sample"].tolist() == table["sample"].tolist()
    assert points.geometry.x.tolist() == table["E"].tolist()
    assert points.geometry.y.tolist() == table["N"].tolist()
    ratio = table["Cu_ppm"] / table["Cu_ppm"].median()
    zone = pd.cut(ratio, [0, 1, 2, 4, 99], labels=["background", "outer", "middle", "inner"])
    assert points["zone"].isna().sum() == 1
    known = ratio.notna()
    assert points["zone"][known].tolist() == zone[known].tolist()
    assert points["anomalous"][known].eq("yes").tolist() == ratio[known].gt(1).tolist()


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".csv"])
def test_files_say_what_was_measured_and_what_is_a_limit(
    survey: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"gold{suffix}"
    code, _ = command(
        "threshold", survey, "--column", "Au_ppb", "--crs", "EPSG:32650", "--out", out
    )
    assert code == 0
    found = pd.read_csv(out) if suffix == ".csv" else geopandas.read_file(out)
    gold = pd.read_csv(survey)["Au_ppb"]
    below = gold.str.startswith("<")
    assert 0 < below.sum() < ROWS
    assert set(found["element"]) == {"Au_ppb"}
    assert set(found["unit"]) == {"ppb"}
    assert found["qualifier"].eq("<").tolist() == below.tolist()
    assert found["limit"][below].eq(0.5).all()
    assert found["value"][below].eq(0.25).all()
    assert found["limit"][~below].isna().all()
    assert found["value"][~below].tolist() == gold[~below].astype(float).tolist()
    if suffix == ".gpkg":
        with contextlib.closing(sqlite3.connect(out)) as file:
            told = dict(file.execute("SELECT column_name, description FROM gpkg_data_columns"))
        assert told["value"] == (
            "Au_ppb, ppb, as it counted; below the detection limit: half the limit"
        )
        assert told["threshold"].endswith("ppb: iterative trimming, mean + 2 sd")
    if suffix == ".shp":
        listed = (tmp_path / "gold-fields.txt").read_text(encoding="utf-8")
        assert "limit       limit  (Limit that the laboratory reported, ppb)" in listed


def test_a_distance_is_on_logratios(
    survey: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.csv"
    words = ["--column", "Cu_ppm", "--column", "Zn_ppm", "--method", "mahalanobis"]
    assert on_terminal("threshold", survey, *words, "--figures", figures) == 0
    assert "on ILR logratios, 239 values" in capsys.readouterr().out
    chosen = pd.read_csv(figures).query("chosen == 'yes'")
    assert chosen["domain"].tolist() == ["logratios (ILR)"]
    assert chosen["element"].tolist() == ["Cu_ppm, Zn_ppm"]


def test_the_figures_of_all_methods_are_taken_away(survey: Path, tmp_path: Path) -> None:
    words = ["threshold", survey, "--column", "Zn_ppm", "--group", "sheet"]
    code, events = command(*words, "--figures", tmp_path / "zn.csv")
    assert code == 0
    finished = events[-1]
    assert isinstance(finished, Finished)
    names = [Path(path).name for path in finished.values["figures"]]
    assert names == ["zn.csv", "zn-passes.csv", "zn-pieces.csv"]
    figures, passes, pieces = (pd.read_csv(tmp_path / name) for name in names)
    chosen = figures[figures["chosen"] == "yes"]
    assert chosen["method"].unique().tolist() == ["iterative trimming, mean + 2 sd"]
    table = pd.read_csv(survey)
    for _, row in chosen.iterrows():
        zinc = table.loc[table["sheet"] == row["group"], "Zn_ppm"]
        limit, number = transcribed(zinc.tolist(), 2.0)
        assert row["threshold"] == pytest.approx(limit)
        assert (row["passes"], row["samples above"]) == (number, (zinc > limit).sum())
        removed = [int(each) for each in row["removed in each pass"].split(" + ")]
        mine = passes[(passes["group"] == row["group"]) & (passes["method"] == row["method"])]
        mine = mine[mine["domain"] == "linear"]
        assert (mine["removed low"] + mine["removed high"]).tolist() == removed
        assert len(zinc) - sum(removed) == row["values left"]
    assert set(figures["fingerprint"]) == {hashlib.sha256(survey.read_bytes()).hexdigest()}
    assert pieces.groupby(["method", "group"]).size().tolist() == [2, 2, 3, 3]
    code, _ = command(*words, "--figures", tmp_path / "锌.xlsx", "--language", "zh_CN")
    assert code == 0
    sheets = pd.read_excel(tmp_path / "锌.xlsx", sheet_name=None, engine="openpyxl")
    assert list(sheets) == ["异常下限", "逐次剔除", "直线段"]
    assert sheets["异常下限"]["异常下限"].tolist() == pytest.approx(figures["threshold"].tolist())
    assert sheets["异常下限"]["方法"][0] == "迭代剔除，均值 + 2 倍标准差"


def test_the_table_is_never_written_over(survey: Path) -> None:
    before = survey.read_bytes()
    code, events = command("threshold", survey, "--column", "Cu_ppm", "--out", survey)
    assert code == 2
    assert "is the table itself" in str(events[-1].message)  # type: ignore[union-attr]
    assert survey.read_bytes() == before


def test_a_project_keeps_thresholds(tmp_path: Path) -> None:
    kept = KeptThreshold(
        settings=ThresholdSettings(
            method="ca", breaks=(2.5, 8.0), group="sheet", group_breaks=(("H50E001", (3.0, 9.5)),)
        ),
        columns=("Cu_ppm",),
        unit="ppm",
        values={"H50E001": 31.25, "H50E002": 28.0},
        anomalous=4,
        judged=200,
        fingerprint="ab",
    )
    path = tmp_path / "p.anomalyst"
    write_project(path, Project("example:copper", "f", None, thresholds={"Cu_ppm": kept}))
    assert read_project(path).thresholds == {"Cu_ppm": kept}
    path.write_text(path.read_text(encoding="utf-8").replace('"ca"', '"magic"'), encoding="utf-8")
    with pytest.raises(InputError, match=r"The threshold settings\.method of the project"):
        read_project(path)
