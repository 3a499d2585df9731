# A case and its persons.

case-caption = Case { $reference }
case-pages = Pages of the case
case-page-overview = Overview
case-page-referral = Referral
case-page-persons = Persons ({ $count })
case-page-documents = Documents ({ $count })
case-page-interview = Interview
case-page-fairness = Concerns ({ $count })
case-page-queries = Status queries
case-page-letters = Letters ({ $count })
case-page-confidential = Confidential ({ $count })
case-page-timeline = Timeline
case-nobody = Nobody yet
case-and-others =
    { $others ->
        [one] { $name } and 1 other
       *[other] { $name } and { $others } others
    }
case-beside = What else you can do

fact-persons = Persons
fact-persons-travelling =
    { $count ->
        [0] Nobody in the application yet
        [one] 1 in the application
       *[other] { $count } in the application
    }
fact-persons-staying =
    { $count ->
        [one] 1 family member not accompanying
       *[other] { $count } family members not accompanying
    }
fact-partner = Referred by
fact-origin = out of the inventory of { $partner }
fact-asylum = Country of asylum
fact-office = Migration office
fact-date = Referral date
fact-since = At this stage since
fact-officer = Officer
fact-processing-priority = Processing priority
fact-submission-priority = Submission priority

## What to do next

next-word = Next
next-nothing = Nothing waits for you here
next-ended = The case has ended without a decision
next-missing =
    { $count ->
        [one] One thing is missing
       *[other] { $count } things are missing
    }
next-go-on = Go on with: { $what }
next-missing-what = Each part below says what is missing, by which provision, and where to add it. Nothing leaves your organisation before a supervisor has approved it.
next-returned = The Centre in Ottawa returned the referral:
next-sent-back = The supervisor sent it back:
next-recalled = It was taken back:
next-complete = Everything is there
next-complete-what = Read it once more, then ask a supervisor who wrote none of it to approve it.
next-caseworker-asks = A caseworker can now ask for approval.
next-approve = Read it, then approve it or send it back
next-approve-what = You attest, in your organisation’s name, that the person is a human rights defender.
next-approve-own = You wrote part of this referral, so another supervisor must approve it. You can send it back.
next-read = Read the referral
next-awaiting = A supervisor reads it now
next-awaiting-what = If you change anything, approval must be asked for again.
next-submit = Submit the referral
next-submit-what = It is approved and attested. On the day you submit it, children’s ages are locked.
next-with-centre = The Centre in Ottawa looks at it
next-with-centre-what = It accepts the referral, asks for what is missing, or returns it. You are told. Until it accepts, you can take it back.
next-held = The Centre in Ottawa asks for what is missing
next-held-due = An answer is awaited by { $date } ({ $far }).
next-held-attest = The referral changed, so a supervisor must approve it again before you answer.
next-check = Check whether the referral is complete
next-check-complete = Nothing on the checklist is missing.
next-check-missing =
    { $count ->
        [one] One thing on the checklist is missing; it is marked below.
       *[other] { $count } things on the checklist are missing; they are marked below.
    }
next-answered = The partner answered your list:
next-waiting-partner = The partner supplies what is missing
next-number-and-office = Record the file number and choose the office
next-number = Record the file number, then offer the case
next-office = Choose the migration office
next-transfer = Offer the case to the office
next-transfer-what = { $office } is chosen.
next-transfer-refused = The last offer came to nothing:
next-offered = The office decides whether it takes the case
next-offered-what = The case is offered to { $office }. You are told when it answers.
next-accept = Accept the case, or say why not
next-accept-what = Read it first. If you accept, it is assigned to you, and the Centre in Ottawa can no longer open it.
next-afresh = Assess the case afresh
next-afresh-what = Another officer assessed it before it came to its present officer. Who hears must decide: that officer reads the record, hears the person again or says why that is not needed, and signs it. Until then nobody is decided.
next-plan = Plan the interview
next-plan-what = The person’s safety comes first: in person, by video, or not at all.
next-interview = Hold the interview and sign the notes
next-interview-go-on = Go on with the interview
next-discrepancy = Put the discrepancy to the person, and say what came of it
next-discrepancy-what = Nobody is decided while one stands open.
next-answer-late = Time to answer has passed
next-answer-late-what = An answer to a concern was awaited by { $date }. Record it, or that none came.
next-query = A status query is open
next-query-what = Nobody on the case can be decided until it is answered.
next-assess =
    { $count ->
        [one] { $name }: one task is open
       *[other] { $name }: { $count } tasks are open
    }
