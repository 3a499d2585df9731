# The work list.

cases-title = Work list
cases-caption = Cases of your group
cases-tabs = Parts of the way
cases-tab-all = All ({ $count })
cases-tab-referral = With us ({ $count })
cases-tab-intake = At the Centre in Ottawa ({ $count })
cases-tab-assessment = At a migration office ({ $count })
cases-tab-decision = Decided or ended ({ $count })
cases-tab-here = Here ({ $count })
cases-tab-offered = Offered to us ({ $count })
cases-tab-assessed = Being assessed ({ $count })

cases-begin = Begin a referral
cases-search = Search your group’s cases
cases-search-hint = Part of a case number, a file number or initials. It is not kept, and stands in no address.
cases-search-go = Search
cases-filter = Filter and sort
cases-filter-stage = Stage
cases-filter-urgency = Processing priority
cases-filter-any = Any
cases-filter-waits = Waits for
cases-filter-stranded = Only cases on which nobody works
cases-filter-mine = Only my own cases
cases-filter-go = Show
cases-filter-none = Take all filters away
cases-sort = Order
cases-sort-usual = Usual
cases-sort-urgency = Urgent first
cases-sort-age = Oldest here first
cases-sort-waits = By who has the move
cases-sort-due = By due date
cases-sort-changed = By last change
cases-sort-stage = By stage
cases-sort-reference = By case number
cases-found =
    { $count ->
        [0] No case
        [one] 1 case
       *[other] { $count } cases
    }

cases-column-case = Case
cases-column-stage = Stage
cases-column-waiting = Waits for
cases-column-due = Due
cases-column-asylum = Country of asylum
cases-age =
    { $days ->
        [0] since today
        [one] for 1 day
       *[other] for { $days } days
    }
cases-column-age = Here for
cases-days =
    { $days ->
        [0] since today
        [one] 1 day
       *[other] { $days } days
    }
cases-referred =
    { $days ->
        [0] referred today
        [one] referred 1 day ago
       *[other] referred { $days } days ago
    }
cases-persons =
    { $count ->
        [one] 1 person
       *[other] { $count } persons
    }
cases-asked = Submission priority: { $priority }
due-answer = Answer to a concern
due-interview = Interview
due-deficiency = Answer to the deficiency list
due-expiry = A result ends to hold
cases-overdue = Overdue
cases-prepared-by = Prepared by { $name }
cases-waiting-us = Us
cases-waiting-supervisor = A supervisor of ours
cases-waiting-centre = The Centre in Ottawa
cases-waiting-office = A migration office
cases-waiting-nobody = Nobody
cases-waiting-also = also: { $others }
waits-designated-officer = A designated officer, to decide
waits-officer = The officer
waits-applicant = The applicant’s answer
waits-consulted = The answer to a status query
waits-security-partner = Security screening
waits-result = The result of a check
waits-partner = The partner
waits-supervisor = The partner’s supervisor
waits-centre = The Centre in Ottawa
waits-office = The migration office

cases-none-partner = No case yet. Begin a referral when you have the person’s consent: you can save as little as you know and come back.
cases-none-supervisor = No case yet. A referral appears here as soon as a caseworker begins one.
cases-none-intake = Nothing has arrived yet. A referral appears here when a partner submits it, and you are told by mail.
cases-none-office = No case has been offered to your office yet. It appears here when the Centre in Ottawa offers it, and you are told by mail.
cases-none-fit = No case fits these filters.
cases-none-found = No case was found. A search looks at case numbers, file numbers and initials; names are sealed inside the cases.
cases-show-all = Show all cases

places-left = { $left } of your { $limit } places for { $year } are left.
places-none = That is not enough for this referral to be submitted. You can still prepare it: places come back when a referral is taken back or returned.

outcome-counts = { $approved } approved, { $refused } refused

nobody-title = Nobody is working on these
nobody-this = Nobody is working on this case
nobody-all =
    { $count ->
        [one] Show it
       *[other] Show all { $count }
    }
nobody-no-officer = It is assigned to no officer.
nobody-left = { $name } is no longer of this group.
nobody-switched-off = The account of { $name } is switched off.
nobody-away =
    { $days ->
        [one] { $name } has not signed in for 1 day.
       *[other] { $name } has not signed in for { $days } days.
    }

pace-title = How long cases take here
pace-past = Cases decided
pace-this = This case
pace-newcomer = A case that came today, priority { $priority }
pace-within =
    { $days ->
        [one] { $share }% of the cases decided here in the last { $span } days took 1 day or less (n = { $count }).
       *[other] { $share }% of the cases decided here in the last { $span } days took { $days } days or less (n = { $count }).
    }
pace-few = No figure: { $found } in the last { $span } days. It takes at least { $least }.
pace-wait =
    { $ahead ->
        [0] No case is ahead. At the rate of the last { $span } days ({ $finished } ended), its turn ends in { $from } to { $to } days.
        [one] 1 case is ahead. At the rate of the last { $span } days ({ $finished } ended), its turn ends in { $from } to { $to } days.
       *[other] { $ahead } cases are ahead. At the rate of the last { $span } days ({ $finished } ended), its turn ends in { $from } to { $to } days.
    }
pace-wait-unknown =
    { $ahead ->
        [0] It cannot be said. No case is ahead, but { $finished } ended here in the last { $span } days; a rate takes at least { $least }.
        [one] It cannot be said. 1 case is ahead, but { $finished } ended here in the last { $span } days; a rate takes at least { $least }.
       *[other] It cannot be said. { $ahead } cases are ahead, but { $finished } ended here in the last { $span } days; a rate takes at least { $least }.
    }
pace-note = Counted from this office’s own cases, from the day each came here. No promise to anybody, and no measure of anybody’s work. Cases of higher priority, and older ones of the same, are ahead.
