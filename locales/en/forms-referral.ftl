# The forms of the referral: opening, work, risk, declaration, contact, consent, documents, approval, submission.

## Opening a referral

form-open-referral-title = Open a referral
form-open-referral-intro = This opens a case that only your group can read. Nothing leaves your organisation before a supervisor has approved it and it has been submitted.
form-open-referral-reference = Your own case number
form-open-referral-reference-hint = The number your organisation uses. It stands in work lists: put no name, date of birth or place in it.
form-open-referral-origin = Whose inventory the case comes from
form-open-referral-origin-hint = A case taken over from another partner keeps its origin.
form-open-referral-language = Language for letters
form-open-referral-language-hint = The official language in which Canada writes. The interview may be in any language.
form-open-referral-unhcr-number = UNHCR number
form-open-referral-unhcr-number-hint = If the person is registered with UNHCR: the individual or registration group number, as printed.
form-open-referral-submit = Open the referral

## Human rights work

form-record-work-title = Human rights work and persecutors
form-record-work-intro = Your organisation alone assesses that somebody is a human rights defender. Officers in Canada read this to understand the claim for protection; they do not decide it again.
form-record-work-categories = Kinds of human rights work
form-record-work-categories-hint = This says what rights are defended, never who somebody is.
form-record-work-description = What the person does
form-record-work-description-hint = What they do or did, where, since when and for whom. Name colleagues, sources or people they helped only where the claim cannot be understood without it.
form-record-work-persecutors = Who persecutes
form-record-work-persecutors-hint = Police, army and officials are state actors; armed groups, companies, relatives or neighbours are not.
form-record-work-persecutors-who = Who they are and how far they reach
form-record-work-persecutors-who-hint = Which authority, group or person, and whether they can reach the person where they live now.
form-record-work-adverse-countries = Countries whose authorities must never be contacted
form-record-work-adverse-countries-hint = At least the country of persecution, and any country that would pass information on to it. No migration office in one of these countries can be chosen, and officers are told to contact nobody there.
form-record-work-adverse-countries-error-required = Name at least the country of persecution
form-record-work-submit = Save

## Risk

form-record-risk-title = Risk and durable solution
form-record-risk-intro = Leave out where the person is and how to reach them: that belongs under safe contact and nowhere else.
form-record-risk-description = What happened and what is feared
form-record-risk-description-hint = Threats, attacks, arrests, surveillance: what, about when, by whom, and what the person fears now. Dates may be approximate.
form-record-risk-in-asylum = Danger in the country of asylum
form-record-risk-in-asylum-hint = Whether persecutors reach there, whether the person may be sent back, whether they must hide. It helps to see who cannot wait.
form-record-risk-durable-solution = Why there is no durable solution elsewhere
form-record-risk-durable-solution-hint = Why the person can neither go home, nor settle where they are, nor be resettled in another country. Being safe only by giving up human rights work, or only far from where it is done, is no durable solution.
form-record-risk-charges = Charges and convictions
form-record-risk-charges-hint = All that is known, with your own view of it: charges are often used to punish human rights work. If nothing is known, write “none known”. Do not ask the authorities of an adverse country.
form-record-risk-interview = What an interviewer must know
form-record-risk-interview-hint = Whatever keeps the person safe and able to speak: travel that is impossible or dangerous, trauma, who must not be in the room, which interpreter to choose or avoid.
form-record-risk-submit = Save

## Declaration

form-record-declaration-title = Declaration and representative
form-record-declaration-intro = What the principal applicant declares over a signature. A relative who is not listed now may be unable to join the family later: take the time to explain it.
form-record-declaration-all-family-declared = Every family member is listed, whether they travel or not
form-record-declaration-all-family-declared-hint = Spouse or partner and every child, also those who are missing, detained, or cared for by somebody else. Leave it unticked until it is so.
form-record-declaration-signed-on = Day on which the principal applicant signed
form-record-declaration-signed-on-hint = By signing, the applicant declares that the information is complete and accurate.
form-record-declaration-representative = Does anybody represent or advise the applicant?
form-record-declaration-representative-hint = A lawyer, a consultant or anybody else who acts for the applicant in this application, or advises them on it.
form-record-declaration-representative-details = Who represents or advises
form-record-declaration-representative-details-hint = Needed if somebody does: name, postal address and telephone number. For somebody who is paid, also their professional body and membership number.
form-record-declaration-interview-languages = Languages for an interview
form-record-declaration-interview-languages-hint = Languages in which the applicant can speak freely.
form-record-declaration-submit = Save

