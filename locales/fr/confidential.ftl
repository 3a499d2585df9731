# Ce que les membres d’un dossier demandent de ne pas révéler aux autres membres de la famille.

confidential-title = Confidentiel entre membres de la famille
confidential-lead = Ce qu’un membre du dossier a demandé de ne pas révéler aux autres. Aucune lettre aux autres ne le contient. Ne remettez ni page ni document portant cette mention; seule la personne qui l’a demandée, interrogée seule, peut la lever.
confidential-none = Personne n’a demandé que quoi que ce soit reste confidentiel à l’égard des autres.
confidential-lifted = Levé depuis, avec le consentement de la personne

kept-ask = Garder confidentiel
kept-nobody = À l’égard de personne
kept-mark = Confidentiel à l’égard des autres membres de la famille, à la demande de { $name }.
kept-mark-some = Confidentiel à l’égard de { $from }, à la demande de { $name }.
kept-mark-rests = Cela repose sur ce qui est confidentiel à l’égard de { $from }.
kept-pages = Des parties de ce dossier sont confidentielles à l’égard de membres de la famille. Ne leur remettez aucune copie de page ni de document sans avoir cherché la mention.
kept-not-to-tell = Confidentiel à l’égard de { $name } : ne le dites pas, ne le citez pas, ne le laissez pas deviner
kept-asked-by = À la demande de
kept-from = À l’égard de
kept-from-all = Tous les autres membres du dossier, maintenant et plus tard
kept-asked-on = Demandé le
kept-agreed-on = Levé avec consentement le
