# Before departure: whether every family member is declared.

family-title = Before departure: is everybody declared?
family-not-asked = Not asked
family-again = To be asked again
family-ask = Nobody has asked yet. Ask the applicant, alone and in a language they speak well, before they leave for Canada.
family-asked = { $name } was asked on { $date }, in: { $language }.
family-declared = Declared so far
family-late = declared on { $date }, after submission
own-right = Shares no class with the principal applicant: each element of eligibility is found on this person, in their own right.
