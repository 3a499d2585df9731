# Documents.

documents-title = Documents
documents-caption = Documents du dossier
documents-intro = Chaque document est chiffré. Le télécharger est consigné avec votre nom; ne le gardez que le temps nécessaire.
documents-kind = Document
documents-person = Au sujet de
documents-size = Taille
documents-action = Retrait
documents-withdraw = Retirer
documents-none = Aucun document n’est encore ajouté.
documents-withdrawn = Documents retirés
size-kb = { $size } ko
size-mb = { $whole },{ $tenth } Mo
form-add-document-file-error-required-file = Choisissez un fichier
form-add-document-file-error-empty-file = Le fichier est vide. Vérifiez qu’il s’ouvre sur votre appareil, puis choisissez-le de nouveau
documents-kept = Confidentialité
