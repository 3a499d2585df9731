# Joining by invitation: code, passphrase, second factor, what happens next.

form-invitation-title = Use your invitation
form-invitation-intro = Your invitation is a code of 20 letters and figures. Type it as you received it; capitals, spaces and dashes do not matter.
form-invitation-submit = Go on
form-invitation-code = Invitation code
form-invitation-code-error-required = Enter the code of your invitation

join-title = Set up your account
join-name = Name colleagues will see
join-organisation = Organisation
join-roles = Role

passphrase-title = Your passphrase
passphrase-why = Your passphrase locks the key that opens files. We do not keep it and cannot send it to you again. These seven words were drawn at random for you:
passphrase-keep = Write them down on paper now and keep the paper apart from your computer, or use a password manager. You can also choose words of your own: at least 15 characters that nobody could guess.
passphrase-another = Propose other words

join-app-title = Your second factor
join-app = Each time you sign in you also type a code of six figures from an app on your phone or computer. Any authenticator app will do. Let it read this picture:
join-qr = QR code with the secret for your authenticator app
join-secret = Or type this secret into the app:
join-address = The same as an address, for apps that take one

join-confirm-title = Check that both work
form-join-title = Check that both work
form-join-submit = Create my account
form-join-passphrase = Type the passphrase you will use
form-join-passphrase-hint = The seven words above with single spaces between them, or your own.
form-join-passphrase-error-required = Type the passphrase you will use
form-join-again = If you chose your own: the same again
form-join-totp-code = Code
form-join-totp-code-hint = The six figures the app shows now.
form-join-totp-code-error-required = Enter the six figures the app shows

error-passphrase-too-short = Use at least { $least } characters. If you meant the seven words, check that you typed them exactly
error-passphrase-too-long = Use fewer than 1,024 characters
error-passphrase-too-plain = Use more different characters
error-passphrase-again = These are not the seven words above. If you chose your own, type it here a second time; otherwise check the words
error-passphrase-differs = The two are not the same. Type both again

refused-invitation-not-open = This code opens no invitation: it may be mistyped, used already, or older than three days. Check it, or ask whoever invited you for a new one.
refused-passphrase-too-weak = This passphrase is too easy to guess. Use the seven words, or at least 15 different characters of your own.
refused-code-does-not-fit = The code does not fit the secret. Check that the clock of your phone is right, wait for the next code and try again. Your words and secret are still the same.

joined-title = You have joined
joined-next = Your key has been made. Colleagues must now confirm that it is yours.
joined-founder = Your key has been made, and the root of this deployment vouches for it. You can sign in with the next code your app shows.
fingerprint-later = You will find it again after signing in.
