"""What the pages of an application list: sections, what is left to do, files, versions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext

from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.questionnaires.queries.wording import place_words, problem_words
from jumelage.programmes.applications.choices import Letter
from jumelage.programmes.applications.models import Attachment, CompletionWindow, Mail
from jumelage.programmes.applications.queries.answers import DOCUMENT, Draft


@dataclass(frozen=True)
class Task:
    """One thing that is left to do: where, what, and the address of the very place."""

    label: str
    text: str
    address: str
    missing: bool = True


@dataclass(frozen=True)
class Step:
    """A section in the list: its title, its address, its number and hour of saving, and what is left to do in it."""

    code: str
    title: str
    address: str
    number: int
    saved_at: Any
    saved_by: str
    left: int
    begun: bool


def steps_of(draft: Draft) -> list[Step]:
    """The sections that are asked, in order. Two texts to choose between are left to do in theirs."""
    fields = [*(one.field for one in draft.problems), *(one.field for one in draft.conflicts)]
    left = Counter(draft.definition.section_codes.get(field) for field in fields)
    sections = forms.visible_sections(draft.definition, draft.answers, draft.context)
    return [_step(draft, section, left[section.code]) for section in sections]


def tasks_of(draft: Draft) -> list[Task]:
    """Everything that is left to do before the deposit, each with its link."""
    return [*_frame_tasks(draft), *_conflict_tasks(draft), *_form_tasks(draft), *_file_tasks(draft)]


def section_address(draft: Draft, code: str) -> str:
    """Where a section is written."""
    return reverse("application-section", args=[draft.application.key, code])


def files_by_field(draft: Draft) -> Mapping[str, list[dict[str, Any]]]:
    """The files of each question, as its component lists them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in draft.attachments:
        found.setdefault(one.field, []).append(shown_file(draft, one))
    return found


def shown_file(draft: Draft, one: Attachment) -> dict[str, Any]:
    """A file as pages list it."""
    key = draft.application.key
    return {
        "name": one.name,
        "size_bytes": one.size_bytes,
        "url": reverse("application-file", args=[key, one.pk]),
        "remove": one.pk,
        "sha256": one.sha256,
    }


def label_of(draft: Draft, field: str) -> str:
    """What the form calls a question, in the reader's language."""
    asked = draft.definition.by_code.get(field)
    if asked:
        return forms.text_in(asked.label, get_language() or "fr")
    found = next((one for one in draft.asked if f"{DOCUMENT}{one.slug}" == field), None)
    return str(found.title) if found else field


def places_of(window: CompletionWindow, draft: Draft) -> list[tuple[str, str]]:
    """The questions that a completion re-opens: what the form calls each, and where it is written."""
    return [(label_of(draft, field), _place(draft, field)) for field in window.fields]


def lost_mails(mails: Iterable[Mail]) -> dict[str, str]:
    """The addresses that `mails` did not reach, each once, with what was sent there."""
    kinds: dict[str, list[str]] = {}
    for mail in mails:
        kinds.setdefault(mail.address, []).append(str(Letter(mail.kind).label))
    return {address: ", ".join(dict.fromkeys(found)) for address, found in kinds.items()}


def _place(draft: Draft, field: str) -> str:
    section = draft.definition.section_codes.get(field)
    if section is None:
        return f"{reverse('application-documents', args=[draft.application.key])}#{field}"
    return f"{section_address(draft, section)}#{forms.input_name(field)}"


def _step(draft: Draft, section: forms.Section, left: int) -> Step:
    row = draft.sections.get(section.code)
    return Step(
        code=section.code,
        title=forms.text_in(section.title, get_language() or "fr"),
        address=section_address(draft, section.code),
        number=row.number if row else 0,
        saved_at=row.saved_at if row else None,
        saved_by=str(row.saved_by) if row else "",
        left=left,
        begun=any(field.code in draft.answers for field in section.fields),
    )


def _frame_tasks(draft: Draft) -> list[Task]:
    key = draft.application.key
    if draft.dossier is None:
        address = reverse("application-frame", args=[key])
        return [Task(gettext("Organisation"), gettext("Say which organisation applies."), address)]
    label = draft.dossier.name
    return [Task(label, one.text, one.address) for one in draft.dossier_lacks]


def _conflict_tasks(draft: Draft) -> list[Task]:
    address = reverse("application-conflicts", args=[draft.application.key])
    text = gettext("Two texts were written for this question. Choose one.")
    return [
        Task(label_of(draft, one.field), text, f"{address}#conflict-{one.pk}", missing=False)
        for one in draft.conflicts
    ]


def _form_tasks(draft: Draft) -> list[Task]:
    return [
        Task(
            place_words(problem, draft.definition),
            problem_words(problem),
            f"{section_address(draft, draft.definition.section_codes[problem.field])}"
            f"?look#{problem.anchor}",
            missing=problem.is_missing,
        )
        for problem in draft.problems
    ]


def _file_tasks(draft: Draft) -> list[Task]:
    address = reverse("application-documents", args=[draft.application.key])
    text = gettext("Join this document.")
    return [
        Task(str(one.title), text, f"{address}#{DOCUMENT}{one.slug}") for one in draft.missing_files
    ]
