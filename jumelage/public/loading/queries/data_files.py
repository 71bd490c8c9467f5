"""Questions asked before data files are loaded."""

from pathlib import Path

from django.conf import settings
from django.db import models

from jumelage.city.evidence.choices import Stance, Voice
from jumelage.city.evidence.models import Document, Source
from jumelage.city.governance import choices as governance
from jumelage.city.governance.models import Body, Decision, Mandate, Opinion, Sitting
from jumelage.city.media.choices import Topic
from jumelage.city.media.models import Video
from jumelage.city.organisations.choices import Channel
from jumelage.city.organisations.choices import Kind as OrganisationKind
from jumelage.city.organisations.models import Organisation, Person
from jumelage.city.portfolio.choices import PlaceKind, Role, Status, Theme
from jumelage.city.portfolio.models import Announcement, Partnership, Place, Project
from jumelage.foundation.accounts.models import Role as AccountRole
from jumelage.foundation.audit.models import Entry as Line
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.kernel.periods import Period
from jumelage.foundation.questionnaires.models import Form
from jumelage.foundation.reference.queries import entries, sectors
from jumelage.foundation.registers.queries.registry import known_acts
from jumelage.programmes.atrisk import choices as atrisk
from jumelage.programmes.atrisk.models import AdoptedPerson, Membership
from jumelage.programmes.calls import choices as calls
from jumelage.programmes.calls.models import Call
from jumelage.programmes.emergency import choices as emergency
from jumelage.programmes.emergency.models import Crisis, Fund, Response
from jumelage.programmes.fairtrade.choices import MarkKind, PracticeKind
from jumelage.programmes.fairtrade.models import Mark, Practice
from jumelage.programmes.festival.choices import EventKind, OccurrenceStatus
from jumelage.programmes.festival.models import Edition, Event, Venue
from jumelage.public.loading.rules.mistakes import Mistake
from jumelage.public.loading.rules.shape import Rulebook
from jumelage.public.site.models import EditorialPage, News, SiteIdentity

# Where the records of each kind of the data files are kept, and by which field they are known.
KEPT: dict[str, tuple[type[models.Model], str]] = {
    "role": (AccountRole, "code"),
    "document": (Document, "slug"),
    "source": (Source, "slug"),
    "organisation": (Organisation, "slug"),
    "person": (Person, "slug"),
    "body": (Body, "slug"),
    "decision": (Decision, "slug"),
    "mandate": (Mandate, "slug"),
    "sitting": (Sitting, "slug"),
    "opinion": (Opinion, "slug"),
    "place": (Place, "slug"),
    "partnership": (Partnership, "slug"),
    "project": (Project, "slug"),
    "announcement": (Announcement, "slug"),
    "membership": (Membership, "slug"),
    "adopted-person": (AdoptedPerson, "slug"),
    "edition": (Edition, "slug"),
    "venue": (Venue, "slug"),
    "event": (Event, "slug"),
    "call": (Call, "slug"),
    "form": (Form, "slug"),
    "mark": (Mark, "slug"),
    "practice": (Practice, "slug"),
    "video": (Video, "slug"),
    "news": (News, "slug"),
    "fund": (Fund, "slug"),
    "crisis": (Crisis, "slug"),
    "answer": (Response, "slug"),
    "site": (SiteIdentity, "pk"),
    "page": (EditorialPage, "key"),
}
_CHOICES: dict[str, type[models.TextChoices]] = {
    "stance": Stance,
    "voice": Voice,
    "body kind": governance.BodyKind,
    "outcome": governance.Outcome,
    "seat category": governance.SeatCategory,
    "opinion kind": governance.OpinionKind,
    "opinion outcome": governance.OpinionOutcome,
    "follow-up": governance.FollowUp,
    "channel": Channel,
    "organisation kind": OrganisationKind,
    "place kind": PlaceKind,
    "status": Status,
    "theme": Theme,
    "status at risk": atrisk.Status,
    "event kind at risk": atrisk.EventKind,
    "visibility": atrisk.Visibility,
    "restriction": atrisk.RestrictionKind,
    "message": atrisk.MessageKind,
    "mark kind": MarkKind,
    "practice kind": PracticeKind,
    "video topic": Topic,
    "event kind": EventKind,
    "authority": calls.Authority,
    "envelope kind": calls.EnvelopeKind,
    "date kind": calls.DateKind,
    "document kind": calls.DocumentKind,
    "applicant kind": calls.ApplicantKind,
    "occurrence status": OccurrenceStatus,
    "hazard": emergency.Hazard,
    "aid form": emergency.Form,
    "aid outcome": emergency.Outcome,
    "stage": emergency.Stage,
    "goods status": emergency.GoodsStatus,
    "principle": emergency.Principle,
}


def rulebook(files: list[str]) -> Rulebook:
    """What this installation decides about data files: its languages and codes.

    `files` are the names of those that stand beside them.
    """
    codes = {kind: {value: value for value in choices.values} for kind, choices in _CHOICES.items()}
    # A role in a project may be written as a word: the numbers of the code list say little.
    codes["role"] = {role.name.lower(): role.value for role in Role}
    codes["role"] |= {role.value: role.value for role in Role}
    codes["act"] = {code: code for code in known_acts()}
    codes["country"] = {code: code for code in entries("countries")}
    codes["language"] = {code: code for code in entries("languages")}
    codes["sector"] = {sector.code: sector.code for sector in sectors()}
    codes["file"] = {file: file for file in files}
    return Rulebook(
        languages=tuple(code for code, _ in settings.LANGUAGES),
        required=tuple(settings.REQUIRED_LANGUAGES),
        codes=codes,
        read_day=PartialDate.parse,
        read_period=Period,
    )


def known_keys() -> dict[str, set[str]]:
    """Slugs (or codes) of what is kept already, by kind."""
    return {
        kind: {str(key) for key in model._base_manager.values_list(field, flat=True)}
        for kind, (model, field) in KEPT.items()
    }


def last_line() -> int:
    """Number of the journal's last line; 0 before the first."""
    return Line.objects.aggregate(last=models.Max("id"))["last"] or 0


def read_folder(folder: Path) -> tuple[dict[str, str], list[str], list[Mistake]]:
    """Text of each data file by name, names of the other files, and what cannot be read.

    A link that leads out of the folder is not one of its files.
    """
    top = folder.resolve()
    texts: dict[str, str] = {}
    others: list[str] = []
    mistakes: list[Mistake] = []
    found = (path for path in folder.rglob("*") if path.is_file())
    for path in sorted(path for path in found if path.resolve().is_relative_to(top)):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() not in {".yaml", ".yml"}:
            others.append(name)
            continue
        try:
            texts[name] = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            mistakes.append(Mistake(name, 0, "file-not-utf8"))
    if not texts:
        mistakes.append(Mistake("", 0, "folder-empty", {"folder": str(folder)}))
    return texts, others, mistakes
