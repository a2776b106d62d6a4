"""A model card: what a model is, what it was made from, what it is worth and where it ends.

After M. Mitchell et al. (2019), "Model cards for model reporting", *FAT\\* '19*, 220–229.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from safetensors import SafetensorError, safe_open

from core.image_job import ImageJob
from core.job_file import AnyJob
from core.model_export.card_figures import classes_of, verdict_of
from core.predictions import read_predictions
from core.run_folder import RunFolder
from datasets.examples import EXAMPLES
from datasets.messages import InputError

FORMAT = 1
# fewer labelled samples of a class than this say little of it
FEW = 10


def model_card(run: RunFolder, versions: Mapping[str, str]) -> dict[str, Any]:
    """Return the card of a finished run as plain values; `core.model_export.card_text` writes it.

    Of files there are names, no paths.

    Parameters
    ----------
    versions
        Of the program and the libraries that write it, by name; those that trained stand in the
        run.

    Raises
    ------
    InputError
        When the run has no model or no predictions.
    """
    job, about = run.any_job(), run.about()
    model = _model(run)
    predictions = read_predictions(run.predictions_path)
    classes = classes_of(run, model, predictions)
    card = {
        "format": FORMAT,
        "name": about["name"],
        "date": about["created"],
        "kind": model["kind"],
        "data": _data(run, job, model, predictions),
        "classes": classes,
        "marks_unlike": model.get("unlike") is not None,
        "preparation": _decided(job.preparation.model_dump(mode="json")),
        "network": _network(job, model),
        "training": _decided(job.training.model_dump(mode="json")),
        "verdict": verdict_of(run),
        "seed": job.training.seed,
        "trained_with": about["versions"],
        "versions": dict(versions),
        "licence": "",
    }
    return {**card, "limits": _limits(card)}


def _model(run: RunFolder) -> dict[str, Any]:
    """Return what ``model.json`` says; a name is enough of its kind."""
    try:
        about = json.loads((run.model_path / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise InputError(
            "There is no trained model in {path}; the run has not ended yet.", path=str(run.path)
        ) from None
    return {"kind": "BP network", **about}


def _data(
    run: RunFolder, job: AnyJob, model: Mapping[str, Any], predictions: pa.Table
) -> dict[str, Any]:
    found = {"rows": predictions.num_rows, "fingerprint": _fingerprint(run, job)}
    if isinstance(job, ImageJob):
        return {**found, "source": _name(job.images.source), "shape": model["shape"]}
    deposits = job.data.reading.deposits
    units = model.get("units") or [""] * len(model["features"])
    pairs = zip(model["features"], units, strict=True)
    return {
        **found,
        "source": _name(job.data.table),
        "synthetic": _is_synthetic(job.data.table),
        "deposits": _name(deposits.table) if deposits is not None else "",
        "target": model["target"],
        "features": [{"name": name, "unit": unit} for name, unit in pairs],
        "crs": job.data.crs,
        "bounds": _bounds(predictions),
    }


def _name(place: str) -> str:
    return place if place.startswith("example:") else Path(place).name


def _is_synthetic(place: str) -> bool:
    example = EXAMPLES.get(place.removeprefix("example:"))
    return place.startswith("example:") and example is not None and example.synthetic


def _fingerprint(run: RunFolder, job: AnyJob) -> str:
    """Return SHA-256 of what was learned from, "" where nothing recorded it."""
    if isinstance(job, ImageJob):
        return str((run.evaluation() or {}).get("fingerprint", job.images.fingerprint))
    if job.data.fingerprint:
        return job.data.fingerprint
    try:
        with safe_open(run.checkpoint_path, framework="np") as file:
            counters = json.loads((file.metadata() or {})["counters"])
            return str(counters["fingerprint"])
    except (OSError, SafetensorError, KeyError, TypeError, ValueError):
        return ""


def _bounds(predictions: pa.Table) -> list[float] | None:
    """Return least x and y, largest x and y of the survey; None without coordinates."""
    if not {"x", "y"} <= set(predictions.column_names):
        return None
    points = np.column_stack([predictions[axis].to_numpy() for axis in ("x", "y")])
    whole = points[np.isfinite(points).all(axis=1)]
    return [*whole.min(axis=0).tolist(), *whole.max(axis=0).tolist()] if len(whole) else None


def _network(job: AnyJob, model: Mapping[str, Any]) -> dict[str, Any]:
    members = model.get("members") or len(model.get("member_folds", ()))
    folds = model.get("folds") or len(set(model.get("member_folds", ())) or {0})
    return {
        **_decided(job.network.model_dump(mode="json")),
        "members": members,
        "folds": folds,
        "voters": sum(model["voters"]) if "voters" in model else members,
    }


def _decided(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings that say something: no empty ones."""
    return {name: value for name, value in values.items() if value not in ("", {}, [], None)}


def _limits(card: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what a user must know, a word of `core.model_export.card_words` with values each."""
    classes, data, verdict = card["classes"], card["data"], card["verdict"]
    few = [each["name"] for each in classes if 0 < each["samples"] < FEW]
    never = [each["name"] for each in classes if each["predicted"] == 0]
    without = [each["name"] for each in data.get("features", ()) if not each["unit"]]
    said: list[tuple[str, Any, dict[str, Any]]] = [
        ("few", few, {"classes": few, "count": FEW}),
        ("never", never, {"classes": never}),
        ("not judged", verdict is None, {}),
        ("chose", verdict and verdict["protocol"]["name"] == "validation", {}),
        ("units", data.get("features"), {}),
        ("without unit", without, {"features": without}),
        ("area", data.get("bounds"), {}),
        ("images", "shape" in data, {}),
        ("probabilities", True, {}),
        ("marks unlike" if card["marks_unlike"] else "unlike", True, {}),
    ]
    return [{"limit": name, **values} for name, holds, values in said if holds]
