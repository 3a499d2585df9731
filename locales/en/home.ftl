# The frame for somebody signed in, and the first page.

nav-work = Work list
nav-notices = Notices
nav-tracking = Tracking
nav-audit = Audit
nav-administration = Administration
nav-keys = Keys
nav-account = My account
nav-count = { $label } ({ $count })

done-repeated = This was already saved. Sending it twice changed nothing.

error-refused = { $text }
error-step-up = The passphrase or the code is not right. Try again with a new code. Nothing has been done yet.

home-waiting-title = Your account is not ready yet
home-waiting-lead = You have joined. Before you can open anything, colleagues must confirm that the key made for you is yours. Nobody can skip this, not even whoever runs the service.
home-waiting-again = When a step is done your session ends; sign in again to see the next one.
home-state-done = Done
home-state-now = Waiting now
home-state-later = After that
home-step-joined = You joined and set your passphrase
home-step-certified = Two key officers of your organisation certify your key
home-step-officers = Still needed: { $left ->
    [one] one signature
   *[other] { $left } signatures
}. Ask: { $names }.
home-step-no-officers = There are not enough key officers in your organisation to do this. Tell the person who runs your Safeconduct.
home-step-admitted = A member of your group lets you in
home-step-members = Any member of { $group } can do it: { $names }.
home-step-no-members = Nobody in { $group } can do it at the moment. Tell the person who runs your Safeconduct.
home-step-first = You are the first of { $group }: once you are certified, sign in again and its keys are made.

fingerprint-title = Your key’s fingerprint
fingerprint-read-aloud = When an officer calls, read these digits aloud. They compare them with those on their own screen, and sign only if they are the same.
