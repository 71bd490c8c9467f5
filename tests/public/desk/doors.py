"""Which act opens which address of the desk: the whole table, written by hand from what each act is for."""

from dataclasses import dataclass

STAFF = ""


@dataclass(frozen=True)
class Door:
    """`opens`: acts of which one is enough to see the page; `sends`: to send its form, or to do the deed.

    "a + b" asks for both; STAFF for none. `nothing`: acts whose holders pass the door, and find nothing behind it.
    `deed`: there is no page, only something to be done. `of`: the role whose own record it is.
    """

    opens: tuple[str, ...]
    sends: tuple[str, ...]
    nothing: tuple[str, ...] = ()
    deed: bool = False
    of: str = ""


def page(
    *acts: str, sends: tuple[str, ...] = (), nothing: tuple[str, ...] = (), of: str = ""
) -> Door:
    return Door(acts, sends or acts, nothing=nothing, of=of)


def deed(*acts: str, nothing: tuple[str, ...] = (), of: str = "") -> Door:
    return Door(acts, acts, nothing=nothing, deed=True, of=of)


AT_RISK = ("atrisk.read", "atrisk.keep", "atrisk.approve", "atrisk.publish", "atrisk.stop")
CALLS = ("calls.keep", "calls.publish")
CERTIFICATES = ("fairtrade.read-certificates", "fairtrade.keep-certificates")
DOSSIERS = ("dossiers.read", "dossiers.check")
FORMS = ("questionnaires.edit", "questionnaires.publish")
HANDLE, INTAKE = "applications.handle", "applications.intake"
SHORT = ("applications.read", "applications.read-accounts")
# The evidence of a partnership.
EVIDENCE = ("registers.read", "evidence.keep + portfolio.keep", "evidence.keep + portfolio.publish")
CHOICE = ("evidence.keep + portfolio.keep",)
NEWS = ("registers.read", "site.write-news", "site.publish-news")

