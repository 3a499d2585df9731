# The forms of what may be said of a case at any stage.

form-set-urgency-title = Set the priority
form-set-urgency-intro = Until the file is created, this is the submission priority: what the referral asks for. Afterwards it is the processing priority of the Centre or the office. The one never changes the other.
form-set-urgency-urgency = How soon the case must move
form-set-urgency-urgency-hint = An emergency comes only through UNHCR, under its own emergency priority.
form-set-urgency-grounds = Why
form-set-urgency-grounds-hint = What threatens life, liberty or physical safety, and by when. Leave out where the person is.
form-set-urgency-submit = Save

form-withdraw-title = End the case without a decision
form-withdraw-intro = This cannot be undone. The record stays; to begin again, a new referral is needed.
form-withdraw-reason = Reason
form-withdraw-note = Who asked, and what a later reader must know
form-withdraw-note-hint = If the person asked: how you made sure that the wish was their own, and free.
form-withdraw-submit = End the case
