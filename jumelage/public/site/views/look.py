"""The city's own stylesheet and logo; their addresses change when they do, so that browsers may keep them."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jumelage.public.site.queries.site_identity import identity
from jumelage.public.site.rules.colours import stylesheet

_FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def city_stylesheet(request: HttpRequest, mark: str) -> HttpResponse:  # noqa: ARG001 - the address names the version
    """The colours, as custom properties."""
    kept = identity()
    if kept.theme_mark != mark:
        raise Http404
    return HttpResponse(
        stylesheet(kept.colours), content_type="text/css", headers={"Cache-Control": _FOR_EVER}
    )


@require_safe
def city_logo(request: HttpRequest, mark: str) -> HttpResponse:  # noqa: ARG001 - as above
    """The logo."""
    kept = identity()
    if kept.logo_mark != mark or not default_storage.exists(kept.logo):
        raise Http404
    with default_storage.open(kept.logo) as file:
        return HttpResponse(
            file.read(), content_type="image/png", headers={"Cache-Control": _FOR_EVER}
        )
