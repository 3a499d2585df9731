# Other cases that may be of the same person, for the centre's intake.

matches-title = Possible matches
matches-lead = Other cases that may be of the same person, by their number and why. Names in other scripts and spellings, exchanged and estimated dates are looked at. Nothing of the other case is shown here, and nobody but intake sees this page. A match proves nothing: look, ask, and say what you know.
matches-checked = Last checked { $moment }.
matches-never-checked = Nobody has checked yet.
matches-stale = A person or a number came in since. Check again.
matches-none = No other case was found in which enough agrees. People who are known under other names are not found this way.
matches-case = Case { $reference }
matches-possible = Possible match
matches-reason = What was said, and why
matches-say-otherwise = Say otherwise, or take it back
matches-check-again = Check again

matches-own-title = Another case of yours may be of the same person
matches-own = { $name }, case { $reference }: { $why }

todo-matches = Possible duplicates looked at
todo-matches-check = Check for other cases of the same person.
todo-matches-open = { $count ->
    [one] One possible match of which nobody has said anything.
   *[other] { $count } possible matches of which nobody has said anything.
}

case-page-matches = Possible matches ({ $count })

agreement-number = A number of a document or a file agrees.
agreement-reach = A telephone number or an e-mail address agrees.
agreement-birth-names = The date of birth and two names agree.
agreement-birth-only-name = The date of birth and the only name agree.
agreement-swapped-names = Two names agree, and the date of birth with day and month exchanged.
agreement-birth-name-initial = The date of birth and one name agree, and another begins alike.
agreement-near-names = Two names agree, and two of day, month and year of birth.
agreement-year-names = Two names and the year of birth agree; one of the dates is estimated.
agreement-next-year-names = Two names agree, and the years of birth are next to each other; one of the dates is estimated.
agreement-same-year-names = Two names and the year of birth agree, though both dates are known and differ.
agreement-birth-name = The date of birth and one name agree.
agreement-names-alone = Two names agree; a date of birth is missing.
agreement-among = Among these names of the person: { $names }

name-part-family = family name
name-part-given = given names
name-part-own-script = name in its own script
name-part-other = other names

entry-earlier-checked = { $count ->
    [0] No other case found
    [one] One possible match
   *[other] { $count } possible matches
}
