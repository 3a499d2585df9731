# The forms of eligibility.

form-find-element-title = Record a finding
form-find-element-intro = One element of the law, for one person, as things stand today. Whether the person is a human rights defender is not among the elements: the partner has vouched for it.
form-find-element-person = Person
form-find-element-element = Element
form-find-element-finding = Finding
form-find-element-finding-hint = An element that is not met is put to the person as a concern before it can count in a decision.
form-find-element-reasons = Reasons
form-find-element-reasons-hint = What you rely on and why, also what speaks for the other answer. Facts are weighed on a balance of probabilities. Write so that the person could read it.
form-find-element-weighed = How the points to keep in mind were weighed
form-find-element-weighed-hint = Needed if you find the element not met. Take each point above in turn.
form-find-element-evidence = Documents relied on
form-find-element-submit = Record the finding

form-find-class-title = Record membership of a class
form-find-class-intro = Look at both classes before any refusal. Family members share the class of the principal applicant (IRPR s. 140).
form-find-class-person = Person
form-find-class-class = Class
form-find-class-member = The person is a member of this class
form-find-class-member-hint = Leave it unticked if the person is not.
form-find-class-reasons = Reasons
form-find-class-reasons-hint = Which elements decide it, and why.
form-find-class-submit = Record the finding
