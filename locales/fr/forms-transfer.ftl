# Les formulaires du transfert d’un dossier.

form-transfer-title = Offrir le dossier au bureau
form-transfer-intro = Le dossier est offert au bureau choisi. Vous en restez responsable jusqu’à ce que ce bureau l’accepte; d’ici là, vous pouvez le reprendre.
form-transfer-submit = Offrir le dossier

form-accept-transfer-title = Accepter le dossier
form-accept-transfer-intro = Votre bureau devient responsable du dossier, qui vous est attribué. Le Centre des opérations de réinstallation ne peut plus l’ouvrir.
form-accept-transfer-submit = Accepter le dossier

form-refuse-transfer-title = Refuser le transfert
form-refuse-transfer-intro = Le dossier revient au Centre des opérations de réinstallation, qui choisit de nouveau.
form-refuse-transfer-reason = Motif
form-refuse-transfer-reason-hint = Le Centre en a besoin pour trouver le bon bureau.
form-refuse-transfer-submit = Refuser le transfert

form-recall-transfer-title = Reprendre le dossier
form-recall-transfer-intro = L’offre prend fin et vous redevenez l’unique responsable du dossier. Une recommandation reprise doit être approuvée de nouveau avant d’être présentée.
form-recall-transfer-reason = Motif
form-recall-transfer-submit = Reprendre le dossier

form-reassign-title = Attribuer le dossier à un collègue
form-reassign-intro = La personne qui mène l’entrevue est celle qui décide. L’agent qui prend la relève fait sa propre appréciation et peut devoir entendre la personne de nouveau.
form-reassign-officer = Agent
form-reassign-reason = Motif
form-reassign-reason-hint = Par exemple congé, charge de travail, langue, conflit d’intérêts. Qu’il faille décider dans un certain sens n’est jamais un motif.
form-reassign-submit = Attribuer le dossier

form-assess-afresh-title = Apprécier le dossier à nouveau
form-assess-afresh-intro = Vous avez pris ce dossier en charge après que d’autres l’ont apprécié. Dites ce que vous avez lu et entendu, et que les conclusions sont désormais les vôtres ou sont modifiées. Ce qui est retenu contre la personne, et que vous ne lui avez pas soumis, lui est soumis de nouveau.
form-assess-afresh-record = Ce que vous avez lu et entendu du dossier
form-assess-afresh-record-hint = La recommandation, les notes et les réponses, les enregistrements, les documents, les préoccupations et leurs réponses.
form-assess-afresh-hearing = La personne a-t-elle été entendue de nouveau ?
form-assess-afresh-hearing-hint = Pour l’affirmer, signez d’abord les notes de la nouvelle entrevue.
form-assess-afresh-reasons = Ce qui en ressort, ou pourquoi ce n’est pas nécessaire
form-assess-afresh-reasons-hint = Ce que vous concluez vous-même. Qu’il faille décider dans un certain sens n’est jamais un motif.
form-assess-afresh-submit = Signer la nouvelle appréciation