DOORS = {
    # The frame
    "desk": page(STAFF),
    "works": page(STAFF),
    "work": page(STAFF, of="clerk"),
    "work-file": page(STAFF, of="clerk"),
    "work-stop": deed(STAFF, of="clerk"),
    "desk-languages": page("registers.read", "site.write-pages"),
    "desk-links": page("links.keep", "site.write-pages", "site.write-news"),
    "set-up": page("site.set-up"),
    "load": page("loading.load"),
    "load-result": page("loading.load", of="administrator"),
    "load-go": deed("loading.load", of="administrator"),
    # Evidence
    "desk-claims": page("evidence.keep", "registers.read"),
    "record-claims": page(*EVIDENCE, sends=CHOICE),
    "desk-claim": page(*EVIDENCE, sends=CHOICE),
    "desk-piece-add": page(*CHOICE),
    "desk-piece": page(*CHOICE),
    "desk-piece-away": deed(*CHOICE),
    # News, films, pictures
    "news-preview": page(*NEWS),
    "news-versions": page(*NEWS),
    "news-restore": deed("site.write-news"),
    "video-tracks": page("media.keep"),
    "picture-seen": page("media.keep"),
    # Persons at risk
    "desk-people-at-risk": page(*AT_RISK),
    "desk-person-at-risk": page(*AT_RISK),
    "desk-person-event": page("atrisk.keep"),
    "desk-person-event-correction": page("atrisk.keep"),
    "desk-person-check": page("atrisk.keep"),
    "desk-person-restriction": page("atrisk.keep"),
    "desk-person-restriction-correction": page("atrisk.keep"),
    "desk-person-ground": page("atrisk.keep"),
    "desk-person-image": page("atrisk.keep"),
    "desk-person-image-removal": deed("atrisk.keep"),
    "desk-person-approve": deed("atrisk.approve"),
    "desk-person-publish": deed("atrisk.publish"),
    "desk-person-stop": page("atrisk.stop"),
    "desk-person-lift": deed("atrisk.stop"),
    # Forms
    "desk-forms": page(*FORMS),
    "desk-form": page(*FORMS),
    "desk-form-publish": page(*FORMS, sends=("questionnaires.publish",)),
    "desk-form-export": page(*FORMS),
    "desk-form-paper": page(*FORMS),
    "desk-form-preview": page(*FORMS),
    "desk-form-add": page("questionnaires.edit"),
    "desk-form-bring-in": page("questionnaires.edit"),
    "desk-form-section-add": page("questionnaires.edit"),
    "desk-form-section": page("questionnaires.edit"),
    "desk-form-field-add": page("questionnaires.edit"),
    "desk-form-field": page("questionnaires.edit"),
    "desk-form-condition": page("questionnaires.edit"),
    "desk-form-move": deed("questionnaires.edit"),
    "desk-form-remove": page("questionnaires.edit"),
    # Calls for projects
    "desk-calls": page(*CALLS),
    "desk-call": page(*CALLS),
    "desk-call-preview": page(*CALLS),
    "desk-call-add": page("calls.keep"),
    "desk-call-change": page("calls.keep"),
    "desk-call-clone": page("calls.keep"),
    "desk-call-remove": page("calls.keep"),
    "desk-call-upload": page("calls.keep"),
    "desk-call-row-add": page("calls.keep"),
    "desk-call-row": page("calls.keep"),
    "desk-call-row-remove": deed("calls.keep"),
    "desk-call-publish": deed("calls.publish"),
    "desk-call-amend": page("calls.publish"),
    "desk-call-extend": page("calls.publish"),
    "desk-call-outage": page("calls.publish"),
    "desk-call-cancel": page("calls.publish"),
    # Applications: one that came online, except for its registration
    "desk-applications": page(*SHORT, HANDLE, INTAKE),
    "desk-applications-export": page(
        *(f"registers.export + {act}" for act in (*SHORT, HANDLE, INTAKE)),
        nothing=(*SHORT, HANDLE, INTAKE),
    ),
    "desk-application": page(*SHORT, HANDLE, nothing=(INTAKE,)),
    "desk-application-file": page(HANDLE, nothing=(*SHORT, INTAKE)),
    "desk-application-receipt": page(HANDLE, nothing=(*SHORT, INTAKE)),
    "desk-application-answer": page(HANDLE, nothing=(INTAKE,)),
    "desk-application-publish": page(HANDLE, nothing=(INTAKE,)),
    "desk-application-late-code": page(HANDLE),
    "desk-late-code-end": deed(HANDLE),
    "desk-call-late-codes": page(HANDLE),
    "desk-late-code-take-back": deed(HANDLE),
    "desk-application-completion": page(HANDLE, nothing=(INTAKE,)),
    "desk-application-completion-end": deed(HANDLE, nothing=(INTAKE,)),
    "desk-application-doubles": page(HANDLE, nothing=(INTAKE,)),
    "desk-application-compare": page(HANDLE, nothing=(INTAKE,)),
    "desk-application-bounce": page(HANDLE, nothing=(INTAKE,)),
    "desk-enter-application": page(INTAKE),
    "desk-register-application": page(INTAKE),
    "desk-discard-application": page(INTAKE),
    # Dossiers of organisations
    "desk-dossiers": page(*DOSSIERS),
    "desk-dossier": page(*DOSSIERS),
    "desk-dossier-file": page(*DOSSIERS),
    "desk-dossier-document": page("dossiers.check"),
    "desk-register-check": page("dossiers.check"),
    "desk-dossier-manager": page("dossiers.check"),
    "desk-access-requests": page("dossiers.check"),
    "desk-access-request": page("dossiers.check"),
    "desk-doubles": page("dossiers.check"),
    "desk-merge": page("dossiers.check"),
    # Suppliers’ certificates
    "desk-certificates": page(*CERTIFICATES),
    "desk-certificate": page(*CERTIFICATES),
    "desk-certificate-file": page(*CERTIFICATES),
    "desk-certificate-add": page("fairtrade.keep-certificates"),
    "desk-certificate-change": page("fairtrade.keep-certificates"),
    "desk-certificate-check": page("fairtrade.keep-certificates"),
}

