# La fiche sur une déclaration de culpabilité ou une accusation, et les mesures possibles.

form-open-conviction-title = Ouvrir une fiche sur une déclaration de culpabilité ou une accusation
form-open-conviction-intro = Une déclaration de culpabilité est un moyen courant de punir la défense des droits de la personne. Rien n’est retenu contre la personne avant que la fiche soit raisonnée. Ne demandez rien aux autorités du pays.
form-open-conviction-person = Personne
form-open-conviction-nature = De quoi il s’agit
form-open-conviction-country = Pays
form-open-conviction-on = Quand
form-open-conviction-on-hint = Le jour, le mois ou l’année, selon ce que l’on sait.
form-open-conviction-sources = D’où vient l’information
form-open-conviction-known-from = Où elle se trouve
form-open-conviction-known-from-hint = Le numéro d’une réponse, la page d’un document, un rapport et sa date.
form-open-conviction-adverse-word-only = Il n’y a pour l’établir que la parole des autorités dont la personne est menacée, ou ce qui vient d’elles
form-open-conviction-in-absentia = Elle a été prononcée en l’absence de la personne
form-open-conviction-offence = L’infraction, telle que la nomme la loi de ce pays
form-open-conviction-context = Ce dont il s’agissait
form-open-conviction-context-hint = Ce que la personne avait fait, ce qui se passait alors, et comment l’affaire a été entendue.
form-open-conviction-sentence = La peine imposée, et si elle a été purgée
form-open-conviction-completed-on = Jour où la peine a été purgée
form-open-conviction-completed-on-hint = Le délai de réadaptation court à compter de ce jour.
form-open-conviction-submit = Ouvrir la fiche

form-record-equivalence-title = Comparer un élément au droit canadien
form-record-equivalence-intro = Un élément essentiel de l’infraction étrangère à la fois. L’infraction n’est équivalente que si chacun a son pareil.
form-record-equivalence-conviction = Quelle fiche
form-record-equivalence-element = L’élément essentiel
form-record-equivalence-corresponds = La disposition canadienne correspondante
form-record-equivalence-corresponds-hint = La loi fédérale et la disposition, en toutes lettres; à défaut, celles qui ont été examinées.
form-record-equivalence-likeness = L’élément y a-t-il son pareil ?
form-record-equivalence-reasons = Pourquoi
form-record-equivalence-replaces = À la place d’un élément déjà comparé
form-record-equivalence-submit = Enregistrer la comparaison

form-record-context-title = Consigner le contexte donné par le partenaire
form-record-context-intro = Consultez le partenaire qui a recommandé, par une voie sûre, sans en dire plus qu’il ne faut. Ne demandez jamais rien aux autorités du pays ni à quiconque les en informerait.
form-record-context-conviction = Quelle fiche
form-record-context-on = Jour de la demande
form-record-context-way = Par quelle voie
form-record-context-asked = Ce qui a été demandé
form-record-context-answer = Ce que le partenaire sait
form-record-context-answer-hint = Laissez vide tant que la réponse est attendue, et consignez-la dès qu’elle arrive.
form-record-context-submit = Enregistrer le contexte

form-conclude-conviction-title = Conclure la fiche
form-conclude-conviction-intro = Une conclusion défavorable exige le contexte du partenaire et que chaque élément essentiel ait son pareil. La préoccupation est ensuite soumise à la personne au titre de la vérification.
form-conclude-conviction-conviction = Quelle fiche
form-conclude-conviction-signs = Signes d’illégitimité relevés
form-conclude-conviction-signs-hint = Ils sont gardés à l’esprit et jamais comptés.
form-conclude-conviction-prosecution = Comment l’infraction est poursuivie au Canada
form-conclude-conviction-ten-years = Elle est punissable au Canada d’un emprisonnement maximal d’au moins dix ans
form-conclude-conviction-second = L’autre déclaration de culpabilité, qui ne découle pas des mêmes faits
form-conclude-conviction-second-hint = Seulement si chacune est punissable par procédure sommaire seulement : il en faut alors deux.
form-conclude-conviction-evidence = Documents à l’appui
form-conclude-conviction-word-weighed = Pourquoi la parole de ces autorités est crue
form-conclude-conviction-word-weighed-hint = Seulement s’il n’y a rien d’autre pour l’établir.
form-conclude-conviction-outcome = Conclusion
form-conclude-conviction-reasons = Raisonnement
form-conclude-conviction-submit = Conclure la fiche

form-reopen-conviction-title = Rouvrir une fiche
form-reopen-conviction-intro = Ce qui a été conclu demeure dans la chronologie. Aucune décision n’est rendue tant qu’une fiche est ouverte.
form-reopen-conviction-conviction = Quelle fiche
form-reopen-conviction-reason = Pourquoi
form-reopen-conviction-reason-hint = Ce qu’il y a de nouveau : une réponse de la personne, un jugement, le contexte donné par le partenaire.
form-reopen-conviction-submit = La rouvrir

form-consider-relief-title = Envisager une mesure
form-consider-relief-intro = Ce que la loi permet encore pour ce motif. Consigner qu’une mesure a été envisagée n’accorde ni ne refuse rien.
form-consider-relief-person = Personne
form-consider-relief-check = Motif
form-consider-relief-relief = Mesure
form-consider-relief-pursued = Elle est retenue
form-consider-relief-reasons = Pourquoi, ou pourquoi pas
form-consider-relief-submit = Enregistrer
