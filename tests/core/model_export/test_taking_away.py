"""The verb `model`: files and folders, a script that runs, and one sentence where it cannot be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import pandas as pd
import pytest

from core.events import Event, Finished, Notice
from core.model import TrainedModel, load_model
from core.model_export import table_onnx
from core.model_export.bundle_reading import opened_bundle
from core.model_export.onnx_model import onnx_of
from core.model_export.snippet import table_snippet
from core.model_export.taking_away import take_model
from core.predicting import predict_table
from core.reporting import silent
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.model_export.small_run import finished_run


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path)


def taken(run: RunFolder, out: Path, language: str = "en") -> list[Event]:
    events: list[Event] = []
    take_model(run, out, language, events.append)
    return events


def test_a_folder_gets_all_of_it(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "given"
    last = taken(run, out, "zh_CN")[-1]
    names = sorted(path.name for path in out.iterdir())
    assert names == ["card.json", "card.md", "predict.py", "run.anomodel", "run.onnx"]
    assert isinstance(last, Finished)
    assert last.values["difference"] < 1e-10
    assert (out / "card.md").read_text(encoding="utf-8").startswith("# 模型卡：run")
    assert opened_bundle(out / "run.anomodel").any_job().training.seed == 1


def test_the_script_says_what_the_program_says(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "given"
    taken(run, out)
    lines = (tmp_path / "survey.csv").read_text().splitlines()
    # a limit, a gap and a word
    lines[1:4] = ["0,0,<0.5,1.2,3.4,a", "0,0,,2.5,0.3,b", "0,0,n.d.,1.5,<1,c"]
    table = tmp_path / "new.csv"
    table.write_text("\n".join(lines) + "\n")
    words = [sys.executable, "predict.py", str(table), str(tmp_path / "said.csv")]
    subprocess.run(words, cwd=out, check=True, timeout=60)
    predict_table(run, str(table), tmp_path / "wanted.csv", silent)
    said = pd.read_csv(tmp_path / "said.csv")
    wanted = pd.read_csv(tmp_path / "wanted.csv")
    assert said["class"].tolist() == wanted["class"].tolist()
    np.testing.assert_allclose(said["probability"], wanted["probability"], atol=1e-9)


def test_the_script_has_ten_lines_and_goes_on_after_a_part(run: RunFolder, tmp_path: Path) -> None:
    taken(run, tmp_path / "given")
    names = load_model(run.model_path).feature_names
    script = table_snippet("run.onnx", "few.py", names, (), 7)
    assert sum(not line.startswith("#") for line in script.splitlines()) == 10
    (tmp_path / "given" / "few.py").write_text(script, encoding="utf-8")
    words = [sys.executable, "few.py", str(tmp_path / "survey.csv"), str(tmp_path / "said.csv")]
    subprocess.run(words, cwd=tmp_path / "given", check=True, timeout=60)
    said = pd.read_csv(tmp_path / "said.csv")
    assert said["Cu"].tolist() == pd.read_csv(tmp_path / "survey.csv")["Cu"].tolist()


def test_names_of_columns_are_no_code() -> None:
    script = table_snippet('a".onnx', "b.py", ('Cu", __import__("os"), "', "Zn\n"), ("x\ny", ""), 5)
    tree = compile(script, "b.py", "exec")
    assert "__import__" not in tree.co_names


def test_one_file_each(run: RunFolder, tmp_path: Path) -> None:
    taken(run, tmp_path / "a.anomodel")
    taken(run, tmp_path / "a.onnx")
    assert {path.name for path in tmp_path.glob("a.*")} == {"a.anomodel", "a.onnx"}
    about = {each.key: each.value for each in onnx.load(tmp_path / "a.onnx").metadata_props}
    assert about["name"] == "run"
    first = (tmp_path / "a.onnx").read_bytes()
    taken(run, tmp_path / "a.onnx")
    assert (tmp_path / "a.onnx").read_bytes() == first


def test_a_model_that_differs_is_not_written(
    run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(model: TrainedModel, about: Mapping[str, str]) -> onnx.ModelProto:
        changed = load_model(run.model_path)
        changed.network.parameters.mul_(1.01)
        return onnx_of(changed, about)

    monkeypatch.setattr(table_onnx, "onnx_of", wrong)
    with pytest.raises(InputError, match="nothing was written"):
        taken(run, tmp_path / "a.onnx")
    assert not (tmp_path / "a.onnx").exists()
    said = [each for each in taken(run, tmp_path / "given") if isinstance(each, Notice)]
    assert any("nothing was written" in str(each.message) for each in said)
    assert not (tmp_path / "given" / "predict.py").exists()


def test_what_cannot_be_is_told_in_a_sentence(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"not as \.pkl"):
        taken(run, tmp_path / "a.pkl")
    with pytest.raises(InputError, match="language xx"):
        taken(run, tmp_path / "a.onnx", "xx")
    with pytest.raises(InputError, match="folder of a run"):
        taken(run, run.path)
    (tmp_path / "survey.csv").unlink()
    with pytest.raises(InputError, match=r"survey\.csv"):
        taken(run, tmp_path / "a.onnx")
