# La piste des actes et des consultations.

audit-title = Piste de vérification
audit-lead = Qui a fait quoi, et qui a consulté quoi. Vous voyez le nom des actes, jamais leur contenu : aucun dossier ne peut être ouvert ici, et votre propre lecture est consignée aussi.
audit-all = Inscriptions les plus récentes
audit-found = Ce qui a été trouvé
audit-show-all = Afficher toute la piste
audit-none = Aucune inscription ne correspond.
audit-seq = Numéro
audit-when = Quand
audit-who = Qui
audit-what = Quoi
audit-where = Où
audit-case = Dossier
audit-older = Inscriptions plus anciennes
audit-nobody = Aucune session ouverte
audit-not-told = Non communiqué aux vérificateurs
audit-place-message = Message
audit-place-directory = Répertoire

form-audit-title = Chercher un dossier ou une personne
form-audit-submit = Chercher
form-audit-case = Dossier
form-audit-case-hint = Les 32 lettres et chiffres qui le désignent dans cette liste. Pour vérifier un numéro de dossier d’un partenaire, demandez cet identifiant au groupe.
form-audit-actor = Personne
error-case-id = Entrez les 32 lettres et chiffres qui désignent le dossier dans cette liste
error-one-of-two = Cherchez un dossier ou une personne, pas les deux

message-notice-sent = Avis envoyé à un autre groupe
message-counted = Jalon compté pour la direction de la planification

looked-case = Le dossier
looked-documents = Ses documents
looked-document = Un document
looked-persons = Les personnes
looked-person = Une personne
looked-timeline = Son historique
looked-tracking = La page de suivi
looked-audit = La piste de vérification
looked-notices = Les avis

directory-organisation-made = Organisation créée
directory-group-made = Groupe créé
directory-invited = Invitation créée
directory-joined = Invitation utilisée, clé créée
directory-certified = Certificat signé par un gardien des clés
directory-group-opened = Clés d’un groupe créées
directory-admitted = Membre admis dans un groupe
directory-account-closed = Compte désactivé
directory-regrant-asked = Nouvelles clés demandées après une perte
directory-regrant-approved = Nouvelles clés approuvées après une perte
directory-passphrase-changed = Phrase de passe changée
directory-delegated = Pouvoir de décision délégué
directory-delegation-ended = Fin d’un pouvoir de décision
directory-signed-in = Session ouverte
directory-sign-in-failed = Échec d’ouverture de session
directory-signed-out = Session fermée
directory-looked-at = Consultation
directory-spaces-moved = Places de l’allocation annuelle prises ou rendues
directory-taken-in = Clés et messages reçus
directory-rebuilt = Listes refaites à partir du journal
