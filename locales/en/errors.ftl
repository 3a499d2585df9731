# What is wrong with an answer. Shown beside the field, and in the summary after the field's label.

error-word = Error:
error-summary-title = There is a problem
error-summary-kept = What you typed is still here. Nothing has been saved yet.
error-summary-secret = Nothing has been done yet. Secrets are never shown again: type them once more.

error-required = Enter an answer
error-required-choice = Choose one answer
error-required-choices = Choose at least one answer
error-required-date = Enter a date
error-required-flag = Tick the box to go on
error-too-long = Shorten the text to { $max } characters or fewer
error-lines-too-long = Shorten line { $item } to { $max } characters or fewer
error-too-many = Keep { $max } entries or fewer
error-control = Type this again: it holds hidden characters or line breaks that cannot be kept
error-bidi = Type this again instead of pasting it: it holds hidden marks that reorder letters
error-encoding = Type the characters shown as � again: they were damaged on the way
error-date = Enter a date that exists, such as 27 3 1985
error-date-day-missing = Add the day
error-date-month-missing = Add the month
error-date-year-missing = Add the year
error-date-year = Enter the year in four figures, from 1900 on, such as 1985
error-time = Enter a time on the 24-hour clock, such as 14:30
error-number = Enter a whole number in figures, such as 12
error-range = Enter a number from { $min } to { $max }
error-choice = Choose one of the answers offered
error-country = Enter the name of a country as the list writes it
error-countries = Enter the name of a country as the list writes it in box { $item }
error-type = Send a value of the right type
error-unknown = Leave this out: the form has no such field

# What went wrong with a page. Each says what happened, that nothing was lost, and what to do.

problem-do = What you can do
problem-home = Go to your home page
problem-kept-title = What you typed
problem-kept = It has not been saved. Copy what you need before you leave this page.

problem-bad-request-title = We could not read that request
problem-bad-request-what = What your browser sent was incomplete, or this page does not take it.
problem-bad-request-safe = Nothing was changed, and nothing saved before was lost.
problem-bad-request-do = Go back to the page you came from, reload it, and try again.
problem-bad-request-do-2 = If you followed a link, check that it is complete.

problem-cross-site-title = This request came from another site
problem-cross-site-what = For your safety, Safeconduct only takes what is sent from its own pages. Your browser says that this was not.
problem-cross-site-safe = Nothing was changed, and nothing saved before was lost.
problem-cross-site-do = Open Safeconduct in a new tab and do it from there.
problem-cross-site-do-2 = If a message or another site led you here, tell the person who runs your Safeconduct.

problem-stale-form-title = This form can no longer be sent
problem-stale-form-what = It was opened in an earlier session, or before you signed in again in another tab.
problem-stale-form-safe = It was not saved. Everything you saved before is still there.
problem-stale-form-do = Open the page again and send the form from there.

problem-signed-out-title = Your session has ended
problem-signed-out-what = To protect the people in these files, a session ends when nothing is done for a while, and after a working day in any case.
problem-signed-out-safe = What you sent last was not saved. Everything you saved before is still there.
problem-signed-out-do = Sign in again, open the page where you were, and send it again.

problem-forbidden-title = You cannot do this
problem-forbidden-what = Your role does not include this action.
problem-forbidden-safe = Nothing was changed, and nothing saved before was lost.
problem-forbidden-do = If it belongs to your work, ask the person who manages accounts in your organization.

problem-not-found-title = Page not found
problem-not-found-what = There is nothing at this address that is open to you.
problem-not-found-safe = Nothing was changed, and nothing saved before was lost.
problem-not-found-do = Check that the address is complete.
problem-not-found-do-2 = If a colleague sent you the link, ask whether the case is with your group.

problem-conflict-title = Somebody else was first
problem-conflict-what = While you were working, a colleague changed the same record, or the same thing was already sent from another tab.
problem-conflict-safe = Your change was not saved. Your colleague’s change, and everything before it, is still there.
problem-conflict-do = Open the record again, read what has changed, then decide whether your change is still needed.

problem-too-large-title = That is more than this page can take
problem-too-large-what = What you sent is larger than allowed here: 1 MB for a form, and for a file the size given beside the upload.
problem-too-large-safe = It was not saved. Everything you saved before is still there.
problem-too-large-do = Shorten the text, or send long documents as files.
problem-too-large-do-2 = For a file, scan it again at a lower resolution or split it.

problem-unprocessable-title = This cannot be done as it stands
problem-unprocessable-what = The request was understood, but a rule does not allow it in the present state of the record.
problem-unprocessable-safe = Nothing was changed, and nothing saved before was lost.
problem-unprocessable-do = Go back to the record and look at its present state.

problem-too-many-title = Too many tries
problem-too-many-what = This was tried too often in a short time. You can try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
problem-too-many-safe = Nothing was changed, and nothing saved before was lost.
problem-too-many-do = Wait, then try once more.
problem-too-many-do-2 = If it was not you, tell the person who runs your Safeconduct.

problem-internal-title = Something went wrong on our side
problem-internal-what = An error stopped this request. It is not because of anything you did.
problem-internal-safe = It was not done, not even in part. Everything you saved before is still there.
problem-internal-do = Try again in a moment.
problem-internal-do-2 = If it happens again, tell the person who runs your Safeconduct what you were doing and at what time.

problem-unavailable-title = This cannot be done right now
problem-unavailable-what = Safeconduct is busy, or it could not record this request. What cannot be recorded is not done.
problem-unavailable-safe = It was not done, not even in part, and nothing was shown. Everything you saved before is still there.
problem-unavailable-do = Wait a minute, then try again.
