# Les formulaires de la recommandation : ouverture, travail, danger, déclaration, contact, consentement, documents, approbation, présentation.

## Ouverture

form-open-referral-title = Ouvrir une recommandation
form-open-referral-intro = Vous ouvrez un dossier que seul votre groupe peut lire. Rien ne sort de votre organisation avant l’approbation d’un superviseur et la présentation de la recommandation.
form-open-referral-reference = Votre propre numéro de dossier
form-open-referral-reference-hint = Le numéro qu’emploie votre organisation. Il figure dans les listes de travail : n’y mettez ni nom, ni date de naissance, ni lieu.
form-open-referral-origin = Inventaire d’où vient le cas
form-open-referral-origin-hint = Le cas repris d’un autre partenaire garde son origine.
form-open-referral-language = Langue de correspondance
form-open-referral-language-hint = La langue officielle dans laquelle le Canada écrit. L’entrevue peut se faire dans n’importe quelle langue.
form-open-referral-unhcr-number = Numéro du HCR
form-open-referral-unhcr-number-hint = Si la personne est enregistrée auprès du HCR : le numéro individuel ou celui du groupe d’enregistrement, tel qu’il est imprimé.
form-open-referral-submit = Ouvrir la recommandation

## Travail pour les droits de la personne

form-record-work-title = Travail pour les droits de la personne et persécuteurs
form-record-work-intro = Votre organisation est seule à établir qu’une personne a la qualité de défenseur des droits de la personne. Au Canada, l’agent lit ceci pour comprendre la demande de protection; il ne se prononce pas de nouveau sur cette qualité.
form-record-work-categories = Domaines de travail
form-record-work-categories-hint = Il s’agit des droits défendus, jamais de l’identité de la personne.
form-record-work-description = Ce que fait la personne
form-record-work-description-hint = Ce qu’elle fait ou a fait, à quel endroit, depuis quand et pour qui. Ne nommez des collègues, des sources ou des personnes aidées que si la demande est incompréhensible autrement.
form-record-work-persecutors = Auteurs de la persécution
form-record-work-persecutors-hint = La police, l’armée et les fonctionnaires sont des acteurs étatiques; un groupe armé, une entreprise, des proches ou des voisins n’en sont pas.
form-record-work-persecutors-who = Qui ils sont et jusqu’où ils peuvent agir
form-record-work-persecutors-who-hint = De quelle autorité, de quel groupe ou de quelle personne il s’agit, et s’ils peuvent atteindre la personne là où elle vit actuellement.
form-record-work-adverse-countries = Pays dont les autorités ne doivent jamais être contactées
form-record-work-adverse-countries-hint = Au moins le pays de persécution, et tout pays qui lui transmettrait l’information. Aucun bureau de migration situé dans l’un de ces pays ne peut être choisi, et les agents sont avisés de n’y contacter personne.
form-record-work-adverse-countries-error-required = Indiquez au moins le pays de persécution
form-record-work-submit = Enregistrer

## Danger

form-record-risk-title = Danger et solution durable
form-record-risk-intro = N’écrivez ici ni où se trouve la personne ni comment la joindre : cela va dans le contact sûr, et nulle part ailleurs.
form-record-risk-description = Ce qui s’est produit et ce qui est craint
form-record-risk-description-hint = Menaces, agressions, arrestations, surveillance : quoi, vers quand, par qui, et ce que la personne craint aujourd’hui. Les dates peuvent être approximatives.
form-record-risk-in-asylum = Danger dans le pays d’asile
form-record-risk-in-asylum-hint = Si les persécuteurs peuvent y agir, si la personne risque d’être renvoyée, si elle doit se cacher. On voit ainsi qui ne peut pas attendre.
form-record-risk-durable-solution = Pourquoi aucune solution durable n’est possible ailleurs
form-record-risk-durable-solution-hint = Pourquoi la personne ne peut ni rentrer chez elle, ni s’intégrer là où elle est, ni être réinstallée dans un autre pays. N’être en sécurité qu’en renonçant à défendre les droits de la personne, ou que loin de l’endroit où elle les défend, n’est pas une solution durable.
form-record-risk-charges = Accusations et condamnations
form-record-risk-charges-hint = Tout ce que vous savez, avec votre propre appréciation : les accusations servent souvent à punir la défense des droits de la personne. Si vous n’en connaissez aucune, écrivez « aucune connue ». Ne demandez rien aux autorités d’un pays hostile.
form-record-risk-interview = Ce que doit savoir la personne qui mènera l’entrevue
form-record-risk-interview-hint = Tout ce qui permet à la personne de rester en sécurité et de parler : déplacement impossible ou dangereux, traumatisme, présences à éviter, interprète à choisir ou à écarter.
form-record-risk-submit = Enregistrer

