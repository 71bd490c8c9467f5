"""Addresses of the staff who repair links, under `/desk/`."""

from django.urls import path

from jumelage.public.links.backoffice import links

desk_patterns = [path("links/", links.links, name="desk-links")]
