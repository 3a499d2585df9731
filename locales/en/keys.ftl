# Certifying, letting in, giving back lost passphrases.

keys-title = Keys
keys-name = Name
keys-roles = Role
keys-fingerprint = Fingerprint
keys-state = State
keys-waits-for-you = Waits for you
keys-signed-by-me = You have signed
keys-asked-by-me = You asked; another officer must approve
keys-signatures = { $signed } of { $needed } signatures

keys-certify-title = Newcomers to certify
keys-certify-lead = A certificate says whose key this is. It needs two key officers, each of whom has spoken with the person.
keys-certify-none = Nobody waits for a signature.
keys-certify-person = Certify { $name }
keys-certify-explain = Call the person on a number you knew before, recognise the voice, and let them read the digits to you. If one differs, do not sign: tell the administrator. Your signature counts from now on for everything that is sealed to this key.

keys-admit-title = Newcomers to let in
keys-admit-lead = Two key officers have certified them. Once you let them in, they can open whatever your group holds.
keys-admit-none = Nobody waits to be let in.
keys-admit-person = Let { $name } in
keys-admit-explain = The secret of { $group } will be sealed to this key. From then on this person can open every case the group holds. Their session ends now; at the next sign-in the cases are there.

keys-lost-title = Lost passphrases
keys-lost-lead = Nobody can read a passphrase back. Two key officers together let a colleague make new keys; the old ones stop working at once, and a member lets the colleague in again. No case is lost.
keys-lost-none = No request waits.
keys-lost-person = Give { $name } new keys
keys-lost-explain = A colleague of yours has checked who asks. Check it yourself, in person or on a number you knew before. You will see a code, once: only you can hand it over. The present passphrase and sessions stop working at once.

form-certify-title = Certify
form-certify-submit = Sign with my key
form-certify-passphrase = Your passphrase
form-certify-passphrase-hint = Asked again because this changes who can read.
form-certify-passphrase-error-required = Enter your passphrase
form-certify-code = Code
form-certify-code-hint = The six figures your authenticator app shows now.
form-certify-code-error-required = Enter the six figures your authenticator app shows

form-admit-title = Let in
form-admit-submit = Let in

form-lost-title = A colleague has lost their passphrase
form-lost-intro = You ask; another key officer approves. Until then nothing changes.
form-lost-submit = Ask for new keys
form-lost-user = Who has lost it?
form-lost-checked = I have checked outside this system that it is really this person who asks
form-lost-checked-error-required-flag = Check who asks, outside this system, and tick the box

form-approve-lost-title = Approve
form-approve-lost-submit = Approve and show the code

done-signed = You have signed. Another key officer must sign too.
done-certified = You have signed, and the certificate is complete. A member of the group can now let this person in.
done-admitted = They are in. At their next sign-in they can open what the group holds.
done-regrant-asked = Another key officer can now approve it.

code-once-title = Invitation for { $name }
code-once-lead = This code is shown only now. We keep no copy.
code-once-1 = Read it out or hand it over on paper. Do not send it by e-mail or by a channel others can read.
code-once-2 = It is used at “I have an invitation code” on the sign-in page.
code-once-3 = It works once, for three days. If it is lost, make another.
code-once-done = I have passed it on

refused-own-certificate = Nobody signs their own certificate. Another key officer must do it.
refused-already-signed = You have signed this certificate already. Another key officer must sign too.
refused-certificate-does-not-fit = This certificate does not belong to the key of this account. Do not sign it, and tell the administrator.
refused-own-keys = You cannot ask for your own keys. Another key officer must ask, and a third approve.
refused-already-asked = New keys have been asked for already. Another key officer can approve the request.
refused-second-officer-needed = Whoever asked cannot approve. Another key officer must do it.
