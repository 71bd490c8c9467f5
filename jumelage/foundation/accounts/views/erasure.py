"""The end of an account, at the person's own wish."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from jumelage.foundation.accounts.forms.account import ErasureForm
from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.accounts.views.confirming import confirmed_lately
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence


@never_cache
@login_required
@confirmed_lately
def erasure(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, ask once more, then erase and sign out."""
    form = ErasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(request.user)  # type: ignore[arg-type]
        except Refused as refusal:
            form.add_error(None, sentence(refusal))
        else:
            logout(request)
            return TemplateResponse(request, "accounts/public/erased.html", {})
    return TemplateResponse(request, "accounts/public/erasure.html", {"form": form})
