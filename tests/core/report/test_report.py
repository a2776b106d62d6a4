"""A report says what the files of a run say, and what it cannot say it names."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import core.report.image_sections
import core.report.writing
from core.events import Failed, Notice
from core.files import write_json
from core.project import Project, write_project
from core.report.brief import brief_section
from core.report.content import Document, Facts, Figure, Note, Section, Table, to_values
from core.report.data_section import data_section
from core.report.end_sections import repeat_section
from core.report.map_section import map_section
from core.report.reporting import report_of
from core.report.subject import Subject, project_of
from core.report.threshold_section import threshold_section
from core.report.verdict_sections import (
    MOST_CLASSES,
    confusion_table,
    judging_section,
    verdict_section,
)
from core.report.words import Words
from core.reporting import silent
from core.run_folder import RunFolder
from core.thresholds.kept import KeptThreshold
from core.thresholds.settings import ThresholdSettings
from core.versions import versions
from datasets.messages import InputError, Message, message
from tests.core.report.small_report import HOSTILE, finished_run, image_run, image_set, subject
from tests.core.small_runs import command

FIGURE = {"value": 0.5, "low": 0.4, "high": 0.6}


def method(name: str, difference: float) -> dict[str, Any]:
    figures = {"macro_f1": {**FIGURE, "value": 0.5 - difference}, "balanced_accuracy": FIGURE}
    ends = {"value": difference, "low": difference - 0.1, "high": difference + 0.1}
    return {"name": name, "figures": figures, "difference": {"macro_f1": ends}, "failed": None}


BASELINES = {
    "level": 0.95,
    "of": [
        {**method("network", 0.0), "difference": None},
        method("nearest", -0.2),
        {"name": "forest", "figures": {}, "difference": None, "failed": {"template": "x"}},
    ],
}
LEARNING = {
    "level": 0.95,
    "points": [
        {"samples": 10.0, "held_out": {"value": 0.3, "low": 0.2, "high": 0.4}, "training": FIGURE},
        {"samples": 40.0, "held_out": {"value": 0.7, "low": 0.6, "high": 0.8}, "training": FIGURE},
    ],
}
DROP = {"value": 0.1, "low": -0.1, "high": 0.3, "members": 0.02}
DROPS = {"macro_f1": DROP, "balanced_accuracy": DROP}
EXPLANATION = {
    "repeats": 5,
    "importance": {
        "samples": 60,
        "elements": [{"name": "Cu_ppm", **DROPS}, {"name": "Zn_ppm", **DROPS}],
        "groups": [{"names": ["Cu_ppm", "Zn_ppm"], **DROPS}],
    },
    "attributions": {
        "names": ["Cu_ppm", "Zn_ppm"],
        "classes": [
            {"name": "a", "samples": 2, "mean": [-0.3, 0.1], "mean_spread": [0.1, None]},
            {"name": "b", "samples": 0, "mean": [None, None], "mean_spread": [None, None]},
        ],
    },
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run in a folder of its own, with all that can be asked of it later."""
    made = finished_run(tmp_path_factory.mktemp("report"))
    write_json(made.baselines_path, BASELINES)
    write_json(made.learning_curve_path, LEARNING)
    write_json(made.explanation_path, EXPLANATION)
    return made


@pytest.fixture(scope="module")
def report(run: RunFolder) -> Document:
    document, notices = report_of(subject(run), silent)
    assert notices == []
    return document


@pytest.fixture
def copied(run: RunFolder, tmp_path: Path) -> RunFolder:
    """The same run where its files may be changed; its table lies beside it."""
    shutil.copytree(run.path.parent, tmp_path / "copy")
    return RunFolder(tmp_path / "copy" / "run")


def section(document: Document, title: str) -> Section:
    return next(each for each in document.sections if each.title == title)


def of_kind(found: Section, kind: Any) -> list[Any]:
    return [block for block in found.blocks if isinstance(block, kind)]


def test_it_has_every_section(report: Document) -> None:
    assert [each.title for each in report.sections] == [
        *("In brief", "Data", "Preparation", "Network and training", "How it was judged"),
        *("What it is worth", "Other methods on the same samples", "Would more samples help"),
        *("What is not known", "Which elements it needs, and why", "Maps", "Limits of use"),
        *("How to repeat it", "Appendix: the job file"),
    ]


def test_its_figures_are_those_of_the_run(report: Document, run: RunFolder) -> None:
    verdict = run.verdict()
    assert verdict is not None
    main, classes, confusion = of_kind(section(report, "What it is worth"), Table)
    figure = verdict["held_out"]["figures"]["macro_f1"]
    written = "{value:.3f} ({low:.3f} to {high:.3f})".format(**figure)
    learned = f"{verdict['training']['figures']['macro_f1']['value']:.3f}"
    assert ("Macro-F1", written, learned) in main.rows
    assert [row[0] for row in classes.rows] == sorted(HOSTILE) == verdict["classes"]
    counts = [[int(cell.replace("·", "0")) for cell in row[1:]] for row in confusion.rows]
    assert counts == verdict["held_out"]["confusion"]
    assert len(of_kind(section(report, "What it is worth"), Figure)) == 3


