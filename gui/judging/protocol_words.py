"""How the samples were held out, in a sentence for each protocol."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.numbers import percent, three_digits
from gui.translating import counted


def protocol_sentence(verdict: Mapping[str, Any]) -> str:
    """Say which samples the network was judged on, and why it had not seen them.

    Parameters
    ----------
    verdict
        What verdict.json holds; its protocol is one of those named in `_protocol_words`.
    """
    protocol = verdict["protocol"]
    said = counted(
        _protocol_words(protocol),
        samples=f"{verdict['held_out']['samples']:,}",
        folds=protocol.get("folds") or 0,
        units=f"{verdict['units']:,}",
        percent=percent(protocol.get("test_part") or 0.0),
        size=_length(protocol, "block_size"),
    )
    return " ".join(part for part in (said, _buffer_sentence(protocol)) if part)


def _protocol_words(protocol: Mapping[str, Any]) -> str:
    words = {
        "hold_out": _tr("Judged on {samples} samples held out at random, {percent} of each class."),
        "folds": _tr(
            "Each of {samples} samples was held out once, in {folds} folds with the same share of "
            "each class."
        ),
        "leave_one_out": _tr("Each of {samples} samples was held out once, by itself."),
        "groups": _tr(
            "Each of {samples} samples was held out once, in {folds} folds that split no group."
        ),
        "leave_one_group_out": _tr(
            "Each of {samples} samples was held out once, together with its whole group, one of "
            "{units}."
        ),
        "blocks": _tr(
            "Each of {samples} samples was held out once, in {folds} folds of spatial blocks of "
            "{size}."
        ),
        "second_file": _tr(
            "Judged on {samples} samples of a second file, none of which the network learned from."
        ),
        "validation": _tr("Judged on {samples} samples of the validation part."),
    }
    if protocol.get("of_source"):
        return _tr("Judged on {samples} samples that the source keeps for testing.")
    return words[protocol["name"]]


def _buffer_sentence(protocol: Mapping[str, Any]) -> str:
    if not protocol.get("buffer"):
        return ""
    return counted(
        _tr(
            "No training sample lies within {buffer} of a held-out one; that left out {buffered} "
            "samples a fold."
        ),
        buffer=_length(protocol, "buffer"),
        buffered=three_digits(protocol.get("buffered") or 0),
    )


def _length(protocol: Mapping[str, Any], key: str) -> str:
    """Write a length in the unit of the coordinates: ``12,000 m``, ``0.5°``."""
    length, unit = three_digits(protocol.get(key) or 0.0), protocol.get("unit", "")
    return f"{length}{unit}" if unit == "°" else f"{length} {unit}".rstrip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("judging protocols", text)
