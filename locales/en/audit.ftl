# The trail of acts and looks.

audit-title = Audit trail
audit-lead = Who did what, and who looked at what. You see names of acts, never their content: no case can be opened here, and your own reading is an entry too.
audit-all = Newest entries
audit-found = What was found
audit-show-all = Show the whole trail
audit-none = No entry fits.
audit-seq = Number
audit-when = When
audit-who = Who
audit-what = What
audit-where = Where
audit-case = Case
audit-older = Older entries
audit-nobody = Nobody signed in
audit-not-told = Not told to the auditors
audit-place-message = Message
audit-place-directory = Directory

form-audit-title = Look for a case or a person
form-audit-submit = Look
form-audit-case = Case
form-audit-case-hint = The 32 letters and figures that stand for it in this list. To audit a partner’s case number, ask the group for this identifier.
form-audit-actor = Person
error-case-id = Enter the 32 letters and figures that stand for the case in this list
error-one-of-two = Look for either a case or a person, not both

message-notice-sent = Notice sent to another group
message-counted = Milestone counted for the planning branch

looked-case = The case
looked-documents = Its documents
looked-document = A document
looked-persons = The persons
looked-person = A person
looked-timeline = Its history
looked-tracking = The tracking page
looked-audit = The audit trail
looked-notices = The notices

directory-organisation-made = Organisation made
directory-group-made = Group made
directory-invited = Invitation made
directory-joined = Invitation used, key made
directory-certified = Certificate signed by a key officer
directory-group-opened = Keys of a group made
directory-admitted = Member let into a group
directory-account-closed = Account switched off
directory-regrant-asked = New keys asked for after a loss
directory-regrant-approved = New keys approved after a loss
directory-passphrase-changed = Passphrase changed
directory-delegated = Power to decide given
directory-delegation-ended = Power to decide ended
directory-signed-in = Signed in
directory-sign-in-failed = Sign-in failed
directory-signed-out = Signed out
directory-looked-at = Looked at
directory-spaces-moved = Places of the yearly allocation taken or given back
directory-taken-in = Keys and messages taken in
directory-rebuilt = Lists made anew from the journal
