# Facts that a member asks to be kept from other members of the family.

form-keep-confidential-title = Keep something confidential
form-keep-confidential-intro = A member of the case may ask that what they told or brought be kept from the others. Nobody has to say why. No letter to the others will hold it, and every page that shows it says so.
form-keep-confidential-item = What is kept
form-keep-confidential-person = Who asked
form-keep-confidential-person-hint = The person whose fact it is. Ask them with nobody else of the family there.
form-keep-confidential-from = From whom
form-keep-confidential-from-hint = Choose nobody to keep it from everybody else in the case, also from those who are added later.
form-keep-confidential-asked-on = Day on which it was asked
form-keep-confidential-submit = Keep it confidential

form-lift-confidence-title = Lift the confidence
form-lift-confidence-intro = Only the person who asked can agree to this. Once a letter has told the others, it cannot be taken back.
form-lift-confidence-item = What was kept
form-lift-confidence-person = Who agrees
form-lift-confidence-agreed-on = Day on which they agreed
form-lift-confidence-agreed = The person was asked with nobody else of the family there, and agreed freely
form-lift-confidence-agreed-error-required-flag = Ask the person, alone. Without their agreement it stays confidential
form-lift-confidence-submit = Lift the confidence
