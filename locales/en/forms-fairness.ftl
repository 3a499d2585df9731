# The forms of procedural fairness.

form-put-concern-title = Put a concern to the person
form-put-concern-intro = Nothing counts against a person who has not been told of it and had a real chance to answer. Use the safe channel, and no other.
form-put-concern-person = Person
form-put-concern-about = What it bears on
form-put-concern-concern = The concern
form-put-concern-concern-hint = One concern at a time, in plain words the person can answer.
form-put-concern-disclosed = What it rests on
form-put-concern-disclosed-hint = All that you rely on, also from other sources. Where naming a source would put somebody in danger, give the substance.
form-put-concern-rests-on = Items of the case it rests on
form-put-concern-rests-on-hint = Choose what you rely on. What is kept confidential from the person cannot carry a concern: put it on other evidence, or leave it out.
form-put-concern-put-on = Day on which it was put
form-put-concern-manner = How it was put
form-put-concern-due = Answer awaited by
form-put-concern-due-hint = The usual time is filled in. Allow more where the person is hard to reach safely.
form-put-concern-submit = Record the concern

form-answer-concern-title = Record the answer to a concern
form-answer-concern-concern = Concern
form-answer-concern-answer = What the person answered
form-answer-concern-answer-hint = Leave it empty only if the time has passed without an answer.
form-answer-concern-analysis = What it changes, and why
form-answer-concern-analysis-hint = Weigh the answer itself. Others may advise you; the conclusion is your own.
form-answer-concern-met = The concern is met
form-answer-concern-met-hint = Tick it if the answer removes the concern. Then change the finding or the result it bears on.
form-answer-concern-submit = Record the answer

form-extend-time-title = Give more time to answer
form-extend-time-intro = Time is only ever added. Tell the person the new day by the safe channel.
form-extend-time-concern = Concern
form-extend-time-due = Answer awaited by
form-extend-time-reason = Who asked, and why it is given
form-extend-time-submit = Give more time