## Déclaration

form-record-declaration-title = Déclaration et représentant
form-record-declaration-intro = Ce que le demandeur principal atteste par sa signature. Un proche qui n’est pas inscrit maintenant pourrait ne pas pouvoir rejoindre la famille plus tard : prenez le temps de l’expliquer.
form-record-declaration-all-family-declared = Tous les membres de la famille sont inscrits, qu’ils accompagnent ou non le demandeur
form-record-declaration-all-family-declared-hint = L’époux ou le conjoint de fait et chaque enfant, y compris ceux qui ont disparu, qui sont détenus ou dont quelqu’un d’autre prend soin. Ne cochez la case que lorsque c’est le cas.
form-record-declaration-signed-on = Jour de la signature du demandeur principal
form-record-declaration-signed-on-hint = En signant, le demandeur atteste que les renseignements fournis sont exacts et complets.
form-record-declaration-representative = Le demandeur est-il représenté ou conseillé?
form-record-declaration-representative-hint = Par un avocat, un consultant ou toute autre personne qui agit pour lui dans cette demande ou qui le conseille à son sujet.
form-record-declaration-representative-details = Qui le représente ou le conseille
form-record-declaration-representative-details-hint = À remplir s’il y a lieu : nom, adresse postale et numéro de téléphone. Pour une personne rétribuée, ajoutez l’organisme dont elle est membre et son numéro de membre.
form-record-declaration-interview-languages = Langues d’entrevue
form-record-declaration-interview-languages-hint = Les langues dans lesquelles le demandeur peut parler librement.
form-record-declaration-submit = Enregistrer

## Contact sûr

form-set-contact-title = Contact sûr
form-set-contact-intro = Comment joindre la personne sans mettre quiconque en danger. Ces renseignements sont scellés à part du reste du dossier et peuvent être modifiés tant que vous en êtes responsable.
form-set-contact-address = Où vit la personne actuellement
form-set-contact-address-hint = Le Règlement l’exige. Seuls les bureaux responsables du dossier peuvent l’ouvrir.
form-set-contact-channel = Seul moyen à employer
form-set-contact-channel-hint = Par exemple une application et un numéro, ou votre organisation. Personne ne doit en essayer un autre.
form-set-contact-hours = Quand l’employer
form-set-contact-hours-hint = Jours, heures et fuseau horaire, et les moments où un message serait dangereux.
form-set-contact-code-word = Ce qu’il faut dire d’abord
form-set-contact-code-word-hint = Un mot ou une question convenus avec la personne, pour qu’elle sache qui s’adresse à elle.
form-set-contact-never = Ce qu’il ne faut jamais envoyer ni dire
form-set-contact-never-hint = Par exemple aucune lettre, aucun message vocal, aucune mention du Canada ou de votre organisation.
form-set-contact-submit = Enregistrer

## Consentement

