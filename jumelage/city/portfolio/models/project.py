"""Projects, who takes part, for whom, and what happens when."""

from django.db import models

from jumelage.city.evidence.models import Document
from jumelage.city.governance.models import Decision
from jumelage.city.organisations.models import Organisation
from jumelage.city.portfolio.choices import Role, Status
from jumelage.city.portfolio.models.partnership import Partnership
from jumelage.city.portfolio.models.place import Place
from jumelage.foundation.kernel.partial_dates import PartialDateField
from jumelage.foundation.kernel.translated import TranslatedField


class Project(models.Model):
    """Something done together, in a period, for people. `themes` are codes of `choices.Theme`,
    `sectors` DAC codes, `sdgs` goals (1 to 17). `status` is empty when it follows from the period.
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
    start = PartialDateField()
    end = PartialDateField()
    status = models.CharField(max_length=10, choices=Status, blank=True)
    themes = models.JSONField(default=list, blank=True)
    sectors = models.JSONField(default=list, blank=True)
    sdgs = models.JSONField(default=list, blank=True)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    documents = models.ManyToManyField(Document, blank=True, related_name="projects")
    published = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "slug"]
        indexes = [models.Index(fields=["published", "order", "slug"], name="portfolio_list")]

    def __str__(self) -> str:
        return str(self.title)


class Participation(models.Model):
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


class Beneficiaries(models.Model):
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


class Milestone(models.Model):
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
