"""How a network is judged: which samples it never sees, and what it says of others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from core.job_sections.declaring import Section, setting
from core.job_sections.protocols import Protocol
from datasets.messages import InputError

Unlike = Literal["off", "neighbours", "mahalanobis"]
IN_FOLDS = ("folds", "groups", "blocks")
OF_GROUPS = ("groups", "leave_one_group_out")


class Judging(Section):
    """By which samples a network is judged; it is neither trained nor chosen on them."""

    protocol: Annotated[
        Protocol,
        setting(
            "Judged by",
            "Samples that lie beside each other are alike, so a random division flatters every "
            "network on a survey: blocks or groups are held out whole. Few samples are used best "
            "by leaving one out at a time.",
            choices={
                "validation": "The validation part",
                "hold_out": "Random hold-out",
                "folds": "Stratified folds",
                "leave_one_out": "Leave one out",
                "groups": "Folds of groups",
                "leave_one_group_out": "Leave one group out",
                "blocks": "Spatial blocks",
                "second_file": "A second file",
            },
        ),
    ] = "validation"
    test_part: Annotated[
        float,
        setting(
            "Test part",
            "Share of the labelled samples of each class that is held out until the end.",
            only_when={"protocol": "hold_out"},
            ge=0.05,
            le=0.5,
        ),
    ] = 0.25
    folds: Annotated[
        int,
        setting(
            "Folds",
            "The labelled samples are divided into so many folds; each is held out once and judged "
            "by networks that never saw it. All folds are trained at once.",
            unit="folds",
            only_when={"protocol": IN_FOLDS},
            ge=2,
            le=100,
        ),
    ] = 5
    block_size: Annotated[
        float,
        setting(
            "Block size",
            "Side of the square blocks, in units of the coordinates, in metres where these are "
            "degrees. 0: as far as the features are alike, by their variograms.",
            only_when={"protocol": "blocks"},
            ge=0.0,
            le=1e9,
        ),
    ] = 0.0
    buffer: Annotated[
        float,
        setting(
            "Buffer",
            "Samples nearer than this to a held-out one are not trained on either. In units of the "
            "coordinates, in metres where these are degrees. 0: none.",
            only_when={"protocol": ("blocks", *OF_GROUPS, "leave_one_out")},
            ge=0.0,
            le=1e9,
        ),
    ] = 0.0
    test_table: Annotated[
        str,
        setting(
            "Test file",
            "A second table with the same columns and known classes; it is judged and never "
            "trained on.",
            only_when={"protocol": "second_file"},
        ),
    ] = ""
    level: Annotated[
        float,
        setting(
            "Level of the prediction sets",
            "Share of the cells whose prediction set is to hold the true class: every class that "
            "cannot be excluded at this level belongs to the set. Found on samples that no network "
            "saw.",
            group="What is not known",
            ge=0.5,
            le=0.99,
        ),
    ] = 0.9
    unknown: Annotated[
        Unlike,
        setting(
            "Unknown",
            "Cells unlike all training samples are marked as unknown, whatever class the networks "
            "name. The threshold is set by held-out samples, of which at most 5 % would be marked.",
            group="What is not known",
            choices={
                "off": "Not marked",
                "neighbours": "Far from the nearest training samples",
                "mahalanobis": "Far from the centre of the training samples",
            },
        ),
    ] = "neighbours"


def with_earlier_folds(values: Any) -> Any:
    """Return values of a job whose folds stand where they belong.

    Jobs of earlier versions had the number of folds among the preparation, 0 for none.
    """
    if not isinstance(values, Mapping) or not isinstance(values.get("preparation"), Mapping):
        return values
    preparation, judging = dict(values["preparation"]), values.get("judging", {})
    if "folds" not in preparation or not isinstance(judging, Mapping):
        return values
    folds = preparation.pop("folds")
    if folds == 1:
        raise InputError("One fold leaves nothing to train on; write 0 for none, or 2 or more.")
    way = {"protocol": "folds", "folds": folds} if folds else {"protocol": "validation"}
    return {**values, "preparation": preparation, "judging": {**judging, **way}}
