"""Small finished runs, and a report of every kind of block, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.cnn.scores import class_scores, scores
from core.cnn.tables import image_table
from core.files import write_json
from core.image_job import ImageJob, Images
from core.job import Data, Job, Judging, Network
from core.outcome import Outcome
from core.predictions import write_table
from core.report.content import (
    Document,
    Facts,
    Listing,
    Note,
    Paragraph,
    Points,
    Section,
    Table,
)
from core.report.subject import Subject
from core.report.words import Words
from core.run_folder import RunFolder
from datasets.images.image_set import ImageSet
from tests.core.small_runs import NEVER, carry_out

# read as markup, each would break a document or change it
HOSTILE = ('#import "x"', "$x$ *b* #panic(1)", "<script>alert(1)</script>")
DIGITS = ("0", "1", "2")


def write_survey(path: Path, rows: int = 60) -> Path:
    """Write a survey on a grid whose classes have names that are markup elsewhere."""
    rng = np.random.default_rng(7)
    classes = np.arange(rows) % 3
    features = np.exp(rng.normal(size=(rows, 2)) + np.eye(3)[classes, :2])
    lines = ["E,N,Cu_ppm,Zn_ppm,rock"]
    for row in range(rows):
        copper, zinc = (f"{value:.4f}" for value in features[row])
        name = HOSTILE[classes[row]].replace('"', '""')
        copper = "<0.5" if row % 10 == 0 else copper
        lines.append(f'{500_000 + 10 * (row % 10)},{10 * (row // 10)},{copper},{zinc},"{name}"')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def finished_run(folder: Path, protocol: str = "folds") -> RunFolder:
    """Train for a moment, in three folds unless something else judges."""
    data = Data(
        table=str(write_survey(folder / "survey.csv")),
        target="rock",
        features=("Cu_ppm", "Zn_ppm"),
        x="E",
        y="N",
        crs="EPSG:4509",
    )
    job = Job.model_validate(
        {
            "data": data,
            "judging": Judging.model_validate({"protocol": protocol, "folds": 3}),
            "network": Network(layers="2-3-3", activations=("tanh", "logistic")),
            "training": {"error_goal": NEVER, "epochs": 20, "members": 2},
        }
    )
    path = folder / "run"
    carry_out(job, path)
    return RunFolder(path)


def image_set(samples: int = 40) -> ImageSet:
    """Return made-up images of three classes, the last ten of them for testing."""
    rng = np.random.default_rng(3)
    pixels = rng.integers(0, 256, (samples, 1, 8, 8), dtype=np.uint8)
    labels = np.arange(samples, dtype=np.int64) % 3
    return ImageSet(pixels, labels, DIGITS, np.arange(samples) >= 30, "example:digits", "abc")


def image_run(path: Path) -> RunFolder:
    """Write a run on `image_set` as a program before verdict.json wrote it."""
    images, rng = image_set(), np.random.default_rng(5)
    probabilities = rng.dirichlet(np.ones(3), len(images))
    parts = np.where(images.is_test, "test", "training").astype("<U10")
    parts[:6] = "validation"
    run = RunFolder(path)
    run.create(ImageJob(images=Images(source=images.source)), "digits")
    given = probabilities.argmax(axis=1)
    counted = {
        part: scores(images.labels[parts == part], given[parts == part], 3)
        for part in ("training", "validation", "test")
    }
    evaluation = {
        **{"kind": "images", "classes": list(DIGITS), "fingerprint": "abc", "judged": "test"},
        **{
            "held_out_chose": True,
            "per_class": class_scores(np.array(counted["test"]["confusion"])),
        },
        **counted,
    }
    write_json(run.evaluation_path, evaluation)
    write_table(
        image_table(probabilities, DIGITS, known=images.labels, parts=parts), run.predictions_path
    )
    run.model_path.mkdir()
    about = {"kind": "CNN", "classes": list(DIGITS), "shape": [1, 8, 8], "members": 1, "folds": 1}
    write_json(run.model_path / "model.json", about)
    run.write_outcome(Outcome("epochs", epoch=3, training_loss=0.5, is_cnn=True))
    return run


def subject(run: RunFolder, language: str = "en") -> Subject:
    """Return what a report of a run is made of."""
    return Subject(run, Words(language))


def every_block(text: str) -> Document:
    """Return a report that says one thing in every place where a person's own words may stand."""
    table = Table(text, (text, "n"), ((text, "1"), ("b", text)), shades=((None, 0.5), (1.0, None)))
    pairs = tuple((text, text) for _ in range(7))
    blocks = (Paragraph(text), Note(text), Points((text, text)), Facts(pairs), table, Listing(text))
    return Document(text, text, "en", "2026-01-02T03:04:05+00:00", "p", (Section(text, blocks),))
