
# Les formulaires des lettres.

form-sign-letter-title = Signer une lettre
form-sign-letter-intro = La lettre vous est montrée avant d’être signée.
form-sign-letter-kind = À quoi sert la lettre
form-sign-letter-language = Langue de la lettre
form-sign-letter-language-hint = La langue de correspondance de la recommandation est déjà indiquée.
form-sign-letter-person = À qui
form-sign-letter-person-hint = Au demandeur principal, sauf indication contraire.
form-sign-letter-through-partner = Elle passe par le partenaire
form-sign-letter-through-partner-hint = Cochez si le partenaire remet la lettre. Il peut alors la lire.
form-sign-letter-time = Heure de l’entrevue
form-sign-letter-time-hint = Par exemple 14 h 30.
form-sign-letter-zone = Selon quelle heure
form-sign-letter-zone-hint = Dans la langue de la lettre, par exemple « heure de Nairobi ».
form-sign-letter-place = Où se présenter, ou comment participer
form-sign-letter-place-hint = Dans la langue de la lettre. Choisissez un lieu qui ne trahit rien.
form-sign-letter-bring = Quoi apporter
form-sign-letter-bring-hint = Une chose par ligne. Rien qu’il faudrait demander aux autorités du pays d’origine.
form-sign-letter-due = Réponse au plus tard le
form-sign-letter-due-hint = Pour une lettre d’équité : le dernier jour où une réponse est reçue à temps. Pour une convocation : jusqu’à quand dire si l’on vient.
form-sign-letter-remarks = Quoi d’autre la personne devrait savoir
form-sign-letter-remarks-hint = Dans la langue de la lettre.
form-sign-letter-none-meant = Pourquoi aucune autorité d’un pays à ne jamais contacter n’est visée
form-sign-letter-none-meant-hint = Nécessaire si ce que vous écrivez nomme un pays d’où vient le danger, son peuple ou sa capitale. Le motif reste consigné et n’est pas imprimé.
form-sign-letter-submit = Signer la lettre

form-send-letter-title = Envoyer une lettre
form-send-letter-intro = Par le partenaire, la lettre arrive ici, chiffrée. Par la voie de contact sûr, vous l’envoyez vous-même et indiquez ici qu’elle est partie.
form-send-letter-letter = Lettre
form-send-letter-by = Par quelle voie
form-send-letter-on = Jour où elle est partie
form-send-letter-at-its-hours = Aux heures du contact sûr
form-send-letter-in-its-words = En commençant par les mots convenus, et sans rien de ce qui ne doit jamais être envoyé ni dit
form-send-letter-submit = Consigner l’envoi
