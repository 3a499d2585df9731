# Notices to a group.

notices-lead = What happened to cases your group referred, filed or offered. A notice tells the course and the outcome, never the reasons.
notices-none = No notices yet.
notices-mark = Mark all as read
notices-unread = Unread
notices-newest = These are the newest notices. What happened before is in the history of each case.
done-notices-read = The notices are marked as read for your whole group.

news-returned = The referral came back to you. The reasons are in the case.
news-held = The referral is on hold until you answer the deficiency list, which is in the case.
news-held-until = The referral is on hold until you answer the deficiency list, which is in the case. An answer is expected by { $due }.
news-answered = The partner answered the deficiency list. The case is back in intake.
news-file-created = The referral was accepted and the file created.
news-file-created-on = The referral was accepted and the file created. The referral date is { $date }.
news-numbered = The file number was recorded: { $number }.
news-transferred = { $office } took the case over.
news-transfer-refused = The migration office did not take the case over. The reason is in the case; choose another office.
news-outcome = Every person was decided by { $on }: { $approved ->
    [one] one person approved
   *[other] { $approved } persons approved
}, { $refused ->
    [one] one person refused
   *[other] { $refused } persons refused
}.
news-ended = The case ended on { $on } without a decision.
news-letter = A letter has come: { $letter }.
notices-letter = Read the letter (PDF)
news-reopened = A decision is looked at again since { $on }. What was told before no longer holds for everybody.
news-family-member = A family member was declared after submission and is now on the case.
