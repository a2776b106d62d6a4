"""The verbs `search`, and `trial` for the processes that it starts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet, Set


def search(
    context: typer.Context,
    job: Annotated[str, typer.Argument(help="A job file, or a bundled example's name.")],
    out: Annotated[Path, typer.Option(help="Folder of the search; a search there goes on.")],
    trials: Annotated[
        int | None, typer.Option(min=0, help="Settings to try; 0: as many as the time allows.")
    ] = None,
    seconds: Annotated[
        float | None, typer.Option(min=0.0, help="No trial begins after this time; 0: no limit.")
    ] = None,
    processes: Annotated[
        int | None, typer.Option(min=0, help="Trials at once; 0: one for each core.")
    ] = None,
    dask: Annotated[
        str, typer.Option(help="Address of a Dask scheduler, or local for a cluster here.")
    ] = "",
    settings: Annotated[
        Path | None, typer.Option(help="A search.toml that says what is varied.")
    ] = None,
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Search settings for a job, judged by samples that have no say in the choice.

    What is varied is changed by --set search.units=[4,32] and the like.
    """
    given: dict[str, Any] = {"trials": trials, "seconds": seconds, "processes": processes}
    changed = {name: value for name, value in given.items() if value is not None}
    with channel(context, quiet, json, resumable=True) as told:
        from core.bundled import find_job
        from core.overriding import with_settings
        from core.searching.given import read_search, with_search_settings
        from core.searching.settings import Search

        whole = read_search(settings) if settings is not None else Search()
        if dask:
            changed["scheduler"] = dask
        wanted, others = with_search_settings(whole, set_ or (), changed)
        asked = with_settings(find_job(job), others)
        # after what was typed is checked: it takes seconds to load
        from core.searching.folder import SearchFolder
        from core.searching.searching import search_job

        search_job(asked, wanted, SearchFolder(out), told.report, told.control)


def trial(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder of a search.")],
    number: Annotated[int, typer.Argument(min=0, help="Number of the trial.")],
    setting: Annotated[
        str, typer.Option(help="What it sets, as JSON; nothing for the job as it is.")
    ] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Carry out one trial of a search."""
    with channel(context, quiet, json) as told:
        from core.searching.one_trial import carry_out_in
        from core.searching.setting import Setting

        wanted = Setting.model_validate_json(setting) if setting else None
        carry_out_in(folder, number, wanted, told.report, told.control)
