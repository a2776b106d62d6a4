"""What figures and methods are called on the page, and what each means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

# figures that may be negative; the others lie between 0 and 1
BOTH_SIDES = ("kappa", "mcc")


def figure_names() -> dict[str, str]:
    """Return the main figures in their order on the page."""
    return {
        "balanced_accuracy": _tr("Balanced accuracy"),
        "macro_f1": _tr("Macro-F1"),
        "kappa": _tr("Cohen's κ"),
        "mcc": _tr("MCC"),
        "auc": _tr("AUC"),
        "accuracy": _tr("Accuracy"),
    }


def figure_helps() -> dict[str, str]:
    """Return what each figure means, in a sentence."""
    return {
        "balanced_accuracy": _tr(
            "The mean of the recalls of the classes: each class counts the same, however few its "
            "samples are."
        ),
        "macro_f1": _tr(
            "The mean of the F1 of the classes, each the harmonic mean of precision and recall."
        ),
        "kappa": _tr(
            "Agreement with the known classes beyond what the same class counts would give by "
            "chance; 0 is chance, 1 is perfect."
        ),
        "mcc": _tr(
            "Matthews correlation coefficient of known and predicted classes; 0 is chance, 1 is "
            "perfect."
        ),
        "auc": _tr(
            "The mean over the classes of the chance that a sample of the class gets a higher "
            "probability of it than a sample of another one; 0.5 is chance."
        ),
        "accuracy": _tr("The share of samples classified right; a large class can carry it alone."),
    }


def method_names() -> dict[str, str]:
    """Return the methods of a comparison by their names in baselines.json."""
    return {
        "network": _tr("This network"),
        "majority": _tr("Majority class"),
        "nearest": _tr("Nearest neighbours"),
        "logistic": _tr("Logistic regression"),
        "forest": _tr("Random forest"),
        "boosting": _tr("Gradient boosting"),
        "mlp": _tr("scikit-learn MLP"),
    }


def method_helps() -> dict[str, str]:
    """Return what each method does, in a sentence."""
    return {
        "network": _tr("The network of this run."),
        "majority": _tr("Names the most frequent class of the training samples everywhere."),
        "nearest": _tr("Names the class that most of the nearest training samples have."),
        "logistic": _tr("A linear boundary between the classes."),
        "forest": _tr("Many decision trees, each grown on samples drawn at random; they vote."),
        "boosting": _tr("Decision trees grown one after another, each on what the others miss."),
        "mlp": _tr("A multilayer perceptron with the usual settings of scikit-learn."),
    }


def method_name(row: Mapping[str, Any]) -> str:
    """Return what the method of a row of baselines.json is called."""
    return method_names().get(row["name"], row["name"])


def _tr(text: str) -> str:
    return QCoreApplication.translate("judging names", text)
