"""The lists of a dossier: accounts, people, documents."""

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from jumelage.city.dossiers.choices import LegalForm, Office, Right
from jumelage.city.dossiers.forms.dossier import AccountForm, DocumentForm, OfficerForm
from jumelage.city.dossiers.models import Dossier, DossierDocument
from jumelage.city.dossiers.services.content.confirm_document import confirm_document
from jumelage.city.dossiers.services.content.keep_account import close_account, keep_account
from jumelage.city.dossiers.services.content.keep_document import keep_document
from jumelage.city.dossiers.services.content.keep_officer import keep_officer, remove_officer
from jumelage.city.dossiers.views.asking import act_done, asked, member_view, part_of, row_of
from jumelage.foundation.kernel.downloads import private_answer
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.permissions import upload_pass
from jumelage.foundation.uploads.queries import Sent, finished_upload
from jumelage.foundation.uploads.services.drop_upload import drop_upload

KEY = "file_key"


@member_view(Right.EDIT)
def account(request: HttpRequest, dossier: Dossier, row: int = 0) -> HttpResponse:
    """Add an account, or change one."""
    found = row_of(dossier.accounts, row) if row else None
    known = {name: getattr(found, name) for name in AccountForm.base_fields} if found else {}
    form = AccountForm(request.POST or None, initial=known)

    def act() -> None:
        keep_account(dossier, **form.cleaned_data, number=row or None, actor=request.user)

    heading = gettext("Change the account") if found else gettext("Add an account")
    back = part_of(dossier, "accounts")
    return asked(request, form, act, heading=heading, back=back, dossier=dossier)


@member_view(Right.EDIT)
@require_POST
def account_end(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Nothing is paid on this account any more."""
    found = row_of(dossier.accounts, row)
    return act_done(
        request,
        lambda: close_account(found, actor=request.user),
        back=part_of(dossier, "accounts"),
        said=gettext("The account is closed: nothing is paid on it any more."),
    )


@member_view(Right.EDIT)
def officer(request: HttpRequest, dossier: Dossier, row: int = 0) -> HttpResponse:
    """Name somebody who acts for the organisation, or change what is said of them."""
    found = row_of(dossier.officers, row) if row else None
    known = {name: getattr(found, name) for name in OfficerForm.base_fields} if found else {}
    if not found and dossier.legal_form == LegalForm.DE_FACTO:
        known["office"] = Office.PERSON
    form = OfficerForm(request.POST or None, initial=known)

    def act() -> None:
        keep_officer(dossier, form.cleaned_data, number=row or None, actor=request.user)

    heading = gettext("Change a person") if found else gettext("Add a person")
    back = part_of(dossier, "people")
    return asked(request, form, act, heading=heading, back=back, dossier=dossier)


@member_view(Right.EDIT)
@require_POST
def officer_end(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Forget somebody named by mistake."""
    found = row_of(dossier.officers, row)
    return act_done(
        request,
        lambda: remove_officer(found, actor=request.user),
        back=part_of(dossier, "people"),
        said=gettext("The person is no longer in the dossier."),
    )


@member_view(Right.EDIT)
def document(request: HttpRequest, dossier: Dossier, row: int = 0) -> HttpResponse:
    """Send a document, or the newer one of a document that is there."""
    old = row_of(dossier.documents.filter(replaced_by=None), row) if row else None
    wished = {"kind": request.GET.get("kind", "")}
    known = {"kind": old.kind, "account": old.account_id} if old else wished
    form = DocumentForm(dossier, request.POST or None, request.FILES or None, initial=known)
    purpose = f"dossiers.document:{dossier.pk}"

    def act() -> None:
        sent = _sent(request, form, purpose)
        keep_document(
            dossier,
            form.values,
            content=sent.content,
            name=sent.name,
            replaces=old,
            today=timezone.localdate(),
            actor=request.user,
        )
        drop_upload(sent.key, user=request.user)

    return asked(
        request,
        form,
        act,
        heading=gettext("Send the newer document") if old else gettext("Send a document"),
        back=part_of(dossier, "documents"),
        dossier=dossier,
        upload={
            "pass": upload_pass(request.user, purpose),
            "purpose": purpose,
            "key": KEY,
            "value": request.POST.get(KEY, ""),
        },
    )


@member_view(Right.EDIT)
@require_POST
def document_confirmation(request: HttpRequest, dossier: Dossier, row: int) -> HttpResponse:
    """Say that a document is still valid."""
    found = row_of(dossier.documents, row)
    return act_done(
        request,
        lambda: confirm_document(found, today=timezone.localdate(), actor=request.user),
        back=part_of(dossier, "documents"),
        said=gettext("Thank you: the document is still valid."),
    )


@member_view(Right.VIEW)
def file(request: HttpRequest, dossier: Dossier, row: int) -> FileResponse:  # noqa: ARG001
    """The file of a document, older ones too; no browser keeps it."""
    found = row_of(DossierDocument.objects.filter(dossier=dossier), row)
    return private_answer(found.file, media_type=found.media_type, name=found.name)


def _sent(request: HttpRequest, form: DocumentForm, purpose: str) -> Sent:
    """The file that came in pieces, or else the one that came with the form."""
    if key := request.POST.get(KEY, ""):
        return finished_upload(key, user=request.user, purpose=purpose)
    if not (sent := form.cleaned_data["file"]):
        raise Refused("document-file")
    return Sent(UUID(int=0), sent.name, sent.read())
