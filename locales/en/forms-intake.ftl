# The forms of intake at the Resettlement Operations Centre.

form-return-referral-title = Return the referral
form-return-referral-intro = The whole package goes back to the partner, who can mend it and submit it again. If little is missing, consider holding it with a list instead.
form-return-referral-reasons = Reasons
form-return-referral-note = What the partner must know to mend it
form-return-referral-note-hint = Say what is needed and what would do instead. Ask for nothing that could only be had from the authorities of an adverse country.
form-return-referral-submit = Return the referral

form-hold-referral-title = Hold with a deficiency list
form-hold-referral-intro = The referral waits here while the partner supplies what is missing.
form-hold-referral-deficiencies = What is missing
form-hold-referral-deficiencies-hint = Only what this referral needs.
form-hold-referral-note = What is needed, in words
form-hold-referral-note-hint = Say what would do instead. Ask for nothing that could only be had from the authorities of an adverse country.
form-hold-referral-due = Answer awaited by
form-hold-referral-due-hint = The usual time is filled in. People in hiding cannot always be reached at once: allow more where the contact is difficult.
form-hold-referral-submit = Send the list

form-accept-referral-title = Accept the referral and create the file
form-accept-referral-intro = The case becomes the Centre’s, and the partner is told that the file exists. You accept that the package is complete, and nothing more: the claim is for the officer, and the partner has vouched for the rest.
form-accept-referral-submit = Create the file

form-record-number-title = Record a number
form-record-number-intro = A number given by another system, so that the file can be found there.
form-record-number-kind = Kind of number
form-record-number-value = Number
form-record-number-value-hint = Exactly as printed.
form-record-number-person = Whose number
form-record-number-person-hint = Choose nobody for a number of the whole case. A UCI always belongs to a person.
form-record-number-submit = Record the number

form-choose-office-title = Choose the migration office
form-choose-office-intro = The office that serves the country of asylum is proposed. An office in a country whose authorities must never be contacted is not offered.
form-choose-office-office = Migration office
form-choose-office-reason = Why another office
form-choose-office-reason-hint = Needed if you choose an office other than the one proposed. Somebody’s safety comes before convenience.
form-choose-office-submit = Choose this office
