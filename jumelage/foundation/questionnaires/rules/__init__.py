"""What a form is made of, when a field is asked, how answers are read and what is wrong with them."""
