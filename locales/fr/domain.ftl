# Les mots du domaine : étapes, rôles, actes, événements, résultats.

## Étapes

stage-none = Non commencé
stage-preparing = En préparation
stage-awaiting-approval = En attente d’approbation
stage-attested = Approuvé, prêt à présenter
stage-submitted = Présenté
stage-held = En attente de compléments
stage-file-created = Dossier créé
stage-in-transfer = Offert à un bureau
stage-assessment = À l’étude
stage-decided = Décidé
stage-withdrawn = Clos sans décision

## Rôles

role-caseworker = Intervenant
role-supervisor = Superviseur
role-intake-officer = Agent de réception
role-migration-officer = Agent de migration
role-designated-officer = Agent désigné
role-planner = Planificateur
role-auditor = Vérificateur
role-key-officer = Gardien des clés
role-administrator = Administrateur

## Personnes

relationship-principal-applicant = Demandeur principal
relationship-spouse = Époux ou épouse
relationship-common-law-partner = Conjoint ou conjointe de fait
relationship-dependent-child = Enfant à charge
relationship-child-of-dependent-child = Enfant à charge d’un enfant à charge
relationship-de-facto-dependant = Personne à charge de fait
relationship-other-relative = Autre proche

sex-female = Féminin
sex-male = Masculin
sex-another = Autre genre
sex-unstated = Non précisé

marital-status-single = Célibataire
marital-status-married = Marié ou mariée
marital-status-common-law = En union de fait
marital-status-separated = Séparé ou séparée
marital-status-divorced = Divorcé ou divorcée
marital-status-widowed = Veuf ou veuve

## Recommandation

correspondence-en = Anglais
correspondence-fr = Français

representative-none = Non, par personne
representative-yes = Oui

consent-manner-written = Par écrit
consent-manner-spoken = De vive voix

number-kind-g-number = Numéro de dossier (numéro G)
number-kind-uci = Numéro d’identification unique du client (IUC)
number-kind-unhcr-individual = Numéro individuel du HCR
number-kind-unhcr-group = Numéro de groupe d’enregistrement du HCR
number-kind-partner = Numéro de dossier du partenaire
number-kind-other = Autre numéro

urgency-emergency = Urgence extrême
urgency-urgent = Urgent
urgency-normal = Normal

## Étude

mode-in-person = En personne
mode-video = Par vidéo
mode-waived = Sans entrevue

interpreter-woman = Une femme
interpreter-man = Un homme

finding-met = Établi
finding-not-met = Non établi
finding-not-asked = Non exigé de cette personne

class-convention = Catégorie des réfugiés au sens de la Convention outre-frontières
class-country-of-asylum = Catégorie de personnes de pays d’accueil

outcome-pending = Demandé, sans réponse
outcome-passed = Rien contre la personne
outcome-concern = Préoccupation
outcome-exempt = Dispense prévue par la loi

concern-manner-interview = À une entrevue
concern-manner-letter = Par lettre

verdict-approved = Approbation
verdict-refused = Refus

task-interview = Entrevue

task-state-not-started = Non commencée
task-state-waiting = En attente
task-state-done = Close
task-state-concern = Préoccupation
task-state-expired = Échue
task-state-overridden = Laissée ouverte volontairement

## Ce qui est tenu à part

compartment-contact = Contact sûr
compartment-core = Dossier
compartment-documents = Documents
compartment-internal = Étude
compartment-intake = Réception seule

## Ce que l’en-tête en clair dit d’une inscription

entry-class-referral = Recommandation
entry-class-intake = Réception
entry-class-assessment = Étude
entry-class-decision = Décision
entry-class-departure = Départ
entry-class-after-arrival = Après l’arrivée
entry-class-access = Accès
entry-class-administration = Administration

## Actes, comme lien ou bouton

