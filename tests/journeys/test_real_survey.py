"""Laboratory file → recipe → threshold → labels → BP → GeoTIFF, by hand and by command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
import rasterio
from numpy.typing import NDArray

from core.events import Finished
from core.proposing_labels import thresholds_from
from core.run_folder import RunFolder
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError
from datasets.recipe import read_recipe
from gui import map_layer_kinds as layers
from tests.core.small_runs import command
from tests.journeys import laboratory as lab
from tests.journeys.person import Person

EPOCHS = 150
BACKGROUND, BUFFER, FARTHEST = 40, 5000.0, 1600.0
Values = NDArray[Any]


# --- by hand -------------------------------------------------------------------------


def decide(person: Person, recipe: Path) -> None:
    """Look at the decisions, jump to the unread cell, decide three things, save the recipe."""
    page = person.import_page
    assert person.furniture.current == "import"
    found = person.imported.recipe
    assert (found.encoding, found.separator, found.decimal) == ("gb18030", ";", ",")
    assert (found.names, found.units, found.methods, found.first) == ((2,), 3, 4, 5)
    assert "GB 18030" in page.file.rows["encoding"].reason.text()
    assert "-999" in page.file.rows["missing"].reason.text()
    unread = [cell.text for cell in person.imported.unread]
    assert unread.count(lab.UNKNOWN_CODE) == len(unread) - 1 > 0

    page.unread.selectRow(unread.index(lab.UNREAD))
    cell = page.preview.currentIndex()
    assert cell.row() == lab.UNREAD_ROW - 1
    assert page.preview.preview.data(cell) == lab.UNREAD
    line = page.raw.raw.line(page.raw.currentIndex().row())
    assert line == person.imported.recipe.first + lab.UNREAD_ROW - 1  # type: ignore[operator]

    person.read(lambda: person.write(page.file.rows["missing"].editor, f"-999 {lab.UNKNOWN_CODE}"))
    assert [cell.text for cell in person.imported.unread] == [lab.UNREAD]
    person.read(lambda: person.write(page.file.rows["crs"].editor, lab.CRS))
    assert person.session.crs == lab.CRS
    page.preview.column_chosen.emit("Au (ICP-MS)")
    person.read(page.column_decisions.omitted.click)
    assert person.table.column("Au (ICP-MS)") is None
    page.save_recipe(recipe)
    assert read_recipe(recipe).crs == lab.CRS


def check_table(person: Person, survey: lab.Survey) -> None:
    """Compare what was read with what was written."""
    table = person.table
    assert [column.name for column in table.columns] == [
        *("样品号", "横坐标", "纵坐标", "Au (FA-AAS)", "Ag", "Cu", "Pb", "Zn", "Mo", "As", "Ni")
    ]
    assert (person.session.column_of("x"), person.session.column_of("y")) == ("横坐标", "纵坐标")
    for name, place in (("Cu", 3), ("Mo", 6), ("Au (FA-AAS)", 0)):
        column = table.column(name)
        assert column is not None
        assert (column.unit, column.method) == lab.ELEMENTS[place][1:3]
        limit = lab.ELEMENTS[place][5]
        below = survey.values[:, place] < limit
        wanted = np.where(below, limit, np.round(survey.values[:, place], 2))
        if name == "Cu":
            wanted[lab.without_copper(survey)] = np.nan
        assert np.allclose(table.values(name), wanted, atol=0.0051, equal_nan=True)
        censored = table.censored(name)
        assert np.array_equal(censored if censored is not None else below & False, below)
    assert np.isnan(table.values("Zn")[lab.UNREAD_ROW - 1])


def find_thresholds(person: Person) -> None:
    """Find the threshold of copper in two ways and keep the first."""
    person.go("anomalies")
    panel = person.anomalies.thresholds
    panel.element.setCurrentText("Cu")
    values = person.table.values("Cu")
    values = values[np.isfinite(values)]
    assert panel.work.found is not None
    assert panel.work.found.thresholds[""].value == pytest.approx(trimmed(values))
    panel.settings.keep.click()
    panel.settings.form.row("method").set_value("mad")
    panel.settings.changed.emit(ThresholdSettings(method="mad"))
    spread = 1.4826 * np.median(np.abs(values - np.median(values)))
    assert panel.work.found.thresholds[""].value == pytest.approx(np.median(values) + 2 * spread)
    assert person.session.thresholds["Cu"].values[""] == pytest.approx(trimmed(values))


def trimmed(values: Values) -> float:
    """Return mean + 2 sd of what trimming leaves, written down once more."""
    while True:
        mean, spread = values.mean(), values.std(ddof=1)
        kept = values[np.abs(values - mean) <= 2 * spread]
        if len(kept) == len(values):
            return float(mean + 2 * spread)
        values = kept


def label_samples(person: Person, deposits: Path, survey: lab.Survey) -> None:
    """Join the deposits to their nearest samples, and draw a background outside a buffer."""
    person.anomalies.show_tab("labels")
    panel = person.anomalies.labels
    source = panel.source
    source.choice.button("deposits").click()
    source.open_file(str(deposits))
    person.wait(lambda: source.form.class_column.currentData() == "类型")
    assert source.form.x_column.currentData() == "经度"
    source.form.crs.setText("EPSG:4326")
    source.form.radius.set_value(FARTHEST)
    source.form.background.setValue(BACKGROUND)
    source.form.buffer.set_value(BUFFER)
    source.form.outside.setChecked(True)
    person.click(source.apply)
    person.wait(lambda: len(person.session.class_names) == len(lab.KINDS) + 1)
    assert "(1)" in panel.lists.tabText(2)
    check_labels(person, survey)


def check_labels(person: Person, survey: lab.Survey) -> None:
    classes = np.array(person.table.values("deposit"), object)
    distances = np.hypot(survey.x[:, None] - survey.deposit_x, survey.y[:, None] - survey.deposit_y)
    nearest = distances.argmin(axis=0)[:-1]
    assert list(classes[nearest]) == list(survey.kinds[:-1])
    drawn = np.flatnonzero(classes == "no deposit")
    assert len(drawn) == BACKGROUND
    assert distances[drawn].min() >= BUFFER
    limit = person.session.thresholds["Cu"].values[""]
    assert not (person.table.values("Cu")[drawn] > limit).any()


def look_at_maps(person: Person) -> None:
    """Look at the class map, a probability, and the threshold classes."""
    person.go("map")
    page = person.map_page
    assert page.map.grid is not None
    assert page.map.class_legend.text_of("热液型")
    for kind, of in ((layers.OF_CLASS, "热液型"), (layers.THRESHOLD, "Cu"), (layers.CLASS, "")):
        page.show_layer(kind, of)
        assert page._shown[0] == kind
    assert page.table.model().rowCount() == person.table.rows


def take_away(person: Person, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export a raster, points and a workbook by the panel of the Map page."""
    panel = person.map_page.export
    exporting = person.furniture.exporting
    for key, name in (("classes", "c.tif"), ("points", "p.gpkg"), ("xlsx", "t.xlsx")):
        out = folder / name
        monkeypatch.setattr(exporting, "ask_path", lambda *_, out=out: str(out))
        panel.choose(key)
        person.click(panel.button)
        person.wait(out.exists)
        person.wait(lambda: not person.furniture.services.tasks.busy)


