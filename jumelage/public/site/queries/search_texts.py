"""What the search knows of each kind of record: its words, in the language that is active."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.html import strip_tags
from django.utils.translation import get_language

from jumelage.city.evidence.models import Document
from jumelage.city.governance.models import Body, Decision, Opinion
from jumelage.city.media.models import Video
from jumelage.city.media.queries import transcript_of
from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.choices import Theme
from jumelage.city.portfolio.models import Partnership, Place, Project
from jumelage.foundation.kernel.translated import Translated
from jumelage.foundation.reference.queries import entries
from jumelage.programmes.atrisk.models import AdoptedPerson
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries import published
from jumelage.programmes.emergency.models import Crisis
from jumelage.programmes.fairtrade.models import Mark
from jumelage.programmes.festival.models import Edition, Event, Venue
from jumelage.public.site.choices import Found
from jumelage.public.site.models import EditorialPage, News
from jumelage.public.site.queries.news import news
from jumelage.public.site.rules.prose import prose


@dataclass(frozen=True)
class Texts:
    """The texts of a record. `languages`: those of the readers who find it; None is all of them."""

    kind: Found
    slug: str
    title: Any
    summary: Any = ""
    body: tuple[Any, ...] = ()
    languages: tuple[str, ...] | None = None
    # Kept elsewhere already, and only in these languages: a document's text.
    long_text: str = ""
    long_languages: tuple[str, ...] | None = None


def texts_of(record: Model) -> Texts | None:
    """What the search may show of a record; None when it is not for visitors."""
    reader = _READERS.get(type(record))
    shown = getattr(record, "published", True) and not getattr(record, "merged_into_id", None)
    return reader(record) if reader and shown else None


def indexed_models() -> list[type[Model]]:
    """The models whose records the search finds."""
    return list(_READERS)


def records_told_by(label: str, key: str) -> list[Model]:
    """The records whose texts a change of the record `label:key` may change, itself included."""
    model = apps.get_model(label)
    record = model._default_manager.filter(pk=key).first()
    if record is None:
        return []
    roots = [getattr(record, name, None) for name in ("partnership", "project", "crisis")]
    found = [record, *(root for root in roots if isinstance(root, Model))]
    if isinstance(record, Organisation):
        found += [one for one in (record.merged_into,) if one]
        for one in tuple(found):
            found += [*_projects(participations__organisation=one)]
            found += [*Partnership.objects.filter(partners__organisation=one)]
    if isinstance(record, Place):
        found += [*_projects(places=record), *Partnership.objects.filter(places=record)]
    found += _fortnight_told_by(record)
    return [one for one in dict.fromkeys(found) if type(one) in _READERS]


def _fortnight_told_by(record: Model) -> Iterable[Event]:
    """The events whose texts name the record, or that are seen only with it."""
    asked: dict[type[Model], str] = {
        Organisation: "organisers",
        Edition: "edition",
        Venue: "occurrences__venue",
    }
    name = asked.get(type(record))
    return Event.objects.filter(**{name: record}).distinct() if name else ()


def _projects(**asked: Any) -> Iterable[Project]:
    return Project.objects.filter(**asked).distinct()


def _partnership(record: Partnership) -> Texts:
    body: list[Any] = [record.context, *record.places.all()]
    for rows in (record.agreements.all(), record.axes.all()):
        body += [text for pair in rows.values_list("title", "about") for text in pair]
    shown = record.partners.filter(organisation__published=True)
    for partner in shown.select_related("organisation"):
        body += [partner.organisation.name, partner.organisation.acronym, partner.part]
    body += [row.text for row in record.announcements.filter(published=True)]
    return Texts(Found.PARTNERSHIP, record.slug, record.title, record.summary, tuple(body))


def _project(record: Project) -> Texts:
    body: list[Any] = [record.acronym, record.aims, *record.places.all()]
    body += [Theme(code).label for code in record.themes if code in Theme.values]
    body += [row.title for row in record.milestones.all()]
    body += [row.group for row in record.beneficiaries.all()]
    shown = record.participations.filter(organisation__published=True)
    for row in shown.select_related("organisation"):
        body += [row.organisation.name, row.organisation.acronym]
    return Texts(Found.PROJECT, record.slug, record.title, record.summary, tuple(body))


def _organisation(record: Organisation) -> Texts:
    body = (record.acronym, record.town, record.get_kind_display())
    return Texts(Found.ORGANISATION, record.slug, record.name, record.about, body)


def _body(record: Body) -> Texts:
    return Texts(Found.COUNCIL, record.slug, record.name, record.about)


def _decision(record: Decision) -> Texts:
    body = (record.number, *([record.body.name] if record.body else []))
    return Texts(Found.COUNCIL, record.slug, record.subject, "", body)


def _person_at_risk(record: AdoptedPerson) -> Texts:
    """The name and who it is; what happened stands on the page, beside its sources."""
    variants = " ".join(record.name_variants)
    return Texts(Found.PERSON_AT_RISK, record.slug, record.name, record.who, (variants,))


def _call(record: Call) -> Texts | None:
    """As last published: what is only being written is found by nobody."""
    regulation = published(record)
    if regulation is None:
        return None
    head = regulation.call
    body: list[Any] = [head.purpose, head.how_to_apply, str(head.year)]
    for article in regulation.articles:
        body += [article.title, article.text]
    for track in regulation.tracks:
        body += [track.title, track.summary]
    for faq in record.faqs.all():
        body += [faq.question, faq.answer]
    return Texts(Found.CALL, record.slug, head.title, head.summary, tuple(body))


def _edition(record: Edition) -> Texts:
    body = (record.theme, str(record.year))
    return Texts(Found.FORTNIGHT_EDITION, record.slug, record.title, record.summary, body)


def _event(record: Event) -> Texts | None:
    if not record.edition.published:
        return None
    body: list[Any] = [record.about, record.get_kind_display(), record.edition.title]
    body += [one.venue.name for one in record.occurrences.select_related("venue") if one.venue]
    body += [one.name for one in record.organisers.filter(published=True)]
    return Texts(Found.FORTNIGHT_EVENT, record.slug, record.title, record.summary, tuple(body))


def _opinion(record: Opinion) -> Texts:
    body = (record.body.name, record.majority, record.minority, record.follow_up_reason)
    return Texts(Found.COUNCIL, record.slug, record.subject, "", body)


def _crisis(record: Crisis) -> Texts:
    """What happened and where, and what the city did, as far as it is published."""
    known = entries("countries")
    body: list[Any] = [known[code].name for code in record.countries if code in known]
    body += record.glides
    for answer in record.responses.filter(published=True).prefetch_related("goods"):
        body += [answer.title, answer.reason, answer.with_whom]
        body += [lot.description for lot in answer.goods.all()]
    return Texts(Found.CRISIS, record.slug, record.title, record.summary, tuple(body))


def _mark(record: Mark) -> Texts:
    body = (record.as_published, record.behind, record.proves_not)
    return Texts(Found.LABEL, record.slug, record.name, record.covers, body)


def _place(record: Place) -> Texts:
    return Texts(Found.PLACE, record.slug, record.name, record.about)


def _document(record: Document) -> Texts:
    return Texts(
        Found.DOCUMENT,
        record.slug,
        record.title,
        long_text=record.text,
        long_languages=tuple(record.languages) or None,
    )


def _news(record: News) -> Texts | None:
    if not news().filter(pk=record.pk).exists():
        return None
    body = " ".join(
        strip_tags(prose(text)) for text in (record.text.get(get_language() or ""),) if text
    )
    return Texts(Found.NEWS, record.slug, record.title, record.summary, (body,))


def _video(record: Video) -> Texts:
    """A film is found by what is said in it."""
    said = transcript_of(record, get_language() or "")
    words = " ".join(words for _, words in said.paragraphs) if said else ""
    return Texts(Found.VIDEO, record.slug, record.title, record.summary, (record.credit, words))


def _page(record: EditorialPage) -> Texts | None:
    if not record.live:
        return None
    parts: list[str] = []
    for block in record.body:
        if block.block_type in {"picture", "video"}:
            continue
        values = block.value if block.block_type == "list" else [block.value]
        parts += [strip_tags(re.sub(r"<(/p|br)", r" <\1", str(value))) for value in values]
    language = record.locale.language_code
    title = Translated({language: record.title})
    return Texts(Found.PAGE, record.slug, title, record.intro, tuple(parts), languages=(language,))


_READERS: dict[type[Model], Callable[[Any], Texts | None]] = {
    Partnership: _partnership,
    Project: _project,
    Organisation: _organisation,
    Body: _body,
    Decision: _decision,
    AdoptedPerson: _person_at_risk,
    Mark: _mark,
    Opinion: _opinion,
    Crisis: _crisis,
    Call: _call,
    Edition: _edition,
    Event: _event,
    Place: _place,
    Document: _document,
    News: _news,
    Video: _video,
    EditorialPage: _page,
}
