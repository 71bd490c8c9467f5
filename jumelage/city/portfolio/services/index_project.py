"""Work out what a project is found and counted by."""

from jumelage.city.portfolio.choices import FacetKind
from jumelage.city.portfolio.models import Facet, Project
from jumelage.foundation.kernel.folding import fold


def index_project(project: Project) -> None:
    """Renew the facets and the folded text of `project`; an unpublished one has no facets.

    To be called in the transaction of the act that changed it: what is worked out needs no journal line.
    """
    wanted = _facets(project) if project.published else set()
    held = {(facet.kind, facet.code): facet.pk for facet in project.facets.all()}
    project.facets.filter(pk__in=[pk for facet, pk in held.items() if facet not in wanted]).delete()
    Facet.objects.bulk_create(
        Facet(project=project, kind=kind, code=code) for kind, code in sorted(wanted - held.keys())
    )
    texts = [project.title, project.summary, project.aims]
    folded = fold(" ".join([project.acronym, *(word for text in texts for word in text.values())]))
    if folded != project.folded:
        project.folded = folded
        project.save(update_fields=["folded"])


def _facets(project: Project) -> set[tuple[str, str]]:
    places = project.places.values_list("slug", flat=True)
    partners = project.participations.values_list("organisation__slug", flat=True)
    return {
        (FacetKind.COUNTRY, project.country),
        *((FacetKind.THEME, code) for code in project.themes),
        *((FacetKind.SDG, str(goal)) for goal in project.sdgs),
        *((FacetKind.PLACE, slug) for slug in places),
        *((FacetKind.PARTNER, slug) for slug in partners),
    }
