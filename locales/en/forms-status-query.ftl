# The forms of a status query.

form-raise-status-query-title = Raise a status query
form-raise-status-query-intro = If you hold proof that throws doubt on what the partner attested, the matter is not yours to decide: you ask. The query follows the route set for the referring partner, and nobody on the case can be decided until it is answered.
form-raise-status-query-evidence = What you hold
form-raise-status-query-evidence-hint = What it is and where it comes from. Do not verify it with anybody in an adverse country.
form-raise-status-query-question = What you ask
form-raise-status-query-question-hint = One question, which those consulted can answer.
form-raise-status-query-submit = Send the query

form-answer-status-query-title = Record the answer to a status query
form-answer-status-query-intro = You record what was answered. No conclusion of your own is asked.
form-answer-status-query-query = Query
form-answer-status-query-by = Who answered
form-answer-status-query-by-hint = The organisation or unit, and the person’s function.
form-answer-status-query-answer = The answer, as it was given
form-answer-status-query-submit = Record the answer
