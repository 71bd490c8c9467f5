"""A page is a public notice: it is not published while its French or its Dutch is missing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.public.site.queries.page_languages import check_page


@hooks.register("before_publish_page")
def needs_both_languages(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Stop the publication, keep the draft, and name what is missing."""
    try:
        check_page(page)
    except Refused as refusal:
        page.save_revision(user=request.user)
        messages.error(request, sentence(refusal))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None
