"""The pages that the editors write: one tree per language, the same page linked across the trees."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from jumelage.city.media.models import Picture, Video

FEATURES = ["link", "bold", "italic", "ol", "ul"]


def pictures() -> list[tuple[str, str]]:
    """The pictures that a page may show, by what they show."""
    return [(one.slug, str(one)) for one in Picture.objects.filter(hidden=False)]


def videos() -> list[tuple[str, str]]:
    """The videos that a page may lead to."""
    return [(one.slug, str(one)) for one in Video.objects.filter(published=True)]


class EditorialPage(Page):
    """A page of running text. Its translations share `key`, a word of code that no reader sees.

    A page whose key is the name of an address (`privacy`, `contact`…) is served there, the others at their slug.
    """

    key = models.SlugField(max_length=80)
    intro = models.TextField(blank=True)
    body = StreamField(
        [
            ("heading", CharBlock(label=_("Heading"), template="site/public/blocks/heading.html")),
            (
                "text",
                RichTextBlock(
                    label=_("Text"), features=FEATURES, template="site/public/blocks/text.html"
                ),
            ),
            (
                "list",
                ListBlock(CharBlock(), label=_("List"), template="site/public/blocks/list.html"),
            ),
            (
                "picture",
                ChoiceBlock(
                    choices=pictures,
                    label=_("Picture"),
                    icon="image",
                    template="site/public/blocks/picture.html",
                ),
            ),
            (
                "video",
                ChoiceBlock(
                    choices=videos,
                    label=_("Video"),
                    icon="media",
                    template="site/public/blocks/video.html",
                ),
            ),
        ],
        blank=True,
    )

    # Every page is public: nothing is offered that our own address book would not keep.
    private_page_options: ClassVar[list[str]] = []
    # What a preview shows: the same as visitors see.
    template = "site/public/page.html"
    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("key", heading=_("Short name, the same in every language")),
        FieldPanel("intro", heading=_("Introduction")),
        FieldPanel("body", heading=_("Text of the page")),
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

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[Any, str, str]:  # noqa: ARG002
        """Its address for the desk's “View live” and for links in rich text: our own address book's."""
        site = Site.objects.filter(is_default_site=True).values_list("pk", flat=True).first()
        return site, settings.SITE_ADDRESS, self.address
