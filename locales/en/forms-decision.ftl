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
form-decide-rests-on = Items of the case it rests on
form-decide-rests-on-hint = For a refusal: nobody is refused on what is kept confidential from them.
form-decide-reasons = Reasons
form-decide-reasons-hint = Plain and complete: the person reads them, and a judge may.
form-decide-submit = Sign the decision

form-review-decision-title = Read a decision as the second person
form-review-decision-intro = A refusal is read by somebody else before anybody is told. You advise: whoever decided decides again if you give it back, the same way or another.
form-review-decision-person = Person
form-review-decision-opinion = What you think of it
form-review-decision-reasons = What you read, and why
form-review-decision-reasons-hint = The findings, the concerns and their answers, the reasons. If you give it back, say what should be looked at again.
form-review-decision-submit = Sign

form-reconsider-title = Record a request to reconsider
form-reconsider-intro = A decision that was told stands until it is opened again. Opened, it stays in the record, and the person is decided anew.
form-reconsider-person = Person
form-reconsider-asked-by = Who asks
form-reconsider-ground = What is new, or was overlooked
form-reconsider-outcome = What comes of it
form-reconsider-reasons = Why
form-reconsider-submit = Record it
