"""Letters that lead to the fields of a form with Alt: each label has one of its own."""

from __future__ import annotations

from collections.abc import Sequence


def mnemonic_places(labels: Sequence[str]) -> list[int]:
    """Return the place of each label's letter in it, -1 where no letter is left for it.

    Early letters of early labels are preferred, but a label gives way where it has another letter
    and a later one has not (a matching along augmenting paths).
    """
    owner: dict[str, int] = {}

    def find(label: int, tried: set[str]) -> bool:
        for letter in _letters(labels[label]):
            if letter in tried:
                continue
            tried.add(letter)
            if letter not in owner or find(owner[letter], tried):
                owner[letter] = label
                return True
        return False

    for label in range(len(labels)):
        find(label, set())
    places = [-1] * len(labels)
    for letter, label in owner.items():
        places[label] = labels[label].lower().index(letter)
    return places


def _letters(text: str) -> list[str]:
    return [letter for letter in text.lower() if letter.isascii() and letter.isalpha()]
