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
error-sign-in-wait = There were too many tries with this user name. Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, then try again
error-sign-in-stale = This page was open for too long, or your browser keeps no cookies from this site. Sign in again

sign-in-invitation = I have an invitation code
sign-in-demo-title = Look around as anybody
sign-in-demo = This is a demonstration. Every person, every organisation’s staff and every case in it is invented. Choose whom to sign in as; sign out to become somebody else.
sign-in-form-title = Or sign in with a passphrase

done-signed-out = You are signed out. Close this window if others use this computer.
done-passphrase-changed = Your passphrase was changed, and all your sessions have ended. Sign in with the new one, and a new code.
