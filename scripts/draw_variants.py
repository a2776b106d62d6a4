"""Draw the pictures of docs/variants.md, in both languages: `python -m scripts.draw_variants`.

The curves come from the transcriptions the tests hold the program against.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib
import numpy as np
import torch
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from numpy.typing import NDArray

from tests.core.transcriptions import (
    Move,
    Problem,
    adam,
    gradient_descent,
    irprop_minus,
    irprop_plus,
    rprop_minus,
    rprop_plus,
)

Array = NDArray[np.float64]
Rule = Callable[[Problem, Array], Iterator[Move]]

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
FONT = ROOT / "core" / "fonts" / "NotoSansCJKsc-Anomalyst.otf"
WORDS = {
    "en": {
        "epoch": "Epoch",
        "evaluations": "Epochs (evaluations of error and gradient)",
        "weight": "Weight w",
        "step": "Step Δ",
        "error": "Error (median of {starts} starts)",
        "sign": "a change of sign is seen here, and the step halved",
        "goal": "error goal {goal}",
        "bp": "Plain BP",
        "momentum": "Plain BP, momentum 0.5",
    },
    "zh_CN": {
        "epoch": "轮",
        "evaluations": "轮（计算误差和梯度的次数）",
        "weight": "权值 w",
        "step": "步长 Δ",
        "error": "误差（{starts} 次初始权值的中位数）",
        "sign": "在此发现梯度变号，步长减半",
        "goal": "误差目标 {goal}",
        "bp": "标准BP算法",
        "momentum": "标准BP算法，动量项 0.5",
    },
}
FAMILY: dict[str, Rule] = {
    "RPROP⁻": rprop_minus,
    "RPROP⁺": rprop_plus,
    "iRPROP⁺": irprop_plus,
    "iRPROP⁻": irprop_minus,
}
# Okabe and Ito's
COLOURS = {
    "RPROP⁻": "#0072b2",
    "RPROP⁺": "#e69f00",
    "iRPROP⁺": "#d55e00",
    "iRPROP⁻": "#009e73",
    "bp": "#17191c",
    "momentum": "#757c85",
    "Adam": "#cc79a7",
    "L-BFGS": "#56b4e9",
}
DASHED = {"momentum": "--", "RPROP⁺": "--", "iRPROP⁻": "-.", "L-BFGS": ":"}
VALLEY_START = np.array([-2.0, -1.0])
VALLEY_EPOCHS = 60
SIZES = (14, 9, 5, 8)
EPOCHS = 300
STARTS = 25
GOAL = 1e-5


def main() -> None:
    """Write every picture in every language."""
    PICTURES.mkdir(exist_ok=True)
    font_manager.fontManager.addfont(FONT)
    chinese = font_manager.FontProperties(fname=str(FONT)).get_name()
    learned = network_curves()
    with matplotlib.rc_context(
        {"font.family": ["DejaVu Sans", chinese], "font.size": 9, "axes.titlesize": 9}
    ):
        for language, words in WORDS.items():
            ending = ".png" if language == "en" else f".{language}.png"
            figures = {
                "one_weight": draw_one_weight(words),
                "valleys": draw_valleys(words),
                "network": draw_network(words, learned),
            }
            for name, figure in figures.items():
                figure.savefig(PICTURES / f"variants_{name}{ending}", dpi=120)


# --- one weight ---------------------------------------------------------------------------


def draw_one_weight(words: dict[str, str]) -> Figure:
    """Draw w and Δ of each RPROP on E = ½ w², from w = −1: what a change of sign does."""
    epochs = 18
    figure = Figure(figsize=(10, 4.6), layout="constrained")
    grid = figure.subplots(2, 4, sharex=True, sharey="row")
    for (name, rule), (above, below) in zip(FAMILY.items(), grid.T, strict=True):
        weights, steps = _one_weight(rule, epochs)
        turned = np.flatnonzero(np.diff(steps) < 0)
        for axes, values in ((above, weights), (below, steps)):
            axes.plot(values, color=COLOURS[name], linewidth=1.2, marker="o", markersize=3)
            axes.plot(
                turned,
                values[turned],
                linestyle="none",
                marker="o",
                markersize=7,
                markerfacecolor="none",
                markeredgecolor="#17191c",
                label=words["sign"],
            )
            axes.grid(alpha=0.25, linewidth=0.6)
        above.axhline(0, color="#17191c", linewidth=0.8)
        above.set_title(name)
        below.set_yscale("log")
        below.set_xlabel(words["epoch"])
        below.set_xticks(range(0, epochs + 1, 3))
    grid[0, 0].set_ylabel(words["weight"])
    grid[1, 0].set_ylabel(words["step"])
    figure.legend(*grid[0, 0].get_legend_handles_labels(), loc="outside upper right", frameon=False)
    return figure


def _one_weight(rule: Rule, epochs: int) -> tuple[Array, Array]:
    """Return w and Δ from before the first epoch to after the last, shape (epochs + 1,)."""
    moves = list(itertools.islice(rule(_parabola, np.array([-1.0])), epochs))
    weights = [-1.0, *(move.weights[0] for move in moves)]
    return np.array(weights), np.array([0.1, *(move.steps[0] for move in moves)])


def _parabola(weights: Array) -> tuple[float, Array]:
    return float(weights @ weights) / 2, weights


# --- the valleys --------------------------------------------------------------------------


def draw_valleys(words: dict[str, str]) -> Figure:
    """Draw the ways of five rules down two valleys, one along a weight, one across both."""
    rules: dict[str, Rule] = {
        **FAMILY,
        "bp": lambda problem, at: gradient_descent(problem, at, rate=0.018),
    }
    figure = Figure(figsize=(11, 4.3), layout=ConstrainedLayoutEngine(h_pad=0.1))
    grid = figure.subplots(2, len(rules), sharex=True, sharey=True)
    for row, degrees in zip(grid, (0, 30), strict=True):
        for axes, (name, rule) in zip(row, rules.items(), strict=True):
            valley = Valley(degrees)
            moves = itertools.islice(rule(valley, VALLEY_START), VALLEY_EPOCHS)
            way = np.array([VALLEY_START, *(move.weights for move in moves)])
            _draw_contours(axes, valley)
            axes.plot(*way.T, color=COLOURS[name], linewidth=1, marker="o", markersize=2.5)
            axes.plot(*VALLEY_START, marker="s", color="#17191c", markersize=5)
            axes.plot(0, 0, marker="*", color="#17191c", markersize=10, markeredgecolor="white")
            error = _written(f"{valley(way[-1])[0]:.1g}")
            axes.set_title(f"{words.get(name, name)}\nE = {error}")
            axes.set_aspect("equal")
    for axes in grid[1]:
        axes.set_xlabel("w₁")
    for axes in grid[:, 0]:
        axes.set_ylabel("w₂")
    return figure


class Valley:
    """E = ½ (a² + 100 b²), where a and b are the weights turned by an angle in degrees."""

    def __init__(self, degrees: float) -> None:
        along = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
        across = np.array([-along[1], along[0]])
        self.curvature = np.outer(along, along) + 100 * np.outer(across, across)

    def __call__(self, weights: Array) -> tuple[float, Array]:
        """Return error and gradient at two weights."""
        slope = self.curvature @ weights
        return float(weights @ slope) / 2, slope


def _draw_contours(axes: Axes, valley: Valley) -> None:
    x, y = np.linspace(-2.4, 1.2, 300), np.linspace(-1.6, 1.2, 300)
    places = np.stack(np.meshgrid(x, y), axis=-1)
    heights = (places @ valley.curvature * places).sum(axis=-1) / 2
    axes.contour(x, y, heights, 0.5 * 4.0 ** np.arange(6), colors="#9aa1aa", linewidths=0.5)


def _written(number: str) -> str:
    """Write 1.2e-05 as 1.2 × 10⁻⁵."""
    digits, found, power = number.partition("e")
    if not found:
        return digits
    return f"{digits} × 10{str(int(power)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


# --- a network ----------------------------------------------------------------------------


def draw_network(words: dict[str, str], learned: dict[str, Array]) -> Figure:
    """Draw the errors of a 14-9-5-8 network that learns the classes of 80 samples."""
    figure = Figure(figsize=(10, 4.4), layout="constrained")
    axes = figure.add_subplot()
    for name, errors in learned.items():
        axes.plot(
            errors,
            color=COLOURS[name],
            linestyle=DASHED.get(name, "-"),
            linewidth=1.5,
            label=words.get(name, name),
        )
    axes.axhline(GOAL, color="#17191c", linewidth=0.8)
    goal = words["goal"].format(goal=_written(f"{GOAL:.0e}"))
    axes.text(EPOCHS * 0.99, GOAL * 1.6, goal, ha="right", color="#17191c")
    axes.set_yscale("log")
    axes.set_ylim(1e-12, 3)
    axes.set_xlim(0, EPOCHS)
    axes.set_xlabel(words["evaluations"])
    axes.set_ylabel(words["error"].format(starts=STARTS))
    axes.grid(alpha=0.25, linewidth=0.6)
    axes.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False)
    return figure


def network_curves() -> dict[str, Array]:
    """Return the median of the errors at each epoch, shape (EPOCHS + 1,), by rule.

    The learning rates are the best of 0.01, 0.02, 0.05, 0.1 and so on up to 50; the momentum is
    the better of 0.5 and 0.9.
    """
    learning = classes_of_80_samples()
    rules: dict[str, Rule] = {
        **FAMILY,
        "bp": lambda problem, at: gradient_descent(problem, at, rate=20),
        "momentum": lambda problem, at: gradient_descent(problem, at, rate=20, momentum=0.5),
        "Adam": lambda problem, at: adam(problem, at, rate=0.2),
    }
    count = sum((wide + 1) * narrow for wide, narrow in itertools.pairwise(SIZES))
    starts = [np.random.default_rng(seed).uniform(-0.5, 0.5, count) for seed in range(STARTS)]
    learned = {
        name: np.median([_errors(rule, learning, start) for start in starts], axis=0)
        for name, rule in rules.items()
    }
    learned["L-BFGS"] = np.median([_lbfgs_errors(learning, start) for start in starts], axis=0)
    return learned


def _errors(rule: Rule, problem: Problem, start: Array) -> Array:
    moves = itertools.islice(rule(problem, start), EPOCHS + 1)
    return np.array([move.error for move in moves])


def _lbfgs_errors(problem: Problem, start: Array) -> Array:
    """Return the lowest error after each evaluation; a step of L-BFGS takes several."""
    weights = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.LBFGS(
        [weights], max_iter=EPOCHS, line_search_fn="strong_wolfe", history_size=10,
        tolerance_grad=0, tolerance_change=0,
    )  # fmt: skip
    errors: list[float] = []

    def closure() -> torch.Tensor:
        error, slope = problem(weights.detach().numpy().copy())
        weights.grad = torch.from_numpy(slope)
        errors.append(error)
        return torch.tensor(error, dtype=torch.float64)

    optimizer.step(closure)
    lowest = np.minimum.accumulate(errors)[: EPOCHS + 1]
    return np.pad(lowest, (0, EPOCHS + 1 - len(lowest)), mode="edge")


def classes_of_80_samples() -> Problem:
    """Return MSE and gradient of a tanh and logistic network on synthetic classes.

    Ten samples in each of eight classes scatter by 0.7 around a centre drawn from N(0, 1).
    """
    chance = np.random.default_rng(33)
    codes = np.arange(80) % SIZES[-1]
    centres = chance.normal(size=(SIZES[-1], SIZES[0]))
    inputs = centres[codes] + 0.7 * chance.normal(size=(80, SIZES[0]))
    targets = np.eye(SIZES[-1])[codes]

    def problem(weights: Array) -> tuple[float, Array]:
        layers, values, rest = [], [inputs], weights
        for wide, narrow in itertools.pairwise(SIZES):
            layer, rest = np.split(rest, [(wide + 1) * narrow])
            layers.append(layer.reshape(wide + 1, narrow))
            sums = values[-1] @ layers[-1][:-1] + layers[-1][-1]
            values.append(np.tanh(sums) if rest.size else _logistic(sums))
        away = values[-1] - targets
        delta = away / 80 * values[-1] * (1 - values[-1])
        slopes: list[Array] = []
        for layer, below in zip(reversed(layers), reversed(values[:-1]), strict=True):
            slopes.insert(0, np.vstack([below.T @ delta, delta.sum(axis=0)]).ravel())
            delta = delta @ layer[:-1].T * (1 - below**2)
        return float((away**2).sum()) / 160, np.concatenate(slopes)

    return problem


def _logistic(sums: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(sums, -500, 500)))


if __name__ == "__main__":
    main()
