"""The log of a run, in its own folder."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

from datasets.messages import InputError

log = logging.getLogger(__name__)


@contextmanager
def logging_to(path: Path) -> Iterator[None]:
    """Send log lines and warnings of this run to its ``log.txt``."""
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.captureWarnings(True)
    log.info("torch %s, %d threads", torch.__version__, torch.get_num_threads())
    try:
        yield
    except InputError as error:
        log.info("%s", error)
        raise
    except Exception:
        log.exception("the run failed")
        raise
    finally:
        logging.captureWarnings(False)
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()
