"""What became of an application: versions of its sections, changes of its form, lines of the journal."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.audit.queries import history_of
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.foundation.questionnaires.queries.readout import answers_shown, left_shown
from jumelage.foundation.questionnaires.queries.wording import change_words
from jumelage.programmes.applications.models import Application, SectionVersion
from jumelage.programmes.applications.queries.answers import Draft


@dataclass(frozen=True)
class FormNews:
    """What changed in the form under a draft: the parts with words, and answers that lost their question."""

    version: int
    at: Any
    parts: list[tuple[str, str]]
    left: list[dict[str, Any]]


def changes_to_show(draft: Draft) -> FormNews | None:
    """The last change of the form that the people of a draft have not put away; None when there is none. 1 query."""
    carry = draft.application.carries.filter(seen_at=None).select_related("before", "after").first()
    if carry is None:
        return None
    before, after = definition_of(carry.before), definition_of(carry.after)
    language = get_language() or "fr"
    parts = []
    for one in forms.changes(before, after):
        field = one.after or one.before
        section = after.section(one.code) or before.section(one.code)
        words = field.label if field else section.title if section else {}
        parts.append((forms.text_in(words, language) or one.code, change_words(one)))
    row = draft.sections.get(forms.LEFT_BEHIND)
    left = left_shown({forms.LEFT_BEHIND: row.answers}, before) if row else []
    return FormNews(carry.after.number, carry.at, parts, left)


def versions_of(application: Application, code: str) -> list[SectionVersion]:
    """The versions of the section `code`, the last first. 1 query."""
    found = SectionVersion.objects.filter(section__application=application, section__code=code)
    return list(found.select_related("saved_by"))


def version_shown(draft: Draft, version: SectionVersion) -> list[dict[str, Any]]:
    """What stood in one version, to read. Of what stands today only other sections count: conditions look at them."""
    code, places = version.section.code, draft.definition.section_codes
    elsewhere = {one: told for one, told in draft.answers.items() if places.get(one) != code}
    answers = {**elsewhere, **version.answers}
    return answers_shown(draft.definition, answers, draft.context, section=code)


def journal_of(application: Application) -> list[Entry]:
    """The journal's lines about it, the newest first. 1 query."""
    return list(history_of(application))
