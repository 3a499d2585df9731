# The letters of a case: what can be written, what is signed, how it left.

letters-title = Letters
letters-lead = A letter says what the case says: nothing is typed twice. It is shown to you as a draft, then signed, and kept encrypted exactly as it was signed.
letters-write = Letters to write
letters-to-write = To write
letters-signed-before = Signed before
letters-signed-title = Signed letters
letters-none = No letter has been signed yet.
letters-to = To { $name }
letters-addressee = Addressee
letters-signed = Signed
letters-hash = SHA-256 of the letter
letters-left = Sent
letters-sent = Sent
letters-not-sent = Not sent yet
letters-read =
    { $pages ->
        [one] Read the letter (PDF, 1 page)
       *[other] Read the letter (PDF, { $pages } pages)
    }
letters-draft = Read the draft first (PDF)
next-letters-what = The letters of decision have still to be signed and sent.

inset-letter = Choose what the letter is for.
inset-letter-acknowledgement = It tells the partner the date of the referral and every number recorded.
inset-letter-invitation = Day, persons, language and manner come from the plan of the interview. Say nothing here of why the person is in danger.
inset-letter-fairness = It puts every open concern that is to be put by letter to this person, with what it rests on. What concerns another adult is written to that adult.
inset-letter-approval = It names everybody who is approved, and who has been declared and does not come along.
inset-letter-refusal = It gives the findings on both classes, the evidence, each concern with its answer, and every ground with its provision. What concerns another adult is written to that adult.
inset-letter-outcome = Outcome only, never reasons; and only of those who agreed that the partner may be told.
inset-protocol = Safe contact: this way, and no other
inset-no-contact = No safe contact is recorded. Ask the partner before anything is sent.
concern-extended = More time given
letters-kept = Cannot be written
