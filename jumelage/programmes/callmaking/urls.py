"""Addresses of the desk."""

from django.urls import path

from jumelage.programmes.callmaking.backoffice import acts, calls, making, rows

desk_patterns = [
    path("", calls.index, name="desk-calls"),
    path("add/", making.add, name="desk-call-add"),
    path("<slug:slug>/", calls.call, name="desk-call"),
    path("<slug:slug>/change/", rows.change_call, name="desk-call-change"),
    path("<slug:slug>/preview/", calls.preview, name="desk-call-preview"),
    path("<slug:slug>/clone/", making.clone, name="desk-call-clone"),
    path("<slug:slug>/remove/", making.remove, name="desk-call-remove"),
    path("<slug:slug>/publish/", acts.publish, name="desk-call-publish"),
    path("<slug:slug>/amend/", acts.amend, name="desk-call-amend"),
    path("<slug:slug>/extend/", acts.extend, name="desk-call-extend"),
    path("<slug:slug>/outage/", acts.outage, name="desk-call-outage"),
    path("<slug:slug>/cancel/", acts.cancel, name="desk-call-cancel"),
    path("<slug:slug>/upload/", rows.upload, name="desk-call-upload"),
    path("<slug:slug>/<slug:kind>/add/", rows.add, name="desk-call-row-add"),
    path("<slug:slug>/<slug:kind>/<int:number>/", rows.change, name="desk-call-row"),
    path("<slug:slug>/<slug:kind>/<int:number>/remove/", rows.remove, name="desk-call-row-remove"),
]
