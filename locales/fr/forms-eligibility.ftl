# Les formulaires de l’admissibilité (au sens des instructions : eligibility).

form-find-element-title = Consigner une conclusion
form-find-element-intro = Un élément de la loi, pour une personne, selon la situation actuelle. La qualité de défenseur des droits de la personne n’est pas au nombre des éléments : le partenaire en a répondu.
form-find-element-person = Personne
form-find-element-element = Élément
form-find-element-finding = Conclusion
form-find-element-finding-hint = L’élément qui n’est pas établi est soumis à la personne, comme préoccupation, avant de pouvoir compter dans une décision.
form-find-element-reasons = Motifs
form-find-element-reasons-hint = Ce sur quoi vous vous fondez et pourquoi, ainsi que ce qui milite en sens contraire. Les faits s’apprécient selon la prépondérance des probabilités. Écrivez de façon que la personne puisse vous lire.
form-find-element-weighed = Comment les points à garder à l’esprit ont été appréciés
form-find-element-weighed-hint = Nécessaire si vous concluez que l’élément n’est pas établi. Reprenez un à un les points ci-dessus.
form-find-element-evidence = Documents sur lesquels vous vous fondez
form-find-element-submit = Consigner la conclusion

form-find-class-title = Consigner l’appartenance à une catégorie
form-find-class-intro = Examinez les deux catégories avant tout refus. Les membres de la famille font partie de la catégorie du demandeur principal (RIPR, art. 140).
form-find-class-person = Personne
form-find-class-class = Catégorie
form-find-class-member = La personne fait partie de cette catégorie
form-find-class-member-hint = Ne cochez pas la case si elle n’en fait pas partie.
form-find-class-reasons = Motifs
form-find-class-reasons-hint = Quels éléments sont déterminants, et pourquoi.
form-find-class-submit = Consigner la conclusion
