# Accepter une invitation : code, phrase de passe, second facteur, suite.

form-invitation-title = Utiliser votre invitation
form-invitation-intro = Votre invitation est un code de 20 lettres et chiffres. Tapez-le comme vous l’avez reçu ; les majuscules, les espaces et les tirets ne comptent pas.
form-invitation-submit = Continuer
form-invitation-code = Code d’invitation
form-invitation-code-error-required = Entrez le code de votre invitation

join-title = Préparer votre compte
join-name = Nom que verront vos collègues
join-organisation = Organisation
join-roles = Rôle

passphrase-title = Votre phrase de passe
passphrase-why = Votre phrase de passe verrouille la clé qui ouvre les dossiers. Nous ne la conservons pas et ne pouvons pas vous la renvoyer. Voici sept mots tirés au hasard pour vous :
passphrase-keep = Notez-les maintenant sur papier et gardez ce papier loin de votre ordinateur, ou utilisez un gestionnaire de mots de passe. Vous pouvez aussi choisir vos propres mots : au moins 15 caractères que personne ne pourrait deviner.
passphrase-another = Proposer d’autres mots

join-app-title = Votre second facteur
join-app = À chaque ouverture de session, vous tapez aussi un code de six chiffres fourni par une application de votre téléphone ou de votre ordinateur. Toute application d’authentification convient. Faites-lui lire cette image :
join-qr = Code QR contenant le secret pour votre application d’authentification
join-secret = Ou tapez ce secret dans l’application :
join-address = Le même sous forme d’adresse, pour les applications qui l’acceptent

join-confirm-title = Vérifier que les deux fonctionnent
form-join-title = Vérifier que les deux fonctionnent
form-join-submit = Créer mon compte
form-join-passphrase = Tapez la phrase de passe que vous utiliserez
form-join-passphrase-hint = Les sept mots ci-dessus, séparés par une seule espace, ou la vôtre.
form-join-passphrase-error-required = Tapez la phrase de passe que vous utiliserez
form-join-again = Si vous avez choisi la vôtre : la même une seconde fois
form-join-totp-code = Code
form-join-totp-code-hint = Les six chiffres qu’affiche maintenant l’application.
form-join-totp-code-error-required = Entrez les six chiffres qu’affiche l’application

error-passphrase-too-short = Utilisez au moins { $least } caractères. Si vous vouliez les sept mots, vérifiez que vous les avez tapés exactement
error-passphrase-too-long = Utilisez moins de 1 024 caractères
error-passphrase-too-plain = Utilisez davantage de caractères différents
error-passphrase-again = Ce ne sont pas les sept mots ci-dessus. Si vous avez choisi les vôtres, tapez-les ici une seconde fois ; sinon, vérifiez les mots
error-passphrase-differs = Les deux ne sont pas identiques. Tapez-les de nouveau

refused-invitation-not-open = Ce code n’ouvre aucune invitation : il est peut-être mal tapé, déjà utilisé ou vieux de plus de trois jours. Vérifiez-le, ou demandez-en un autre à la personne qui vous a invité.
refused-passphrase-too-weak = Cette phrase de passe est trop facile à deviner. Utilisez les sept mots, ou au moins 15 caractères différents de votre choix.
refused-code-does-not-fit = Le code ne correspond pas au secret. Vérifiez que l’horloge de votre téléphone est juste, attendez le code suivant et réessayez. Vos mots et votre secret n’ont pas changé.

joined-title = Votre compte est créé
joined-next = Votre clé a été créée. Des collègues doivent maintenant confirmer qu’elle est bien la vôtre.
joined-founder = Votre clé a été créée, et la racine de ce service s’en porte garante. Vous pouvez ouvrir une session avec le prochain code qu’affichera votre application.
fingerprint-later = Vous la retrouverez après avoir ouvert une session.
