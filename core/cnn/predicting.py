"""Classifying new images with the CNN of a run."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.cnn.judging import agreement
from core.cnn.matching import codes_by_name
from core.cnn.model import TrainedCNN, probabilities_of
from core.cnn.model_file import load_cnn
from core.cnn.reading_alike import Framing, read_alike
from core.cnn.scores import scores
from core.cnn.tables import image_table
from core.events import Finished, Notice, TaskProgress
from core.exporting.formats import TABLES, suffix_of
from core.exporting.tables import write_table
from core.exporting.workbook import write_sheets
from core.exporting.written import check_place
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.images.image_set import ImageSet
from datasets.messages import Message, message


def predict_images(
    run: RunFolder, source: str, out: Path, report: Reporter, framing: Framing = "auto"
) -> None:
    """Classify images and write a row for each, see `core.cnn.tables.image_table`.

    They are read as those were that the network was trained on, and scaled to its side. What was
    done to them is in ``notices`` of the last event as well.

    Parameters
    ----------
    source
        File or folder of images, or ``example:NAME``.
    out
        Ends in .csv, .xlsx or .parquet.
    framing
        See `core.cnn.reading_alike.read_alike`.

    Raises
    ------
    InputError
        When the run has no model, the images cannot be read, or the place cannot be written.
    """
    check_place(out, source, *run.tables)
    suffix = suffix_of(out, TABLES)
    model = load_cnn(run.model_path)
    images, done = read_alike(source, model, framing, report)
    known = codes_by_name(images, model.class_names)
    notices = [*done, *_told_unknown(images, model.class_names)]
    if (run.evaluation() or {}).get("fingerprint") == images.fingerprint:
        notices.append(_told_learned())
    table = _classified(model, images, known, report)
    if suffix == ".xlsx":
        notices += write_sheets({"predictions": table}, out)
    else:
        write_table(table, out)
    for notice in notices:
        report(Notice(notice))
    values = _counted(table, known, model.class_names)
    values["notices"] = [asdict(notice) for notice in notices]
    report(Finished(_sentence(values, out), {"out": str(out), **values}))


def _classified(
    model: TrainedCNN, images: ImageSet, known: NDArray[np.int64], report: Reporter
) -> pa.Table:
    members = len(model.members)
    held = [model.samples(images.pixels, fold) for fold in range(len(model.pixels))]
    said = np.zeros((members, len(images), len(model.class_names)))
    for number, member in enumerate(model.members):
        report(TaskProgress(message("Classifying every image"), number, members))
        said[number] = probabilities_of(member, held[model.member_folds[number]])
    report(TaskProgress(message("Classifying every image"), members, members))
    all_heard = np.ones(said.shape[:2], bool)
    return image_table(
        said.mean(axis=0),
        model.class_names,
        names=images.sample_names,
        known=known if (known >= 0).any() else None,
        agreement=agreement(said, all_heard) if members > 1 else None,
    )


def _counted(
    table: pa.Table, known: NDArray[np.int64], class_names: tuple[str, ...]
) -> dict[str, Any]:
    """Return the number of images of each class, and how good that is where they have labels."""
    place = {name: code for code, name in enumerate(class_names)}
    codes = np.array([place[name] for name in table["class"].to_pylist()], np.int64)
    labelled = known >= 0
    return {
        "rows": len(codes),
        "classes": list(class_names),
        "predicted": np.bincount(codes, minlength=len(class_names)).tolist(),
        "labelled": scores(known[labelled], codes[labelled], len(class_names)),
    }


def _sentence(values: dict[str, Any], out: Path) -> Message:
    counts = zip(values["predicted"], values["classes"], strict=True)
    classes = ", ".join(f"{name} {count:,}" for count, name in counts)
    judged = values["labelled"]
    if not judged["samples"]:
        return message(
            "{rows} images classified into {path}: {classes}.",
            rows=f"{values['rows']:,}",
            path=str(out),
            classes=classes,
        )
    low, high = judged["interval"]
    return message(
        "{rows} images classified into {path}: {classes}. Of {samples} with a class, {correct} are "
        "right: {accuracy} (95 % interval {low} to {high}).",
        rows=f"{values['rows']:,}",
        path=str(out),
        classes=classes,
        samples=f"{judged['samples']:,}",
        correct=f"{judged['correct']:,}",
        accuracy=percent(judged["accuracy"]),
        low=percent(low),
        high=percent(high),
    )


def percent(share: float) -> str:
    """Return a share as percent with two places, never rounded up to a whole that it is not."""
    shown = f"{100 * share:.2f} %"
    return "99.99 %" if share < 1 and shown == "100.00 %" else shown


def _told_learned() -> Message:
    return message(
        "The network learned from these images, so what it gets right here flatters it; the "
        "evaluation of the run counts those it had not seen."
    )


def _told_unknown(images: ImageSet, class_names: tuple[str, ...]) -> tuple[Message, ...]:
    names = [name for name in images.class_names if name not in class_names]
    if not names:
        return ()
    return (
        message(
            "The network knows no class {names}; these images are classified, and not counted as "
            "right or wrong.",
            names=", ".join(names[:10]) + (", …" if len(names) > 10 else ""),
        ),
    )