act-open-referral = Ouvrir une recommandation
act-record-work = Travail pour les droits de la personne et persécuteurs
act-record-risk = Danger et solution durable
act-record-declaration = Déclaration et représentant
act-set-contact = Contact sûr
act-add-person = Ajouter une personne
act-change-person = Modifier les renseignements
act-remove-person = Retirer du dossier
act-record-consent = Consigner un consentement
act-add-document = Ajouter un document
act-withdraw-document = Retirer le document
act-request-approval = Demander l’approbation
act-send-back = Renvoyer
act-attest = Approuver et attester
act-submit = Présenter la recommandation
act-answer-deficiency = Répondre à la liste de ce qui manque
act-return-referral = Retourner la recommandation
act-hold-referral = Mettre en attente avec une liste
act-accept-referral = Accepter et créer le dossier
act-record-number = Inscrire un numéro
act-choose-office = Choisir le bureau
act-transfer = Offrir le dossier au bureau
act-accept-transfer = Accepter le dossier
act-refuse-transfer = Refuser le transfert
act-recall-transfer = Reprendre le dossier
act-reassign = Attribuer à un collègue
act-plan-interview = Planifier l’entrevue
act-sign-notes = Signer les notes d’entrevue
act-add-addendum = Ajouter aux notes
act-find-element = Consigner une conclusion
act-find-class = Consigner l’appartenance à une catégorie
act-record-check = Consigner un résultat
act-put-concern = Soumettre une préoccupation
act-answer-concern = Consigner la réponse
act-raise-status-query = Poser une question sur la qualité de défenseur
act-answer-status-query = Consigner la réponse à la question
act-override-task = Laisser une tâche ouverte
act-decide = Décider
act-set-urgency = Fixer la priorité
act-withdraw = Clore sans décision

## Événements, comme ligne de la chronologie

event-opened = Recommandation ouverte
event-work-recorded = Travail pour les droits de la personne et persécuteurs consignés
event-risk-recorded = Danger et solution durable consignés
event-declaration-recorded = Déclaration consignée
event-contact-set = Contact sûr établi
event-person-added = Personne ajoutée
event-person-changed = Renseignements sur une personne modifiés
event-person-removed = Personne retirée du dossier
event-consent-recorded = Consentement consigné
event-document-added = Document ajouté
event-document-withdrawn = Document retiré
event-approval-requested = Approbation demandée
event-sent-back = Renvoyé à l’intervenant
event-attested = Approuvé; qualité de défenseur des droits de la personne attestée par le partenaire
event-submitted = Présenté au Centre des opérations de réinstallation
event-deficiency-answered = Réponse donnée à la liste de ce qui manque
event-returned = Retourné au partenaire
event-held = Mis en attente avec la liste de ce qui manque
event-file-created = Accepté, dossier créé
event-number-recorded = Numéro inscrit
event-office-chosen = Bureau de migration choisi
event-offered-to-office = Offert au bureau de migration
event-transfer-accepted = Accepté par le bureau de migration
event-transfer-refused = Transfert refusé
event-transfer-recalled = Repris
event-assigned = Attribué à un agent
event-interview-planned = Entrevue planifiée
event-notes-signed = Notes d’entrevue signées
event-addendum-signed = Ajout aux notes d’entrevue signé
event-element-found = Conclusion sur un critère d’admissibilité consignée
event-class-found = Conclusion sur l’appartenance à une catégorie consignée
event-check-recorded = Résultat d’une vérification relative à l’interdiction de territoire consigné
event-concern-put = Préoccupation soumise à la personne
event-concern-answered = Réponse à une préoccupation consignée
event-status-queried = Question posée sur la qualité de défenseur
event-status-answered = Réponse reçue sur la qualité de défenseur
event-task-overridden = Tâche laissée ouverte volontairement
event-decided = Décision signée
event-notice-given = Avis de l’issue donné
event-urgency-set = Priorité fixée
event-withdrawn = Clos sans décision
event-looked = Dossier ouvert par un lecteur

act-record-interpreter = Inscrire l’interprète
act-log-answer = Consigner une question et sa réponse
act-note-discrepancy = Relever une contradiction
act-put-discrepancy = La soumettre à la personne
act-settle-discrepancy = En indiquer l’issue
event-interpreter-recorded = Interprète inscrit
event-answer-logged = Question et réponse consignées
event-discrepancy-noted = Contradiction relevée
event-discrepancy-put = Contradiction soumise à la personne
event-discrepancy-settled = Contradiction close
task-discrepancies = Contradictions
discrepancy-resolved = Résolue
discrepancy-left = Restée inexpliquée
sameness-same-person = La même personne
sameness-another-person = Pas la même personne
sameness-open = Inconnu : revenir sur ce qui a été dit

act-ask-authority = S’adresser à une autorité extérieure
event-authority-asked = Demande à une autorité consignée
event-inquiry-barred = Demande à une autorité refusée
purpose-police-certificate = Un certificat de police
purpose-verification = Confirmer un fait ou un document
purpose-travel = Une réservation, un permis, un laissez-passer
purpose-other = Autre chose

