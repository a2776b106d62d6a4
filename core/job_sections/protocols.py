"""What the ways of judging are called, apart from how a job declares them.

The command line lists them, and must not wait for what checks a job.
"""

from __future__ import annotations

from typing import Literal

Protocol = Literal[
    "validation",
    "hold_out",
    "folds",
    "leave_one_out",
    "groups",
    "leave_one_group_out",
    "blocks",
    "second_file",
]
