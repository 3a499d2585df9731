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
cases-filter-urgency = Urgency
cases-filter-any = Any
cases-filter-mine = Only my own cases
cases-filter-go = Show
cases-filter-none = Take all filters away
cases-sort = Order
cases-sort-usual = Usual
cases-sort-urgency = Urgent first
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
cases-column-persons = Persons
cases-column-asylum = Country of asylum
cases-age =
    { $days ->
        [0] since today
        [one] for 1 day
       *[other] for { $days } days
    }
cases-overdue = Overdue
cases-prepared-by = Prepared by { $name }
cases-waiting-us = Us
cases-waiting-supervisor = A supervisor of ours
cases-waiting-centre = The Centre in Ottawa
cases-waiting-office = A migration office
cases-waiting-nobody = Nobody

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
