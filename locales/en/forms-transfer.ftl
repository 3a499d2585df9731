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
