# Certifier, faire entrer, rendre des clés.

keys-title = Clés
keys-name = Nom
keys-roles = Rôle
keys-fingerprint = Empreinte
keys-state = État
keys-waits-for-you = Vous attend
keys-signed-by-me = Vous avez signé
keys-asked-by-me = Demandé par vous ; un autre gardien doit approuver
keys-signatures = { $signed } signatures sur { $needed }

keys-certify-title = Nouveaux venus à certifier
keys-certify-lead = Un certificat dit à qui appartient cette clé. Il faut deux gardiens des clés, qui ont chacun parlé à la personne.
keys-certify-none = Personne n’attend de signature.
keys-certify-person = Certifier { $name }
keys-certify-explain = Appelez la personne à un numéro que vous connaissiez déjà, reconnaissez sa voix et faites-lui lire les caractères. Si un seul diffère, ne signez pas : prévenez l’administrateur. Votre signature vaut désormais pour tout ce qui sera scellé pour cette clé.

keys-admit-title = Nouveaux venus à faire entrer
keys-admit-lead = Deux gardiens des clés les ont certifiés. Dès que vous les faites entrer, ils peuvent ouvrir tout ce que détient votre groupe.
keys-admit-none = Personne n’attend d’entrer.
keys-admit-person = Faire entrer { $name }
keys-admit-explain = Le secret de { $group } sera scellé pour cette clé. Cette personne pourra ensuite ouvrir tous les dossiers du groupe. Sa session se ferme maintenant ; les dossiers seront là à la prochaine.

keys-lost-title = Phrases de passe perdues
keys-lost-lead = Personne ne peut retrouver une phrase de passe. Deux gardiens des clés permettent ensemble à un collègue de créer de nouvelles clés ; les anciennes cessent aussitôt de fonctionner, et un membre le fait entrer de nouveau. Aucun dossier n’est perdu.
keys-lost-none = Aucune demande en attente.
keys-lost-person = Donner de nouvelles clés à { $name }
keys-lost-explain = Un de vos collègues a vérifié qui en fait la demande. Vérifiez-le vous-même, en personne ou à un numéro que vous connaissiez déjà. Vous verrez un code, une seule fois : vous seul pouvez le remettre. La phrase de passe et les sessions actuelles cessent aussitôt de fonctionner.

form-certify-title = Certifier
form-certify-submit = Signer avec ma clé
form-certify-passphrase = Votre phrase de passe
form-certify-passphrase-hint = Demandée de nouveau, car cet acte change qui peut lire.
form-certify-passphrase-error-required = Entrez votre phrase de passe
form-certify-code = Code
form-certify-code-hint = Les six chiffres qu’affiche maintenant votre application d’authentification.
form-certify-code-error-required = Entrez les six chiffres qu’affiche votre application d’authentification

form-admit-title = Faire entrer
form-admit-submit = Faire entrer

form-lost-title = Un collègue a perdu sa phrase de passe
form-lost-intro = Vous demandez ; un autre gardien des clés approuve. D’ici là, rien ne change.
form-lost-submit = Demander de nouvelles clés
form-lost-user = Qui l’a perdue ?
form-lost-checked = J’ai vérifié, en dehors de ce système, que c’est bien cette personne qui le demande
form-lost-checked-error-required-flag = Vérifiez qui le demande, en dehors de ce système, puis cochez la case

form-approve-lost-title = Approuver
form-approve-lost-submit = Approuver et afficher le code

done-signed = Vous avez signé. Un autre gardien des clés doit signer aussi.
done-certified = Vous avez signé, et le certificat est complet. Un membre du groupe peut maintenant faire entrer cette personne.
done-admitted = La personne est entrée. À sa prochaine session, elle pourra ouvrir ce que détient le groupe.
done-regrant-asked = Un autre gardien des clés peut maintenant approuver la demande.

code-once-title = Invitation pour { $name }
code-once-lead = Ce code ne s’affiche qu’une fois. Nous n’en gardons aucune copie.
code-once-1 = Dictez-le ou remettez-le sur papier. Ne l’envoyez pas par courriel ni par une voie que d’autres peuvent lire.
code-once-2 = Il s’utilise sous « J’ai un code d’invitation », à la page d’ouverture de session.
code-once-3 = Il sert une seule fois, pendant trois jours. S’il se perd, faites-en un autre.
code-once-done = Je l’ai transmis

refused-own-certificate = Personne ne signe son propre certificat. Un autre gardien des clés doit le faire.
refused-already-signed = Vous avez déjà signé ce certificat. Un autre gardien des clés doit signer aussi.
refused-certificate-does-not-fit = Ce certificat ne correspond pas à la clé de ce compte. Ne le signez pas et prévenez l’administrateur.
refused-own-keys = Vous ne pouvez pas demander vos propres clés. Un autre gardien des clés doit le demander, et un troisième l’approuver.
refused-already-asked = De nouvelles clés ont déjà été demandées. Un autre gardien des clés peut approuver la demande.
refused-second-officer-needed = La personne qui a fait la demande ne peut pas l’approuver. Un autre gardien des clés doit le faire.
