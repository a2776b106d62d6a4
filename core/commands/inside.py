"""The verbs that look inside a CNN: `inside` and `look`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet

if TYPE_CHECKING:
    from core.events import Finished
    from core.inside_cnn.answering import Answer

Run = Annotated[Path, typer.Argument(help="Folder of a finished run of a CNN.")]
Out = Annotated[Path | None, typer.Option(help="File of arrays to write: .npz.")]
Layers = Annotated[
    list[str] | None, typer.Option("--layer", help="Name of a layer, once for each.")
]
Drawing = Annotated[
    Path | None, typer.Option(help="A drawing as .npy: bytes, height × width, 0 without ink.")
]
Member = Annotated[int, typer.Option(min=0, help="Number of the member, from 0.")]


def inside(
    context: typer.Context,
    run: Run,
    what: Annotated[
        Literal[
            "layers",
            "filters",
            "features",
            "weights",
            "reuse",
            "saliency",
            "nearest",
            "projection",
        ],
        typer.Argument(help="What to look at."),
    ],
    out: Out = None,
    layer: Layers = None,
    sample: Annotated[
        int | None, typer.Option(min=0, help="Number of a sample of the run, from 0.")
    ] = None,
    drawing: Drawing = None,
    member: Member = 0,
    method: Annotated[
        str,
        typer.Option(
            help="integrated-gradients, grad-cam or occlusion; cosine or euclidean; pca or tsne."
        ),
    ] = "",
    class_: Annotated[
        str, typer.Option("--class", help="Class that saliency explains; the predicted one else.")
    ] = "",
    count: Annotated[int, typer.Option(min=1, max=1000, help="How many nearest samples.")] = 12,
    of: Annotated[
        Literal["held-out", "all"], typer.Option(help="Samples of a projection.")
    ] = "held-out",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Look inside a trained CNN."""
    from core.finding import find_run
    from core.inside_cnn.answering import answer
    from core.inside_cnn.question import Question
    from core.inside_cnn.subject import subject_of

    with channel(context, quiet, json) as told:
        question = Question(
            what, tuple(layer or ()), sample, drawing, member, method, class_, count, of
        )
        found = answer(question, subject_of(find_run(run), member), told.report)
        told.report(_written(found, out))


def look(
    context: typer.Context,
    run: Run,
    drawing: Annotated[
        Path, typer.Option(help="A drawing as .npy: bytes, height × width, 0 without ink.")
    ],
    out: Out = None,
    layer: Layers = None,
    member: Member = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Classify a drawing, and show the maps of some layers for it."""
    from core.finding import find_run
    from core.inside_cnn.looking import look as looked
    from core.inside_cnn.subject import subject_of

    with channel(context, quiet, json) as told:
        found = looked(subject_of(find_run(run), member), drawing, tuple(layer or ()))
        told.report(_written(found, out))


def _written(found: Answer, out: Path | None) -> Finished:
    from core.events import Finished
    from core.inside_cnn.writing import write_arrays

    if out is None:
        return Finished(found.said, found.values)
    write_arrays(found.arrays, out)
    return Finished(found.said, {**found.values, "out": str(out)})
