"""A form that nobody sends: the style guide shows how fields look, with and without a mistake."""

from django import forms


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Title of the project", help_text="At most 80 characters.")
    amount = forms.IntegerField(
        min_value=0, label="Amount in euros", help_text="Without spaces, for example 12500"
    )
    theme = forms.ChoiceField(
        label="Theme", choices=[("", "All"), ("water", "Water"), ("health", "Health")]
    )
    summary = forms.CharField(label="Public summary", widget=forms.Textarea)


class SampleFileForm(forms.Form):
    """A file that comes in pieces."""

    letter = forms.FileField(label="Letter of the partner", help_text="PDF or a legible photo.")
