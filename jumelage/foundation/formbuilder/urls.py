"""Addresses of the builder, under `/desk/forms/`."""

from django.urls import path

from jumelage.foundation.formbuilder.backoffice import forms, parts, preview

desk_patterns = [
    path("", forms.index, name="desk-forms"),
    path("add/", forms.add, name="desk-form-add"),
    path("<slug:slug>/", forms.overview, name="desk-form"),
    path("<slug:slug>/publish/", forms.publish, name="desk-form-publish"),
    path("<slug:slug>/file.<str:kind>", forms.export, name="desk-form-export"),
    path("<slug:slug>/bring-in/", forms.bring_in, name="desk-form-bring-in"),
    path("<slug:slug>/paper.pdf", forms.paper, name="desk-form-paper"),
    path("<slug:slug>/preview/", preview.preview, name="desk-form-preview"),
    path("<slug:slug>/sections/add/", parts.add_section, name="desk-form-section-add"),
    path("<slug:slug>/sections/<str:code>/", parts.section, name="desk-form-section"),
    path("<slug:slug>/add/<str:code>/", parts.add_field, name="desk-form-field-add"),
    path("<slug:slug>/fields/<str:code>/", parts.field, name="desk-form-field"),
    path("<slug:slug>/condition/<str:code>/", parts.condition, name="desk-form-condition"),
    path("<slug:slug>/move/<str:code>/", parts.move, name="desk-form-move"),
    path("<slug:slug>/remove/<str:code>/", parts.remove, name="desk-form-remove"),
]
