"""Addresses under `/desk/load/`."""

from django.urls import path

from jumelage.public.loading.backoffice import archives

desk_patterns = [
    path("", archives.load, name="load"),
    path("<int:number>/", archives.result, name="load-result"),
    path("<int:number>/go/", archives.go, name="load-go"),
]
