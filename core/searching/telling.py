"""What a search tells while it goes on and at its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.searching.results import Trial
from core.searching.setting import setting_words
from core.verdict_text import interval, verdict_lines
from datasets.messages import Message, message

# what a search reports its progress of
READING, SEARCHING = message("Reading the table"), message("Searching settings")


def trial_line(trial: Trial) -> Message:
    """Return a sentence about a trial that ended."""
    words = setting_words(trial.setting)
    if trial.failed is not None:
        return message(
            "Trial {number}, {setting}: {reason}",
            number=trial.number,
            setting=words,
            reason=str(trial.failed),
        )
    score = f"{trial.mean:.3f}" if trial.mean is not None else "–"
    return message(
        "Trial {number}, {setting}: macro-F1 {score} by the samples that choose",
        number=trial.number,
        setting=words,
        score=score,
    )


def closing_lines(
    verdict: Mapping[str, Any], chosen: Mapping[str, Any], winner: Trial
) -> list[str]:
    """Return the verdict of a search, and beside it the score that it was selected on."""
    lines = verdict_lines({"verdict": verdict})
    lines += [
        "",
        f"Trial {winner.number} is chosen: {setting_words(winner.setting)}. It was selected on a "
        f"macro-F1 of {chosen['selected_on']:.3f} by the samples that choose.",
        f"The verdict, by samples that had no say in the choice, is "
        f"{interval(chosen['verdict'])}: {_compared(chosen['optimism'])}.",
    ]
    if chosen["gain"] is not None:
        lines.append(
            f"Macro-F1 above the job as it was, on the same samples: {interval(chosen['gain'])}."
        )
    if chosen["failed"]:
        lines.append(f"{chosen['failed']} of {chosen['trials']} trials failed; see trials.csv.")
    return lines


def _compared(optimism: float | None) -> str:
    if optimism is None:
        return "not defined"
    return f"{abs(optimism):.3f} {'lower' if optimism >= 0 else 'higher'} than it was selected on"
