# Why an act was refused: what the rule is, and what to do next. The provision behind it is added by the page.

## Opening and content of a referral

refused-not-a-partner = Only a referral partner can open or submit a referral, and your organisation is not one on this day. If that is a mistake, ask the administrator.
refused-refers-through-unhcr = Under the rules in force, { $partner } does not refer directly: it passes its cases to UNHCR, which refers. Hand this case to UNHCR.
refused-origin-not-taken-over = { $partner } does not take cases over from that inventory. Choose your own organisation, or one whose cases it may take over.
refused-one-principal-applicant = A case has one principal applicant, and this one has another already. Change that person’s relationship first.
refused-birth-in-the-future = The date of birth lies in the future. Check the year.
refused-date-in-the-future = The date lies in the future, and this can only be recorded once it has happened. Check the date.
refused-date-in-the-past = The date has passed. Choose today or a later day.
refused-no-such-person = That person is not, or no longer, on the case. Go back to the case and choose again.
refused-no-such-document = That document is not, or no longer, in the package. Go back to the case and choose again.
refused-no-such-kind = That kind is not on the list in force today. Choose another.
refused-no-such-reason = That reason is not on the list in force today. Choose another.
refused-empty-file = The file is empty. Check that it opens on your device, then add it again.
refused-file-too-large = The file is larger than { $megabytes } MB. Split it, or make a smaller copy, and add that.
refused-document-already-added = This file has been added already. Look for it among the documents.
refused-text-needed = Something must be written here. A few exact words are enough.
refused-reason-needed = A reason is needed: whoever reads the case later must be able to understand it. Give it and try again.

## Approval, submission, deficiencies

refused-own-work = You wrote part of this referral, so you cannot approve it. Ask a supervisor who had no part in it.
refused-statement-not-confirmed = The statement was not confirmed. Tick it if you give your organisation’s word; otherwise send the referral back.
refused-not-attested = The supervisor’s attestation is missing, or the referral changed after it was given. Ask for approval, then try again.
refused-incomplete =
    { $count ->
        [one] One thing is still missing: { $first }. The task list shows where to add it.
       *[other] { $count } things are still missing; the first is: { $first }. The task list shows them all and where to add them.
    }
refused-no-intake-group = No group is set up to receive referrals at the Resettlement Operations Centre. Nothing is lost: tell the administrator, and submit again later.
refused-allocation-used =
    { $left ->
        [0] All { $limit } places of your organisation for { $year } are taken.
       *[other] This referral counts { $persons } persons, and your organisation has { $left } of its { $limit } places left for { $year }.
    } The referral stays as it is. Speak to your supervisor: places come back when a referral is taken back or returned.

## Intake and transfer

refused-practice-is-to-hold = An incomplete referral is held with a deficiency list, not returned. Hold it instead.
refused-practice-is-to-return = An incomplete referral is returned to the partner, not held. Return it instead.
refused-due-in-the-past = The day by which an answer is awaited has passed. Choose a later one.
refused-uci-belongs-to-a-person = A UCI is one person’s number. Choose whose it is.
refused-number-already-recorded = This number is recorded already. There is nothing more to do.
refused-no-such-office = That office is not on the list in force today. Choose another.
refused-office-in-adverse-country = { $office } is in a country whose authorities must never be contacted about this case. Choose another office.
refused-office-override-needs-reason = This is not the office that serves the country of asylum. Give the reason for choosing it, or choose the one proposed.
refused-no-office-chosen = No migration office has been chosen yet. Choose one, then offer the case.
refused-office-has-no-group = { $office } is not set up to receive cases yet. Tell the administrator, or choose another office with a reason.
refused-not-a-colleague = That officer is not a member of your group, and could not open the case. Choose a colleague of the group.
refused-already-assigned = The case is already assigned to that officer. There is nothing to do.
refused-emergency-is-unhcr = An emergency is declared by UNHCR alone, under its own emergency priority. Mark the case as urgent; if days count, ask UNHCR to refer it.

## Interview

