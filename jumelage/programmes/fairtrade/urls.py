"""Addresses of fair trade, for visitors and for the desk."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from jumelage.programmes.fairtrade.backoffice import certificates
from jumelage.programmes.fairtrade.views import public

urlpatterns = [
    path(pgettext_lazy("url", "fair-trade/"), public.fair_trade, name="fair-trade"),
    path(pgettext_lazy("url", "fair-trade/clause/"), public.clause, name="fair-trade-clause"),
    path(
        pgettext_lazy("url", "fair-trade/labels/<slug:slug>/"),
        public.label,
        name="fair-trade-label",
    ),
]

desk_patterns = [
    path("", certificates.index, name="desk-certificates"),
    path("add/", certificates.add, name="desk-certificate-add"),
    path("<int:number>/", certificates.certificate, name="desk-certificate"),
    path("<int:number>/change/", certificates.change, name="desk-certificate-change"),
    path("<int:number>/check/", certificates.check, name="desk-certificate-check"),
    path("<int:number>/file/", certificates.file, name="desk-certificate-file"),
]
