# What happened, and the case as it stood.

timeline-intro = Every entry you may read, newest first, in UTC. None can be changed or taken out. Who only looked at the case stands in the auditors’ trail. Choose a time to see the case as it stood then.
timeline-then = The case as it stood then
timeline-kept = kept in: { $part }
somebody = Somebody whose account is gone
timeline-entry = entry { $seq }
entry-submitted = referral date { $date }, policy { $policy }
entry-decided = { $verdict }, policy { $policy }

as-of-title = The case as it stood
as-of-ask = See the case as it stood
as-of-intro = Choose a day, and a time if it matters. You see what you may read of the case at the end of that moment.
as-of-legend = Day and time, in UTC
as-of-hint = For example, 27 3 2026 and 14:30. Without a time, the end of the day.
as-of-time = Time
as-of-show = Show
as-of-wrong = Enter a day and a time that exist, such as 27 3 2026 and 14:30
as-of-moment = { $moment }
as-of-before = The case had not begun.
as-of-entries =
    { $count ->
        [one] 1 entry up to then
       *[other] { $count } entries up to then
    }
as-of-findings = Findings and results
