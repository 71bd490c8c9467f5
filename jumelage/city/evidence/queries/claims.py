"""Claims about records, the evidence for them, and how they may be shown."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Prefetch, Q

from jumelage.city.evidence.choices import Standing
from jumelage.city.evidence.models import Claim, Evidence, Source
from jumelage.city.evidence.rules.standing import standing

Claims = dict[str, Claim]


def claims_about_many(subjects: Iterable[models.Model]) -> dict[models.Model, Claims]:
    """The claims about records of any models, every one of them a key, by what they are about, with evidence, sources
    and documents: 2 queries, however many; none without records.
    """
    found: dict[models.Model, Claims] = {subject: {} for subject in subjects}
    if not found:
        return {}
    by_name = {(subject._meta.label_lower, subject.pk): subject for subject in found}
    pieces = Evidence.objects.select_related("source__document").defer("source__document__text")
    claims = (
        Claim.objects.filter(_about_any(found))
        .select_related("subject_type")
        .prefetch_related(Prefetch("evidence", queryset=pieces))
    )
    for claim in claims:
        kind = claim.subject_type
        found[by_name[f"{kind.app_label}.{kind.model}", claim.subject_id]][claim.about] = claim
    return found


def facts_proven(subjects: Iterable[models.Model]) -> dict[models.Model, set[str]]:
    """What of each record rests on a claim: 1 query, however many; none without records."""
    found: dict[models.Model, set[str]] = {subject: set() for subject in subjects}
    by_name = {(subject._meta.label_lower, subject.pk): subject for subject in found}
    told = ("subject_type__app_label", "subject_type__model", "subject_id", "about")
    claims = Claim.objects.filter(_about_any(found)).values_list(*told) if found else ()
    for room, model, key, about in claims:
        found[by_name[f"{room}.{model}", key]].add(about)
    return found


def _about_any(subjects: Iterable[models.Model]) -> Q:
    numbers: dict[tuple[str, str], list[int]] = {}
    for subject in subjects:
        kind = (subject._meta.app_label, subject._meta.model_name or "")
        numbers.setdefault(kind, []).append(subject.pk)
    return reduce(
        or_,
        (
            Q(subject_type__app_label=room, subject_type__model=model, subject_id__in=keys)
            for (room, model), keys in numbers.items()
        ),
    )


def standing_of(claim: Claim | None) -> Standing | None:
    """How the claim may be shown, from the piece chosen for it; None without claim or choice."""
    piece = claim.piece if claim else None
    if piece is None:
        return None
    return Standing(standing(voice=piece.source.voice, stance=piece.stance))


def said(subjects: Iterable[models.Model]) -> list[Source]:
    """Give each record its claims as `said`, by what they are about; the sources they rest on, once each: 2 queries."""
    records = list(subjects)
    claims = claims_about_many(records)
    sources: dict[int, Source] = {}
    for record in records:
        vars(record)["said"] = claims[record]
        for claim in claims[record].values():
            sources |= {piece.source_id: piece.source for piece in claim.evidence.all()}
    return list(sources.values())
