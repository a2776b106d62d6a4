"""What a report says of a run on images: the set, and pictures of those that were misread."""

from __future__ import annotations

from core.cnn.gallery import errors
from core.image_loading import load_images
from core.predictions import read_predictions
from core.report.content import Facts, Figure, Note, Section
from core.report.data_section import classes_table
from core.report.drawing import canvas, figure_of, paper
from core.report.subject import Subject
from datasets.images.image_set import ImageSet
from datasets.messages import InputError

# pictures across, and of all
ACROSS, MOST = 10, 30


def image_data_section(subject: Subject) -> Section:
    """Tell of the images that were learned from."""
    words, data = subject.words, subject.card["data"]
    channels, height, width = data["shape"]
    facts = (
        (words.head("file"), data["source"]),
        (words.head("images"), f"{data['rows']:,}"),
        (words.head("size"), words.head("size of", channels=channels, height=height, width=width)),
    )
    return Section(words.card["data"], (Facts(facts), classes_table(subject)))


def wrong_images(subject: Subject) -> Figure | Note | None:
    """Draw the images that judge and were misread; None where none was.

    A note says where the images cannot be read any more.
    """
    part = str(subject.evaluation.get("judged", ""))
    table = read_predictions(subject.run.predictions_path)
    rows = errors(table, part)[:MOST]
    if part not in ("test", "validation") or not len(rows):
        return None
    words, name = subject.words, subject.card["data"]["source"]
    try:
        found = load_images(subject.run.image_job().images)
    except InputError:
        return Note(words.say("table gone", name=name))
    if found.fingerprint != subject.card["data"]["fingerprint"]:
        return Note(words.say("table changed", name=name))
    known, given = (table[column].to_pylist() for column in ("known", "class"))
    return _drawn(found, [(row, f"{known[row]} → {given[row]}") for row in rows.tolist()], subject)


def _drawn(found: ImageSet, wrong: list[tuple[int, str]], subject: Subject) -> Figure:
    across = min(ACROSS, len(wrong))
    down = -(-len(wrong) // across)
    with paper():
        drawn = canvas(16.6 * across, 20 * down)
        places = drawn.subplots(down, across, squeeze=False).flat
        for axes in places:
            axes.set_axis_off()
        for axes, (row, title) in zip(drawn.axes, wrong, strict=False):
            pixels = found.pixels[row]
            picture = pixels[0] if len(pixels) == 1 else pixels.transpose(1, 2, 0)
            axes.imshow(picture, cmap="gray_r", vmin=0, vmax=255, interpolation="nearest")
            axes.set_title(title, fontsize=6.5, pad=2)
    return figure_of(drawn, subject.words.head("wrong images"))
