# The words of the domain: stages, roles, acts, events, results.

## Stages

stage-none = Not begun
stage-preparing = Being prepared
stage-awaiting-approval = Awaiting approval
stage-attested = Approved, ready to submit
stage-submitted = Submitted
stage-held = On hold
stage-file-created = File created
stage-in-transfer = Offered to an office
stage-assessment = Being assessed
stage-decided = Decided
stage-withdrawn = Ended without a decision

## Roles

role-caseworker = Caseworker
role-supervisor = Supervisor
role-intake-officer = Intake officer
role-migration-officer = Migration officer
role-designated-officer = Designated officer
role-planner = Planner
role-auditor = Auditor
role-key-officer = Key officer
role-administrator = Administrator

## Persons

relationship-principal-applicant = Principal applicant
relationship-spouse = Spouse
relationship-common-law-partner = Common-law partner
relationship-dependent-child = Dependent child
relationship-child-of-dependent-child = Dependent child of a dependent child
relationship-de-facto-dependant = De facto dependant
relationship-other-relative = Other relative

sex-female = Female
sex-male = Male
sex-another = Another gender
sex-unstated = Not stated

marital-status-single = Single
marital-status-married = Married
marital-status-common-law = In a common-law relationship
marital-status-separated = Separated
marital-status-divorced = Divorced
marital-status-widowed = Widowed

## Referral

correspondence-en = English
correspondence-fr = French

representative-none = Nobody does
representative-yes = Yes

consent-manner-written = In writing
consent-manner-spoken = By word of mouth

number-kind-g-number = File number (G number)
number-kind-uci = Unique client identifier (UCI)
number-kind-unhcr-individual = UNHCR individual number
number-kind-unhcr-group = UNHCR registration group number
number-kind-partner = Partner’s case number
number-kind-other = Other number

urgency-emergency = Emergency
urgency-urgent = Urgent
urgency-normal = Normal

## Assessment

mode-in-person = In person
mode-video = By video
mode-waived = No interview

interpreter-woman = A woman
interpreter-man = A man

finding-met = Met
finding-not-met = Not met
finding-not-asked = Not asked of this person

class-convention = Convention refugees abroad class
class-country-of-asylum = Country of asylum class

outcome-pending = Asked for, no answer yet
outcome-passed = Nothing against the person
outcome-concern = A concern
outcome-exempt = Exempt by law

concern-manner-interview = At an interview
concern-manner-letter = By letter

verdict-approved = Approved
verdict-refused = Refused

task-interview = Interview

task-state-not-started = Not started
task-state-waiting = Waiting
task-state-done = Done
task-state-concern = Concern
task-state-expired = Expired
task-state-overridden = Left open on purpose

## What is kept apart

compartment-contact = Safe contact
compartment-core = Case
compartment-documents = Documents
compartment-internal = Assessment
compartment-intake = Intake alone

## What a clear header says of an entry

entry-class-referral = Referral
entry-class-intake = Intake
entry-class-assessment = Assessment
entry-class-decision = Decision
entry-class-departure = Departure
entry-class-after-arrival = After arrival
entry-class-access = Access
entry-class-administration = Administration

## Acts, as a link or a button

act-open-referral = Open a referral
act-record-work = Human rights work and persecutors
act-record-risk = Risk and durable solution
act-record-declaration = Declaration and representative
act-set-contact = Safe contact
act-add-person = Add a person
act-change-person = Change details
act-remove-person = Take off the case
act-record-consent = Record a consent
act-add-document = Add a document
act-withdraw-document = Withdraw the document
act-request-approval = Ask for approval
act-send-back = Send back
act-attest = Approve and attest
act-submit = Submit the referral
act-answer-deficiency = Answer the deficiency list
act-return-referral = Return the referral
act-hold-referral = Hold with a deficiency list
act-accept-referral = Accept and create the file
act-record-number = Record a number
act-choose-office = Choose the office
act-transfer = Offer the case to the office
act-accept-transfer = Accept the case
act-refuse-transfer = Refuse the transfer
act-recall-transfer = Take the case back
act-reassign = Assign to a colleague
act-plan-interview = Plan the interview
act-sign-notes = Sign interview notes
act-add-addendum = Add to the notes
act-find-element = Record a finding
act-find-class = Record membership of a class
act-record-check = Record a result
act-put-concern = Put a concern
act-answer-concern = Record the answer
act-raise-status-query = Raise a status query
act-answer-status-query = Record the answer to the query
act-override-task = Leave a task open on purpose
act-decide = Decide
act-set-urgency = Set the priority
act-withdraw = End without a decision

## Events, as a line of the timeline

event-opened = Referral opened
event-work-recorded = Human rights work and persecutors recorded
event-risk-recorded = Risk and durable solution recorded
event-declaration-recorded = Declaration recorded
event-contact-set = Safe contact set
event-person-added = Person added
event-person-changed = Person’s details changed
event-person-removed = Person taken off the case
event-consent-recorded = Consent recorded
event-document-added = Document added
event-document-withdrawn = Document withdrawn
event-approval-requested = Approval asked for
event-sent-back = Sent back to the caseworker
event-attested = Approved, and status as a human rights defender attested by the partner
event-submitted = Submitted to the Resettlement Operations Centre
event-deficiency-answered = Deficiency list answered
event-returned = Returned to the partner
event-held = Put on hold with a deficiency list
event-file-created = Accepted, file created
event-number-recorded = Number recorded
event-office-chosen = Migration office chosen
event-offered-to-office = Offered to the migration office
event-transfer-accepted = Accepted by the migration office
event-transfer-refused = Transfer refused
event-transfer-recalled = Taken back
event-assigned = Assigned to an officer
event-interview-planned = Interview planned
event-notes-signed = Interview notes signed
event-addendum-signed = Addition to interview notes signed
event-element-found = Finding on an element of eligibility recorded
event-class-found = Finding on membership of a class recorded
event-check-recorded = Result of an admissibility check recorded
event-concern-put = Concern put to the person
event-concern-answered = Answer to a concern recorded
event-status-queried = Status query raised
event-status-answered = Status query answered
event-task-overridden = Task left open on purpose
event-decided = Decision signed
event-notice-given = Notice of the outcome given
event-urgency-set = Priority set
event-withdrawn = Ended without a decision
event-looked = Case opened by a reader