# The editorial system's own addresses, by name. Its scripts' words and icons are open to strangers,
SCRIPTS = {"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
# its choosers and empty lists to all staff: what they list is asked for again, record by record;
CHOOSERS = {
    *("wagtailadmin_home", "/desk/test404/", "wagtailadmin_dismissibles", "listing"),
    *("move_confirm", "confirm_workflow_cancellation", "choose_parent", "site_history"),
    *("site_history_results", "wagtailadmin_tag_autocomplete", "choose", "choose_results"),
    *("chosen_multiple", "task_chooser", "task_chooser_results", "task_chooser_create"),
    *("wagtailadmin_choose_page", "wagtailadmin_choose_page_child"),
    *("wagtailadmin_choose_page_search", "wagtailadmin_choose_page_chosen_multiple"),
    *("wagtailadmin_choose_page_external_link", "wagtailadmin_choose_page_email_link"),
    *("wagtailadmin_choose_page_phone_link", "wagtailadmin_choose_page_anchor_link"),
}
# its pages to those who write or publish pages. Nothing else of it opens: no users, groups, files, settings.
PAGES = {
    *("wagtailadmin_explore_root", "wagtailadmin_explore", "wagtailadmin_explore_results"),
    *("type_use", "type_use_results", "usage", "edit", "preview_on_edit", "view_draft", "detail"),
    *("delete", "unpublish", "search", "search_results", "move", "copy", "set_privacy"),
    *("workflow", "workflow_results", "workflow_tasks", "workflow_tasks_results"),
    *("workflow_history", "history", "history_results"),
    *("aging_pages", "aging_pages_results", "page_types_usage", "page_types_usage_results"),
}

# By register: the act that keeps its records, and the act that publishes them.
REGISTERS = {
    "source": ("evidence.keep", ""),
    "document": ("evidence.keep", ""),
    "organisation": ("organisations.keep", ""),
    "person": ("organisations.keep", ""),
    "body": ("governance.keep", ""),
    "sitting": ("governance.keep", ""),
    "decision": ("governance.keep", ""),
    "mandate": ("governance.keep", "governance.publish"),
    "opinion": ("governance.keep", "governance.publish"),
    "partnership": ("portfolio.keep", "portfolio.publish"),
    "project": ("portfolio.keep", "portfolio.publish"),
    "announcement": ("portfolio.keep", "portfolio.publish"),
    "place": ("portfolio.keep", ""),
    "picture": ("media.keep", ""),
    "video": ("media.keep", "media.publish"),
    "news": ("site.write-news", "site.publish-news"),
    "crisis": ("emergency.keep", "emergency.publish"),
    "response": ("emergency.keep", "emergency.publish"),
    "fund": ("emergency.keep", "emergency.publish"),
    "mark": ("fairtrade.keep-guide", ""),
    "practice": ("fairtrade.keep-guide", ""),
    "edition": ("festival.keep", "festival.publish"),
    "event": ("festival.keep", "festival.publish"),
    "venue": ("festival.keep", ""),
    "redirect": ("links.keep", ""),
}


def of_register(name: str) -> dict[str, Door]:
    """The addresses of one register."""
    keep, publish = REGISTERS[name]
    readers = tuple(act for act in ("registers.read", keep, publish) if act)
    export = tuple(f"registers.export + {act}" for act in readers)
    return {
        "register": page(*readers),
        "register-add": page(keep),
        "register-export": deed(*export),
        "register-record": page(*readers, sends=(keep,)),
        "register-history": page(*readers),
        "register-publication": deed(publish or keep),
        "register-texts-checked": deed(keep),
    }
