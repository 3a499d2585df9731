# The frame of every page, and words that any page may use.

product = Safeconduct
skip = Skip to main content
exit = Leave this site quickly
nav = Main places
crumbs = Where you are
signed-in-as = Signed in as
sign-out = Sign out
sign-in = Sign in
title-error = Error
yes = Yes
no = No

banner-done = Done
banner-info = Good to know
banner-warning = Important

footer-about = Safeconduct: protection for human rights defenders, from referral to arrival.
footer-accessibility = Accessibility

days-today = today
days-tomorrow = tomorrow
days-yesterday = yesterday
days-in = in { $days } days
days-ago = { $days } days ago

pages = Pages of the list
pages-page = Page { $page }
pages-word = page
pages-previous = Previous
pages-next = Next

answers-none = Not answered
answers-change = Change

form-why = Why we ask: { $provision }
form-optional = (optional)
form-choose = Choose an answer
form-cancel = Cancel
form-date-day = Day
form-date-month = Month
form-date-year = Year
form-hint-date = For example, 27 3 1985.
form-hint-partial-date = For example, 27 3 1985. If the day or the month is not known, leave it empty.
form-hint-time = On the 24-hour clock, for example 14:30.
form-hint-country = Type its name in English or in French.
form-hint-countries = One in each box. Type its name in English or in French.
form-hint-languages = One in each box, the best spoken first.
form-hint-lines = One on each line.
form-hint-area = Up to { $max } characters.
form-hint-choices = Choose all that apply.
