"""Joining the processes that `torchrun` started to train one CNN together."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch
from torch import distributed as dist
from torch.distributed.distributed_c10d import PrefixStore, Store
from torch.distributed.rendezvous import rendezvous

from core.cnn.place import available_cores
from core.cnn.ranks import Ranks, answered
from datasets.messages import InputError

# how long a process waits for the others, which may still read their data or save a checkpoint
PATIENCE = timedelta(minutes=10)
# seconds between two looks whether the others have come
PAUSE = 0.05


@contextmanager
def joined(wanted: str) -> Iterator[Ranks]:
    """Join the processes that `torchrun` started, within the block.

    All of them compute on CUDA devices, each on that of its LOCAL_RANK, or all on processors.

    Parameters
    ----------
    wanted
        "auto", "cpu" or "gpu", as a job says it.

    Raises
    ------
    InputError
        When a machine has fewer CUDA devices than processes, or none and "gpu" is wanted.
    RankLost
        When the others cannot be reached.
    """
    local = int(os.environ.get("LOCAL_RANK", "0"))
    beside = int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
    devices = torch.cuda.device_count() if wanted != "cpu" and torch.cuda.is_available() else 0
    if 0 < devices < beside:
        raise InputError(
            "{processes} processes were started on a machine with {devices} graphics processors, "
            "and each needs one of its own; start it with --nproc-per-node {devices}.",
            processes=beside,
            devices=devices,
        )
    _begin_group()
    ranks = _ranks(local, beside, has_cuda=devices > 0)
    if wanted == "gpu" and ranks.device != "cuda":
        raise InputError(
            "Not every machine has a graphics processor that several processes can use together "
            "(CUDA); set the device to automatic or to the processor."
        )
    yield ranks
    # not after an error: it would wait for those who are gone, and the process ends soon anyway
    dist.destroy_process_group()


def _begin_group() -> None:
    with answered():
        store, rank, count = next(rendezvous("env://", timeout=PATIENCE))
        # after a restart the store still holds the addresses of those who are gone
        fresh = PrefixStore(meet(store, rank, count), store)
        dist.init_process_group("gloo", store=fresh, rank=rank, world_size=count, timeout=PATIENCE)


def meet(store: Store, rank: int, count: int) -> str:
    """Return a name that all processes of one start have, and none of an earlier one had.

    Each of the others says a word that nobody said before; the first gives its own word to those
    that it hears, and waits until all have it.

    Raises
    ------
    RuntimeError
        When one of them does not come.
    """
    word = uuid.uuid4().hex
    others = range(1, count)
    last = time.monotonic() + PATIENCE.total_seconds()
    if rank:
        store.set(f"here/{rank}", word)
    while time.monotonic() < last:
        if not rank:
            heard = [store.get(f"here/{other}").decode() for other in others]
            store.set("met", " ".join([word, *heard]))
            if all(_said(store, f"known/{other}") == word for other in others):
                return word
        else:
            name, *heard = store.get("met").decode().split()
            if word in heard:
                store.set(f"known/{rank}", name)
                return str(name)
        time.sleep(PAUSE)
    raise RuntimeError("not all processes came")


def _said(store: Store, key: str) -> str:
    return str(store.get(key).decode()) if store.check([key]) else ""


def _ranks(local: int, beside: int, *, has_cuda: bool) -> Ranks:
    """Return this process once all know whether everyone has a CUDA device."""
    rank, count = dist.get_rank(), dist.get_world_size()
    threads = max(1, available_cores() // beside)
    on_processors = Ranks(rank, count, "cpu", threads, dist.group.WORLD)
    if on_processors.added(float(has_cuda)) != [float(count)]:
        return on_processors
    torch.cuda.set_device(local)
    with answered():
        group = dist.new_group(backend="nccl", timeout=PATIENCE)
    return Ranks(rank, count, "cuda", threads, group)
