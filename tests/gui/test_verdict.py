"""The sentence on a result names the held-out samples first, and says when there were none."""

from __future__ import annotations

from gui.verdict import evaluation_sentence


def counted(samples: int, correct: int) -> dict[str, int]:
    return {"samples": samples, "correct": correct}


def test_held_out_samples_come_first() -> None:
    said = evaluation_sentence({"training": counted(1200, 1199), "validation": counted(8, 6)})
    assert said == (
        "Of 8 samples held out, 6 were classified right (75\u00a0%); of 1,200 in training, 1,199."
    )


def test_without_held_out_samples_nothing_is_claimed() -> None:
    said = evaluation_sentence({"training": counted(34, 33), "validation": counted(0, 0)})
    assert "Of 34 samples in training, 33" in said
    assert "nothing about new ones" in said


def test_folds_hold_every_sample_out_once() -> None:
    said = evaluation_sentence(
        {"training": counted(34, 34), "validation": counted(34, 29), "folds": 5}
    )
    assert said == (
        "Each of 34 labelled samples was held out once, in 5 folds: 29 were classified right "
        "(85\u00a0%) by networks that had not seen them; by those that had, 34."
    )
