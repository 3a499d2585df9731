# Avant le départ : tous les membres de la famille sont-ils déclarés?

family-title = Avant le départ : tous sont-ils déclarés?
family-not-asked = Question non posée
family-again = Question à poser de nouveau
family-ask = Personne n’a encore posé la question. Posez-la au demandeur, seul et dans une langue qu’il parle bien, avant son départ pour le Canada.
family-asked = La question a été posée à { $name } le { $date }, en : { $language }.
family-declared = Déclarés à ce jour
family-late = déclaré le { $date }, après la présentation
own-right = Ne partage pas la catégorie du demandeur principal : chaque élément est établi à l’égard de cette personne, à titre personnel.
