"""What is written in an application, and what is left to do before its deposit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from jumelage.city.dossiers import queries as dossiers
from jumelage.city.dossiers.choices import DocumentKind
from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.queries import Missing
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.questionnaires.queries.answering import Completeness, Definition, Problem
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.programmes.applications.models import Application, Attachment, Conflict, Section
from jumelage.programmes.applications.rules.wording import title_of
from jumelage.programmes.calls import queries as calls
from jumelage.programmes.calls.models import AskedDocument, Track
from jumelage.programmes.calls.queries.eligibility import Because, judge

# Files that the call asks beside the form's own questions stand under this name.
DOCUMENT = "document-"
# What comes between two texts that are both kept; of other answers one stands.
BETWEEN = {forms.Kind.SHORT_TEXT: " / ", forms.Kind.LONG_TEXT: "\n\n"}
# What the regulation calls an applicant, by the legal form of the dossier.
APPLICANTS = {"asbl": "asbl", "ngo": "ngo", "school": "school", "de_facto": "de-facto"}
_DOSSIER_PARTS = ("accounts", "addresses", "officers", "documents", "organisation__identifiers")


@dataclass(frozen=True)
class Draft:
    """All that is written in an application; worked out once for a page."""

    application: Application
    definition: Definition
    sections: Mapping[str, Section]
    attachments: tuple[Attachment, ...]
    dossier: Dossier | None
    conflicts: tuple[Conflict, ...]

    @cached_property
    def answers(self) -> dict[str, Any]:
        """Answers by field, files included; those to questions that are gone under `LEFT_BEHIND`."""
        found: dict[str, Any] = {}
        for code, section in self.sections.items():
            found |= {code: section.answers} if code == forms.LEFT_BEHIND else section.answers
        for field in {one.field for one in self.attachments if one.field}:
            found[field] = [_file(one) for one in self.attachments if one.field == field]
        return found

    @cached_property
    def track(self) -> Track:
        """The track as the call published it."""
        application = self.application
        return calls.track_of(application.call, application.track.slug) or application.track

    @cached_property
    def context(self) -> dict[str, Any]:
        """What conditions and limits of the form look at beside the answers; amounts in euro cents."""
        return {
            "track": self.track.slug,
            "cap_cents": self.track.cap_cents,
            "minimum_cents": self.track.minimum_cents,
            "share_percent": self.track.share_percent,
            "applicant": self.applicant,
        }

    @cached_property
    def applicant(self) -> str:
        """What the regulation calls the organisation; "" while there is none."""
        return APPLICANTS.get(self.dossier.legal_form, "other") if self.dossier else ""

    @cached_property
    def rules(self) -> tuple[Because, ...]:
        """What the regulation asks of who applies in this track, unmet first. Only the legal form is known here: the
        applicant alone knows the rest (None).
        """
        regulation = calls.published(self.application.call)
        asked = [one.slug for one in regulation.questions] if regulation else []
        judged = judge(regulation, dict.fromkeys(asked, self.applicant)) if regulation else []
        return tuple(
            reason for one in judged if one.track.slug == self.track.slug for reason in one.reasons
        )

    @property
    def unmet_rules(self) -> tuple[Because, ...]:
        """Those that the applicant does not meet as things stand."""
        return tuple(one for one in self.rules if one.met is False)

    @cached_property
    def asked(self) -> tuple[AskedDocument, ...]:
        """The documents that the call asks of this applicant, in its order."""
        regulation = calls.published(self.application.call)
        if regulation is None:
            return ()
        return tuple(calls.asked_documents(regulation, self.track.slug, self.applicant))

    @cached_property
    def asked_files(self) -> tuple[AskedDocument, ...]:
        """Those that stand neither in the dossier nor among the questions of the form."""
        own = {code for code, field in self.definition.by_code.items() if field.asks}
        return tuple(
            one
            for one in self.asked
            if one.slug not in DocumentKind.values and one.slug.replace("-", "_") not in own
        )

    @cached_property
    def completeness(self) -> Completeness:
        """How far the form itself is."""
        return forms.completeness(self.definition, self.answers, self.context)

    @cached_property
    def dossier_lacks(self) -> tuple[Missing, ...]:
        """What the organisation's dossier lacks for this call."""
        if self.dossier is None:
            return ()
        # Read here and not with the draft: a step of the form, which hundreds open at once, asks for none of it.
        prefetch_related_objects([self.dossier], *_DOSSIER_PARTS)
        kinds = [one.slug for one in self.asked if one.slug in DocumentKind.values and one.required]
        documents = kinds if self.asked else None
        found = dossiers.missing_in(
            self.dossier, today=timezone.localdate(), documents=documents, **self._persons
        )
        return tuple(found)

    @property
    def _persons(self) -> dict[str, int]:
        regulation = calls.published(self.application.call)
        least = regulation.call.de_facto_min_persons if regulation else None
        return {} if least is None else {"min_persons": least}

    @cached_property
    def missing_files(self) -> tuple[AskedDocument, ...]:
        """Documents asked beside the form that are not joined yet."""
        return tuple(
            one
            for one in self.asked_files
            if one.required and f"{DOCUMENT}{one.slug}" not in self.answers
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong or missing in the form."""
        return self.completeness.problems

    @property
    def left(self) -> int:
        """How many things are left to do before the deposit; 0: it may be deposited."""
        lists = (self.problems, self.dossier_lacks, self.missing_files, self.conflicts)
        return sum(map(len, lists)) + (self.dossier is None)

    @property
    def percent(self) -> int:
        """From 0 to 100; 100 only when nothing is left to do."""
        form, extra = self.completeness, self.left - len(self.problems)
        asked = form.asked + extra + len(self.asked_files) - len(self.missing_files)
        done = form.done + len(self.asked_files) - len(self.missing_files)
        if not self.left:
            return 100
        return min(99, done * 100 // asked) if asked else 0

    @property
    def title(self) -> str:
        """The project's title; "" while it has none."""
        return title_of(self.definition, self.answers)


def draft_of(application: Application) -> Draft:
    """What is written in `application`. At most 4 queries, whatever was written; 5 more once what the dossier lacks
    is asked for.
    """
    held = Dossier.objects.filter(organisation=application.organisation_id)
    return Draft(
        application=application,
        definition=definition_of(application.form_version),
        sections={one.code: one for one in application.sections.select_related("saved_by")},
        attachments=tuple(application.attachments.filter(removed_at=None)),
        dossier=held.select_related("organisation").first(),
        conflicts=tuple(
            application.conflicts.filter(settled_at=None).select_related("standing_by", "other_by")
        ),
    )


def _file(one: Attachment) -> dict[str, Any]:
    return {"id": one.pk, "name": one.name, "size_bytes": one.size_bytes}
