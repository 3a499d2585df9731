# La déclaration d’accessibilité.

accessibility-title = Accessibilité
accessibility-lead = Safeconduct est fait pour toutes les personnes qui doivent l’utiliser, quels que soient leur appareil, leur connexion ou leur façon de lire.
accessibility-standard-title = Ce que nous visons
accessibility-standard = Chaque page est écrite pour respecter les Règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveau AA, en français et en anglais.
accessibility-works-title = Comment vous pouvez l’utiliser
accessibility-works-1 = Aucune page n’a besoin de JavaScript. Tout fonctionne dans le navigateur Tor à son niveau le plus sûr et dans les navigateurs en mode texte.
accessibility-works-2 = Tout peut se faire au clavier seul, et l’endroit où vous êtes est toujours marqué.
accessibility-works-3 = Le texte peut être agrandi à 400 % sans que rien ne soit coupé. Les pages tiennent sur un téléphone et peuvent être imprimées.
accessibility-works-4 = La couleur n’est jamais le seul signe de quoi que ce soit.
accessibility-works-5 = Les noms et les textes peuvent être écrits dans toute écriture, de gauche à droite ou de droite à gauche.
accessibility-limits-title = Ce que nous savons imparfait
accessibility-limits = Les documents envoyés par d’autres, comme les numérisations de pièces d’identité, sont montrés tels quels. Un lecteur d’écran ne peut pas toujours les lire.
accessibility-tell-title = Dites-le-nous
accessibility-tell = Si quelque chose vous fait obstacle, dites-le à la personne qui gère votre Safeconduct ou à votre interlocuteur. Vous pouvez aussi demander toute page sous une autre forme.
