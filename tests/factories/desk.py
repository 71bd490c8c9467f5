"""One real record behind every address of the desk."""

from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from jumelage.city.media.services.keep_picture import keep_picture
from jumelage.foundation.accounts.models import User
from jumelage.foundation.registers.models import Work
from jumelage.programmes.applications.models import Application, Question
from jumelage.programmes.intake.services.make_fictional import make_fictional_application
from jumelage.public.links.models import Redirect
from jumelage.public.loading.choices import BundleWork
from jumelage.public.site.models import NewsVersion
from tests.factories import (
    applications,
    atrisk,
    calls,
    dossiers,
    emergency,
    evidence,
    fairtrade,
    festival,
    governance,
    media,
    news,
    organisations,
    portfolio,
)
from tests.factories.files import pdf, picture
from tests.factories.intake import entered
from tests.factories.texts import text

PAPER = SimpleUploadedFile("paper.pdf", pdf("Words"), "application/pdf")


def register_records() -> dict[str, Any]:
    """By the name of a register: a record of it."""
    made: list[Any] = [
        *(evidence.SourceFactory(), evidence.DocumentFactory()),
        *(organisations.OrganisationFactory(), organisations.PersonFactory()),
        *(governance.MandateFactory(), governance.OpinionFactory(), governance.DecisionFactory()),
        *(portfolio.PartnershipFactory(), portfolio.ProjectFactory(), portfolio.PlaceFactory()),
        *(portfolio.AnnouncementFactory(), media.VideoFactory(), news.NewsFactory()),
        *(emergency.ResponseFactory(), emergency.FundFactory()),
        *(fairtrade.MarkFactory(), fairtrade.PracticeFactory()),
        *(festival.EventFactory(), festival.VenueFactory()),
        keep_picture(
            "square", {"alt": text("Square"), "credit": "City"}, file=picture(), file_name="a.jpg"
        ),
        Redirect.objects.create(slug="old", old_path="/fr/ancienne/", target="/fr/"),
    ]
    made += [made[4].body, made[5].sitting, made[13].crisis, made[17].edition]
    return {one._meta.model_name: one for one in made}


def desk_records(
    found: dict[str, Any], *, clerk: User, administrator: User
) -> dict[str, list[Any]]:
    """By the name of an address: what it takes. Long work is the clerk's, the load the administrator's."""
    claim = evidence.ClaimFactory(subject=found["partnership"])
    NewsVersion.objects.create(news=found["news"], number=1, content=found["news"].content)
    certificate = fairtrade.CertificateFactory(file=PAPER, media_type="application/pdf")
    file = default_storage.save("work/rows.csv", ContentFile(b"a;b"))
    work = Work.objects.create(kind="registers.export", owner=clerk, file=file)
    bundle = {"file": "work/folder.zip", "title": "folder.zip", "page": "load-result"}
    load = Work.objects.create(kind=BundleWork.CHECK, owner=administrator, given=bundle)
    return {
        "record-claims": ["partnership", found["partnership"].slug],
        **{name: [claim.pk] for name in ("desk-claim", "desk-piece-add")},
        **{name: [claim.pk, claim.shown.pk] for name in ("desk-piece", "desk-piece-away")},
        **{name: [found["news"].slug] for name in ("news-preview", "news-versions")},
        "news-restore": [found["news"].slug, 1],
        "video-tracks": [found["video"].slug],
        "picture-seen": [found["picture"].slug],
        **{
            f"desk-certificate{more}": [certificate.pk]
            for more in ("", "-change", "-check", "-file")
        },
        **{name: [work.pk] for name in ("work", "work-file", "work-stop")},
        **{name: [load.pk] for name in ("load-result", "load-go")},
        **_person(),
        **_form(),
        **_call(),
        **_dossier(),
        **_application(clerk),
    }


def _person() -> dict[str, list[Any]]:
    entry = atrisk.EventFactory()
    slug = entry.person.slug
    bond = atrisk.RestrictionFactory(person=entry.person)
    acts = ("event", "check", "restriction", "ground", "image", "image-removal")
    acts += ("approve", "publish", "stop", "lift")
    return {
        "desk-person-at-risk": [slug],
        **{f"desk-person-{act}": [slug] for act in acts},
        "desk-person-event-correction": [slug, entry.slug],
        "desk-person-restriction-correction": [slug, bond.kind],
    }


def _form() -> dict[str, list[Any]]:
    slug = applications.a_version().form.slug
    whole = ("", "-publish", "-bring-in", "-paper", "-preview", "-section-add")
    return {
        **{f"desk-form{more}": [slug] for more in whole},
        "desk-form-export": [slug, "yaml"],
        **{f"desk-form-{part}": [slug, "project"] for part in ("section", "field-add")},
        **{
            f"desk-form-{part}": [slug, "title"]
            for part in ("field", "condition", "move", "remove")
        },
    }


def _call() -> dict[str, list[Any]]:
    call = calls.a_call("next")
    acts = ("change", "preview", "clone", "remove", "upload")
    acts += ("publish", "amend", "extend", "outage", "cancel")
    row = [call.slug, "article", call.articles.first().pk]
    return {
        "desk-call": [call.slug],
        **{f"desk-call-{act}": [call.slug] for act in acts},
        "desk-call-row-add": [call.slug, "faq"],
        **dict.fromkeys(("desk-call-row", "desk-call-row-remove"), row),
    }


def _dossier() -> dict[str, list[Any]]:
    paper = dossiers.DocumentFactory(file=PAPER)
    asked = dossiers.RequestFactory()
    double = organisations.OrganisationFactory()
    one, row = [paper.dossier.pk], [paper.dossier.pk, paper.pk]
    return {
        **dict.fromkeys(("desk-dossier", "desk-register-check", "desk-dossier-manager"), one),
        **dict.fromkeys(("desk-dossier-document", "desk-dossier-file"), row),
        "desk-access-request": [asked.pk],
        "desk-merge": [double.pk, asked.organisation.pk],
    }


def _application(clerk: User) -> dict[str, list[Any]]:
    """Two deposits of the same account, the second with a question; and one that came on paper."""
    call, now = applications.a_call(), applications.NOW
    like: Application = make_fictional_application(call, 12, now=now)
    deposited: Application = make_fictional_application(call, 13, now=now)
    question = Question.objects.create(
        application=deposited, text="Quand ?", asked_by=deposited.created_by
    )
    key = deposited.key
    whole = ("", "-late-code", "-completion", "-completion-end", "-doubles")
    asked = [key, question.pk]
    return {
        "desk-applications-export": ["csv"],
        **{f"desk-application{more}": [key] for more in whole},
        "desk-application-file": [key, deposited.attachments.first().pk],
        "desk-application-receipt": [key, deposited.deposits.get().number],
        **dict.fromkeys(("desk-application-answer", "desk-application-publish"), asked),
        "desk-late-code-end": [key, 1],
        "desk-call-late-codes": [call.slug],
        "desk-late-code-take-back": [1],
        "desk-application-compare": [key, like.key],
        "desk-application-bounce": [key, deposited.mails.first().pk],
        **{
            f"desk-{act}-application": [entered(call, clerk).key] for act in ("register", "discard")
        },
    }
