"""Make partnerships and projects of a merged organisation point at the one kept."""

from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.models import Participation, Partner, Project
from jumelage.city.portfolio.services.index_project import index_project


def repoint_organisation(double: Organisation, kept: Organisation) -> None:
    """Rows of `double` become rows of `kept`, unless it has them already: then only its own stay.

    To be called in the transaction of the merge, which journals.
    """
    ours = Partner.objects.filter(organisation=kept)
    theirs = Partner.objects.filter(organisation=double)
    both = theirs.filter(partnership__in=ours.values("partnership"))
    focal = list(both.filter(focal_point=True).values_list("partnership", flat=True))
    ours.filter(partnership__in=focal).update(focal_point=True)
    both.delete()
    theirs.update(organisation=kept)
    projects = list(Project.objects.filter(participations__organisation=double).distinct())
    held = set(Participation.objects.filter(organisation=kept).values_list("project", "role"))
    for row in Participation.objects.filter(organisation=double):
        if (row.project_id, row.role) in held:
            row.delete()
        else:
            row.organisation = kept
            row.save(update_fields=["organisation"])
    for project in projects:
        index_project(project)