def test_it_tells_the_values_of_the_table(report: Document) -> None:
    features, classes = of_kind(section(report, "Data"), Table)
    copper = dict(zip(features.heads, features.rows[0], strict=True))
    assert (copper["Feature"], copper["Unit"]) == ("Cu_ppm", "ppm")
    assert (copper["Values"], copper["Below limit"], copper["Missing"]) == ("60", "10 %", "0")
    assert [row[1] for row in classes.rows] == ["20", "20", "20"]
    facts = dict(of_kind(section(report, "Data"), Facts)[0].pairs)
    assert facts["Area"] == "x 500000 to 500090, y 0 to 50"
    assert facts["File"] == "survey.csv"


def test_what_is_simpler_and_better_is_said_first(report: Document) -> None:
    found = section(report, "Other methods on the same samples")
    assert of_kind(found, Note)[0].text == (
        "Nearest neighbours is better here: macro-F1 0.700 against 0.500."
    )
    standings = [row[-1] for row in of_kind(found, Table)[0].rows]
    assert standings == ["", "better", "could not be fitted"]


def test_a_learning_curve_that_rises_says_so(report: Document) -> None:
    found = section(report, "Would more samples help").blocks[0]
    assert "from 10 to 40 samples macro-F1 rose from 0.300 to 0.700" in str(found)


def test_elements_are_ranked_by_what_they_add(report: Document) -> None:
    importance, attributions = of_kind(section(report, "Which elements it needs, and why"), Table)
    assert importance.rows[0] == ("Cu_ppm", "0.100 (−0.100 to 0.300)", "0.020", "0.100")
    assert importance.rows[-1][0] == "Together: Cu_ppm, Zn_ppm"
    assert attributions.rows == (("a", "Cu_ppm −0.30 ± 0.10, Zn_ppm +0.10"),)


def test_cells_of_a_map_are_a_picture(report: Document) -> None:
    figures = of_kind(section(report, "Maps"), Figure)
    assert [figure.caption.split()[0] for figure in figures] == [
        *("Class", "Probability", "Agreement:", "How")
    ]
    for figure in figures:
        assert figure.svg.count("<image") >= 1
        assert "Drawn" not in figure.svg


def test_it_says_how_to_repeat_the_run(report: Document, run: RunFolder) -> None:
    facts, told_versions = of_kind(section(report, "How to repeat it"), Facts)
    told = dict(facts.pairs)
    assert told["Seed of all random numbers"] == str(run.job().training.seed)
    assert len(told["SHA-256 of the data"]) == 64
    assert dict(told_versions.pairs) == run.about()["versions"]
    assert str(run.path.parent) not in str(to_values(report))


def test_versions_that_trained_and_those_that_write_stand_apart(copied: RunFolder) -> None:
    about = json.loads(copied.about_path.read_text())
    trained = {"Anomalyst": "0.0.1", "torch": "1.13"}
    copied.about_path.write_text(json.dumps({**about, "versions": trained}))
    told = of_kind(repeat_section(subject(copied)), Facts)
    assert [dict(each.pairs) for each in told[1:]] == [trained, versions()]
    # a run of an earlier version of the program kept none
    copied.about_path.write_text(json.dumps({**about, "versions": {}}))
    told = of_kind(repeat_section(subject(copied)), Facts)
    assert [dict(each.pairs) for each in told[1:]] == [versions()]


def test_in_chinese_nothing_of_ours_is_english(copied: RunFolder) -> None:
    words = Words("zh_CN")
    found = verdict_section(subject(copied, "zh_CN"))
    assert found is not None
    assert found.title == words.card["verdict"]
    assert all("held-out" not in str(block) for block in of_kind(found, Table))


def test_a_table_that_is_gone_is_said(copied: RunFolder) -> None:
    (copied.path.parent / "survey.csv").unlink()
    found, notices = data_section(subject(copied))
    assert "cannot be read any more (survey.csv)" in of_kind(found, Note)[0].text
    assert of_kind(found, Table)[0].heads == ("Feature", "Unit")
    assert "cannot be read any more" in str(notices[0])


def test_a_table_that_was_changed_is_said(copied: RunFolder) -> None:
    with (copied.path.parent / "survey.csv").open("a", encoding="utf-8") as file:
        file.write("500000,0,1,1,\n")
    found, notices = data_section(subject(copied))
    assert "no longer those that the network learned from" in of_kind(found, Note)[0].text
    assert "have changed since the run" in str(notices[0])


def test_an_old_run_has_counts_alone(copied: RunFolder) -> None:
    copied.verdict_path.unlink()
    found = verdict_section(subject(copied))
    assert found is not None
    assert "held-out samples were classified right" in str(found.blocks[0])
    (table,) = of_kind(found, Table)
    assert len(table.rows) == 3