refused-video-or-waiver-needs-reason = An interview by video, or none at all, needs its reason. Choose it from the list.
refused-interview-not-planned = Questions are asked, an interpreter is recorded and notes are signed only in an interview that was planned. Plan it first, with what was considered for the person’s safety.
refused-no-such-notes = Those notes are not on this case. Go back to the interview and choose again.

## Eligibility and admissibility

refused-no-such-element = That element is not among those in force today. Go back to the assessment and choose again.
refused-considerations-not-weighed = You find against the person, and do not say how the points beside this element were weighed. Write it for each of them.
refused-element-cannot-be-left-out = The law asks this element of everybody. Find it met or not met.
refused-no-such-check = That check is not among those in force today. Go back to the assessment and choose again.
refused-check-not-asked = This line is there to be read: it names a ground that does not apply to refugees abroad, or something that must not be done. It has no result to record.
refused-result-needs-reasons = A concern and an exemption need their reasons. Write them and record the result again.
refused-no-exemption = The law exempts nobody from this check. Choose another result.
refused-check-is-no-ground = This step is no ground of inadmissibility, so no concern can rest on it. Record the concern under the ground it bears on.

## Procedural fairness and status queries

refused-due-before-put = The answer is awaited before the concern was put. Give the person time to answer.
refused-no-such-concern = That concern is not on this case. Go back to the assessment and choose again.
refused-concern-already-answered = This concern has been answered. If there is something new, put it as a concern of its own.
refused-time-to-answer-still-runs = The person can still answer until { $due }. Wait for the answer, or for that day to pass.
refused-silence-does-not-meet-a-concern = Without an answer the concern is not met. Leave the box unticked; if the concern has fallen away by itself, change the finding it bears on.
refused-query-already-open = A status query is open already. Record its answer before raising another.
refused-no-route = No route is set for status queries about this partner’s cases. Nothing is lost: tell the administrator.
refused-no-such-query = That query is not on this case. Go back to the case and choose again.
refused-query-already-answered = This query has been answered. If something is still unclear, raise another.

## Decision

refused-no-such-task = That task is not among those of the assessment. Go back to the assessment and choose again.
refused-already-decided = This person has been decided already. A decision that was signed does not change.
refused-not-in-this-application = This person does not travel with the principal applicant, so there is nothing to decide now. They apply on their own later, within one year of the day on which refugee protection is conferred.
refused-outside-delegation = You have no recorded power to decide that holds today. Give the case to a designated officer who has one, or ask the administrator to check the register.
refused-status-query-open = A status query is open. Nobody on the case can be decided until its answer is recorded.
refused-task-open =
    { $count ->
        [one] One mandatory task is still open:
       *[other] { $count } mandatory tasks are still open; the first is:
    } { $task ->
        [interview] the interview
        [discrepancies] the discrepancies
        [convictions] the convictions and charges
        [fresh-assessment] the fresh assessment
       *[other] { $task }
    }. Close it, or leave it open on purpose with a reason.
refused-finding-stands-against = A finding stands against the person: { $task }. An approval is possible once it is resolved: put the concern, weigh the answer, and change the finding if the answer meets it.
refused-not-of-the-class = The person was found not to be a Convention refugee abroad, and government assistance is for that class only. If that finding no longer holds, change it first.
refused-principal-first = Family members share the class of the principal applicant, who has not been decided yet. Decide the principal applicant first.
refused-element-not-established = { $task } was left open on purpose. A visa is issued only on what is established: record the finding first.
refused-refusal-needs-a-finding = Nothing stands against this person, so there is nothing a refusal could rest on. Record the finding and put the concern first, or approve.
refused-class-not-considered = Both classes must be looked at before a refusal, and this one has not been. Record membership of the class, with reasons.
refused-refusal-needs-evidence = A refusal must say what evidence it rests on and why that falls short. Write it under evidence.
refused-concern-never-put = The person was never told of this concern: { $task }. Put it to them, and let them answer, before it counts.
refused-concern-not-answered = This concern is not answered yet: { $task }. Record the answer and weigh it, or wait until the time to answer has passed.
refused-concern-met = You recorded that the answer meets this concern: { $task }. Change the finding or the result it bears on; a refusal cannot rest on it.
refused-provision-missing = The refusal leaves out a provision it rests on, for this finding: { $task }. Mark every provision listed.
refused-provision-without-finding = The refusal names a provision on which nothing was found against this person. Take it out, or record the finding first.

