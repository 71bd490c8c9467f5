"""Addresses that moved, and links as the last look found them."""

from django.db import models

from jumelage.public.links.choices import Trouble


class Redirect(models.Model):
    """`old_path` answers no more by itself: visitors are led to `target`, a path of ours or an https address."""

    slug = models.SlugField(max_length=80, unique=True)
    old_path = models.CharField(max_length=500, unique=True)
    target = models.CharField(max_length=500)

    class Meta:
        ordering = ["old_path"]

    def __str__(self) -> str:
        return self.old_path


class SeenLink(models.Model):
    """A link that needs a look: one that leads nowhere, or out. `trouble` is empty while none is known.

    `asked_at` is when the other site was asked; None: never. `answer` is its status; None: unknown.
    """

    page = models.CharField(max_length=500)
    target = models.CharField(max_length=1000)
    trouble = models.CharField(max_length=12, choices=Trouble, blank=True)
    external = models.BooleanField(default=False)
    answer = models.PositiveSmallIntegerField(null=True)
    found_at = models.DateTimeField(auto_now_add=True)
    asked_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["page", "target"]
        constraints = [models.UniqueConstraint(fields=["page", "target"], name="links_once_a_page")]

    def __str__(self) -> str:
        return f"{self.page}: {self.target}"