next-decide = { $name } can be decided
next-decided = Every person is decided
next-noticed = Notice was given on { $date }, to the file and to the referring partner.

## What is done and missing

todo-people = People
todo-claim = The claim
todo-safety = Safety
todo-consents = Consents
todo-documents = Documents
todo-referral = The referral
todo-referral-line = Reference and numbers
todo-approval = Approval and submission
todo-file = The file
todo-whole-case = The whole case
todo-complete = Complete
todo-missing = { $count } missing
todo-useful = { $what } – useful, not required
todo-ready = Can be done now
todo-not-yours = In another role
todo-not-yet = Not yet
todo-planned = Planned
todo-under-way = Under way
todo-answered = Answered
todo-fairness = Concerns and answers
todo-status-query = Status queries
todo-waiting-answers = { $count } not answered
todo-answer-due = Next answer awaited by { $date }
todo-eligibility = Eligibility
todo-admissibility = Admissibility
todo-decision = Decision
todo-closed-of = { $closed } of { $all } closed
todo-concerns =
    { $count ->
        [one] 1 concern
       *[other] { $count } concerns
    }
todo-open =
    { $count ->
        [one] 1 task open
       *[other] { $count } tasks open
    }
todo-after-principal = After the principal applicant
todo-not-decided = Not decided
todo-shares-class = Shares the class of the principal applicant.
todo-with-principal = With the principal applicant

## The record

record-opening = The case
record-attestation = Attestation
record-attested = Attested
record-by = { $name }, { $moment }
record-nothing = Nothing has been written yet.
consent-outcome-told = The partner may be told the outcome
consent-outcome-not-told = The partner is not to be told the outcome

## Persons

persons-title = Persons
persons-caption = Persons on the case
persons-name = Name
persons-relationship = Relationship
persons-born = Born
persons-nationality = Nationality
persons-none = Nobody has been added yet. Begin with the principal applicant.
persons-removed = Persons taken off the case
person-title = Person
person-pages = Pages of the person
person-others = Others on the case:
person-in-application = In the application
person-not-accompanying = Not accompanying
person-stateless = None
person-no-nationality = No nationality; former habitual residence: { $countries }
person-unknown = Not known
person-consent = Consent
person-documents = Documents
person-documents-see = See

age-title = Age, and why it matters
age-years =
    { $years ->
        [0] under 1 year
        [one] 1 year old
       *[other] { $years } years old
    }
age-turns = Turns { $age } on { $date }.
age-turned = Turned { $age } on { $date }.
age-locked = Age is locked at { $age } on the referral date, { $date } ({ $provision }).
age-would-lock = If the referral is submitted today, age is locked at { $age } on { $date } ({ $provision }).
age-hurry = Submit the referral before { $date }: on that day the child turns { $age } and is no longer a dependent child by age.
age-dependent = A dependent child on that day: under 22 and without spouse or partner, or dependent by a condition ({ $provision }).
age-not-dependent = Not a dependent child on that day ({ $provision }). The person must meet the definition in their own right, as other relatives do.
age-unclear = Whether the person is a dependent child cannot be told from what is recorded ({ $provision }). The officer decides; a full date of birth helps.

todo-inquiries = Inquiries to authorities
inquiry-none-meant = It names { $country }; why no authority of it is meant: { $reason }
inquiry-refused = Refused
inquiry-recorded = Recorded
next-review = { $name }: the refusal waits for a second person
next-review-what = Nobody is told before somebody else has read it.
todo-afresh = By the officer who took the case over
