# The planning branch’s figures.

tracking-title = Tracking
tracking-as-of = As of { $when }.
tracking-referred-this-year = In { $year }, { $persons ->
    [one] one person was referred
   *[other] { $persons } persons were referred
}.
tracking-approved-this-year = { $persons ->
    [0] Nobody has been approved in { $year } yet.
    [one] One person was approved in { $year }, whenever they were referred.
   *[other] { $persons } persons were approved in { $year }, whenever they were referred.
}
tracking-ceiling = The stream’s ceiling for { $year } is up to { $persons } persons.
tracking-no-target = It is a limit, not a target: no case is hurried, held back or decided because of it.
tracking-no-ceiling = The policy knows no ceiling for this year.
tracking-months-title = By month
tracking-now-title = Where the cases stand now
tracking-by-month = Persons referred and decided, newest month first
tracking-by-stage = By stage
tracking-by-partner = By referring partner
tracking-by-origin = By the inventory in which the case began
tracking-by-office = By migration office
tracking-month = Month
tracking-stage = Stage
tracking-partner = Partner
tracking-origin = Partner of origin
tracking-office = Office
tracking-cases = Cases
tracking-persons = Persons
tracking-referred = Referred
tracking-approved = Approved
tracking-refused = Refused
tracking-total = Total
tracking-none = Nothing has been counted yet.
tracking-how = Counted from sealed facts that each milestone sends to the planning branch: stage, partner, office, month and numbers of persons. No name, number or country is known here, and no case can be opened.
tracking-chart-title = Persons referred and approved by month
tracking-chart-description = Bars for each month from { $from } to { $to }, the left one for persons referred, the right one for persons approved. The tallest stands for { $most }. The table holds every figure.
