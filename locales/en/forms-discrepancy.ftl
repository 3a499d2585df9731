# The forms of discrepancies.

form-note-discrepancy-title = Note a discrepancy
form-note-discrepancy-intro = Two accounts that do not agree. It is put to the person before anything is made of it.
form-note-discrepancy-person = In whose account
form-note-discrepancy-what = What does not agree
form-note-discrepancy-sources = Where each account stands
form-note-discrepancy-sources-hint = The number of an answer, a form, a document.
form-note-discrepancy-submit = Note it

form-put-discrepancy-title = Put the discrepancy
form-put-discrepancy-intro = Read it to the person, without leading, and write down what they say.
form-put-discrepancy-discrepancy = Which one
form-put-discrepancy-explanation = What the person said
form-put-discrepancy-explanation-hint = Say so if there was no explanation.
form-put-discrepancy-submit = Save the explanation

form-settle-discrepancy-title = Say what came of the discrepancy
form-settle-discrepancy-intro = It can be left unexplained only after it was put to the person.
form-settle-discrepancy-discrepancy = Which one
form-settle-discrepancy-outcome = What came of it
form-settle-discrepancy-reasons = Why
form-settle-discrepancy-reasons-hint = What the explanation weighs, and what else may account for it.
form-settle-discrepancy-submit = Close the discrepancy
