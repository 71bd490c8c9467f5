"""From one version of a form to the next: what changed, and drafts moved along without losing a text.

Source: Jumelage, issue 4, item 2: a new version of the form moves drafts along and shows applicants what changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from jumelage.foundation.questionnaires.rules.conditions import is_answered
from jumelage.foundation.questionnaires.rules.definition import TEXTUAL, Definition, Field, Kind

# Where a draft keeps the answers to questions that are gone: {code: answer}, under a code that no field can have.
LEFT_BEHIND = "_left_behind"


class Change(StrEnum):
    """What may become of a part of a form."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    KIND = "kind"
    WORDS = "words"
    RULES = "rules"
    CHOICES = "choices"


@dataclass(frozen=True)
class Changed:
    """A part that changed: a section, or a field with its section; `before` and `after` are None where it is absent."""

    code: str
    section: str
    what: tuple[Change, ...]
    before: Field | None = None
    after: Field | None = None
    is_section: bool = False

    @property
    def loses(self) -> bool:
        """Whether an answer no longer finds its place."""
        return Change.REMOVED in self.what or Change.KIND in self.what


def changes(old: Definition, new: Definition) -> tuple[Changed, ...]:
    """What differs between two versions, in the order of the new one, removed parts last."""
    found = [*_sections(old, new), *_added_or_changed(old, new)]
    gone = [
        Changed(code, old.section_codes[code], (Change.REMOVED,), before=field)
        for code, field in old.by_code.items()
        if code not in new.by_code
    ]
    return (*found, *gone)


def carry(answers: Mapping[str, Any], changed: tuple[Changed, ...]) -> dict[str, Any]:
    """The answers under the new version.

    What lost its place is kept under `LEFT_BEHIND`, where the applicant reads and copies it; a question that comes
    back finds its answer again. Texts stay texts when a short one becomes long.
    """
    carried = {code: value for code, value in answers.items() if code != LEFT_BEHIND}
    left = dict(answers.get(LEFT_BEHIND) or {})
    for change in changed:
        code = change.code
        if change.is_section:
            continue
        if change.loses and code in carried:
            if not _still_fits(change):
                value = carried.pop(code)
                # Blank rows are no text: nobody misses them.
                left |= {code: value} if is_answered(value) else {}
        elif Change.ADDED in change.what and code in left:
            carried[code] = left.pop(code)
    return {**carried, LEFT_BEHIND: left} if left else carried


def left_behind(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    """Answers to questions that are no longer asked, by code."""
    found: Mapping[str, Any] = answers.get(LEFT_BEHIND) or {}
    return found


def _sections(old: Definition, new: Definition) -> list[Changed]:
    before = {section.code: section for section in old.sections}
    after = {section.code: section for section in new.sections}
    moved = _out_of_order(list(before), list(after))
    found = []
    for code, section in after.items():
        was = before.get(code)
        what = [Change.ADDED] if was is None else []
        if was and (was.title, was.intro) != (section.title, section.intro):
            what.append(Change.WORDS)
        if was and was.when != section.when:
            what.append(Change.RULES)
        what += [Change.MOVED] if code in moved else []
        if what:
            found.append(Changed(code, code, tuple(what), is_section=True))
    gone = [code for code in before if code not in after]
    return [*found, *(Changed(code, code, (Change.REMOVED,), is_section=True) for code in gone)]


def _added_or_changed(old: Definition, new: Definition) -> list[Changed]:
    moved = _moved(old, new)
    found = []
    for code, field in new.by_code.items():
        was = old.by_code.get(code)
        what = (Change.ADDED,) if was is None else _differences(was, field)
        if code in moved:
            what = (*what, Change.MOVED)
        if what:
            found.append(Changed(code, new.section_codes[code], what, before=was, after=field))
    return found


def _moved(old: Definition, new: Definition) -> set[str]:
    """Fields that stand in another section, or in another order among those that stayed in theirs."""
    common = old.by_code.keys() & new.by_code.keys()
    moved = {code for code in common if old.section_codes[code] != new.section_codes[code]}
    for section in new.sections:
        was = old.section(section.code)
        before = [field.code for field in (was.fields if was else ())]
        moved |= _out_of_order(before, [field.code for field in section.fields])
    return moved


def _out_of_order(before: list[str], after: list[str]) -> set[str]:
    """The fewest codes whose move explains the order `after`, among those that both have."""
    common = set(before) & set(after)
    return common - _longest_common(
        [code for code in before if code in common], [code for code in after if code in common]
    )


def _longest_common(before: list[str], after: list[str]) -> set[str]:
    """The codes of the longest run that stands in the same order in both."""
    place = {code: number for number, code in enumerate(before)}
    best: list[list[str]] = [[]]
    for code in after:
        before_it = [run for run in best if not run or place[run[-1]] < place[code]]
        best.append([*max(before_it, key=len), code])
    longest = max(best, key=len)
    return set(longest)


def _differences(was: Field, now: Field) -> tuple[Change, ...]:
    what = []
    if was.kind is not now.kind:
        what.append(Change.KIND)
    if (was.label, was.help) != (now.label, now.help):
        what.append(Change.WORDS)
    if (was.choices, was.columns, was.budget) != (now.choices, now.columns, now.budget):
        what.append(Change.CHOICES)
    if _bare(was) != _bare(now):
        what.append(Change.RULES)
    return tuple(what)


def _bare(field: Field) -> Field:
    """The rules of a field, without its kind, words and lists."""
    kind = Kind.NOTE
    wordless = replace(field, kind=kind, label={}, help=None)
    return replace(wordless, choices=(), columns=(), budget=None)


def _still_fits(change: Changed) -> bool:
    """A text is still a text in a longer or shorter field; one choice is not several."""
    if change.before is None or change.after is None:
        return False
    return {change.before.kind, change.after.kind} <= TEXTUAL
