# First contact: somebody without an account turns to a partner; and the partner's desk.

first-contact-title = First contact
first-contact-lead = Are you in danger because you defend human rights? Here you can write to an organisation that refers people to Canada’s stream for human rights defenders. You need no account.
first-contact-alone = What you write is encrypted for that organisation alone. The Government of Canada does not see it.
first-contact-have-code = I have a receipt code
first-contact-criteria-link = Read whom it can help, and write
first-contact-criteria = Whom it can help
first-contact-not = What this is not
first-contact-safety = Before you write
first-contact-safety-device = Use a device that nobody else reads: not one of your work, of a café, or one that was ever taken from you.
first-contact-safety-window = Open this page in a private window, and close the window when you are done.
first-contact-safety-line = Whoever watches your line can see that you visited this site, though not what you write. Tor Browser hides that too.
first-contact-safety-leave = “Leave this site quickly” at the top takes you away at once.
first-contact-begin = Write
first-contact-code = Your receipt code
first-contact-code-why = Write it down now, where nobody looks for it, before you send anything. With it you come back and read the answer. We keep no copy: if it is lost, nobody can find it again. If the line breaks off while you send, come back with it or send again: it counts once.
first-contact-code-again = With this code, and only with it, you come back here. Do not send it to anybody, us included.
first-contact-read-by = Read by the caseworkers of { $partner }, and by nobody else.
first-contact-thread = What was said
first-contact-said = Messages, newest first
first-contact-you = You
first-contact-they = The person
first-contact-wrote = Added
first-contact-answered = Answer
first-contact-file = File
first-contact-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
first-contact-only-here = Only here, when I come back with my code
first-contact-taken-up = We have begun to prepare a referral with you. It is no promise: an officer of the Government of Canada decides. We write to you here, or the safe way you chose.
first-contact-gone = It is destroyed
first-contact-gone-more = What you wrote, the answers and your files are destroyed. The code opens nothing any more. You may close this window.
first-contact-take-file = Take out the file
first-contact-begun = Referral begun
first-contact-told-back = Answered
first-contact-waits = Waits for an answer
first-contact-declined = Declined
first-contact-nameless = No name
first-contact-desk-title = First contact
first-contact-case = The referral that was begun
first-contact-decline-where = To decline it, choose it in the list:

first-contacts-title = First contacts
first-contacts-lead = People without an account who turned to you. Those who wait come first. That you looked is recorded.
first-contacts-none = Nobody has written, or everybody was answered and declined.
first-contacts-choose = Choose those to decline
first-contacts-open = Read and answer
first-contacts-decline = Decline those chosen
first-contacts-decline-lead = What they wrote and their files are destroyed at once, for good. Nothing stays but the answer, which each reads with their receipt code.
first-contacts-reason = Why
first-contacts-told = They read: { $words }
first-contacts-decline-submit = Decline and destroy
first-contacts-none-chosen = Choose at least one
first-contacts-no-reason = Choose why

nav-first-contacts = First contacts
sign-in-first-contact = Are you a human rights defender in danger? You need no account: first contact

done-first-contact-sent = It has arrived. Have you written down your receipt code?
done-first-contact-added = It is added.
done-first-contact-channel-changed = The other way to reach you is noted.
done-first-contact-file = The file has arrived.
done-first-contact-answered = Your answer can be read with the receipt code.
done-first-contact-taken-up = The referral is begun. Files that came with the first contact are among its documents.
done-first-contacts-declined = Declined. What they wrote is destroyed, and they can read why.

form-first-contact-title = Write
form-first-contact-intro = Say what you can. Leave out any question that is marked optional; you can add more later.
form-first-contact-name = What may we call you?
form-first-contact-name-hint = It need not be your own name.
form-first-contact-work = What do you do to defend human rights?
form-first-contact-references = Who could attest to this work?
form-first-contact-references-hint = Organisations or people. We ask nobody before we have asked you.
form-first-contact-danger = What has happened to you, and what are you in danger of?
form-first-contact-left = Which country did you leave, or must you leave?
form-first-contact-country = In which country are you now?
form-first-contact-persons = How many are you, with your family?
form-first-contact-language = In which language shall we answer?
form-first-contact-reach = How may we reach you safely?
form-first-contact-reach-hint = A messenger, an address, somebody you trust. Leave it empty if you would rather come back here with your code.
form-first-contact-hours = At which hours?
form-first-contact-never = What must we never say or do?
form-first-contact-never-hint = For example: never leave a message; never say why you call.
form-first-contact-understood = I have read whom this can help and what it is not
form-first-contact-submit = Send

form-first-contact-return-title = Come back with your receipt code
form-first-contact-return-intro = Thirty digits. Spaces do not matter, and digits of any script can be used.
form-first-contact-return-code = Receipt code
form-first-contact-return-submit = Open

form-first-contact-more-title = Write more
form-first-contact-more-text = What would you like to add?
form-first-contact-more-submit = Add it

form-first-contact-channel-title = Another safe way to reach you
form-first-contact-channel-reach = How may we reach you safely?
form-first-contact-channel-hours = At which hours?
form-first-contact-channel-never = What must we never say or do?
form-first-contact-channel-submit = Use this from now on

form-first-contact-file-title = Send a file
form-first-contact-file-file = File
form-first-contact-file-file-hint = Up to 20 MB. A picture can say where and when it was taken: if that must stay hidden, send a picture of the picture.
form-first-contact-file-file-error-no-file = Choose a file
form-first-contact-file-file-error-empty-file = The file is empty. Check that it opens on your device, then choose it again
form-first-contact-file-submit = Send the file

form-first-contact-take-back-title = Take everything back
form-first-contact-take-back-intro = What you wrote, the answers and your files are destroyed at once. Nobody can bring them back.
form-first-contact-take-back-sure = Destroy everything
form-first-contact-take-back-submit = Take it back

form-first-contact-answer-title = Answer
form-first-contact-answer-text = What the person reads
form-first-contact-answer-text-hint = It is read on a screen that others may see. Name nobody.
form-first-contact-answer-submit = Send the answer

form-first-contact-take-up-title = Begin a referral
form-first-contact-take-up-intro = It opens a case of yours. Files become documents of the case; what the person wrote stays here, to be asked again in the person’s own words.
form-first-contact-take-up-reference = Your case number
form-first-contact-take-up-language = Language of correspondence
form-first-contact-take-up-submit = Begin