## The service itself

refused-permit-for-another-act = The case changed while you were working, or this was meant for another one. Nothing was done. Open the case again and try once more.

## Accounts, groups, delegations

refused-no-such-group = There is no group of that code. Check the code, or make the group first.
refused-role-does-not-fit = That role does not exist in a group of this kind. Choose another role, or another group.
refused-handle-taken = That user name is empty or belongs to somebody else. Choose another.
refused-code-taken = That code is taken. Choose another.
refused-not-a-designated-officer = Power to decide can be recorded only for somebody certified as a designated officer. Have the certificate made first.
refused-ends-before-it-begins = The last day lies before the first. Check both dates.

## A partner’s own system

refused-key-used-before = This idempotency key was used before, for something else. Send the request with a new key.

refused-interpreter-not-briefed = The interpreter must first be told what confidentiality asks and how to interpret.
refused-no-such-gender = Say whether the interpreter is a woman or a man.
refused-interpreter-gender-needs-reason = The person asked for another interpreter. Write why that was not possible.
refused-interpreter-replaced-without-reason = Somebody else interpreted before. Write why they were replaced: the answers they interpreted stay, and are read with that in mind.
refused-interpreter-not-understood = The person does not understand this interpreter. Record another one before you go on asking.
refused-heard-and-in-the-room = The person who was asked cannot also be among the others in the room.
refused-no-such-discrepancy = That discrepancy is not on this case. Go back to the interview and choose again.
refused-discrepancy-settled = That discrepancy is closed. Note another one if something new does not agree.
refused-no-register = The register of other cases cannot be asked here. Nothing was looked for.
refused-checks-used-up = You have looked { $limit } times within the hour, which is as often as anybody may. That you tried is recorded. Go on in an hour, or ask a colleague.
refused-no-such-match = That case is not among those that were found. Check again first.
refused-match-said-already = That is what stands already.
refused-nothing-to-take-back = Nothing was said of that case that could be taken back.
refused-discrepancy-not-put = A discrepancy can be left unexplained only after it was put to the person. Put it first.

refused-discrepancy-never-put = Discrepancy { $number } was never put to the person: nothing can be held against them because of it. Put it, and let them answer, or say why it is of no weight.

refused-adverse-country = The defender is in danger from { $country }. No authority of that country may be asked anything. Only your attempt was recorded.
refused-adverse-country-named = What you wrote names { $country }, and the defender is in danger from there. If an authority of that country is meant, write something else. If none is meant, say why below: it stays in the record.
refused-police-certificate-from-home = No police certificate is asked of the authorities of { $country }, a country of nationality or of former habitual residence of somebody on the case: the request itself would tell them. Only your attempt was recorded.
refused-extension-not-later = The new day must be later than { $due }, and later than today: time already given is not taken back.
refused-letter-to-a-child = A letter is written to an adult. What concerns a child is written to the principal applicant.
refused-no-concern-to-put-by-letter = No open concern about this person is to be put by letter. Put one first, and choose “by letter”.
refused-letter-due-too-soon = The person has already been given until { $due } to answer: the letter cannot name an earlier day.
refused-no-number-recorded = There is no number to tell yet. Record the number of the file first.
refused-not-all-decided = Letters of decision are written once everybody on the case is decided.
refused-no-consent-to-tell-the-partner = Nobody on the case has agreed that the partner may be told the outcome.
refused-letter-goes-with-the-return = This letter is written when the referral is returned, and goes back with it.
refused-interview-has-no-day = The plan of the interview has no day yet, or one that has passed. Plan the day first.
refused-not-a-time = Give the time as hours and minutes, for example 14:30.
refused-nobody-decided-so = Nobody this letter may speak of was decided that way.
refused-letter-not-typeset = The letter was not typeset, so nothing was signed. Try again.
refused-no-such-letter = There is no such letter in this case.
refused-reasons-are-not-for-the-partner = A letter of refusal gives reasons: it goes to the person, and the partner is told the outcome only.
refused-letter-is-not-for-the-partner = This letter was not written to go through the partner.
refused-letter-is-for-the-partner = This letter is for the partner, and goes to the partner here.
refused-letter-already-sent = The partner has already received this letter.
refused-no-safe-contact = No safe contact is recorded in the case: nothing may be sent.
refused-protocol-not-kept = A letter leaves only at the hours of the safe contact and in its words. Tick both once it is so.
refused-case-moved-on = Something happened to the case while the letter was made, so nothing was signed. Look at the case, then try again.
refused-letter-lacks-facts = The case does not hold what such a letter must say.
refused-letter-without-glyph = This machine has no font for { $scripts }, so the letter was not made. Ask your administrator to install: { $packages }.
refused-letter-unprintable = The character { $character } cannot stand in a letter. Take it out where it was typed.
refused-letter-too-long = The letter would be longer than a letter may be. Shorten what was written.
refused-letter-cannot-be-typeset = The letter could not be made. Nothing was signed or lost; your administrator finds the cause in the log.
refused-not-decided = This person has not been decided.
refused-no-second-person-asked = No second person is asked for this decision, or one has read it already.
refused-own-decision = You made this decision: somebody else reads it.
refused-court-ordered-it = The Federal Court set the decision aside: it is opened again.

