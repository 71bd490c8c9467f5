"""Addresses of applicants, in their language."""

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.applying.views import (
    asking,
    depositing,
    mine,
    overview,
    papers,
    people,
    sending,
    writing,
)

_file = [
    path("", overview.overview, name="application"),
    path("section/<slug:code>/", writing.section, name="application-section"),
    path("section/<slug:code>/keep/", writing.keep, name="application-keep"),
    path("section/<slug:code>/versions/", asking.versions, name="application-versions"),
    path("frame/", mine.frame, name="application-frame"),
    path("documents/", sending.documents, name="application-documents"),
    path("files/<int:number>/", overview.file, name="application-file"),
    path(pgettext_lazy("url", "two-texts/"), writing.conflicts, name="application-conflicts"),
    path(pgettext_lazy("url", "people/"), people.people, name="application-people"),
    path("people/<int:number>/", people.change, name="application-member"),
    path("questions/", asking.questions, name="application-questions"),
    path("late-code/", asking.late_code, name="application-late-code"),
    path("put-away/", asking.put_away, name="application-put-away"),
    path(pgettext_lazy("url", "check/"), depositing.check, name="application-check"),
    path(pgettext_lazy("url", "receipt/"), depositing.receipt, name="application-receipt"),
    path("receipt/<str:number>.pdf", depositing.receipt_file, name="application-receipt-file"),
    path("receipt/<str:number>.json", papers.frozen, name="application-frozen"),
    path(pgettext_lazy("url", "withdraw/"), depositing.withdraw, name="application-withdraw"),
    path(pgettext_lazy("url", "complete/"), depositing.complete, name="application-complete"),
    path(pgettext_lazy("url", "print/"), papers.printed, name="application-print"),
    path("application.pdf", papers.pdf, name="application-pdf"),
    path("form.pdf", papers.empty_form, name="application-empty-form"),
]
_mine: list[URLPattern | URLResolver] = [
    path("", mine.mine, name="my-applications"),
    path(pgettext_lazy("url", "start/<slug:call>/"), mine.start, name="application-start"),
    path(
        pgettext_lazy("url", "invitation/<str:token>/"),
        people.invitation,
        name="application-invitation",
    ),
    path("<uuid:key>/", include(_file)),
]
urlpatterns = [path(pgettext_lazy("url", "my-applications/"), include(_mine))]
