# Premier contact : une personne sans compte s’adresse à un partenaire; et le bureau du partenaire.

first-contact-title = Premier contact
first-contact-lead = Êtes-vous en danger parce que vous défendez les droits de la personne? Vous pouvez écrire ici à une organisation qui recommande des personnes au volet du Canada pour les défenseurs des droits de la personne. Aucun compte n’est nécessaire.
first-contact-alone = Ce que vous écrivez est chiffré pour cette seule organisation. Le gouvernement du Canada ne le voit pas.
first-contact-have-code = J’ai un code de reçu
first-contact-criteria-link = Lire qui elle peut aider, et écrire
first-contact-criteria = Qui elle peut aider
first-contact-not = Ce que ce n’est pas
first-contact-safety = Avant d’écrire
first-contact-safety-device = Utilisez un appareil que personne d’autre ne lit : ni celui de votre travail, ni celui d’un café, ni un appareil qui vous a déjà été pris.
first-contact-safety-window = Ouvrez cette page dans une fenêtre privée et fermez la fenêtre quand vous avez fini.
first-contact-safety-line = Qui surveille votre ligne peut voir que vous avez visité ce site, mais non ce que vous écrivez. Le navigateur Tor cache cela aussi.
first-contact-safety-leave = « Quitter ce site rapidement », en haut, vous fait partir aussitôt.
first-contact-begin = Écrire
first-contact-code = Votre code de reçu
first-contact-code-why = Notez-le maintenant, là où personne ne le cherchera, avant d’envoyer quoi que ce soit. Grâce à lui, vous reviendrez lire la réponse. Nous n’en gardons aucune copie : s’il est perdu, personne ne peut le retrouver. Si la ligne se coupe pendant l’envoi, revenez avec ce code ou envoyez de nouveau : cela compte une seule fois.
first-contact-code-again = Avec ce code, et seulement avec lui, vous revenez ici. Ne l’envoyez à personne, pas même à nous.
first-contact-read-by = Lu par les intervenants de { $partner }, et par personne d’autre.
first-contact-thread = Ce qui a été dit
first-contact-said = Messages, du plus récent au plus ancien
first-contact-you = Vous
first-contact-they = La personne
first-contact-wrote = Ajout
first-contact-answered = Réponse
first-contact-file = Fichier
first-contact-bytes = { $count ->
    [one] { $count } octet
   *[other] { $count } octets
}
first-contact-only-here = Seulement ici, quand je reviens avec mon code
first-contact-taken-up = Nous avons commencé à préparer une recommandation avec vous. Ce n’est pas une promesse : un agent du gouvernement du Canada décide. Nous vous écrivons ici, ou par la voie sûre que vous avez choisie.
first-contact-gone = Tout est détruit
first-contact-gone-more = Ce que vous avez écrit, les réponses et vos fichiers sont détruits. Le code n’ouvre plus rien. Vous pouvez fermer cette fenêtre.
first-contact-take-file = Obtenir le fichier
first-contact-begun = Recommandation commencée
first-contact-told-back = Réponse donnée
first-contact-waits = Attend une réponse
first-contact-declined = Sans suite
first-contact-nameless = Sans nom
first-contact-desk-title = Premier contact
first-contact-case = La recommandation qui a été commencée
first-contact-decline-where = Pour ne pas y donner suite, choisissez-le dans la liste :

first-contacts-title = Premiers contacts
first-contacts-lead = Des personnes sans compte qui se sont adressées à vous. Celles qui attendent viennent en premier. Votre consultation est inscrite au journal.
first-contacts-none = Personne n’a écrit, ou chacun a reçu une réponse.
first-contacts-choose = Choisissez ceux auxquels ne pas donner suite
first-contacts-open = Lire et répondre
first-contacts-decline = Ne pas donner suite à ceux choisis
first-contacts-decline-lead = Ce que ces personnes ont écrit et leurs fichiers sont détruits aussitôt, pour de bon. Il ne reste que la réponse, que chacune lit avec son code de reçu.
first-contacts-reason = Pourquoi
first-contacts-told = La personne lit : { $words }
first-contacts-decline-submit = Ne pas donner suite, et détruire
first-contacts-none-chosen = Choisissez-en au moins un
first-contacts-no-reason = Choisissez pourquoi

nav-first-contacts = Premiers contacts
sign-in-first-contact = Vous défendez les droits de la personne et êtes en danger? Aucun compte n’est nécessaire : premier contact

