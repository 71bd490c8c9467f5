"""Projects, who takes part, for whom, and what happens when."""

from django.db import models

from jumelage.city.evidence.models import Claimed, Document
from jumelage.city.governance.models import Decision
from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.choices import FacetKind, Role
from jumelage.city.portfolio.models.dated import Stated
from jumelage.city.portfolio.models.partnership import Partnership
from jumelage.city.portfolio.models.place import Place
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Project(Stated, Claimed):
    """Something done together, in a period, for people. `themes` are codes of `choices.Theme`,
    `sectors` DAC codes, `sdgs` goals (1 to 17). `folded` is the text that the explorer searches in.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField()
    acronym = models.CharField(max_length=30, blank=True)
    summary = TranslatedField()
    aims = TranslatedField(blank=True)
    partnership = models.ForeignKey(
        Partnership, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    country = models.CharField(max_length=2, db_index=True)
    places = models.ManyToManyField(Place, blank=True, related_name="projects")
    themes = models.JSONField(default=list, blank=True)
    sectors = models.JSONField(default=list, blank=True)
    sdgs = models.JSONField(default=list, blank=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    documents = models.ManyToManyField(Document, blank=True, related_name="projects")
    published = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)
    folded = models.TextField(blank=True, editable=False)

    class Meta:
        ordering = ["order", "slug"]
        indexes = [
            models.Index(fields=["published", "order", "slug"], name="portfolio_list"),
            models.Index(fields=["published", "status", "start", "end"], name="portfolio_status"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Facet(models.Model):
    """What a published project is found and counted by: worked out from it on every change, never entered."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=10, choices=FacetKind)
    code = models.CharField(max_length=80)

    class Meta:
        ordering = ["kind", "code"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["project", "kind", "code"], name="portfolio_facet_once")
        ]
        indexes = [models.Index(fields=["kind", "code", "project"], name="portfolio_by_facet")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.code}"


class Participation(Claimed):
    """An organisation in a project, and its role."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="participations"
    )
    role = models.CharField(max_length=10, choices=Role)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation", "role"], name="portfolio_role_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class Beneficiaries(Claimed):
    """A group of people a project is for: how many were announced, how many reached; None is unknown."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="beneficiaries")
    slug = models.SlugField(max_length=80)
    group = TranslatedField()
    announced = models.PositiveIntegerField(null=True, blank=True)
    reached = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "beneficiaries"
        constraints = [
            models.UniqueConstraint(fields=["project", "slug"], name="portfolio_group_once")
        ]

    def __str__(self) -> str:
        return str(self.group)


class Milestone(Claimed):
    """Something built, begun, done or planned in a project; `done` is None where nobody says."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    slug = models.SlugField(max_length=80)
    title = TranslatedField()
    date = PartialDateField()
    done = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["project", "slug"], name="portfolio_milestone_once")
        ]

    def __str__(self) -> str:
        return str(self.title)
