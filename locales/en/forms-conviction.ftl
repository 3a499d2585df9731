# The worksheet on a conviction or a charge, and the relief from what stands.

form-open-conviction-title = Open a worksheet on a conviction or a charge
form-open-conviction-intro = Convictions are a common way to punish human rights work. Nothing is held against the person until the worksheet is reasoned out. Ask nothing of the authorities of the country.
form-open-conviction-person = Person
form-open-conviction-nature = What there is
form-open-conviction-country = Country
form-open-conviction-on = When
form-open-conviction-on-hint = The day, or the month, or the year, as far as it is known.
form-open-conviction-sources = Who says so
form-open-conviction-known-from = Where it stands
form-open-conviction-known-from-hint = The number of an answer, a page of a document, a report with its date.
form-open-conviction-adverse-word-only = Nothing is there for it but the word of the authorities the person is in danger from, or what comes from them
form-open-conviction-in-absentia = It was pronounced in the person’s absence
form-open-conviction-offence = The offence, as the law of that country names it
form-open-conviction-context = What it was about
form-open-conviction-context-hint = What the person had done, what happened at the time, and how the case was heard.
form-open-conviction-sentence = The sentence imposed, and whether it was served
form-open-conviction-completed-on = Day on which the sentence was completed
form-open-conviction-completed-on-hint = The time for rehabilitation is counted from it.
form-open-conviction-submit = Open the worksheet

form-record-equivalence-title = Compare an element with Canadian law
form-record-equivalence-intro = One essential element of the foreign offence at a time. The offence is equivalent only if every one has its like.
form-record-equivalence-conviction = Which worksheet
form-record-equivalence-element = The essential element
form-record-equivalence-corresponds = The Canadian provision it corresponds to
form-record-equivalence-corresponds-hint = The Act of Parliament and the provision, in words; where there is none, those that were looked at.
form-record-equivalence-likeness = Has the element its like there?
form-record-equivalence-reasons = Why
form-record-equivalence-replaces = In place of an element compared before
form-record-equivalence-submit = Save the comparison

form-record-context-title = Record the partner’s context
form-record-context-intro = Ask the partner that referred, by a safe way, and say no more than is needed. Never ask the authorities of the country, nor anybody who would tell them.
form-record-context-conviction = Which worksheet
form-record-context-on = Day on which it was asked
form-record-context-way = By which way
form-record-context-asked = What was asked
form-record-context-answer = What the partner knows
form-record-context-answer-hint = Leave it empty while the answer is awaited, and record it as soon as it comes.
form-record-context-submit = Save the context

form-conclude-conviction-title = Conclude the worksheet
form-conclude-conviction-intro = A conclusion against the person needs the partner’s context, and every essential element matched. The concern is then put to the person under the check.
form-conclude-conviction-conviction = Which worksheet
form-conclude-conviction-signs = Signs of illegitimacy that were found
form-conclude-conviction-signs-hint = They are kept in mind and never counted.
form-conclude-conviction-prosecution = How the offence is prosecuted in Canada
form-conclude-conviction-ten-years = It is punishable in Canada by a maximum term of imprisonment of at least 10 years
form-conclude-conviction-second = The other conviction, not arising out of the same occurrence
form-conclude-conviction-second-hint = Only where each may be prosecuted summarily only: it then takes two.
form-conclude-conviction-evidence = Documents it rests on
form-conclude-conviction-word-weighed = Why the word of those authorities is believed
form-conclude-conviction-word-weighed-hint = Only where nothing else is there for it.
form-conclude-conviction-outcome = Conclusion
form-conclude-conviction-reasons = Reasoning
form-conclude-conviction-submit = Conclude the worksheet

form-reopen-conviction-title = Open a worksheet again
form-reopen-conviction-intro = What was concluded stays in the timeline. Nobody is decided while a worksheet is open.
form-reopen-conviction-conviction = Which worksheet
form-reopen-conviction-reason = Why
form-reopen-conviction-reason-hint = What is new: an answer of the person, a judgment, the partner’s context.
form-reopen-conviction-submit = Open it again

form-consider-relief-title = Consider relief
form-consider-relief-intro = What the law leaves open for this ground. To record that a way was considered grants and refuses nothing.
form-consider-relief-person = Person
form-consider-relief-check = Ground
form-consider-relief-relief = Way
form-consider-relief-pursued = It is pursued
form-consider-relief-reasons = Why, or why not
form-consider-relief-submit = Save
