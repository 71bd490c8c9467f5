"""How a form is built, part by part."""
