# L’étude dans un bureau de migration.

eligibility-both = Ce qui est exigé de tout réfugié hors du Canada
eligibility-convention = Catégorie des réfugiés au sens de la Convention outre-frontières
eligibility-country-of-asylum = Catégorie de personnes de pays d’accueil
eligibility-classes = Appartenance à une catégorie
eligibility-shared = Un membre de la famille est de la même catégorie que le demandeur principal ({ $provision }) : c’est à son égard que les éléments sont établis.
eligibility-next = Élément suivant : { $provision }
class-member = En fait partie
class-not-member = N’en fait pas partie
finding-rests = Fondé sur : { $documents }
record-first = Consigner
record-change = Consigner de nouveau
read-whole = Lire le tout

admissibility-exempt = Motifs qui ne s’appliquent pas
check-on = Le { $date }
check-valid = Valable jusqu’au { $date } ({ $far })

interview-plan = Plan
interview-no-plan = Aucune entrevue n’est planifiée. Nul n’est entendu avant qu’on ait examiné comment le faire en sécurité.
interview-change = Modifier le plan
interview-notes = Notes signées
interview-no-notes = Aucune note n’est signée.
interview-addendum = Ajout
notes-of = Entrevue du { $date }
signed-by = Signé par { $name }, { $moment }

fairness-none = Aucune préoccupation n’a été soumise. Rien ne joue contre une personne qui n’en a pas été informée.
concern-put = Soumise le
concern-waiting = Réponse attendue { $far }
concern-met = Dissipée par la réponse
concern-not-met = Non dissipée par la réponse
concern-no-answer = Le délai est passé sans réponse.

queries-none = Aucune question n’a été posée.
query-title = Question { $number }

decision-open = Tâches qui empêchent de rendre une décision
decision-open-none = Il ne manque rien.
decision-against = Ce qui joue contre la personne
decision-against-none = Rien ne joue contre la personne.
decision-approval = Ce qu’exige une approbation
decision-refusal = Ce qu’exige un refus
decision-carried = { $what } – établi à l’égard d’une autre personne ({ $name }) et commun à la famille
decision-query-open = Une question sur la qualité de défenseur est ouverte : aucune décision n’est possible dans ce dossier avant la réponse.
decision-not-designated = La décision revient à un agent désigné de votre bureau, dans les limites d’une délégation consignée.
decision-no-power = Aucune délégation à votre nom ne vaut aujourd’hui ({ $provision }) : vous pouvez lire cette page, mais non signer. Adressez-vous à l’administrateur.
decision-power = Vous pouvez décider : délégation en vigueur depuis le { $from } ({ $provision }).
decision-power-until = Vous pouvez décider : délégation en vigueur du { $from } au { $to } ({ $provision }).
decision-signed = Signée
decision-signed-title = La décision, telle que signée
decision-policy = Version de la politique
need-there = Fait
need-missing = Manque
need-in-form = Au formulaire
need-close = Clore
need-nothing-against = Rien ne joue contre la personne
need-convention = Aucune conclusion excluant la catégorie des réfugiés au sens de la Convention outre-frontières, la seule que vise l’aide publique
need-principal-first = La décision sur le demandeur principal vient d’abord
need-established = Établi, et non laissé ouvert : { $element }
need-finding = Une conclusion défavorable à la personne
need-class = Catégorie examinée : { $class }
need-put = À soumettre à la personne comme préoccupation : { $task }
need-answered = Réponse à recevoir, ou délai à laisser passer : { $task }
need-met = À modifier, car la réponse a dissipé la préoccupation : { $task }
need-put-and-answered = Soumise, répondue et non dissipée : { $task }
need-evidence = La preuve retenue, chaque disposition et les motifs

interview-interpreter = Interprète
interview-no-interpreter = Aucun interprète n’est inscrit. S’il en faut un, inscrivez-le avant la première question.
interpreter-change = Inscrire un autre interprète
interview-log = Questions et réponses
interview-log-pages = Parties du relevé
interview-no-log = Rien n’a été consigné.
log-question = Question
log-answer = Réponse
logged-by = { $name }, { $moment }
log-others = Dans la pièce : { $names }
ask-person = Poser une question à { $name }
interview-discrepancies = Contradictions
interview-no-discrepancies = Aucune n’a été relevée.
discrepancy-to-put = À soumettre
discrepancy-answered = Expliquée
decision-leave = Contrôle judiciaire
decision-leave-until = La demande d’autorisation peut être signifiée et déposée au greffe de la Cour fédérale jusqu’au { $until }, à compter de l’avis du { $notice } ({ $law }).
decision-leave-runs = Selon la loi, le délai court de la date où le demandeur est avisé de la mesure ou en a eu connaissance. Si cette date est postérieure, le délai prend fin plus tard. Un juge peut le proroger.
