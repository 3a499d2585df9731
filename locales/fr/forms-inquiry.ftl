# Le formulaire d’une demande à une autorité extérieure.

form-ask-authority-title = S’adresser à une autorité extérieure
form-ask-authority-intro = Indiquez à qui vous voulez vous adresser avant de le faire. Rien n’est envoyé à un pays qui met le défenseur en danger : la tentative est refusée, consignée et vue par les superviseurs.
form-ask-authority-country = Pays de l’autorité
form-ask-authority-country-hint = Pour une ambassade ou un consulat, le pays qu’il représente.
form-ask-authority-authority = Autorité
form-ask-authority-purpose = À quelle fin
form-ask-authority-person = Au sujet de qui
form-ask-authority-asked = Ce qui est demandé
form-ask-authority-asked-hint = Et comment on évite de révéler que la personne a présenté une demande ou l’endroit où elle se trouve.
form-ask-authority-none-meant = Pourquoi aucune autorité d’un pays à ne jamais contacter n’est visée
form-ask-authority-none-meant-hint = Nécessaire si ce que vous écrivez nomme un pays d’où vient le danger, son peuple ou sa capitale. Le motif reste consigné.
form-ask-authority-submit = Consigner la demande
