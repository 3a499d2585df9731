# The forms of the decision.

form-override-task-title = Leave a task open on purpose
form-override-task-intro = A decision needs every mandatory task to be closed. You may go without one where there is a reason; it is recorded with your name.
form-override-task-person = Whom it concerns
form-override-task-person-hint = Choose nobody if it concerns everybody on the case.
form-override-task-task = Task
form-override-task-reason = Why the decision can be made without it
form-override-task-submit = Leave it open

form-decide-title = Decide
form-decide-intro = You decide within your own recorded delegation (IRPA s. 6(1)) and on your own assessment. The partner is told the outcome and nothing more.
form-decide-person = Person
form-decide-verdict = Decision
form-decide-verdict-hint = A refusal rests only on findings that were put to the person and answered. Where nothing stands against the person, the visa is issued.
form-decide-provisions = Provisions a refusal rests on
form-decide-provisions-hint = Every one of them. Those of the findings that stand are listed; choose none for an approval.
form-decide-evidence = Evidence relied on
form-decide-evidence-hint = Needed for a refusal: what you relied on, why it falls short, and how the concerns were or were not met.
form-decide-reasons = Reasons
form-decide-reasons-hint = Plain and complete: the person reads them, and a judge may.
form-decide-submit = Sign the decision