# --- what came of it -----------------------------------------------------------------


def predicted(run: RunFolder) -> pd.DataFrame:
    return pq.read_table(run.predictions_path).to_pandas()


def check_raster(path: Path, survey: lab.Survey, predictions: pd.DataFrame) -> None:
    """Compare a raster, reopened by GDAL, with the predictions, cell by cell."""
    with rasterio.open(path) as file:
        cells, transform, tags = file.read(1), file.transform, file.tags(1)
        assert file.crs.to_epsg() == int(lab.CRS.partition(":")[2])
    half = lab.STEP / 2
    top = survey.y.max() + half
    assert tuple(transform)[:6] == (lab.STEP, 0, lab.WEST - half, 0, -lab.STEP, top)
    names = {number: tags[f"CLASS_{number}"] for number in np.unique(cells)}
    assert cells.shape == (lab.SIDE, lab.SIDE)
    shown = np.where(predictions["unlike"] > 1, "unknown", predictions["class"])
    assert set(names.values()) == set(shown)
    for x, y, wanted in zip(survey.x, survey.y, shown, strict=True):
        column, row = (x - transform.c) / transform.a, (y - transform.f) / transform.e
        assert names[cells[int(row), int(column)]] == wanted


def check_tables(folder: Path, survey: lab.Survey, predictions: pd.DataFrame) -> None:
    points = geopandas.read_file(folder / "p.gpkg")
    assert points.crs.to_epsg() == int(lab.CRS.partition(":")[2])
    assert np.array_equal(points.geometry.x, survey.x)
    assert np.array_equal(points.geometry.y, survey.y)
    assert list(points["class"]) == list(predictions["class"])
    book = pd.read_excel(folder / "t.xlsx", sheet_name=0, engine="calamine")
    assert list(book["class"]) == list(predictions["class"])
    # a sheet keeps 16 digits
    assert np.allclose(book["p 热液型"], predictions["p 热液型"], rtol=1e-15, atol=0)


