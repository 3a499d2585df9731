# Autres dossiers qui peuvent concerner la même personne : les chercher et dire ce que l’on sait.

form-check-earlier-title = Chercher d’autres dossiers de la même personne
form-check-earlier-intro = Les personnes de ce dossier sont comparées à celles de tous les dossiers reçus par le Centre, au moyen d’empreintes qui ne disent rien de personne. Votre vérification est consignée, et leur nombre par heure est limité.
form-check-earlier-submit = Vérifier

form-settle-match-title = Dire s’il s’agit de la même personne
form-settle-match-intro = Votre réponse est consignée dans ce dossier, pour la seule réception, et rien n’est fusionné ni modifié dans aucun des deux dossiers. Vous pourrez dire autre chose plus tard ou revenir dessus.
form-settle-match-other = Autre dossier
form-settle-match-sameness = Ce que l’on sait
form-settle-match-reason = Comment vous le savez
form-settle-match-reason-hint = À qui vous l’avez demandé, et la réponse reçue.
form-settle-match-submit = Consigner
