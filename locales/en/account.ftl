# One’s own account.

account-name = Name
account-group = Group
account-roles = Roles
account-session = This session ends at the latest
account-fingerprint = A key officer who asks you who you are compares these digits with those on their own screen.

form-change-passphrase-title = Change my passphrase
form-change-passphrase-submit = Change my passphrase
form-change-passphrase-new = New passphrase
form-change-passphrase-new-hint = The seven words above with single spaces between them, or your own. All your sessions end.
form-change-passphrase-new-error-required = Type the new passphrase
form-change-passphrase-again = If you chose your own: the same again
form-change-passphrase-passphrase = Present passphrase
form-change-passphrase-passphrase-error-required = Enter your present passphrase
form-change-passphrase-code = Code
form-change-passphrase-code-hint = The six figures your authenticator app shows now.
form-change-passphrase-code-error-required = Enter the six figures your authenticator app shows
