# Les formulaires des contradictions.

form-note-discrepancy-title = Relever une contradiction
form-note-discrepancy-intro = Deux récits qui ne concordent pas. On la soumet à la personne avant d’en tirer quoi que ce soit.
form-note-discrepancy-person = Dans le récit de qui
form-note-discrepancy-what = Ce qui ne concorde pas
form-note-discrepancy-sources = Où se trouve chaque récit
form-note-discrepancy-sources-hint = Le numéro d’une réponse, un formulaire, un document.
form-note-discrepancy-submit = La relever

form-put-discrepancy-title = Soumettre la contradiction
form-put-discrepancy-intro = Lisez-la à la personne, sans suggérer de réponse, et notez ce qu’elle dit.
form-put-discrepancy-discrepancy = Laquelle
form-put-discrepancy-explanation = Ce que la personne a dit
form-put-discrepancy-explanation-hint = Indiquez-le s’il n’y a pas eu d’explication.
form-put-discrepancy-submit = Enregistrer l’explication

form-settle-discrepancy-title = Indiquer l’issue de la contradiction
form-settle-discrepancy-intro = Elle ne peut rester inexpliquée qu’après avoir été soumise à la personne.
form-settle-discrepancy-discrepancy = Laquelle
form-settle-discrepancy-outcome = Issue
form-settle-discrepancy-reasons = Motifs
form-settle-discrepancy-reasons-hint = Le poids de l’explication, et ce qui peut l’expliquer autrement.
form-settle-discrepancy-submit = Clore la contradiction
