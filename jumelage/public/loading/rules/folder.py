"""Which file holds which kind of record.

Source: docs/data-files.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jumelage.public.loading.rules.shape import Rulebook, Shape
from jumelage.public.loading.rules.shapes import (
    actor_shapes,
    atrisk_shapes,
    call_shapes,
    council_shapes,
    emergency_shapes,
    evidence_shapes,
    fairtrade_shapes,
    festival_shapes,
    form_shapes,
    portfolio_shapes,
)
from jumelage.public.loading.rules.shapes.site_shapes import NewsFile, SiteFile, page_shape


@dataclass(frozen=True)
class Kind:
    """A kind of record: the file, or the folder of files, that it is in, and its key."""

    name: str
    place: str
    shape: type[Shape]
    key: str = "slug"

    @property
    def one(self) -> bool:
        """Whether a file is one record, not a list of them."""
        return self.place.endswith("/") or not self.key

    def holds(self, file: str) -> bool:
        """Whether `file`, relative to the folder, is of this kind."""
        if self.place.endswith("/"):
            return file.startswith(self.place) and file.count("/") == 1
        return file == self.place


def kinds_of(book: Rulebook) -> Mapping[str, Kind]:
    """Every kind, in the order in which the records are written."""
    kinds = [
        Kind("role", "roles.yaml", actor_shapes.RoleFile, key="code"),
        Kind("document", "documents.yaml", evidence_shapes.DocumentFile),
        Kind("source", "sources.yaml", evidence_shapes.SourceFile),
        Kind("organisation", "organisations.yaml", actor_shapes.OrganisationFile),
        Kind("person", "people.yaml", actor_shapes.PersonFile),
        Kind("body", "bodies.yaml", actor_shapes.BodyFile),
        Kind("decision", "decisions.yaml", actor_shapes.DecisionFile),
        Kind("mandate", "mandates.yaml", council_shapes.MandateFile),
        Kind("sitting", "sittings.yaml", council_shapes.SittingFile),
        Kind("place", "places.yaml", portfolio_shapes.PlaceFile),
        Kind("partnership", "partnerships/", portfolio_shapes.PartnershipFile),
        Kind("project", "projects/", portfolio_shapes.ProjectFile),
        Kind("announcement", "announcements.yaml", portfolio_shapes.AnnouncementFile),
        Kind("membership", "memberships.yaml", atrisk_shapes.MembershipFile),
        Kind("adopted-person", "atrisk/", atrisk_shapes.AdoptedPersonFile),
        Kind("edition", "editions.yaml", festival_shapes.EditionFile),
        Kind("venue", "venues.yaml", festival_shapes.VenueFile),
        Kind("event", "events/", festival_shapes.EventFile),
        Kind("mark", "marks.yaml", fairtrade_shapes.MarkFile),
        Kind("practice", "practices.yaml", fairtrade_shapes.PracticeFile),
        Kind("fund", "funds.yaml", emergency_shapes.FundFile),
        Kind("crisis", "crises.yaml", emergency_shapes.CrisisFile),
        Kind("answer", "emergency/", emergency_shapes.AnswerFile),
        # An opinion may be about a record of any kind above.
        Kind("opinion", "opinions.yaml", council_shapes.OpinionFile),
        Kind("form", "forms/", form_shapes.FormFile),
        Kind("call", "calls/", call_shapes.CallFile),
        Kind("video", "videos.yaml", evidence_shapes.VideoFile),
        Kind("news", "news.yaml", NewsFile),
        Kind("site", "site.yaml", SiteFile, key=""),
        Kind("page", "pages/", page_shape(book.languages, book.required)),
    ]
    return {kind.name: kind for kind in kinds}
