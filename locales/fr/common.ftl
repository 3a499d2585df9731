# Le cadre de chaque page, et les mots que toute page peut employer.

product = Safeconduct
skip = Passer au contenu principal
exit = Quitter ce site rapidement
nav = Sections principales
crumbs = Où vous êtes
signed-in-as = Session ouverte par
sign-out = Fermer la session
sign-in = Ouvrir une session
title-error = Erreur
yes = Oui
no = Non

banner-done = C’est fait
banner-info = Bon à savoir
banner-warning = Important

footer-about = Safeconduct : protéger les défenseurs des droits de la personne, de la recommandation à l’arrivée.
footer-accessibility = Accessibilité

days-today = aujourd’hui
days-tomorrow = demain
days-yesterday = hier
days-in = dans { $days } jours
days-ago = il y a { $days } jours

pages = Pages de la liste
pages-page = Page { $page }
pages-word = page
pages-previous = Précédente
pages-next = Suivante

answers-none = Sans réponse
answers-change = Modifier

form-why = Pourquoi cette question : { $provision }
form-optional = (facultatif)
form-choose = Choisissez une réponse
form-cancel = Annuler
form-date-day = Jour
form-date-month = Mois
form-date-year = Année
form-hint-date = Par exemple, 27 3 1985.
form-hint-partial-date = Par exemple, 27 3 1985. Si le jour ou le mois n’est pas connu, laissez la case vide.
form-hint-time = Sur 24 heures, par exemple 14 h 30.
form-hint-country = Écrivez son nom en français ou en anglais.
form-hint-countries = Un par case. Écrivez son nom en français ou en anglais.
form-hint-languages = Une par case, la mieux parlée d’abord.
form-hint-lines = Un élément par ligne.
form-hint-area = { $max } caractères au plus.
form-hint-choices = Choisissez toutes les réponses qui conviennent.
