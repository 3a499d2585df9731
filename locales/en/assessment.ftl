# The assessment at a migration office.

eligibility-both = What is asked of every refugee abroad
eligibility-convention = Convention refugees abroad class
eligibility-country-of-asylum = Country of asylum class
eligibility-classes = Membership of a class
eligibility-shared = A family member shares the class of the principal applicant ({ $provision }): the elements are found there.
eligibility-next = Next: { $provision }
class-member = A member
class-not-member = Not a member
finding-rests = Rests on: { $documents }
record-first = Record
record-change = Record anew
read-whole = Read all of it

admissibility-exempt = Grounds that do not apply
check-on = On { $date }
check-valid = Holds until { $date } ({ $far })

interview-plan = Plan
interview-no-plan = No interview has been planned. Nobody is heard before it has been considered how that can be done safely.
interview-change = Change the plan
interview-notes = Signed notes
interview-no-notes = No notes have been signed.
interview-addendum = Addition
notes-of = Interview of { $date }
signed-by = Signed by { $name }, { $moment }

fairness-none = No concern has been put. Nothing counts against a person who has not been told of it.
concern-put = Put on
concern-waiting = Answer awaited { $far }
concern-met = Met by the answer
concern-not-met = Not met by the answer
concern-no-answer = The time passed without an answer.

queries-none = No query has been raised.
query-title = Query { $number }

decision-open = Tasks that keep a decision from being made
decision-open-none = Nothing is missing.
decision-against = What stands against the person
decision-against-none = Nothing stands against the person.
decision-approval = What an approval needs
decision-refusal = What a refusal needs
decision-carried = { $what } – found on { $name }, and shared by the family
decision-query-open = A status query is open: nobody on the case can be decided until it is answered.
decision-not-designated = A designated officer of your office decides, within a recorded delegation.
decision-no-power = No delegation recorded for you covers today ({ $provision }): you can read this page, but not sign. Ask the administrator.
decision-power = You may decide: delegation since { $from } ({ $provision }).
decision-power-until = You may decide: delegation from { $from } to { $to } ({ $provision }).
decision-signed = Signed
decision-signed-title = Decision as signed
decision-policy = Policy version
need-there = There
need-missing = Missing
need-in-form = In the form
need-close = Close it
need-nothing-against = Nothing stands against the person
need-convention = Not found outside the Convention refugees abroad class, the only one for government assistance
need-principal-first = The principal applicant is decided first
need-established = Established, and not left open: { $element }
need-finding = A finding that stands against the person
need-class = Considered: { $class }
need-put = Put to the person as a concern: { $task }
need-answered = Answered, or the time for it passed: { $task }
need-met = Changed, because the answer met the concern: { $task }
need-put-and-answered = Put, answered and not met: { $task }
need-evidence = The evidence relied on, every provision, and reasons

interview-interpreter = Interpreter
interview-no-interpreter = No interpreter is recorded. If one is needed, record who it is before the first question.
interpreter-change = Record another interpreter
interview-log = Questions and answers
interview-log-pages = Parts of the log
interview-no-log = Nothing has been logged.
log-question = Question
log-answer = Answer
logged-by = { $name }, { $moment }
log-others = In the room: { $names }
ask-person = Put a question to { $name }
interview-discrepancies = Discrepancies
interview-no-discrepancies = None has been noted.
discrepancy-to-put = To be put
discrepancy-answered = Answered
decision-leave = Judicial review
decision-leave-until = An application for leave can be served and filed with the Federal Court until { $until }, counted from the notice of { $notice } ({ $law }).
decision-leave-runs = In law the time runs from the day the applicant is notified or otherwise becomes aware. If that day is later, so is the end. A judge may allow more time.