done-first-contact-sent = C’est arrivé. Avez-vous noté votre code de reçu?
done-first-contact-added = C’est ajouté.
done-first-contact-channel-changed = L’autre façon de vous joindre est notée.
done-first-contact-file = Le fichier est arrivé.
done-first-contact-answered = Votre réponse peut être lue avec le code de reçu.
done-first-contact-taken-up = La recommandation est commencée. Les fichiers venus avec le premier contact sont parmi ses documents.
done-first-contacts-declined = Sans suite. Ce que ces personnes ont écrit est détruit, et elles peuvent lire pourquoi.

form-first-contact-title = Écrire
form-first-contact-intro = Dites ce que vous pouvez. Laissez toute question facultative; vous pourrez ajouter des choses plus tard.
form-first-contact-name = Comment pouvons-nous vous appeler?
form-first-contact-name-hint = Ce n’est pas forcément votre nom.
form-first-contact-work = Que faites-vous pour défendre les droits de la personne?
form-first-contact-references = Qui pourrait attester de ce travail?
form-first-contact-references-hint = Des organisations ou des personnes. Nous n’interrogeons personne avant de vous l’avoir demandé.
form-first-contact-danger = Que vous est-il arrivé, et de quoi êtes-vous en danger?
form-first-contact-left = Quel pays avez-vous quitté, ou devez-vous quitter?
form-first-contact-country = Dans quel pays êtes-vous maintenant?
form-first-contact-persons = Combien êtes-vous, avec votre famille?
form-first-contact-language = Dans quelle langue devons-nous répondre?
form-first-contact-reach = Comment pouvons-nous vous joindre en sécurité?
form-first-contact-reach-hint = Une messagerie, une adresse, une personne de confiance. Laissez ce champ vide si vous préférez revenir ici avec votre code.
form-first-contact-hours = À quelles heures?
form-first-contact-never = Que ne devons-nous jamais dire ni faire?
form-first-contact-never-hint = Par exemple : ne jamais laisser de message; ne jamais dire pourquoi on appelle.
form-first-contact-understood = J’ai lu qui cela peut aider et ce que ce n’est pas
form-first-contact-submit = Envoyer

form-first-contact-return-title = Revenir avec votre code de reçu
form-first-contact-return-intro = Trente chiffres. Les espaces n’importent pas, et les chiffres de toute écriture conviennent.
form-first-contact-return-code = Code de reçu
form-first-contact-return-submit = Ouvrir

form-first-contact-more-title = Écrire encore
form-first-contact-more-text = Que voulez-vous ajouter?
form-first-contact-more-submit = Ajouter

form-first-contact-channel-title = Une autre façon sûre de vous joindre
form-first-contact-channel-reach = Comment pouvons-nous vous joindre en sécurité?
form-first-contact-channel-hours = À quelles heures?
form-first-contact-channel-never = Que ne devons-nous jamais dire ni faire?
form-first-contact-channel-submit = Utiliser désormais

form-first-contact-file-title = Envoyer un fichier
form-first-contact-file-file = Fichier
form-first-contact-file-file-hint = Jusqu’à 20 Mo. Une photo peut dire où et quand elle a été prise : si cela doit rester caché, envoyez une photo de la photo.
form-first-contact-file-file-error-no-file = Choisissez un fichier
form-first-contact-file-file-error-empty-file = Le fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis choisissez-le de nouveau
form-first-contact-file-submit = Envoyer le fichier

form-first-contact-take-back-title = Tout reprendre
form-first-contact-take-back-intro = Ce que vous avez écrit, les réponses et vos fichiers sont détruits aussitôt. Personne ne peut les rétablir.
form-first-contact-take-back-sure = Tout détruire
form-first-contact-take-back-submit = Reprendre

form-first-contact-answer-title = Répondre
form-first-contact-answer-text = Ce que la personne lit
form-first-contact-answer-text-hint = Elle le lit sur un écran que d’autres peuvent voir. Ne nommez personne.
form-first-contact-answer-submit = Envoyer la réponse

form-first-contact-take-up-title = Commencer une recommandation
form-first-contact-take-up-intro = Cela ouvre un dossier chez vous. Les fichiers deviennent des documents du dossier; ce que la personne a écrit reste ici, pour être demandé de nouveau dans ses propres mots.
form-first-contact-take-up-reference = Votre numéro de dossier
form-first-contact-take-up-language = Langue de correspondance
form-first-contact-take-up-submit = Commencer
