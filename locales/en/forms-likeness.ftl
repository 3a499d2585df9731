# Other cases that may be of the same person: looking for them, and saying what is known.

form-check-earlier-title = Look for other cases of the same person
form-check-earlier-intro = The persons of this case are compared with those of every case the centre has taken in, by marks that say nothing of anybody. That you checked is recorded, and it can be done only so often in an hour.
form-check-earlier-submit = Check

form-settle-match-title = Say whether it is the same person
form-settle-match-intro = It is recorded on this case, for intake alone, and nothing is merged or changed in either case. You can say otherwise later, or take it back.
form-settle-match-other = Other case
form-settle-match-sameness = What is known
form-settle-match-reason = How you know
form-settle-match-reason-hint = Whom you asked, and what they answered.
form-settle-match-submit = Record it
