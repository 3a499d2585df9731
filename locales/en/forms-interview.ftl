# The forms of the interview.

form-plan-interview-title = Plan the interview
form-plan-interview-intro = The person’s safety comes first. Video is right where travelling is impossible or adds danger; no interview at all may be right too.
form-plan-interview-mode = How the person is heard
form-plan-interview-reason = Why by video, or why not at all
form-plan-interview-reason-hint = Needed unless the interview is in person.
form-plan-interview-safety = What was considered for the person’s safety
form-plan-interview-safety-hint = The way there, checkpoints, being seen at the office, who else lives in the home, the interpreter’s community. Leave out where the person lives.
form-plan-interview-persons = Who is heard
form-plan-interview-persons-hint = Choose nobody to hear everybody. Spouses may be heard separately.
form-plan-interview-on = Day, if it is fixed
form-plan-interview-language = Language of the interview
form-plan-interview-interpreter-gender = Interpreter asked for
form-plan-interview-interpreter-gender-hint = Ask the person. Choose nothing if either will do.
form-plan-interview-submit = Save the plan

form-sign-notes-title = Sign interview notes
form-sign-notes-intro = Once signed, notes never change: you can add to them, not edit them. Read them once more before you sign.
form-sign-notes-held-on = Day of the interview
form-sign-notes-present = Who was present
form-sign-notes-present-hint = The role is enough where the name is not needed.
form-sign-notes-understood = The person said that they understood the interpreter, or needed none
form-sign-notes-understood-hint = Ask, and note the answer. If it is not so, say in the notes what was done about it.
form-sign-notes-text = Questions, answers, observations
form-sign-notes-text-hint = Put every discrepancy to the person and note the explanation, or that there was none. Leave out where the person lives and how they are reached.
form-sign-notes-submit = Sign the notes

form-add-addendum-title = Add to signed notes
form-add-addendum-intro = The notes stay as they were signed. Your addition stands below them, with your name and the time.
form-add-addendum-notes = Notes of the interview held on
form-add-addendum-text = Addition
form-add-addendum-submit = Sign the addition
