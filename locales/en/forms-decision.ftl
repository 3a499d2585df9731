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

form-record-leave-application-title = Record an application for leave
form-record-leave-application-intro = The office was served with an application to the Federal Court for leave and for judicial review of this decision. While it is before the Court, the complete record can be taken out for the Court.
form-record-leave-application-person = Person
form-record-leave-application-court-file = Number of the Court’s file
form-record-leave-application-court-file-hint = As it stands on the application, for example IMM-1234-26.
form-record-leave-application-served-on = Day on which the office was served
form-record-leave-application-submit = Record it

form-record-court-outcome-title = Record what came of an application for leave
form-record-court-outcome-intro = A decision that the Court sets aside stays in the record and is then opened again, by recording a request to reconsider.
form-record-court-outcome-application = Application
form-record-court-outcome-outcome = What came of it
form-record-court-outcome-ended-on = Day on which it ended
form-record-court-outcome-submit = Record it