form-record-consent-title = Consigner un consentement
form-record-consent-intro = On interroge chaque adulte en privé, dans une langue qu’il comprend, après lui avoir dit à quoi sert la recommandation et qui verra quoi. Le consentement est libre : dites-lui qu’il peut refuser.
form-record-consent-person = Qui consent
form-record-consent-given-on = Jour du consentement
form-record-consent-manner = Comment il a été donné
form-record-consent-outcome-to-partner = Votre organisation peut être avisée de l’issue
form-record-consent-outcome-to-partner-hint = L’issue seulement, jamais les motifs. Ne cochez pas la case si la personne ne le souhaite pas.
form-record-consent-submit = Consigner le consentement

## Documents

form-add-document-title = Ajouter un document
form-add-document-intro = Le fichier est chiffré avant d’être conservé. Vérifiez d’abord s’il montre le nom, le visage ou le domicile de personnes qui n’ont pas accepté d’y figurer. Ne demandez jamais un document manquant aux autorités d’un pays hostile : écrivez plutôt pourquoi il n’y en a pas.
form-add-document-kind = Type de document
form-add-document-person = Personne concernée
form-add-document-person-hint = N’indiquez personne s’il concerne tout le dossier.
form-add-document-file = Fichier
form-add-document-file-hint = Jusqu’à 100 Mo. Son nom est scellé lui aussi.
form-add-document-submit = Ajouter le document

form-withdraw-document-title = Retirer un document
form-withdraw-document-intro = Le document n’est plus dans le dossier présenté, mais il reste consigné qu’il y était. S’il met quelqu’un en danger, dites-le ici et prévenez votre superviseur : quiconque l’a ouvert l’a vu.
form-withdraw-document-document = Document
form-withdraw-document-reason = Motif du retrait
form-withdraw-document-submit = Retirer le document

## Approbation et présentation

form-request-approval-title = Demander l’approbation
form-request-approval-intro = Un superviseur qui n’a rien écrit dans la recommandation la lit, l’approuve et atteste que le demandeur principal est un défenseur des droits de la personne. Si la recommandation est modifiée ensuite, l’approbation doit être demandée de nouveau.
form-request-approval-submit = Demander l’approbation

form-send-back-title = Renvoyer la recommandation
form-send-back-reason = Ce qui doit changer
form-send-back-reason-hint = Soyez précis : c’est ce que l’intervenant verra en premier dans le dossier.
form-send-back-submit = Renvoyer

form-attest-title = Approuver et attester
form-attest-intro = Vous engagez la parole de votre organisation. Au Canada, l’agent s’y fie et se prononce sur tout le reste, mais non sur ce point.
form-attest-grounds = Motifs, en résumé
form-attest-grounds-hint = Ce qui emporte votre conviction : le travail, la façon dont il a été vérifié, le danger. Ne nommez pas une source que cela mettrait en danger.
form-attest-confirmed = Au nom de mon organisation, j’atteste que le demandeur principal est un défenseur des droits de la personne, qu’il agit par des moyens pacifiques et qu’il est en danger en raison de ce travail
form-attest-confirmed-error-required-flag = Cochez la case pour engager la parole de votre organisation
form-attest-submit = Approuver et attester

form-submit-title = Présenter la recommandation
form-submit-intro = La recommandation est soumise au Centre des opérations de réinstallation à Ottawa. Le jour où elle est faite devient la date de la recommandation, qui détermine l’âge des enfants (RIPR, art. 25.1(7)). Tant que le Centre ne l’a pas acceptée, vous pouvez la reprendre.
form-submit-submit = Présenter la recommandation

form-answer-deficiency-title = Répondre à la liste de ce qui manque
form-answer-deficiency-intro = Ajoutez d’abord ce qui manque, puis avisez le Centre. Une recommandation modifiée entre-temps doit être approuvée de nouveau par un superviseur.
form-answer-deficiency-note = Ce que vous avez ajouté ou modifié
form-answer-deficiency-note-hint = Point par point. Si un élément ne peut être obtenu sans danger, dites-le et dites pourquoi : nul ne doit être mis en danger pour remplir un formulaire.
form-answer-deficiency-submit = Envoyer la réponse
