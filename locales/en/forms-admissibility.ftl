# The form of admissibility.

form-record-check-title = Record the result of a check
form-record-check-intro = Ask for no police certificate from the country of persecution, and verify nothing with its authorities: it would tell them where the person is.
form-record-check-person = Person
form-record-check-check = Check
form-record-check-asked-on = Day on which it was asked for
form-record-check-asked-on-hint = Where the answer comes from elsewhere: the day it was sent, or the person was told to go.
form-record-check-outcome = Result
form-record-check-outcome-hint = A concern is not yet a finding against the person: it is put to them, and they can answer.
form-record-check-on = Day of the result
form-record-check-on-hint = Of a medical examination, the day on which it took place.
form-record-check-valid-until = Valid until
form-record-check-valid-until-hint = Only where the result ages, as that of a medical examination does. Left empty, it is counted from the day of the examination.
form-record-check-exemption = Reason for the exemption
form-record-check-exemption-hint = Only where the law exempts from biometrics.
form-record-check-reasons = Reasons
form-record-check-reasons-hint = Needed for a concern and for an exemption. For a charge or a conviction abroad, say what it was really for: they are a common way to punish human rights work.
form-record-check-submit = Record the result
