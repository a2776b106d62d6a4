"""Where everything about one run lies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunPaths:
    """The files in the folder of a run.

    ``job.toml`` what was asked · ``run.json`` its name and date · ``history.csv`` a row an epoch ·
    ``checkpoint.safetensors`` all that resuming needs · ``model/`` all that predicting needs ·
    ``predictions.parquet`` · ``evaluation.json`` · ``outcome.json`` why it ended ·
    ``unmatched.csv`` deposits that label no sample · ``log.txt``.
    """

    path: Path

    @property
    def job_path(self) -> Path:
        return self.path / "job.toml"

    @property
    def about_path(self) -> Path:
        return self.path / "run.json"

    @property
    def history_path(self) -> Path:
        return self.path / "history.csv"

    @property
    def checkpoint_path(self) -> Path:
        return self.path / "checkpoint.safetensors"

    @property
    def model_path(self) -> Path:
        return self.path / "model"

    @property
    def predictions_path(self) -> Path:
        return self.path / "predictions.parquet"

    @property
    def evaluation_path(self) -> Path:
        return self.path / "evaluation.json"

    @property
    def verdict_path(self) -> Path:
        return self.path / "verdict.json"

    @property
    def baselines_path(self) -> Path:
        return self.path / "baselines.json"

    @property
    def learning_curve_path(self) -> Path:
        return self.path / "learning_curve.json"

    @property
    def explanation_path(self) -> Path:
        return self.path / "explanation.json"

    @property
    def unmatched_path(self) -> Path:
        return self.path / "unmatched.csv"

    @property
    def outcome_path(self) -> Path:
        return self.path / "outcome.json"

    @property
    def log_path(self) -> Path:
        return self.path / "log.txt"

    @property
    def live_classes_path(self) -> Path:
        """Classes of every row while training goes on (.npy, unsigned integers)."""
        return self.path / "live_classes.npy"

    @property
    def live_agreement_path(self) -> Path:
        """Share of the members that name the class, while several learn (.npy, float32)."""
        return self.path / "live_agreement.npy"

    def snapshots_path(self, number: int = 0) -> Path:
        """Weights over the epochs of a try, counted from 0, for those who look inside."""
        if number == 0:
            return self.path / "snapshots"
        return self.tries_path / f"try-{number + 1:03}-snapshots"

    @property
    def tries_path(self) -> Path:
        """Weights of every try, where learning began more than once."""
        return self.path / "tries"

    @property
    def tables(self) -> tuple[Path, ...]:
        """The tables of the run, which no result that is taken away may replace."""
        return (self.predictions_path, self.history_path, self.unmatched_path)

    @property
    def exists(self) -> bool:
        return self.job_path.is_file()

    @property
    def is_free(self) -> bool:
        """Whether a new run may begin here: nothing is there but what a killed `create` leaves."""
        if not self.path.exists():
            return True
        return self.path.is_dir() and all(
            path == self.about_path or path.match(".*.part") for path in self.path.iterdir()
        )
