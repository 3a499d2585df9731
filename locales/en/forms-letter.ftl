# The forms of letters.

form-sign-letter-title = Sign a letter
form-sign-letter-intro = The letter is shown to you before it is signed.
form-sign-letter-kind = What the letter is for
form-sign-letter-language = Language of the letter
form-sign-letter-language-hint = The language of correspondence of the referral is filled in.
form-sign-letter-person = To whom
form-sign-letter-person-hint = The principal applicant, unless you say otherwise.
form-sign-letter-through-partner = It goes through the partner
form-sign-letter-through-partner-hint = Tick it where the partner hands the letter over. The partner can then read it.
form-sign-letter-time = Time of the interview
form-sign-letter-time-hint = For example 14:30.
form-sign-letter-zone = Whose time that is
form-sign-letter-zone-hint = In the language of the letter, for example “Nairobi time”.
form-sign-letter-place = Where to come, or how to take part
form-sign-letter-place-hint = In the language of the letter. Choose a place that gives nothing away.
form-sign-letter-bring = What to bring
form-sign-letter-bring-hint = One thing a line. Nothing that would have to be asked of authorities at home.
form-sign-letter-due = Answer by
form-sign-letter-due-hint = Of a fairness letter: the last day on which an answer is in time. Of an invitation: by when to say whether one comes.
form-sign-letter-remarks = What else they should know
form-sign-letter-remarks-hint = In the language of the letter.
form-sign-letter-none-meant = Why no authority of an adverse country is meant
form-sign-letter-none-meant-hint = Needed if what you write names a country the person is in danger from, its people or its capital. The reason stays in the record and is not printed.
form-sign-letter-submit = Sign the letter

form-send-letter-title = Send a letter
form-send-letter-intro = Through the partner, the letter arrives here, encrypted. By the safe-contact channel you send it yourself, and say here that it left.
form-send-letter-letter = Letter
form-send-letter-by = Which way
form-send-letter-on = Day on which it left
form-send-letter-at-its-hours = Within the hours of the safe contact
form-send-letter-in-its-words = Beginning with its words, and with nothing of what must never be sent or said
form-send-letter-submit = Record that it left
