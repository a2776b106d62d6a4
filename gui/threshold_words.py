"""How a threshold was found, in a few words of the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.thresholds.settings import ThresholdSettings


def recipe_words(settings: ThresholdSettings) -> str:
    """Return method and figures: ``Trimming, mean + 2 sd``."""
    k = f"{settings.k:g}"
    if settings.method == "trimming":
        return _trimming(settings, k)
    if settings.method == "mad":
        return _tr("Median + {k} MAD").format(k=k)
    if settings.method == "tukey":
        inner = settings.fence == "inner"
        return _tr("Tukey, inner fence") if inner else _tr("Tukey, outer fence")
    if settings.method == "percentile":
        return _tr("Percentile {percent}").format(percent=f"{settings.percentile:g}")
    if settings.method == "ca":
        return _tr("Concentration–area, break {number} of {breaks}").format(
            number=settings.boundary_number, breaks=settings.pieces_number - 1
        )
    if settings.method == "mahalanobis":
        return _tr("Robust distance, χ² quantile {quantile}").format(
            quantile=f"{settings.quantile:g}"
        )
    return _tr("Set by hand")


def domain_word(settings: ThresholdSettings) -> str:
    """Return where the method works."""
    if settings.method == "mahalanobis":
        return "ILR"
    return _tr("log") if settings.domain == "log" else _tr("linear")


def _trimming(settings: ThresholdSettings, k: str) -> str:
    text = _tr("Trimming, mean + {k} sd").format(k=k)
    if settings.trims_at != settings.k:
        text += _tr(", trimmed at {cut} sd").format(cut=f"{settings.trims_at:g}")
    if settings.sides == "upper":
        text += _tr(", high values only")
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThresholdWords", text)
