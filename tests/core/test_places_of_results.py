"""Results never take the place of what they are made from, and say where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.events import Failed, Finished
from core.run_folder import RunFolder
from tests.core.small_runs import carry_out, command, small_job, write_table

LAKE = "id,E,N,Cu,Zn,Pb,rock\n" + "".join(
    f"{n},{500_000 + n},{n},{n + 1},{n % 7 + 1},{n % 5 + 1},{'ab'[n % 2]}\n" for n in range(40)
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    folder = tmp_path_factory.mktemp("run")
    carry_out(small_job(write_table(folder / "table.csv")), folder / "run")
    return RunFolder(folder / "run")


def refused(*words: object) -> str:
    code, events = command(*words)
    assert code == 2, (words, events[-1])
    assert isinstance(events[-1], Failed)
    assert not events[-1].traceback
    return str(events[-1].message)


def test_no_verb_writes_over_what_it_reads(run: RunFolder, tmp_path: Path) -> None:
    sheet, link, hard = (tmp_path / name for name in ("sheet.csv", "link.csv", "hard.csv"))
    sheet.write_text(LAKE)
    link.symlink_to(sheet)
    hard.hardlink_to(sheet)
    job = tmp_path / "job.toml"
    job.write_text(run.job_path.read_text().replace("../table.csv", str(run.path / "../table.csv")))
    table = run.path.parent / "table.csv"
    there = [path for path in run.tables if path.exists()]
    kept = {path: path.read_bytes() for path in (sheet, table, *there)}
    for out in (sheet, link, hard):
        assert "is the table itself" in refused("import", sheet, "--out", out)
        for verb in ("statistics", "correlations"):
            refused(verb, sheet, "--out", out)
        refused("threshold", sheet, "--column", "Cu", "--out", out)
    new = tmp_path / "new.csv"
    refused("import", sheet, "--out", new, "--save-recipe", sheet)
    said = refused("import", sheet, "--out", new, "--save-recipe", new)
    assert "Table and recipe cannot both be written" in said
    passes = tmp_path / "s-passes.csv"
    sheet.rename(passes)
    refused("threshold", passes, "--column", "Cu", "--figures", tmp_path / "s.csv")
    passes.rename(sheet)
    both = ("--out", new, "--figures", new)
    refused("threshold", sheet, "--column", "Cu", *both)
    refused("predict", run.path, table, "--out", table)
    refused("predict", run.path, table, "--out", run.predictions_path)
    refused("export", run.path, "--out", table)
    refused("export", run.path, "--out", run.history_path)
    refused("compare", run.path, run.path, "--out", run.predictions_path)
    refused("prepare", run.job_path, "--out", table)
    assert {path: path.read_bytes() for path in kept} == kept
    assert not new.exists()


def test_a_place_that_cannot_be_written_is_one_sentence(run: RunFolder, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(LAKE)
    table = run.path.parent / "table.csv"
    verbs = {
        ("import", sheet): ".parquet",
        ("statistics", sheet): ".csv",
        ("correlations", sheet): ".csv",
        ("threshold", sheet, "--column", "Cu"): ".gpkg",
        ("grid", sheet, "--column", "Cu"): ".tif",
        ("predict", run.path, table): ".csv",
        ("export", run.path): ".xlsx",
        ("map", run.path): ".png",
        ("compare", run.path, run.path): ".csv",
        ("prepare", run.job_path): ".parquet",
    }
    for words, suffix in verbs.items():
        folder = tmp_path / f"folder{suffix}"
        folder.mkdir(exist_ok=True)
        assert "is a folder; add the name" in refused(*words, "--out", folder)
        below = sheet / f"out{suffix}"
        assert "is a file, not a folder" in refused(*words, "--out", below)
        nowhere = Path("/proc/none") / f"out{suffix}"
        said = refused(*words, "--out", nowhere)
        assert "cannot be written" in said
        assert "Errno" not in said
        assert ".part" not in said
    recipe = ("--out", tmp_path / "t.csv", "--save-recipe")
    assert "cannot be written" in refused("import", sheet, *recipe, "/proc/none/r.toml")
    assert "is a folder" in refused("import", sheet, *recipe, tmp_path)


def test_settings_and_systems_that_do_not_exist(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(LAKE)
    out = ("--out", tmp_path / "out.gpkg", "--crs", "EPSG:999999")
    recipe = tmp_path / "recipe.toml"
    recipe.write_text('crs = "EPSG:999999"\n')
    for words in (
        ("threshold", sheet, "--column", "Cu", *out),
        ("grid", sheet, "--column", "Cu", "--crs", "EPSG:999999", "--out", tmp_path / "g.tif"),
        ("job", sheet, "--target", "rock", "--crs", "EPSG:999999"),
        ("import", sheet, "--recipe", recipe, "--out", tmp_path / "t.csv"),
    ):
        assert "There is no coordinate system “EPSG:999999”" in refused(*words)
    assert refused("threshold", sheet, "--column", "Cu", "--k", "0.01") == (
        "The setting k of a threshold cannot be used: it has to be 0.1 or more, not 0.01."
    )
    recipe.write_text("first = 2.5\n")
    said = refused("import", sheet, "--recipe", recipe, "--out", tmp_path / "t.csv")
    assert said.endswith("cannot be used: it has to be a whole number, not 2.5.")
    code, events = command("import", sheet, "--out", tmp_path / "t.csv")
    assert code == 0
    assert isinstance(events[-1], Finished)
