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

form-record-interpreter-title = Record the interpreter
form-record-interpreter-intro = Before the first question. If the interpreter changes, record the new one: the last one recorded counts.
form-record-interpreter-name = Who interprets
form-record-interpreter-name-hint = A name, or the service and its reference. Only this office sees it.
form-record-interpreter-replaces = Why somebody else interprets than before
form-record-interpreter-replaces-hint = Needed if another person interpreted before. What was logged before stays, and says who interpreted it.
form-record-interpreter-language = Language
form-record-interpreter-gender = The interpreter is
form-record-interpreter-gender-reason = Why not the interpreter the person asked for
form-record-interpreter-gender-reason-hint = Needed only if it is another than the plan asks for.
form-record-interpreter-background = What was found of the interpreter’s background
form-record-interpreter-background-hint = Community, group, ties to those the person fears. Say how it was found out.
form-record-interpreter-briefed = The interpreter was told what confidentiality asks and how to interpret
form-record-interpreter-understood = The person was asked, and understands this interpreter
form-record-interpreter-understood-hint = Leave it open if not: no question can be logged until an interpreter is understood.
form-record-interpreter-submit = Save the interpreter

form-log-answer-title = Log a question and its answer
form-log-answer-intro = Each one is sealed as you send it. If the line drops, send it again: it counts once.
form-log-answer-person = Who was asked
form-log-answer-question = Question
form-log-answer-question-hint = Short and open. One thing at a time.
form-log-answer-answer = Answer
form-log-answer-answer-hint = As it was said. Leave out where the person lives and how they are reached.
form-log-answer-others = Who else of the family was in the room
form-log-answer-others-hint = Choose nobody if the person was heard alone.
form-log-answer-submit = Seal it and go to the next
