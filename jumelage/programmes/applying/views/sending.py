"""Files that come with a page: whole with the form, or in pieces before it; and the documents asked beside the form."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.foundation.uploads.queries import finished_upload
from jumelage.foundation.uploads.services.drop_upload import drop_upload
from jumelage.programmes.applications.queries.answers import DOCUMENT, draft_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.writing.add_file import add_file, remove_file
from jumelage.programmes.applying.queries.pages import files_by_field
from jumelage.programmes.applying.queries.uploads import purpose_of, way_for
from jumelage.programmes.applying.views.doors import (
    UNPROCESSABLE,
    applicant_view,
    around,
    number_in,
)


def keep_files(request: HttpRequest, access: Access, part: forms.Section, *, now: datetime) -> str:
    """Keep the files sent for the questions of `part`, take away one that a button names; what was refused, in words.

    Files that are in order are kept beside one that is not.
    """
    refused = _remove(request, access, now=now)
    for field in part.fields:
        if field.kind == forms.Kind.FILE:
            refused = keep_sent(request, access, field.code, now=now) or refused
    return refused


def keep_sent(request: HttpRequest, access: Access, field: str, *, now: datetime) -> str:
    """Keep what was sent for one question, whole or in pieces; "" or why a file was refused, with its name."""
    name, refused = forms.input_name(field), ""
    for sent in request.FILES.getlist(name):
        refused = _add(request, access, field, sent, now=now) or refused
    key = request.POST.get(f"{name}-key", "")
    if key:
        refused = _add_pieces(request, access, field, key, now=now) or refused
    return refused


@applicant_view("GET", "HEAD", "POST")
def documents(request: HttpRequest, access: Access, now: datetime) -> HttpResponse:
    """Documents asked beside the form, and those that come from the organisation's dossier by themselves."""
    refused = ""
    draft = draft_of(access.application)
    if request.method == "POST":
        refused = _remove(request, access, now=now)
        for one in draft.asked_files:
            refused = keep_sent(request, access, f"{DOCUMENT}{one.slug}", now=now) or refused
        if not refused:
            messages.success(request, gettext("Your files are kept."))
            return redirect("application-documents", access.application.key)
        draft = draft_of(access.application)
    files = files_by_field(draft)
    asked = [
        {
            "document": one,
            "field": f"{DOCUMENT}{one.slug}",
            "name": forms.input_name(f"{DOCUMENT}{one.slug}"),
            "files": files.get(f"{DOCUMENT}{one.slug}", []),
            "way": way_for(request.user, access.application, f"{DOCUMENT}{one.slug}"),
        }
        for one in draft.asked_files
    ]
    context = around(access, now, draft=draft, asked=asked, refused=refused)
    status = UNPROCESSABLE if refused else 200
    return render(request, "applying/applicant/documents.html", context, status=status)


def _remove(request: HttpRequest, access: Access, *, now: datetime) -> str:
    number = request.POST.get("remove-file", "")
    if not number:
        return ""
    try:
        remove_file(access, number_in(number), now=now)
    except Refused as refusal:
        return sentence(refusal)
    return ""


def _add(
    request: HttpRequest, access: Access, field: str, sent: UploadedFile[Any], *, now: datetime
) -> str:
    name = sent.name or ""
    try:
        add_file(access, field, sent.read(), name=name, user=request.user, now=now)
    except Refused as refusal:
        return _told(name, refusal)
    return ""


def _add_pieces(
    request: HttpRequest, access: Access, field: str, key: str, *, now: datetime
) -> str:
    name = ""
    try:
        purpose = purpose_of(access.application, field)
        sent = finished_upload(key, user=request.user, purpose=purpose)
        name = sent.name
        add_file(access, field, sent.content, name=name, user=request.user, now=now)
    except Refused as refusal:
        return _told(name, refusal)
    drop_upload(key, user=request.user)
    return ""


def _told(name: str, refusal: Refused) -> str:
    words = sentence(refusal)
    return gettext("{place}: {sentence}").format(place=name, sentence=words) if name else words