act-extend-time = Prolonger le délai de réponse
act-sign-letter = Signer une lettre
act-send-letter = L’envoyer
event-time-extended = Délai de réponse prolongé
event-letter-signed = Lettre signée
event-letter-sent = Lettre envoyée
letter-acknowledgement = Accusé de réception de la recommandation
letter-return = Renvoi d’une recommandation incomplète
letter-invitation = Convocation à une entrevue
letter-fairness = Lettre d’équité procédurale
letter-approval = Lettre d’approbation
letter-refusal = Lettre de refus
letter-outcome = Avis de l’issue au partenaire
letter-language-en = Anglais
letter-language-fr = Français
channel-protocol = Par la voie de contact sûr
channel-partner = Par le partenaire, ici

act-review-decision = Lire la décision comme deuxième personne
act-reconsider = Consigner une demande de réexamen
act-record-leave-application = Consigner une demande d’autorisation
act-record-court-outcome = Consigner l’issue de la demande d’autorisation
event-decision-reviewed = Décision lue par une deuxième personne
event-reconsidered = Demande de réexamen
event-leave-sought = Demande d’autorisation à la Cour fédérale
event-court-ended = Fin d’une demande d’autorisation
opinion-agrees = Elle peut être maintenue
opinion-gives-back = La rendre, pour qu’elle soit revue
reconsidered-reopened = La décision est rouverte
reconsidered-stands = La décision est maintenue
act-open-conviction = Ouvrir une fiche
act-record-equivalence = Comparer un élément
act-record-context = Consigner le contexte donné par le partenaire
act-conclude-conviction = Conclure la fiche
act-reopen-conviction = La rouvrir
act-consider-relief = Envisager une mesure
event-conviction-opened = Fiche ouverte sur une déclaration de culpabilité ou une accusation
event-equivalence-recorded = Élément d’une infraction comparé au droit canadien
event-context-recorded = Contexte donné par le partenaire consigné
event-conviction-concluded = Fiche sur une déclaration de culpabilité conclue
event-conviction-reopened = Fiche sur une déclaration de culpabilité rouverte
event-relief-considered = Mesure envisagée
task-convictions = Déclarations de culpabilité et accusations
nature-conviction = Déclaration de culpabilité
nature-charge = Accusation
told-by-applicant = La personne
told-by-partner = Le partenaire qui a recommandé
told-by-document = Un document au dossier
told-by-check-result = Le résultat d’une vérification
told-by-public = Des sources publiques
told-by-authority = Les autorités de ce pays, ou ce qui vient d’elles
likeness-matched = Il a son pareil
likeness-unmatched = Il n’en a pas
prosecution-summary = Par procédure sommaire seulement
prosecution-indictment = Par mise en accusation seulement
prosecution-hybrid = Par l’une ou l’autre : assimilée à l’infraction punissable par mise en accusation
conviction-no-equivalent = Pas d’infraction équivalente au Canada
conviction-illegitimate = Équivalente, mais illégitime ou constituant une persécution
conviction-excluded = Exclue par la loi : acquittement, suspension du casier, réadaptation, contravention ou jeune contrevenant
conviction-not-established = Non établie
conviction-serious-criminality = Emporte interdiction de territoire pour grande criminalité
conviction-criminality = Emporte interdiction de territoire pour criminalité
act-assess-afresh = Apprécier à nouveau
event-assessed-afresh = Dossier apprécié à nouveau
task-fresh-assessment = Nouvelle appréciation
hearing-again = La personne a été entendue de nouveau
hearing-not-needed = La personne n’a pas été entendue de nouveau

act-keep-confidential = Garder un renseignement confidentiel
act-check-earlier = Chercher d’autres dossiers de la même personne
act-settle-match = Dire s’il s’agit de la même personne
act-lift-confidence = Lever la confidentialité
act-declare-person = Consigner un membre de la famille déclaré après la présentation
act-confirm-declaration = Demander si tous sont déclarés
event-kept-confidential = Gardé confidentiel à l’égard des autres membres de la famille
event-earlier-checked = Autres dossiers de la même personne cherchés
event-check-capped = Refusé : trop de recherches d’autres dossiers
event-match-settled = Dit si un autre dossier concerne la même personne
event-confidence-lifted = Confidentialité levée avec consentement
event-person-declared = Membre de la famille déclaré après la présentation
event-declaration-confirmed = Question posée : tous sont-ils déclarés?

item-work = Travail pour les droits de la personne, selon la recommandation
item-risk = Le danger, selon la recommandation
item-document = Document
item-answer = Réponse à l’entrevue
item-notes = Notes d’entrevue
item-discrepancy = Contradiction
item-concern = Préoccupation
item-conviction = Fiche sur une condamnation
item-kept = Confidentiel à l’égard des autres membres de la famille

family-all-declared = Tous les membres de la famille sont déclarés
family-somebody-missing = Il manque quelqu’un
