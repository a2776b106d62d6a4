"""The verb that shows what becomes of images: `preview`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet, Set, whole_numbers


def preview(
    context: typer.Context,
    job: Annotated[str, typer.Argument(help="A job file on images, or a bundled example's name.")],
    out: Annotated[Path, typer.Option(help="File of arrays to write: .npz.")],
    rows: Annotated[str, typer.Option(help="Numbers of samples from 0, joined by commas.")] = "0",
    copies: Annotated[int, typer.Option(min=0, help="Of each sample, changed at random.")] = 7,
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show images as they are read, changed at random, and as the network sees them."""
    from core.bundled import find_any_job
    from core.events import Finished
    from core.image_job import ImageJob
    from core.overriding import with_settings
    from datasets.messages import InputError, message

    with channel(context, quiet, json) as told:
        wanted = with_settings(find_any_job(job), set_ or ())
        if not isinstance(wanted, ImageJob):
            raise InputError("The job {job} is not about images; choose one that is.", job=job)
        chosen = _rows(rows)
        # after what was typed is checked: it takes seconds to load
        from core.cnn.preview import write_preview

        write_preview(wanted, chosen, copies, out)
        told.report(
            Finished(
                message("{count} samples shown in {path}.", count=len(chosen), path=str(out)),
                {"out": str(out), "rows": list(chosen), "copies": copies},
            )
        )


def _rows(text: str) -> tuple[int, ...]:
    from datasets.messages import InputError

    try:
        return whole_numbers(text)
    except ValueError:
        raise InputError(
            "“{rows}” is no list of samples; write numbers joined by commas, for example 3,17,99.",
            rows=text,
        ) from None
