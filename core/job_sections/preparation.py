"""What happens to features before the network sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import model_validator

from core.job_sections.declaring import Section, setting
from core.job_sections.network import MAX_UNITS
from datasets.messages import InputError

CensoringRule = Literal["limit", "half", "root2", "ros", "impute"]


class Preparation(Section):
    """What happens to the features before the network sees them."""

    censored: Annotated[
        CensoringRule,
        setting(
            "Below the detection limit",
            "What is taken for a value below its detection limit. Regression on order statistics "
            "and imputation are fitted on the training part only.",
            choices={
                "limit": "The limit",
                "half": "½ of the limit",
                "root2": "Limit/√2",
                "ros": "Regression on order statistics (ROS)",
                "impute": "Imputation by regression",
            },
        ),
    ] = "half"
    censored_of: Annotated[
        dict[str, CensoringRule],
        setting("Rules of single features", "Features that another rule is taken for."),
    ] = {}  # noqa: RUF012  pydantic copies it
    transform: Annotated[
        Literal["none", "log10", "clr", "ilr"],
        setting(
            "Transform",
            "What is done to every feature before it is scaled. Log10 is taken of those whose "
            "training values are all positive: concentrations are usually closer to normal after "
            "it. The logratios see the concentrations as parts of a whole; the isometric one has "
            "an input less than features.",
            choices={
                "none": "None",
                "log10": "Logarithm (log10)",
                "clr": "Centred logratio (CLR)",
                "ilr": "Isometric logratio (ILR)",
            },
        ),
    ] = "log10"
    scaling: Annotated[
        Literal["standardise", "minmax", "robust", "quantile", "none"],
        setting(
            "Scaling",
            "Brings all features to the same size. Standardise to mean 0 and standard deviation 1, "
            "or map the range to -1…1. The robust z takes median and MAD, quantiles give every "
            "feature a normal distribution. Fitted on the training part only.",
            choices={
                "standardise": "Standardise",
                "minmax": "Min–max to -1…1",
                "robust": "Robust z",
                "quantile": "Quantile to normal",
                "none": "None",
            },
        ),
    ] = "standardise"
    reduction: Annotated[
        Literal["none", "pca", "whitening"],
        setting(
            "Principal components",
            "Give the network principal components of the scaled features instead of these. "
            "Whitening brings them all to the variance 1.",
            choices={"none": "None", "pca": "PCA", "whitening": "PCA with whitening"},
        ),
    ] = "none"
    components: Annotated[
        int,
        setting(
            "Components",
            "Number of principal components. 0: as many as the share of variance needs.",
            only_when={"reduction": ("pca", "whitening")},
            ge=0,
            le=MAX_UNITS,
        ),
    ] = 0
    variance: Annotated[
        float,
        setting(
            "Share of variance",
            "The components together have at least this share of the variance.",
            only_when={"reduction": ("pca", "whitening"), "components": "0"},
            gt=0.0,
            le=1.0,
        ),
    ] = 0.95
    validation_part: Annotated[
        float,
        setting(
            "Validation part",
            "Share of the samples in training, of each class, that are kept apart to watch the "
            "validation loss. 0 trains on all of them.",
            ge=0.0,
            le=0.5,
        ),
    ] = 0.2

    @model_validator(mode="before")
    @classmethod
    def _read_logarithm(cls, values: Any) -> Any:
        """Jobs of earlier versions say ``logarithm = true`` where there is a transform now."""
        if not isinstance(values, Mapping) or "logarithm" not in values:
            return values
        rest = {name: value for name, value in values.items() if name != "logarithm"}
        if rest.get("transform") in ("clr", "ilr") or not isinstance(values["logarithm"], bool):
            raise InputError(
                "The field logarithm is an earlier word for transform and holds true or false; "
                "write transform alone."
            )
        return {**rest, "transform": "log10" if values["logarithm"] else "none"}