def check_signal(survey: lab.Survey, predictions: pd.DataFrame) -> None:
    """The network finds the ground around deposits, where nobody told it the class."""
    distances = np.hypot(
        survey.x[:, None] - survey.deposit_x[:-1], survey.y[:, None] - survey.deposit_y[:-1]
    )
    is_new = (predictions["known"] == "").to_numpy()
    near = is_new & (distances.min(axis=1) < 1.2 * lab.STEP)
    far = is_new & (distances.min(axis=1) > 2.5 * lab.STEP)
    called = (predictions["class"] != "no deposit").to_numpy()
    assert called[near].mean() > 0.6
    assert called[far].mean() < 0.25


# --- by command ----------------------------------------------------------------------


def words(*parts: object) -> Finished:
    """Carry out a command; return its last event."""
    code, events = command(*parts)
    assert code == 0, events[-1]
    assert isinstance(events[-1], Finished)
    return events[-1]


def by_command(
    folder: Path, sheet: Path, recipe: Path, deposits: Path, run: RunFolder
) -> RunFolder:
    """Go the same way in a terminal, with a table instead of the laboratory's file."""
    table, job_file, out = folder / "clean.parquet", folder / "job.toml", folder / "again"
    words("import", sheet, "--out", table, "--recipe", recipe)
    words("threshold", table, "--column", "Cu", "--out", folder / "cu.csv")
    limit = run.job().data.reading.deposits.below["Cu"]  # type: ignore[union-attr]
    anomalous = pd.read_csv(folder / "cu.csv")
    assert (anomalous["threshold"].dropna() == limit).all()
    assert ((anomalous["value"] > limit) == (anomalous["anomalous"] == "yes")).all()
    training = run.job().training.model_dump()
    settings = [f"training.{name}={json.dumps(value)}" for name, value in training.items()]
    told = words(
        *("job", table, "--deposits", deposits, "--deposit-crs", "EPSG:4326"),
        *("--radius", FARTHEST, "--background", BACKGROUND, "--buffer", BUFFER),
        *("--below", f"Cu={limit!r}"),
        *(word for each in settings for word in ("--set", each)),
    )
    job_file.write_text(told.values["job"], encoding="utf-8")
    words("run", job_file, "--out", out)
    words("export", out, "--out", folder / "again.tif")
    return RunFolder(out)


def read_next(person: Person, folder: Path, recipe: Path) -> None:
    """Read another file of the laboratory, with more samples, by the recipe of the first."""
    large = lab.make_survey(seed=5, side=lab.SIDE + 4)
    person.open_table(lab.write_sheet(folder / "next.csv", lab.sheet_rows(large)))
    person.read(lambda: person.import_page.use_recipe(recipe))
    assert person.table.rows == len(large.x)
    assert person.session.crs == lab.CRS
    check_table(person, large)


def test_two_dialects_are_one_table(tmp_path: Path) -> None:
    rows = lab.sheet_rows(lab.make_survey())
    tables = []
    for name, write in (("gbk", lab.write_sheet), ("utf", lab.write_plain_sheet)):
        out = tmp_path / f"{name}.parquet"
        words("import", write(tmp_path / f"{name}.csv", rows), "--out", out)
        tables.append(pq.read_table(out))
    assert tables[0].num_rows == lab.SIDE**2
    assert tables[0].equals(tables[1], check_metadata=True)


def test_a_threshold_of_a_job_is_a_column_and_a_number() -> None:
    assert thresholds_from(["a=b=2,5", "Cu=33.1"]) == {"a=b": 2.5, "Cu": 33.1}
    for word in ("Cu", "Cu=high", "=5"):
        with pytest.raises(InputError, match="no threshold"):
            thresholds_from([word])


def test_from_the_laboratory_to_the_gis(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = lab.make_survey()
    sheet = lab.write_sheet(tmp_path / "first.csv", lab.sheet_rows(survey))
    deposits = lab.write_deposits(tmp_path / "deposits.csv", survey)
    recipe = tmp_path / "lab.toml"
    person.open_table(sheet)
    decide(person, recipe)
    check_table(person, survey)
    read_next(person, tmp_path, recipe)
    person.open_table(sheet)
    person.read(lambda: person.import_page.use_recipe(recipe))
    check_table(person, survey)
    find_thresholds(person)
    label_samples(person, deposits, survey)
    person.set_training(epochs=EPOCHS, patience=0)
    assert person.session.judging.protocol == "blocks"
    run = person.train_to_the_end()
    predictions = predicted(run)
    check_signal(survey, predictions)
    look_at_maps(person)
    take_away(person, tmp_path, monkeypatch)
    check_raster(tmp_path / "c.tif", survey, predictions)
    check_tables(tmp_path, survey, predictions)
    person.leave()
    again = by_command(tmp_path, sheet, recipe, deposits, run)
    assert list(predicted(again)["class"]) == list(predictions["class"])
    check_raster(tmp_path / "again.tif", survey, predictions)
