"""The verb `model`: the model of a run as a file or a folder to give away."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.events import Finished, Notice, TaskProgress
from core.exporting.written import check_place, result_written, told_unwritten
from core.files import file_stem
from core.job import Job
from core.job_file import AnyJob
from core.model_export.bundle import SUFFIX, write_bundle
from core.model_export.card import model_card
from core.model_export.card_text import card_text
from core.model_export.card_words import WORDS
from core.model_export.snippet import image_snippet, table_snippet
from core.reporting import Reporter
from core.run_folder import RunFolder
from core.versions import versions
from core.window_job import WindowJob
from datasets.messages import InputError, message

if TYPE_CHECKING:
    from core.model_export.runtime_check import Compared

SUFFIXES = (SUFFIX, ".onnx")


def take_model(run: RunFolder, out: Path, language: str, report: Reporter) -> None:
    """Write the model of a finished run.

    Parameters
    ----------
    out
        Ends in .anomodel: a bundle, which `predict` takes like the folder of a run. In .onnx: a
        graph for any runtime, checked against the program first. Without an ending: a folder of
        bundle, graph, ``card.md``, ``card.json`` and ``predict.py``.
    language
        Of the card: en or zh_CN.

    Raises
    ------
    InputError
        When the run has no model, it cannot be written so, the model says something else than the
        program, or the place cannot be written.
    """
    _check(out, language)
    suffix = out.suffix.lower()
    if suffix == ".onnx":
        check_place(out, *run.tables)
        _finish(out, _write_onnx(run, out, report), report)
    elif suffix == SUFFIX:
        check_place(out, *run.tables)
        _write_bundle(run, out, language, report)
        _finish(out, None, report)
    else:
        _write_folder(run, out, language, report)


def _check(out: Path, language: str) -> None:
    if language not in WORDS:
        raise InputError(
            "The language {language} is not known here; choose one of {languages}.",
            language=language,
            languages=", ".join(WORDS),
        )
    if out.suffix and out.suffix.lower() not in SUFFIXES:
        raise InputError(
            "A model is written as {suffixes} or into a folder, not as {suffix}; change the "
            "ending of {path}.",
            suffixes=", ".join(SUFFIXES),
            suffix=out.suffix,
            path=str(out),
        )


def _write_folder(run: RunFolder, out: Path, language: str, report: Reporter) -> None:
    """Write all of it; a graph that cannot be written leaves the rest and is told."""
    job = run.any_job()
    name = file_stem(run.about()["name"], "model")
    with told_unwritten(out):
        out.mkdir(parents=True, exist_ok=True)
    if RunFolder(out).exists:
        raise InputError(
            "{path} is the folder of a run; choose another one for the model.", path=str(out)
        )
    card = model_card(run, versions())
    _write_bundle(run, out / f"{name}{SUFFIX}", language, report)
    _write_text(out / "card.md", card_text(card, language))
    _write_text(out / "card.json", _as_json(card))
    compared, notices = None, []
    try:
        compared = _write_onnx(run, out / f"{name}.onnx", report)
        _write_text(out / "predict.py", _snippet(run, job, f"{name}.onnx"))
    except InputError as error:
        report(Notice(error.message))
        notices = [asdict(error.message)]
    _finish(out, compared, report, notices)


def _write_bundle(run: RunFolder, out: Path, language: str, report: Reporter) -> None:
    report(TaskProgress(message("Writing the bundle"), 0, 1))
    card = model_card(run, versions())
    cards = {"card.md": card_text(card, language), "card.json": _as_json(card)}
    write_bundle(run, out, cards, versions())


def _write_onnx(run: RunFolder, out: Path, report: Reporter) -> Compared:
    """Write a graph after it was checked; what builds it takes seconds to load."""
    job = run.any_job()
    if isinstance(job, WindowJob):
        raise InputError(
            "A CNN on windows of a survey needs the cells around each sample, which a graph for "
            "single samples has not; take the model away as a bundle (.anomodel)."
        )
    about = {"name": run.about()["name"], "created": run.about()["created"]}
    about |= {f"version {name}": version for name, version in versions().items()}
    if isinstance(job, Job):
        from core.model_export.table_onnx import table_onnx

        content, compared = table_onnx(run, about, report)
    else:
        from core.model_export.image_onnx import image_onnx

        content, compared = image_onnx(run, about, report)
    with result_written(out) as part:
        part.write_bytes(content)
    return compared


def _snippet(run: RunFolder, job: AnyJob, model: str) -> str:
    if isinstance(job, Job):
        from core.model import load_model
        from core.model_export.table_onnx import rows_at_once

        trained = load_model(run.model_path)
        names, units = trained.feature_names, trained.feature_units
        return table_snippet(model, "predict.py", names, units, rows_at_once(trained))
    from core.cnn.model_file import read_about

    channels, height, width = read_about(run.model_path)["shape"]
    return image_snippet(model, "predict.py", (channels, height, width))


def _as_json(card: Mapping[str, Any]) -> str:
    return json.dumps(card, ensure_ascii=False, indent=1) + "\n"


def _write_text(path: Path, text: str) -> None:
    with result_written(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def _finish(
    out: Path,
    compared: Compared | None,
    report: Reporter,
    notices: Sequence[dict[str, Any]] = (),
) -> None:
    told = {"out": str(out), "notices": list(notices)}
    if compared is None:
        report(Finished(message("The model was written to {path}.", path=str(out)), told))
        return
    values = {
        "rows": compared.rows,
        "difference": compared.difference,
        "ties": compared.ties,
    }
    said = message(
        "The model was written to {path}. On {rows} rows onnxruntime gives the probabilities of "
        "this program to {difference}; ties between classes that rounding decides otherwise: "
        "{ties}.",
        path=str(out),
        rows=f"{compared.rows:,}",
        difference=f"{compared.difference:.1e}",
        ties=compared.ties,
    )
    report(Finished(said, {**told, **values}))
