"""Giving the other processes the network that is to be trained, as it stands in the first."""

from __future__ import annotations

import json
from typing import Any

from safetensors.torch import load, save

from core.cnn.members import Members
from core.cnn.ranks import Ranks
from core.cnn.training import MemberLoop
from datasets.messages import InputError


def hand_out(members: Members, loop: MemberLoop) -> None:
    """Give the others the member that begins or goes on."""
    if not members.ranks.are_several:
        return
    tensors, state = loop.state()
    values = {"member": members.number, "fingerprint": members.fingerprint, "state": state}
    members.ranks.hand_out(json.dumps(values).encode())
    members.ranks.hand_out(save(tensors))


def dismiss(ranks: Ranks) -> None:
    """Tell the others that nothing is left to be trained."""
    ranks.hand_out(b"")


def take(members: Members) -> MemberLoop | None:
    """Return the loop of the member that the first process handed out; None when dismissed.

    Raises
    ------
    InputError
        When the samples of this process are others.
    """
    given = members.ranks.hand_out(b"")
    if not given:
        return None
    values: dict[str, Any] = json.loads(given)
    tensors = load(members.ranks.hand_out(b""))
    if values["fingerprint"] != members.fingerprint:
        raise InputError(
            "The samples that process {rank} of this run has read are not those of the first one; "
            "every machine needs the same files.",
            rank=members.ranks.rank + 1,
        )
    loop = members.begin(values["member"])
    loop.load_state(tensors, values["state"])
    return loop
