# The form of an inquiry to an authority outside.

form-ask-authority-title = Ask an authority outside
form-ask-authority-intro = Say whom you want to ask before you ask. Nothing goes to a country the defender is in danger from: an attempt is refused, recorded, and seen by whoever supervises.
form-ask-authority-country = Country of the authority
form-ask-authority-country-hint = Of an embassy or a consulate, the country it serves.
form-ask-authority-authority = Authority
form-ask-authority-purpose = What for
form-ask-authority-person = About whom
form-ask-authority-asked = What is asked
form-ask-authority-asked-hint = And how it is kept from telling that the person has applied, or where they are.
form-ask-authority-none-meant = Why no authority of an adverse country is meant
form-ask-authority-none-meant-hint = Needed if what you write names a country the person is in danger from, its people or its capital. The reason stays with the record.
form-ask-authority-submit = Record the inquiry