## Safe contact

form-set-contact-title = Safe contact
form-set-contact-intro = How to reach the person without endangering anybody. This is sealed apart from the rest of the case, and may be changed at any time while you hold it.
form-set-contact-address = Where the person lives now
form-set-contact-address-hint = The law asks for it. Only the offices that hold the case can open it.
form-set-contact-channel = The only channel that may be used
form-set-contact-channel-hint = For example one application and number, or your organisation. Nobody is to try another.
form-set-contact-hours = When it may be used
form-set-contact-hours-hint = Days, hours and time zone, and when a message would be dangerous.
form-set-contact-code-word = What to say first
form-set-contact-code-word-hint = A word or a question agreed with the person, so that they know who is there.
form-set-contact-never = What must never be sent or said
form-set-contact-never-hint = For example no letters, no voice messages, no mention of Canada or of your organisation.
form-set-contact-submit = Save

## Consent

form-record-consent-title = Record a consent
form-record-consent-intro = Each adult is asked in private and in a language they understand, after being told what the referral is for and who will see what. Consent is free: say that it may be refused.
form-record-consent-person = Who consents
form-record-consent-given-on = Day of the consent
form-record-consent-manner = How it was given
form-record-consent-outcome-to-partner = Your organisation may be told the outcome
form-record-consent-outcome-to-partner-hint = The outcome only, never the reasons. Leave it unticked if the person does not wish it.
form-record-consent-submit = Record the consent

## Documents

form-add-document-title = Add a document
form-add-document-intro = The file is encrypted before it is stored. Look first for names, faces or places of people who did not agree to be in it. Never ask the authorities of an adverse country for a document that is missing: write why there is none.
form-add-document-kind = Kind of document
form-add-document-person = Whom it is about
form-add-document-person-hint = Choose nobody if it is about the whole case.
form-add-document-file = File
form-add-document-file-hint = Up to 100 MB. Its name is sealed too.
form-add-document-submit = Add the document

form-withdraw-document-title = Withdraw a document
form-withdraw-document-intro = The document leaves the package; the record keeps that it was there. If it puts somebody in danger, say so here and tell your supervisor: whoever has opened it has seen it.
form-withdraw-document-document = Document
form-withdraw-document-reason = Why it is withdrawn
form-withdraw-document-submit = Withdraw the document

## Approval and submission

form-request-approval-title = Ask for approval
form-request-approval-intro = A supervisor who wrote none of it reads the referral, approves it, and attests that the principal applicant is a human rights defender. If the referral is changed after this, approval must be asked for again.
form-request-approval-submit = Ask for approval

form-send-back-title = Send the referral back
form-send-back-reason = What must change
form-send-back-reason-hint = Be exact: this is what the caseworker sees first on the case.
form-send-back-submit = Send back

form-attest-title = Approve and attest
form-attest-intro = You give your organisation’s word. Officers in Canada rely on it, and decide everything else but this.
form-attest-grounds = Grounds, in summary
form-attest-grounds-hint = What convinced you: the work, how it was verified, the risk. Do not name a source whom that would endanger.
form-attest-confirmed = On behalf of my organisation I attest that the principal applicant is a human rights defender who works by peaceful means and is at risk because of that work
form-attest-confirmed-error-required-flag = Tick the box to give your organisation’s word
form-attest-submit = Approve and attest

form-submit-title = Submit the referral
form-submit-intro = The referral is offered to the Resettlement Operations Centre in Ottawa. The day it is made becomes the referral date, on which children’s ages are locked (IRPR s. 25.1(7)). Until the Centre accepts it, you can take it back.
form-submit-submit = Submit the referral

form-answer-deficiency-title = Answer the deficiency list
form-answer-deficiency-intro = Add what is missing first; then tell the Centre. A referral changed meanwhile needs a supervisor’s approval again.
form-answer-deficiency-note = What you added or changed
form-answer-deficiency-note-hint = Line by line. If something cannot be had safely, say so and why: nobody is to be put in danger to complete a form.
form-answer-deficiency-submit = Send the answer
