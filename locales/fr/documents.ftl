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
package-title = Le dossier de recommandation
package-lead = La recommandation dans son état actuel, en un seul fichier ZIP, pour un système qui n’a que des fichiers : la page couverture et l’index, ce que dit la recommandation à l’intention des machines, chaque document tel quel et une signature qui se vérifie sans la base de données du programme. La façon de joindre la famille n’y est pas. Le fichier n’est pas chiffré : gardez-le là où personne d’autre ne peut le lire. Le télécharger est consigné.
package-take = Télécharger le dossier de recommandation (ZIP)
