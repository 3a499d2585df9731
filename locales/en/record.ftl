# The certified record of a decision: its page, and its words on paper.

record-title = Certified record
record-lead = Everything that was before whoever decided, and nothing that came after: what was recorded, with an index and numbered pages, every document and letter, and a proof that can be checked without this program’s database. Taking it out is recorded.
record-take = Take out the record of the decision of { $moment } (ZIP)
record-title-approved = Certified record of the decision to approve { $name }
record-title-refused = Certified record of the decision to refuse { $name }
record-foot = Certified record – page {"{page}"} of {"{pages}"}
record-index = Index
record-files = Documents and letters
record-entries = What was recorded, in order
record-statement-holds = This record holds everything that was recorded in the case and that its office could read, up to and with this decision. Nothing that was recorded later is in it.
record-statement-left-out =
    { $entries ->
        [one] One entry is left out, since it holds what another member of the family keeps confidential from this person.
       *[other] { $entries } entries are left out, since they hold what other members of the family keep confidential from this person.
    }
record-statement-partner = What the referring partner kept for itself was never before the office, and is not in it.
record-statement-proof = Each entry stands in a journal that only grows. The file record.json says where each one stands, and leads to the root of the journal as it was at the decision. Whoever has the journal’s public key can check all of it: safeconduct verify --record FILE --key KEY. If one byte was changed, the check says so.
record-statement-files = Documents and letters come with this record as files of their own, exactly as they were; each is named below with its SHA-256.
record-statement-times = Days and times are in UTC.
record-field-person = Person
record-field-numbers = Numbers
record-field-office = Office
record-field-position = Place of the decision in the journal
record-field-count = Number of entries in this record
record-field-entered = Entered
record-field-name = Name of the file as it was given
record-field-size = Length in bytes
record-field-sha256 = SHA-256
record-field-sealed = SHA-256 of the encrypted file
record-field-date = Date of referral
record-field-on = Day
record-field-route = Consulted
record-field-rule = Rule that refused it
record-field-concerns = Concerns it puts
record-field-pages = Pages
record-not-here = not in this record
