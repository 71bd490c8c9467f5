"""Refusals of the room, and what is wrong with answers and with forms."""

from typing import Any

from django.utils.translation import gettext_lazy as _

_ANSWERS = {
    "answer-missing": _("Answer this question."),
    "answer-part-missing": _("Give the name at least."),
    "answer-statement": _("Tick the box: without your agreement the form cannot be handed in."),
    "answer-file-missing": _("Add the document."),
    "answer-files-many": _("{count} files stand here; at most {most} are allowed. Take some away."),
    "answer-rows-few": _("Rows filled in: {count}. At least {least} are asked."),
    "answer-rows-many": _("Rows filled in: {count}. At most {most} are allowed."),
    "answer-long-characters": _("{count} characters; the limit is {limit}. Shorten it by {over}."),
    "answer-long-words": _("{count} words; the limit is {limit}. Shorten it by {over}."),
    "answer-number-below": _("{value} is too low: the least is {limit}."),
    "answer-number-above": _("{value} is too high: the most is {limit}."),
    "answer-money-below": _("{value} is too low: the least is {limit} (euro)."),
    "answer-money-above": _("{value} is too high: the most is {limit} (euro)."),
    "answer-date-below": _("{value} is too early: the first possible day is {limit}."),
    "answer-date-above": _("{value} is too late: the last possible day is {limit}."),
    "answer-date-reversed": _(
        "{value} comes before “{first}”, which is {limit}. Correct one of the two days."
    ),
    "answer-choice-gone": _("“{text}” is not offered. Choose again."),
    "answer-money-unreadable": _("“{text}” is not an amount. Write it like this: 1 234,56."),
    "answer-too-large": _("“{text}” is more than this form can hold. Check the number."),
    "answer-number-unreadable": _("“{text}” is not a number. Write it in figures."),
    "answer-number-whole": _("“{text}” is not a whole number. Write it without decimals."),
    "answer-number-decimals": _("“{text}” has too many decimals: at most {decimals}."),
    "answer-date-unreadable": _("“{text}” is not a day. Write it like this: 31/12/2027."),
    "answer-email-unreadable": _(
        "“{text}” is not an e-mail address. An example: name@example.org."
    ),
    "answer-unsaved": _("Save this step again: “{text}” can be read now."),
    "answer-budget-costs": _("Enter at least one cost."),
    "answer-budget-ask": _("Say which sum you ask."),
    "answer-budget-amount": _("Give the amount of this line."),
    "answer-budget-category": _("Choose the category of this line."),
    "answer-budget-short": _(
        "The budget does not balance: costs {costs}, resources {resources}. {gap} is missing among the resources."
    ),
    "answer-budget-surplus": _(
        "The budget does not balance: costs {costs}, resources {resources}. The resources are {gap} too high."
    ),
    "answer-budget-cap": _("You ask {ask}; at most {cap} may be asked."),
    "answer-budget-minimum": _("You ask {ask}; at least {minimum} must be asked."),
    "answer-budget-share": _(
        "You ask {ask}, which is more than {percent} % of the eligible costs ({eligible}). Ask at most {most}."
    ),
}
_FORMS = {
    "form-unreadable": _("This form cannot be read: {mistakes}"),
    "form-unpublishable": _("This form cannot be published: {mistakes}"),
    "form-file-unreadable": _(
        "The file cannot be read at line {line}: it is neither YAML nor JSON."
    ),
    "form-file-large": _("The file is too large: at most {limit} characters."),
    "form-slug-taken": _("Another form has the short name “{slug}”. Choose another one."),
    "form-slug-unfit": _(
        "A short name has small letters without accents, figures and hyphens only."
    ),
    "form-code-taken": _("Another part of this form has the code “{code}”. Choose another one."),
    "form-part-gone": _("Somebody took “{code}” out of this form meanwhile."),
    "form-changed": _("Somebody else changed this part meanwhile. Both texts are shown below."),
    "form-published-already": _("This version is published. Open a new working copy to change it."),
    "form-same": _("Nothing differs from the published version."),
    "form-key-missing": _("“{key}” is missing."),
    "form-key-unknown": _("“{key}” is not known here."),
    "form-word-unknown": _("“{key}” must be one of: {expected}."),
    "form-code-unfit": _(
        "“{key}” must begin with a small letter and hold small letters, figures and _ only."
    ),
    "form-value-unfit": _("“{key}” is not of the right kind."),
    "form-condition-unreadable": _(
        "The condition cannot be read: it is one comparison (on, op, value) or one group (join, of)."
    ),
    "form-empty": _("The form asks nothing yet. Add a section and a question."),
    "form-code-twice": _("The code “{twice}” stands twice."),
    "form-section-empty": _("This section is empty. Add a question or take it away."),
    "form-text-missing": _("{text}: the {language} text is missing."),
    "form-bounds-reversed": _("The least ({least}) is above the most ({most})."),
    "form-limit-small": _("A limit of {limit} leaves no room for an answer."),
    "form-choices-empty": _("The list of choices is empty ({part})."),
    "form-columns-empty": _("The table has no column."),
    "form-column-kind": _("A table cannot hold this kind of question: {kind}."),
    "form-day-unknown": _(
        "It may not come before “{field}”, which is no other date question here. Choose one, or none."
    ),
    "form-percent": _("{percent} % is not a share: write a number from 1 to 100."),
    "form-condition-field": _(
        "The condition looks at “{field}”, which is not a question of this form. Choose another one."
    ),
    "form-condition-value": _("The condition on “{field}” does not say what to compare with."),
    "form-condition-choice": _(
        "The condition looks for “{value}”, which “{field}” does not offer."
    ),
    "form-condition-country": _("“{text}” is not a country. Write its name in full, or its code."),
    "form-condition-circle": _(
        "The conditions run in a circle: {circle}. Each waits for the next: change one of them."
    ),
    "form-article-unknown": _(
        "Article {article} is not in the regulation. Correct its number, or add it to the call."
    ),
}
PHRASES: dict[str, Any] = {**_ANSWERS, **_FORMS}
FIELDS = {"sections": _("Sections and questions")}
