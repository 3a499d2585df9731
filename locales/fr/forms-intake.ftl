# Les formulaires de la réception au Centre des opérations de réinstallation.

form-return-referral-title = Retourner la recommandation
form-return-referral-intro = Le tout est retourné au partenaire, qui peut corriger et présenter de nouveau. S’il manque peu de chose, songez plutôt à une mise en attente avec une liste.
form-return-referral-reasons = Motifs
form-return-referral-note = Ce que le partenaire doit savoir pour corriger
form-return-referral-note-hint = Dites ce qu’il faut et ce qui pourrait le remplacer. Ne demandez rien que seules les autorités d’un pays hostile pourraient fournir.
form-return-referral-submit = Retourner la recommandation

form-hold-referral-title = Mettre en attente avec la liste de ce qui manque
form-hold-referral-intro = La recommandation attend ici pendant que le partenaire la complète.
form-hold-referral-deficiencies = Ce qui manque
form-hold-referral-deficiencies-hint = Seulement ce dont cette recommandation a besoin.
form-hold-referral-note = Ce qu’il faut, en vos mots
form-hold-referral-note-hint = Dites ce qui pourrait le remplacer. Ne demandez rien que seules les autorités d’un pays hostile pourraient fournir.
form-hold-referral-due = Réponse attendue au plus tard le
form-hold-referral-due-hint = Le délai habituel est inscrit. On ne peut pas toujours joindre sur-le-champ une personne qui se cache : accordez davantage si le contact est difficile.
form-hold-referral-submit = Envoyer la liste

form-accept-referral-title = Accepter la recommandation et créer le dossier
form-accept-referral-intro = Le Centre devient responsable du dossier, et le partenaire est avisé de sa création. Vous acceptez que la recommandation est complète, rien de plus : la demande relève de l’agent, et le partenaire a répondu du reste.
form-accept-referral-submit = Créer le dossier

form-record-number-title = Inscrire un numéro
form-record-number-intro = Un numéro attribué par un autre système, pour y retrouver le dossier.
form-record-number-kind = Type de numéro
form-record-number-value = Numéro
form-record-number-value-hint = Exactement comme il est imprimé.
form-record-number-person = À qui est ce numéro
form-record-number-person-hint = N’indiquez personne si c’est celui de tout le dossier. L’IUC est toujours celui d’une personne.
form-record-number-submit = Inscrire le numéro

form-choose-office-title = Choisir le bureau de migration
form-choose-office-intro = Le bureau qui dessert le pays d’asile est proposé. Un bureau situé dans un pays dont les autorités ne doivent jamais être contactées n’est pas offert.
form-choose-office-office = Bureau de migration
form-choose-office-reason = Pourquoi un autre bureau
form-choose-office-reason-hint = À indiquer si vous choisissez un autre bureau que celui qui est proposé. La sécurité d’une personne passe avant la commodité.
form-choose-office-submit = Choisir ce bureau