def test_what_held_nothing_out_is_said_to_know_nothing(copied: RunFolder) -> None:
    copied.verdict_path.unlink()
    evaluation = copied.evaluation() or {}
    for part in ("test", "validation"):
        evaluation[part] = {"samples": 0, "correct": 0}
    write_json(copied.evaluation_path, evaluation)
    assert verdict_section(subject(copied)) is None
    assert judging_section(subject(copied)) is None
    notes = [note.text for note in of_kind(brief_section(subject(copied)), Note)]
    assert notes == ["No sample was held out, so nothing is known of new samples."]


def test_many_classes_are_told_by_pairs() -> None:
    names = [f"class {number}" for number in range(MOST_CLASSES + 1)]
    counts = [[0] * len(names) for _ in names]
    counts[3][5], counts[5][3], counts[0][0] = 4, 9, 50
    table = confusion_table(names, counts, Words("en"))
    assert table.rows == (("class 5", "class 3", "9"), ("class 3", "class 5", "4"))


def test_the_project_beside_a_run_gives_its_thresholds(copied: RunFolder) -> None:
    kept = KeptThreshold(
        settings=ThresholdSettings(method="mad"), columns=("Cu_ppm",), unit="ppm",
        values={"": 33.1}, anomalous=6, judged=60, fingerprint="other",
    )  # fmt: skip
    place = copied.path.parent
    runs = place / "survey.runs"
    copied.path.rename(runs)
    moved = RunFolder(runs / "run")
    shutil.copytree(runs, moved.path)
    table = str(place / "survey.csv")
    write_project(place / "survey.anomalyst", Project(table, "", None, thresholds={"Cu_ppm": kept}))
    given = dataclasses.replace(subject(moved), project=project_of(moved))
    found = threshold_section(given)
    assert found is not None
    (rows,) = (table.rows for table in of_kind(found, Table))
    assert rows == (("Cu_ppm", "median + 2 MAD", "–", "33.1 ppm", "6 / 60 (10 %)"),)
    assert "another state of the table" in of_kind(found, Note)[0].text
    (place / "survey.anomalyst").write_text("damaged", encoding="utf-8")
    assert project_of(moved) is None
    assert threshold_section(subject(moved)) is None


def test_without_coordinates_there_are_no_maps(
    copied: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.exporting.results.Results.has_places", False)
    assert map_section(subject(copied)) == (None, [])


def test_images_are_told_with_those_that_were_misread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.report.image_sections, "load_images", lambda _: image_set())
    run = image_run(tmp_path / "run")
    document, _ = report_of(subject(run), silent)
    facts = dict(of_kind(section(document, "Data"), Facts)[0].pairs)
    assert facts["Size"] == "8 × 8 pixels, channels: 1"
    found = section(document, "What it is worth")
    assert "of 10 held-out samples right" in str(found.blocks[0])
    (figure,) = of_kind(found, Figure)
    assert figure.svg.count("<image") == 10 - (run.evaluation() or {})["test"]["correct"]
    # the test part judges, so what the validation part chose flatters nobody
    assert not of_kind(document.sections[0], Note)


def test_images_that_are_gone_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: object) -> None:
        raise InputError("gone")

    monkeypatch.setattr(core.report.image_sections, "load_images", gone)
    found = core.report.image_sections.wrong_images(subject(image_run(tmp_path / "run")))
    assert isinstance(found, Note)


def test_the_verb_writes_both_into_a_folder(
    run: RunFolder, report: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of(given: Subject, _: object) -> tuple[Document, list[Message]]:
        return dataclasses.replace(report, language=given.words.language), [message("A notice.")]

    monkeypatch.setattr(core.report.writing, "report_of", of)
    code, events = command("report", run.path, "--out", tmp_path / "out", "--language", "zh_CN")
    assert code == 0, events[-1]
    assert [str(each.message) for each in events if isinstance(each, Notice)] == ["A notice."]
    page = (tmp_path / "out" / "run.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page
    assert (tmp_path / "out" / "run.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "report.docx"), "A report is written as .html, .pdf or into a folder"),
        (("--out", "report.pdf", "--language", "fr"), "The language fr is not known here"),
        (("--out", "survey.csv/report.pdf"), "is a file, not a folder"),
        (("--out", "survey.csv/reports"), "cannot be written"),
        (("--out", "report.pdf", "--project", "none.anomalyst"), "There is no project file"),
    ],
)
def test_what_cannot_be_done_is_said(run: RunFolder, words: tuple[str, ...], said: str) -> None:
    place = run.path.parent
    given = [str(place / word) if "." in word else word for word in words]
    code, events = command("report", run.path, *given)
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert said in str(events[-1].message)


def test_a_model_alone_has_no_report(run: RunFolder, tmp_path: Path) -> None:
    code, events = command("report", run.path.parent / "survey.csv", "--out", tmp_path / "r.pdf")
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert "needs the whole folder of a run" in str(events[-1].message)


def test_a_run_that_has_not_ended_has_no_report(copied: RunFolder, tmp_path: Path) -> None:
    copied.outcome_path.unlink()
    code, events = command("report", copied.path, "--out", tmp_path / "out")
    assert code == 2
    assert "has not ended yet" in str(events[-1])
    assert not (tmp_path / "out").exists()