refused-source-needed = Say who knows of it. Mark at least one source.
refused-adverse-word-unsaid = Nothing but the word of the authorities of { $country } is there for it, and the defender is in danger from them. Say so by ticking the box, or mark the other source there is.
refused-adverse-word-not-weighed = Only the word of authorities the defender is in danger from is there for this. Write why there are reasonable grounds to believe it, or conclude that it is not established.
refused-no-such-conviction = That worksheet is not on this case. Go back to admissibility and choose again.
refused-conviction-concluded = This worksheet is concluded. Open it again, with the reason, before you change it.
refused-conviction-open = This worksheet is open already. There is nothing to open again.
refused-no-such-comparison = That element is not on this worksheet. Leave the choice empty to add another.
refused-no-such-channel = That way of asking is not among the safe ones in force today. Choose another; never ask the authorities of the country.
refused-no-such-sign = One of the signs is not on the list in force today. Choose again.
refused-no-element-unmatched = Every element that was compared has its like in Canadian law, or none was compared. Compare the element that has none, or conclude otherwise.
refused-partner-context-not-sought = The referring partner was not asked. Ask it by a safe way and record what was asked; then conclude.
refused-equivalence-not-made = No element was compared with Canadian law. Compare each essential element of the offence first.
refused-element-unmatched = An essential element has no like in Canadian law, so the offence is not equivalent. Compare it again if that was wrong, or conclude otherwise.
refused-not-ten-years = Serious criminality needs an offence punishable in Canada by a maximum term of imprisonment of at least 10 years. Tick it if that is so, or conclude otherwise.
refused-prosecution-needed = Say how the offence is prosecuted in Canada. One that may be prosecuted either way counts as indictable.
refused-summary-offence-alone = An offence that may only be prosecuted summarily does not make a person inadmissible by itself. It takes two convictions that do not arise out of a single occurrence, each with every element matched on a worksheet: name the other, or conclude otherwise.
refused-check-passed-already = The check says that nothing stands against the person: { $task }. Record its result again as a concern, and put it to the person, before you conclude so.
refused-check-still-a-concern = The check stands as a concern, and no other worksheet carries it: { $task }. Record its result again first.
refused-concern-needs-worksheet = A concern about criminality rests on a worksheet, and this person has none. Open one on the conviction or the charge first.
refused-concluded-otherwise = Every worksheet on this person was concluded otherwise, so nothing is left for a concern to rest on. Open a worksheet again, with the reason, if something is new.
refused-conviction-stands = A worksheet says that the person is inadmissible on this ground. Open it again, with the reason, before you record that nothing stands against the person.
refused-nothing-to-relieve = No concern stands on this check, so there is nothing to relieve. Record its result first.
refused-no-such-relief = That way is not on the list in force today. Choose another.
refused-relief-cures-another-ground = The law does not let this way lift that ground. Choose one of those shown beside the check.
refused-relief-is-shut = Another ground that stands on this person shuts this way. Leave the box unticked and write why, or choose another way.
refused-exemption-needs-its-reason = Name the reason for which the law exempts: an age, or that collection is impossible or not feasible.
refused-age-is-another = On the day of the application the person was not of that age. Choose another reason, or mend the date of birth.
refused-answered-before-asked = It cannot have been answered before it was asked for. Check the two days.
refused-holds-too-long = The result holds until { $due } at the latest, counted from the day of the examination. Enter that day or an earlier one, or leave it empty.

