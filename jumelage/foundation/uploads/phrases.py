"""Refusals of the room, in words: what is wrong, and how to repair it."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "upload-empty": _("The file is empty. Open it, save it again and send it again."),
    "upload-kind": _(
        "A file of the kind {found} is not accepted here. Send one of these: {accepted}."
    ),
    "upload-disguised": _(
        "The file calls itself {said}, but it is {found}. Open it in the programme that made it,"
        " save it as {said} and send that file."
    ),
    "upload-large": _(
        "The file weighs {size_mb} MB; {found} may weigh {limit_mb} MB. Make it lighter, or split it."
    ),
    "upload-broken": _(
        "The file cannot be read: it is damaged ({found}). Open it, save it again and send it again."
    ),
    "upload-locked": _(
        "The file is locked by a password ({found}). Save it without one and send it again."
    ),
    "upload-macros": _(
        "The file holds macros ({found}), which could harm whoever opens it. Save it without macros."
    ),
    "upload-pixels": _(
        "The image measures {width} × {height} pixels; {limit_mpx} million in all are accepted."
        " Make it smaller."
    ),
    "upload-infected": _("The virus scanner found “{virus}” in the file. It was not kept."),
    "upload-unscanned": _("The virus scanner does not answer. Try again in a few minutes."),
    "upload-too-large": _(
        "The file weighs {size_mb} MB; {limit_mb} MB are accepted here. Make it lighter, or split it."
    ),
    "upload-quota": _(
        "Too many files are on their way at once. Finish or cancel one, then send this one."
    ),
    "upload-stranger": _("Your session has ended. Sign in again in another tab, then send on."),
    "upload-pass": _("This page has been open for too long. Load it again, then send the file."),
    "upload-gone": _("The file did not arrive, or was given up. Choose it again."),
    "upload-unfinished": _(
        "The file has not arrived whole. Wait until it has, or choose it again."
    ),
    "upload-offset": _("Another tab sends this file too. It goes on from what has arrived."),
    "upload-too-long": _("More arrived than was announced. Choose the file again."),
    "upload-piece": _("A piece may weigh {limit_mb} MB."),
    "upload-type": _("A piece is sent as application/offset+octet-stream."),
    "upload-header": _(
        "The programme that sends this file does not follow the tus protocol 1.0.0."
    ),
    "upload-checksum": _("The piece was damaged on its way. It is sent again."),
}
