# Signing in and out.

form-sign-in-title = Sign in
form-sign-in-intro = Safeconduct holds the files of human rights defenders at risk. Every sign-in is recorded.
form-sign-in-submit = Sign in
form-sign-in-handle = User name
form-sign-in-passphrase = Passphrase
form-sign-in-passphrase-hint = The words you were given or chose, with the spaces between them.
form-sign-in-code = Code
form-sign-in-code-hint = The six figures your authenticator app shows now.
form-sign-in-handle-error-required = Enter your user name
form-sign-in-passphrase-error-required = Enter your passphrase
form-sign-in-code-error-required = Enter the six figures your authenticator app shows
error-sign-in = The user name, the passphrase or the code is not right. Check all three and try again with a new code
