"""Look at every link of every public page, and keep those that need a look."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from jumelage.public.links.choices import Trouble
from jumelage.public.links.models import SeenLink
from jumelage.public.links.queries.answers import OurSite, foreign_answer
from jumelage.public.links.rules.reading import Seen, addresses_of, leads_out, parted, read_page

Ask = Callable[[str], int | None]
_OWN_ONLY = ("/desk/", "/static/", "/demo/")


def check_links(*, now: datetime, ask_others: bool, ask: Ask = foreign_answer) -> int:
    """Read every page that the map of the site lists; how many links lead nowhere.

    Other sites are asked (`ask`) only on demand; what was known of one stays until it is asked again. Links of our own
    are followed inside this process.
    """
    walk = _Walk()
    found: dict[tuple[str, str], SeenLink] = {}
    for path in walk.listed():
        page = walk.page(path)
        for link in page.links if page else []:
            if seen := _looked_at(walk, path, link):
                found[path, link] = seen
    others = sorted({link.target for link in found.values() if link.external})
    answers = {address: ask(address) for address in others} if ask_others else {}
    with transaction.atomic():
        _keep(found, answers, now)
    return sum(1 for link in found.values() if link.trouble)


class _Walk:
    """The pages of the site, each read once."""

    def __init__(self) -> None:
        self.site = OurSite()
        self.statuses: dict[str, int] = {}
        self.places: dict[str, set[str]] = {}

    def listed(self) -> list[str]:
        """The paths of every public page in every language, as the map of the site tells robots."""
        sections = addresses_of(self.site.text("/sitemap.xml"))
        own = settings.SITE_ADDRESS
        return [
            parted(address, own=own)[0]
            for section in sections
            for address in addresses_of(self.site.text(parted(section, own=own)[0]))
        ]

    def page(self, path: str) -> Seen | None:
        """What is read at `path`; None when it is no page. Redirections are followed."""
        target, answer = path, self.site.page(path)
        for _ in range(5):
            if not _leads_on(answer.status_code):
                break
            location = answer.headers.get("Location", "")
            target = parted(location, own=settings.SITE_ADDRESS)[0]
            if not target.startswith("/"):
                break
            _let_go(answer)
            answer = self.site.page(target)
        self.statuses[path] = answer.status_code
        read = None
        if isinstance(answer, HttpResponse) and answer.headers["Content-Type"].startswith(
            "text/html"
        ):
            read = read_page(answer.content.decode(), address=settings.SITE_ADDRESS + target)
            self.places[path] = read.places
        _let_go(answer)
        return read if answer.status_code < HTTPStatus.BAD_REQUEST else None

    def trouble(self, path: str, place: str) -> str:
        """What is wrong with a link of our own; "" when nothing is."""
        if path not in self.statuses:
            self.page(path)
        status = self.statuses[path]
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Trouble.FAILED
        if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
            return Trouble.GONE
        missing = place and path in self.places and place not in self.places[path]
        return Trouble.ANCHOR if missing else ""


def _let_go(answer: HttpResponseBase) -> None:
    """Close its file, if it has one; its own way of closing would end the database's connection too."""
    for close in vars(answer)["_resource_closers"]:
        close()


def _leads_on(status: int) -> bool:
    return HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST


def _looked_at(walk: _Walk, page: str, link: str) -> SeenLink | None:
    """The link when it needs a look."""
    if leads_out(link, own=settings.SITE_ADDRESS):
        return SeenLink(page=page, target=link[:1000], external=True)
    path, place = parted(link, own=settings.SITE_ADDRESS)
    if path.startswith(_OWN_ONLY):
        return None
    trouble = walk.trouble(path, place)
    return SeenLink(page=page, target=link[:1000], trouble=trouble) if trouble else None


def _keep(
    found: dict[tuple[str, str], SeenLink], answers: dict[str, int | None], now: datetime
) -> None:
    known = {(link.page, link.target): link for link in SeenLink.objects.all()}
    for link in found.values():
        before = known.pop((link.page, link.target), None)
        kept = before or link
        kept.external = link.external
        if not link.external:
            kept.trouble = link.trouble
        elif link.target in answers:
            kept.answer, kept.asked_at = answers[link.target], now
            kept.trouble = _foreign_trouble(kept.answer)
        link.trouble = kept.trouble
        kept.save()
    SeenLink.objects.filter(pk__in=[link.pk for link in known.values()]).delete()


def _foreign_trouble(status: int | None) -> str:
    if status is None:
        return Trouble.UNREACHABLE
    return Trouble.REFUSED if status >= HTTPStatus.BAD_REQUEST else ""
