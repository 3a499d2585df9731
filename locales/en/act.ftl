# Doing something to a case: steps, what stands beside the forms, what is said afterwards.

act-go-on = Go on
act-check-title = Check your answers
act-check-change = Change it
act-check-attest = You give your organisation’s word. It is taken back only if the referral changes.
act-check-decide = A signed decision cannot be changed. The person and the partner are notified once every person on the case is decided.
act-check-withdraw = This ends the case for everybody. It cannot be undone.
act-check-sign-notes = Signed notes never change. You can add to them later.
act-check-add-addendum = A signed addition never changes.

## Beside the forms

inset-countries = As the referral gives it
inset-countries-nationality = Nationality: { $countries }
inset-countries-former = Former habitual residence: { $countries }
inset-countries-now = Lives now in: { $countries }
inset-countries-none = none given
inset-replaced = These answers came through an interpreter who was replaced: { $numbers }. What they do not agree with may lie with the interpreter.
inset-considerations = Keep in mind
inset-missing = Still missing
inset-complete = Nothing on the checklist is missing.
inset-deficiencies = What the Centre in Ottawa asked for
inset-office = They live in { $country }: the office that serves it is { $office }. Another office needs a reason.
inset-office-chosen = Chosen: { $office }.
inset-office-none = No office has been chosen yet.
inset-adverse = Never contact the authorities of, nor anybody who would pass it on to: { $countries }.
inset-interview-safety = What the partner says an interviewer must know
inset-notes-of = Notes of the interview held on { $date }.
inset-concern = The concern, as it was put
inset-concern-due = An answer is awaited by { $date }.
inset-query = The query, as it was raised
inset-reply-by = The usual time for an answer ends on { $date }.
inset-conviction-steps = When there is a conviction, in this order
inset-conviction-signs = Signs that a conviction is illegitimate

law-see = read with { $provisions }
law-lifted = not asked of somebody vulnerable or in urgent need of protection ({ $provision })
law-alternative = one of several alternatives is enough
law-holds-months = the result holds { $count } months from the day of the examination ({ $provision })

source-stream = Department’s instructions on the stream
source-release = Department’s announcement of the stream
source-page = Published instructions
source-assumed = Assumed: the published instructions do not say

submit-persons =
    { $persons ->
        [one] It counts 1 person in your yearly allocation.
       *[other] It counts { $persons } persons in your yearly allocation.
    }
submit-date = Referral date: { $date }.
submit-age = { $name } is { $age } on that day, and stays so for this application.
submit-age-not = { $name } is not a dependent child on that day, and will have to meet the definition in their own right.
submit-age-unclear = Whether { $name } is a dependent child on that day cannot be told from what is recorded.

## After a session ended

resume-title = You are signed in again
resume-banner = You are signed in again. What you typed is here, and nothing has been sent yet.
resume-lead = The form below was not sent, because your session had ended. Read it, then send it.
resume-send = Send it now
resume-kept = What you typed has not been lost: it is held in this page, and not shown, until somebody signs in.
resume-sign-in = Sign in and go on

## What was done

done-open-referral = The referral is open. Only your group can read it.
done-record-work = Saved.
done-record-risk = Saved.
done-record-declaration = Saved.
done-set-contact = Saved, and sealed apart from the rest.
done-add-person = The person was added.
done-change-person = Saved.
done-remove-person = The person was taken off the case. The record keeps why.
done-record-consent = The consent is recorded.
done-add-document = The document was encrypted and added.
done-withdraw-document = The document was withdrawn. The record keeps that it was there.
done-request-approval = Approval is asked for. A supervisor is told.
done-send-back = The referral was sent back to the caseworker.
done-attest = Approved and attested. The referral can be submitted.
done-submit = Submitted to the Resettlement Operations Centre in Ottawa.
done-answer-deficiency = Your answer was sent to the Centre in Ottawa.
done-return-referral = The referral was returned to the partner. It is no longer on your list.
done-hold-referral = The list was sent to the partner.
done-accept-referral = Accepted. The file exists, and the partner is told.
done-record-number = The number is recorded.
done-choose-office = The office is chosen.
done-transfer = The case is offered to the office.
done-accept-transfer = The case is your office’s, and assigned to you.
done-refuse-transfer = Refused. The Centre in Ottawa is told, and chooses again.
done-recall-transfer = The case is yours alone again.
done-reassign = The case is assigned.
done-plan-interview = The plan is saved.
done-sign-notes = The notes are signed.
done-add-addendum = The addition is signed.
done-find-element = The finding is recorded.
done-find-class = The finding is recorded.
done-record-check = The result is recorded.
done-put-concern = The concern is recorded.
done-answer-concern = The answer is recorded.
done-raise-status-query = The query is recorded. Nobody on the case can be decided until it is answered.
done-answer-status-query = The answer is recorded.
done-override-task = The task is left open on purpose, with your name and your reason.
done-decide = The decision is signed.
done-set-urgency = The priority is set.
done-assess-afresh = Your fresh assessment is signed.
done-withdraw = The case has ended without a decision.

done-record-interpreter = The interpreter is recorded.
done-log-answer = Question and answer are sealed. You can log the next one.
done-note-discrepancy = The discrepancy is noted. Put it to the person.
done-put-discrepancy = The explanation is recorded.
done-settle-discrepancy = The discrepancy is closed.
done-open-conviction = The worksheet is open. Compare the elements, and ask the partner.
done-record-equivalence = The comparison is saved.
done-record-context = The partner’s context is recorded.
done-conclude-conviction = The worksheet is concluded.
done-reopen-conviction = The worksheet is open again.
done-consider-relief = What was considered is recorded.
inset-interpreter-woman = The person asked for a woman to interpret.
inset-interpreter-man = The person asked for a man to interpret.
inset-last-answer = The last question and answer in the log
inset-discrepancy = The discrepancy

done-ask-authority = The inquiry is recorded. You may make it.
done-extend-time = More time is given. Tell the person by the safe channel.
done-sign-letter = The letter is signed and kept. It has still to be sent.
done-send-letter = It is recorded that the letter left.
act-check-sign-letter = A signed letter cannot be changed. Another can be written.
act-check-return-referral = The referral goes back to the partner with this letter.
done-review-decision = Your reading is signed.
done-reconsider = The request is recorded.
done-record-leave-application = The application for leave is recorded.
done-record-court-outcome = What came of it is recorded.
act-check-review-decision = What a second person signs stays in the record.
act-check-reconsider = An opened decision no longer stands, and the partner is told that it is looked at again.
inset-reassign = This case has been assessed. Whoever takes it over assesses it afresh before anybody is decided, unless the assessment is their own.

done-keep-confidential = It is kept confidential. Every page that shows it says so.
done-check-earlier = Other cases were looked for. What was found is below.
done-settle-match = It is recorded. You can say otherwise later.
done-lift-confidence = The confidence is lifted.
done-declare-person = The family member is recorded.
done-confirm-declaration = The answer is recorded.
act-check-lift-confidence = From now on it may be told to the others. What a letter has told cannot be taken back.
act-check-declare-person = What is recorded here cannot be changed by you later: check names and dates. Whoever travels takes a place and is assessed; a case that was decided is open again for that person.
inset-planned = From the plan of the interview
