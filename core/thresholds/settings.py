"""What decides an anomaly threshold, as one frozen value that forms and project files grow from."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import ValidationError, model_validator

from core.job import Section, setting
from datasets.field_reasons import first_reason
from datasets.messages import InputError

Method = Literal["trimming", "mad", "tukey", "percentile", "ca", "mahalanobis", "hand"]
METHODS: tuple[Method, ...] = get_args(Method)
CensoredRule = Literal["half", "root2", "limit", "left_out"]
LOG_METHODS = ("trimming", "mad", "tukey")
# a group, and its breaks
GroupBreaks = tuple[str, tuple[float, ...]]


class ThresholdSettings(Section):
    """How an anomaly threshold is found."""

    method: Annotated[
        Method,
        setting(
            "Method",
            "How the threshold is found. All methods can be compared in one table.",
            choices={
                "trimming": "Iterative trimming",
                "mad": "Median + k·MAD",
                "tukey": "Tukey fences",
                "percentile": "Percentile",
                "ca": "Concentration–area",
                "mahalanobis": "Robust distance, several elements",
                "hand": "Set by hand",
            },
        ),
    ] = "trimming"
    k: Annotated[
        float,
        setting(
            "k",
            "The threshold is mean + k standard deviations of what trimming leaves, or "
            "median + k·MAD.",
            only_when={"method": ("trimming", "mad")},
            ge=0.1,
            le=20.0,
        ),
    ] = 2.0
    cut: Annotated[
        float,
        setting(
            "Trim at",
            "Each pass removes what is farther from the mean than this; 0 means the same as k.",
            only_when={"method": "trimming"},
            unit="sd",
            ge=0.0,
            le=20.0,
        ),
    ] = 0.0
    sides: Annotated[
        Literal["both", "upper"],
        setting(
            "Trim",
            "Remove low and high values, or high ones alone.",
            only_when={"method": "trimming"},
            choices={"both": "Both sides", "upper": "High values only"},
        ),
    ] = "both"
    logarithm: Annotated[
        bool,
        setting(
            "Logarithm",
            "Work with log10 of the values; the threshold is given in their own unit.",
            only_when={"method": LOG_METHODS},
        ),
    ] = False
    fence: Annotated[
        Literal["inner", "outer"],
        setting(
            "Fence",
            "Upper quartile + 1.5 box lengths (inner fence) or 3 box lengths (outer fence).",
            only_when={"method": "tukey"},
            choices={"inner": "Inner, 1.5", "outer": "Outer, 3"},
        ),
    ] = "inner"
    percentile: Annotated[
        float,
        setting(
            "Percentile",
            "This share of the values lies at or below the threshold.",
            only_when={"method": "percentile"},
            unit="%",
            gt=0.0,
            lt=100.0,
        ),
    ] = 97.5
    pieces: Annotated[
        Literal["2", "3", "4"],
        setting(
            "Straight pieces",
            "So many straight lines are fitted to the log–log plot of area against value.",
            only_when={"method": "ca"},
            choices={"2": "2", "3": "3", "4": "4"},
        ),
    ] = "3"
    boundary: Annotated[
        int,
        setting(
            "Break",
            "Which break between two pieces is the threshold, counted from the low values.",
            only_when={"method": "ca"},
            ge=1,
            le=3,
        ),
    ] = 2
    breaks: Annotated[
        tuple[float, ...],
        setting("Breaks", "Breaks of the pieces as a person dragged them; empty: found by search."),
    ] = ()
    group_breaks: Annotated[
        tuple[GroupBreaks, ...],
        setting("Breaks of groups", "Groups with breaks of their own, as a person dragged them."),
    ] = ()
    quantile: Annotated[
        float,
        setting(
            "Quantile of χ²",
            "Samples beyond this quantile of the χ² distribution stand apart.",
            only_when={"method": "mahalanobis"},
            ge=0.5,
            lt=1.0,
        ),
    ] = 0.975
    seed: Annotated[
        int,
        setting(
            "Seed",
            "Starting point of the random subsets. The same seed gives the same distances.",
            only_when={"method": "mahalanobis"},
            ge=0,
            le=2**31 - 1,
        ),
    ] = 1
    value: Annotated[
        float,
        setting(
            "Threshold",
            "In the unit of the element. Dragging the line in a plot sets it too.",
            only_when={"method": "hand"},
        ),
    ] = 0.0
    censored: Annotated[
        CensoredRule,
        setting(
            "Below the detection limit",
            "What stands for a value that is only known to lie below its limit.",
            choices={
                "half": "Half the limit",
                "root2": "Limit / √2",
                "limit": "The limit",
                "left_out": "Left out",
            },
        ),
    ] = "half"
    group: Annotated[
        str,
        setting(
            "Group", "Column of groups with a threshold each, such as map sheets; may be empty."
        ),
    ] = ""

    @property
    def trims_at(self) -> float:
        """Standard deviations from the mean beyond which a pass removes values."""
        return self.cut or self.k

    @property
    def pieces_number(self) -> int:
        """Straight pieces as a number; with dragged breaks, one more than these."""
        return len(self.breaks) + 1 if self.breaks else int(self.pieces)

    @property
    def boundary_number(self) -> int:
        """Which break is the threshold, from 1: the last one where there are fewer."""
        return min(self.boundary, self.pieces_number - 1)

    @property
    def domain(self) -> Literal["linear", "log"]:
        """Where the method works; concentration–area is a log–log plot by its nature."""
        is_log = self.method == "ca" or (self.method in LOG_METHODS and self.logarithm)
        return "log" if is_log else "linear"

    def of_group(self, name: str) -> ThresholdSettings:
        """Return the settings of a group: the same, with breaks of its own where it has some."""
        own = dict(self.group_breaks).get(name)
        return self if own is None else self.model_copy(update={"breaks": own})

    def with_breaks(self, group: str, breaks: tuple[float, ...]) -> ThresholdSettings:
        """Return the settings with other breaks for a group; "" is the whole column."""
        if not group:
            return self.model_copy(update={"breaks": breaks})
        others = dict(self.group_breaks) | {group: breaks}
        return self.model_copy(update={"group_breaks": tuple(others.items())})

    @model_validator(mode="after")
    def _agree(self) -> ThresholdSettings:
        for breaks in (self.breaks, *(own for _, own in self.group_breaks)):
            if list(breaks) != sorted(set(breaks)) or any(value <= 0 for value in breaks):
                raise InputError("Breaks have to be positive and ascend; put them in their order.")
        return self


def check_break(number: int, pieces: int) -> None:
    """Raise InputError where so many straight pieces have no such break between them."""
    if number >= pieces:
        raise InputError(
            "Between {pieces} straight pieces there is no break {number}; choose a break up to "
            "{most} with --break, or more pieces with --pieces.",
            pieces=pieces,
            number=number,
            most=pieces - 1,
        )


def settings_from(values: dict[str, Any]) -> ThresholdSettings:
    """Check the values of settings; an InputError names the first field that cannot be used."""
    try:
        return ThresholdSettings.model_validate(values)
    except ValidationError as error:
        field, reason = first_reason(error)
        raise InputError(
            "The setting {field} of a threshold cannot be used: {reason}.",
            field=field,
            reason=reason,
        ) from None