refused-who-hears-decides = A fresh assessment is not left open: who hears must decide. The officer whose case it is makes it, or the case goes back to the officer who heard the person.
refused-case-of-another-officer = The case is assigned to another officer, who alone can state this. Ask them, or have the case assigned to you.
refused-nothing-to-assess-afresh = Nothing here is to be assessed afresh: no other officer assessed the case before you, or you have done it already.
refused-not-heard-again = No notes of an interview of yours stand here since the case was assigned to you. Sign them first, or say why hearing the person again is not needed.

refused-no-such-item = That item is not on this case. Go back to the page it is on and choose again.
refused-kept-from-oneself = Nobody keeps a fact from themselves. Take the person who asked out of those it is kept from.
refused-kept-from-who-knows-it = It cannot be kept from the person who said it, or to whom it is put. Name those it is kept from.
refused-already-kept = It is kept from them already, because this person asked it. Nothing was changed.
refused-nothing-kept = This person has not asked that it be kept, or the confidence was lifted already.
refused-lifted-without-agreement = Only the agreement of the person who asked, asked alone, lifts it. Ask the person, or leave it confidential.
refused-concern-rests-on-what-is-kept = { $count ->
    [one] An item this concern rests on is
   *[other] { $count } items this concern rests on are
} confidential from whoever would answer it. Ask the person who wanted it kept, alone, whether they agree to lift it; or put the concern on other evidence; or leave it out.
refused-refusal-rests-on-what-is-kept = { $count ->
    [one] An item this refusal rests on is
   *[other] { $count } items this refusal rests on are
} confidential from whoever must be told its reasons. Ask the person who wanted it kept, alone, whether they agree to lift it; or find on other evidence; or leave the ground out.
refused-letter-rests-on-what-is-kept = { $count ->
    [one] This letter rests on an item
   *[other] This letter rests on { $count } items
} confidential from its reader, and without it would mislead: it was not made. Ask the person who wanted it kept, alone, whether they agree to lift it; or put the concern on other evidence; or give up what rests on it.
refused-safety-not-considered = For this way of hearing, one point of the person’s safety was left empty: { $point }. Write what was considered, or that nothing is known.
refused-interpreter-to-be-avoided = The plan names a background the interpreter must not have. Compare, and tick the box if nothing of it is true of the interpreter; otherwise find another.
refused-declaration-of-a-child = This is asked of an adult. Choose the principal applicant or another adult of the case.
refused-consequences-not-explained = An answer counts only once what follows was explained. Explain it, then tick the box.
refused-record-rests-on-what-is-kept = This decision rests on something that another member of the family keeps confidential from the person, or names it. Its record cannot be given. Ask whoever keeps it, alone, whether the others may know; if they agree, record that first.
refused-record-without-an-application = The complete record is for the Court. Record the application for leave on this person first.
refused-receipt-code = That is not a receipt code: it has thirty digits, and at least one of these is wrong or missing. Compare it with what you wrote down.
refused-receipt-code-unknown = Nothing is kept under this code. It was never sent, or it was taken back, or its time is over.
refused-first-contact-full = There is no more room here. Wait for the answer.
refused-first-contact-ended = This has been answered for good. Nothing can be added.
refused-first-contact-closed = Too many people wait at the moment. Please come back in some days.
refused-leave-sought-already = An application on this person is before the Court already. Record what came of it first.
refused-served-before-the-decision = The office cannot have been served before the decision was made.
refused-no-such-application = There is no such application on this case.
refused-application-has-ended = What came of this application is recorded already.
refused-ended-before-it-was-served = It cannot have ended before the office was served.
