"""What is told of the lines of a sheet: names, units, methods, titles, samples, foot."""

from __future__ import annotations

from collections.abc import Iterable

from datasets.decisions import Decided
from datasets.ends import FootRow
from datasets.head import Head, is_numeric
from datasets.headers import Heading
from datasets.messages import Message, message
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe


def note_lines(
    raw: RawSheet, head: Head, heading: Heading, recipe: Recipe, end: int, decided: Decided
) -> None:
    """Write down what stands in which line, each with its reason."""

    def line(row: int | None) -> int:
        return 0 if row is None else head.lines[row]

    names = tuple(head.lines[row] for row in heading.names)
    given = Recipe(names=recipe.names, units=recipe.units, methods=recipe.methods)
    doubtful = [row for row in heading.names or (0,) if row in heading.doubtful]
    _say(
        decided,
        "names",
        names,
        given.names,
        _reason_unsure(head, heading, doubtful) if doubtful else _reason_names(heading),
        sure=not doubtful,
    )
    _say(decided, "units", line(heading.units), given.units, _reason_row(heading.units, "units"))
    _say(
        decided,
        "methods",
        line(heading.methods),
        given.methods,
        _reason_row(heading.methods, "methods"),
    )
    if heading.titles:
        titles = tuple(head.lines[row] for row in heading.titles if any(head.rows[row]))
        unclear = any(row in heading.doubtful for row in heading.titles)
        told = message("They hold neither names nor samples.")
        decided.note("titles", titles, told, sure=not unclear)
    if heading.limits:
        limits = tuple(head.lines[row] for row in heading.limits)
        unlabelled = [row for row in heading.limits if row in heading.doubtful]
        decided.note("limits", limits, _reason_limits(head, unlabelled), sure=not unlabelled)
    _tell_left_out(head, heading, decided)
    first = int(raw.lines[heading.first])
    told = message("From there on the columns hold samples.")
    if heading.wordy:
        told = _reason_wordy(head, heading.wordy)
    if heading.upper:
        told = _reason_upper(head, heading.upper)
    sure = not heading.wordy and not heading.upper
    _say(decided, "first", first, recipe.first, told, sure=sure)


def _say(
    decided: Decided, name: str, value: object, given: object, reason: Message, *, sure: bool = True
) -> None:
    chosen = given is not None and value == given
    decided.note(name, value, message("Chosen.") if chosen else reason, sure=sure or chosen)


def _tell_left_out(head: Head, heading: Heading, decided: Decided) -> None:
    """Tell which rows of numbers above the samples are no samples."""
    rows = [row for row in heading.titles if row in heading.doubtful and _has_number(head, row)]
    if rows:
        decided.notices.append(
            message(
                "Lines above the samples hold numbers, but name no sample; they were left out: "
                "{lines}. Where they are samples, choose an earlier first line.",
                lines=_lines(head, rows),
            )
        )
    if heading.upper:
        decided.notices.append(
            message(
                "Another table seems to stand in lines {first} to {last} ({names}); its rows were "
                "left out: {count}. To read it, choose its lines of names and samples.",
                first=head.lines[heading.upper[0]],
                last=head.lines[heading.upper[-1]],
                names=", ".join([cell for cell in head.rows[heading.upper[0]] if cell][:3]),
                count=len(heading.upper) - 1,
            )
        )


def _has_number(head: Head, row: int) -> bool:
    return any(map(is_numeric, head.rows[row]))


def _reason_upper(head: Head, rows: tuple[int, ...]) -> Message:
    return message(
        "Another table seems to stand above, in lines {first} to {last}.",
        first=head.lines[rows[0]],
        last=head.lines[rows[-1]],
    )


def _reason_limits(head: Head, unlabelled: list[int]) -> Message:
    if not unlabelled:
        return message("The row begins with the words for a detection limit.")
    return message(
        "Taken for detection limits, since the line names no sample and its numbers are as low or "
        "as high as any: {lines}. Please check that it is no sample.",
        lines=_lines(head, unlabelled),
    )


def _reason_wordy(head: Head, rows: tuple[int, ...]) -> Message:
    return message(
        "Lines that hold words where numbers stand were taken for samples, since they look like "
        "those below: {lines}.",
        lines=_lines(head, rows),
    )


def _reason_unsure(head: Head, heading: Heading, rows: list[int]) -> Message:
    if rows != [0] or len(heading.names) > 1:
        return _reason_second(head, rows)
    numbers = ", ".join([cell for cell in head.rows[0] if cell][:3])
    if heading.names:
        return message(
            "The first line holds numbers that rise evenly, such as years: {numbers}. They were "
            "taken for names; please check that it is no sample.",
            numbers=numbers,
        )
    return message(
        "The first line holds numbers that rise evenly: {numbers}. It was taken for a sample; "
        "please check that they are no names.",
        numbers=numbers,
    )


def _reason_second(head: Head, rows: list[int]) -> Message:
    return message(
        "Taken for a second line of names, since no numbers stand in it: {lines}. Please check "
        "that it is no sample.",
        lines=_lines(head, rows),
    )


def _lines(head: Head, rows: Iterable[int]) -> str:
    listed = [str(head.lines[row]) for row in rows]
    return ", ".join(listed[:5]) + ("…" if len(listed) > 5 else "")


def _reason_names(heading: Heading) -> Message:
    if not heading.names:
        return message("The first line already holds numbers, so the columns have no names.")
    if len(heading.names) > 1:
        return message("Names of groups stand above the names; they are joined.")
    return message("The cells above the samples are names.")


def _reason_row(row: int | None, kind: str) -> Message:
    if kind == "units":
        if row is None:
            return message("No line holds units.")
        return message("Most of its cells are units.")
    if row is None:
        return message("No line holds methods.")
    return message("Most of its cells are codes of methods.")


def tell_foot(foot: list[FootRow], decided: Decided) -> None:
    """List the rows below the samples that were left out."""
    if not foot:
        return
    listed = "; ".join(f"{row.line}: {row.text}" for row in foot[:5])
    decided.notices.append(
        message(
            "Lines at the foot are no samples and were left out: {count} ({lines}).",
            count=len(foot),
            lines=listed + ("…" if len(foot) > 5 else ""),
        )
    )
