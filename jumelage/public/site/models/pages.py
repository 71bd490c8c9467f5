"""The pages that the editors write: one tree per language, the same page linked across the trees."""

from typing import ClassVar

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page

FEATURES = ["link", "bold", "italic", "ol", "ul"]


class EditorialPage(Page):
    """A page of running text. Its translations share `key`, a word of code that no reader sees.

    A page whose key is the name of an address (`privacy`, `contact`…) is served there, the others at their slug.
    """

    key = models.SlugField(max_length=80)
    intro = models.TextField(blank=True)
    body = StreamField(
        [
            ("heading", CharBlock(template="site/public/blocks/heading.html")),
            ("text", RichTextBlock(features=FEATURES, template="site/public/blocks/text.html")),
            ("list", ListBlock(CharBlock(), template="site/public/blocks/list.html")),
        ],
        blank=True,
    )

    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("key"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        default_related_name = "editorial_pages"

    def __str__(self) -> str:
        return str(self.title)

    @property
    def address(self) -> str:
        """Where this page answers, in its own language."""
        with override(self.locale.language_code):
            try:
                return reverse(self.key)
            except NoReverseMatch:
                return reverse("page", args=[self.slug])
