"""What the columns of predictions are called, in tables and files."""

from __future__ import annotations

# before the name of a class: its probability, and the value of its output
CLASS_PREFIX, OUTPUT_PREFIX = "p ", "output "
