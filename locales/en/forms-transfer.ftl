# The forms of handing a case over.

form-transfer-title = Offer the case to the office
form-transfer-intro = The case is offered to the office that was chosen. It remains yours until that office accepts it; until then you can take it back.
form-transfer-submit = Offer the case

form-accept-transfer-title = Accept the case
form-accept-transfer-intro = The case becomes your office’s and is assigned to you. The Resettlement Operations Centre can no longer open it.
form-accept-transfer-submit = Accept the case

form-refuse-transfer-title = Refuse the transfer
form-refuse-transfer-intro = The case goes back to the Resettlement Operations Centre, which chooses again.
form-refuse-transfer-reason = Reason
form-refuse-transfer-reason-hint = The Centre needs it to find the right office.
form-refuse-transfer-submit = Refuse the transfer

form-recall-transfer-title = Take the case back
form-recall-transfer-intro = The offer ends and the case is yours alone again. A referral that is taken back must be approved again before it is submitted.
form-recall-transfer-reason = Why
form-recall-transfer-submit = Take the case back

form-reassign-title = Assign the case to a colleague
form-reassign-intro = Whoever hears the person decides. An officer who takes the case over makes an assessment of their own, and may need to hear the person again.
form-reassign-officer = Officer
form-reassign-reason = Why
form-reassign-reason-hint = For example leave, workload, language, conflict of interest. That somebody should decide in a certain way is never a reason.
form-reassign-submit = Assign the case

form-assess-afresh-title = Assess the case afresh
form-assess-afresh-intro = You took this case over after others had assessed it. Say what you read and heard, and that the findings are now your own or are changed. What stands against the person, and you did not put to them, is put again.
form-assess-afresh-record = What you read and heard of the record
form-assess-afresh-record-hint = The referral, the notes and answers, recordings, documents, concerns and their answers.
form-assess-afresh-hearing = Whether the person was heard again
form-assess-afresh-hearing-hint = To say so, sign the notes of the new interview first.
form-assess-afresh-reasons = What came of it, or why it is not needed
form-assess-afresh-reasons-hint = What you make of the findings yourself. That somebody should decide in a certain way is never a reason.
form-assess-afresh-submit = Sign the fresh assessment