act-record-interpreter = Record the interpreter
act-log-answer = Log a question and its answer
act-note-discrepancy = Note a discrepancy
act-put-discrepancy = Put it to the person
act-settle-discrepancy = Say what came of it
event-interpreter-recorded = Interpreter recorded
event-answer-logged = Question and answer logged
event-discrepancy-noted = Discrepancy noted
event-discrepancy-put = Discrepancy put to the person
event-discrepancy-settled = Discrepancy closed
task-discrepancies = Discrepancies
discrepancy-resolved = Resolved
discrepancy-left = Left unexplained
sameness-same-person = The same person
sameness-another-person = Not the same person
sameness-open = Not known: take back what was said

act-ask-authority = Ask an authority outside
event-authority-asked = Inquiry to an authority recorded
event-inquiry-barred = Inquiry to an authority refused
purpose-police-certificate = A police certificate
purpose-verification = To confirm a fact or a document
purpose-travel = A booking, a permit, a pass
purpose-other = Something else

act-extend-time = Give more time to answer
act-sign-letter = Sign a letter
act-send-letter = Send it
event-time-extended = More time to answer given
event-letter-signed = Letter signed
event-letter-sent = Letter sent
letter-acknowledgement = Acknowledgement of the referral
letter-return = Return of an incomplete referral
letter-invitation = Invitation to an interview
letter-fairness = Procedural fairness letter
letter-approval = Letter of approval
letter-refusal = Letter of refusal
letter-outcome = Notice of outcome to the partner
letter-language-en = English
letter-language-fr = French
channel-protocol = By the safe-contact channel
channel-partner = Through the partner, here

act-review-decision = Read the decision as the second person
act-reconsider = Record a request to reconsider
act-record-leave-application = Record an application for leave
act-record-court-outcome = Record what came of the application for leave
event-decision-reviewed = Decision read by a second person
event-reconsidered = Request to reconsider
event-leave-sought = Application for leave to the Federal Court
event-court-ended = End of an application for leave
opinion-agrees = It can stand
opinion-gives-back = Give it back, to be looked at again
reconsidered-reopened = The decision is opened again
reconsidered-stands = The decision stands
act-open-conviction = Open a worksheet
act-record-equivalence = Compare an element
act-record-context = Record the partner’s context
act-conclude-conviction = Conclude the worksheet
act-reopen-conviction = Open it again
act-consider-relief = Consider relief
event-conviction-opened = Worksheet on a conviction or a charge opened
event-equivalence-recorded = Element of an offence compared with Canadian law
event-context-recorded = Partner’s context of a conviction recorded
event-conviction-concluded = Worksheet on a conviction concluded
event-conviction-reopened = Worksheet on a conviction opened again
event-relief-considered = Relief considered
task-convictions = Convictions and charges
nature-conviction = Conviction
nature-charge = Charge
told-by-applicant = The person
told-by-partner = The referring partner
told-by-document = A document on the case
told-by-check-result = The result of a check
told-by-public = Public sources
told-by-authority = The authorities of that country, or what comes from them
likeness-matched = It has its like
likeness-unmatched = It has none
prosecution-summary = By way of summary conviction only
prosecution-indictment = By way of indictment only
prosecution-hybrid = Either way: it counts as indictable
conviction-no-equivalent = No equivalent offence in Canada
conviction-illegitimate = Equivalent, but illegitimate or persecutory
conviction-excluded = Left out by law: acquittal, record suspension, rehabilitation, contravention or youth
conviction-not-established = Not established
conviction-serious-criminality = Inadmissible on grounds of serious criminality
conviction-criminality = Inadmissible on grounds of criminality
act-assess-afresh = Assess it afresh
event-assessed-afresh = Assessed afresh
task-fresh-assessment = Fresh assessment
hearing-again = The person was heard again
hearing-not-needed = The person was not heard again

act-keep-confidential = Keep something confidential
act-check-earlier = Look for other cases of the same person
act-settle-match = Say whether it is the same person
act-lift-confidence = Lift a confidence
act-declare-person = Record a family member declared after submission
act-confirm-declaration = Ask whether everybody is declared
event-kept-confidential = Kept confidential from other members of the family
event-earlier-checked = Other cases of the same person looked for
event-check-capped = Refused: looked for other cases too often
event-match-settled = Said whether another case is of the same person
event-confidence-lifted = Confidence lifted by agreement
event-person-declared = Family member declared after submission
event-declaration-confirmed = Asked whether everybody is declared

item-work = Human-rights work, as referred
item-risk = The danger, as referred
item-document = Document
item-answer = Answer at the interview
item-notes = Interview notes
item-discrepancy = Discrepancy
item-concern = Concern
item-conviction = Worksheet on a conviction
item-kept = Confidential from other members of the family

family-all-declared = Every family member is declared
family-somebody-missing = Somebody is missing
