"""Processes find those that were started with them, and none of those before."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import torch
from torch._C._distributed_c10d import HashStore

from core.cnn import joining
from core.cnn.joining import joined, meet
from datasets.messages import InputError


def test_a_new_start_has_a_name_that_no_earlier_one_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "PAUSE", 0.001)
    store = HashStore()
    names = []
    for _ in range(3):
        # what the start before left in the store is still there
        with ThreadPoolExecutor(3) as pool:
            found = set(pool.map(lambda rank: meet(store, rank, 3), range(3)))
        assert len(found) == 1
        names.append(found.pop())
    assert len(set(names)) == 3


def test_whoever_does_not_come_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    store = HashStore()
    store.set("here/1", "of an earlier start")
    monkeypatch.setattr(joining, "PATIENCE", timedelta(seconds=0.1))
    with pytest.raises(RuntimeError, match="not all"):
        meet(store, 0, 2)


def test_each_process_needs_a_device_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setenv("LOCAL_WORLD_SIZE", "4")
    with pytest.raises(InputError, match="--nproc-per-node 2"), joined("auto"):
        pass
