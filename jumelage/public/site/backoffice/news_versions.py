"""A notice before it is public, and each state that it was in."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_POST, require_safe

from jumelage.city.evidence.queries import said
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.field_names import field_name
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.choices import Act as RegisterAct
from jumelage.foundation.registers.permissions import staff_view
from jumelage.public.site.choices import Act
from jumelage.public.site.models import News, NewsVersion
from jumelage.public.site.rules.changes import changes
from jumelage.public.site.services.news.restore_news import restore_news

READERS = (RegisterAct.READ, Act.WRITE_NEWS, Act.PUBLISH_NEWS)


@require_safe
@staff_view(*READERS)
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """The page as visitors will see it, in one language."""
    found = _asked(key)
    asked = request.GET.get("language", "")
    code = asked if asked in dict(settings.LANGUAGES) else get_language()
    with override(code):
        context = {
            "item": found,
            "sources": said([found]),
            "trail": [{"url": reverse("news"), "label": gettext("News")}],
            "preview": True,
            "language": code,
        }
        return render(request, "site/public/news-item.html", context)


@require_safe
@staff_view(*READERS)
def versions(request: HttpRequest, key: str) -> HttpResponse:
    """Who saved what and when, and what changed between two versions: the last two when nothing is asked."""
    found = _asked(key)
    rows = list(found.versions.select_related("by"))
    by_number = {str(row.number): row for row in rows}
    new = by_number.get(request.GET.get("new", ""), rows[0] if rows else None)
    old = by_number.get(request.GET.get("old", ""), rows[1] if len(rows) > 1 else None)
    context = {
        "heading": gettext("Versions"),
        "news": found,
        "rows": rows,
        "old": old,
        "new": new,
        "parts": _parts(old, new) if old and new else [],
        "trail": [
            {"label": gettext("News"), "url": reverse("register", args=["news"])},
            {"label": found, "url": reverse("register-record", args=["news", key])},
        ],
    }
    return render(request, "site/desk/versions.html", context)


@require_POST
@staff_view(Act.WRITE_NEWS)
def restore(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Bring a version back."""
    version = NewsVersion.objects.filter(news__slug=key, number=number).first()
    if version is None:
        raise Http404
    try:
        restore_news(version, actor=request.user)
    except Refused as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, gettext("Version {number} is back.").format(number=number))
    return redirect("news-versions", key)


def _asked(key: str) -> News:
    found = News.objects.filter(slug=key).select_related("picture").first()
    if found is None:
        raise Http404
    return found


def _parts(old: NewsVersion, new: NewsVersion) -> list[dict[str, Any]]:
    """What differs, field by field and language by language."""
    found = []
    for name, after in new.content.items():
        before = old.content.get(name, "")
        pairs = (
            [(code, before.get(code, ""), after.get(code, "")) for code, _ in settings.LANGUAGES]
            if isinstance(after, dict)
            else [("", before, after)]
        )
        found += [
            {"name": field_name(name), "language": code, "pieces": changes(one, other)}
            for code, one, other in pairs
            if one != other
        ]
    return found
