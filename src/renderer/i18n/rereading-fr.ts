/** Reading the kept lines of imports again, and going back to a day, in French. */
export const rereadingFr = {
  action: 'Relire les lignes',
  actionOf: 'Relire les lignes de {{name}}',
  lead_one:
    'La ligne d’origine a été gardée : elle est relue avec les règles et la correspondance d’aujourd’hui. Ce qui a été modifié à la main reste, et le compte rendu le dit. L’essai ne change rien ; la relecture se défait comme un import.',
  lead_other:
    'Les {{count, number}} lignes d’origine ont été gardées : elles sont relues avec les règles et la correspondance d’aujourd’hui. Ce qui a été modifié à la main reste, et le compte rendu le dit. L’essai ne change rien ; la relecture se défait comme un import.',
  limits:
    'Une fiche dont parle un import plus récent n’est pas touchée, une fiche supprimée ne revient pas. Un champ que l’ancienne correspondance avait rempli est vidé si la ligne ne le dit plus et que cet import avait créé la fiche.',
  former: 'Reprendre la correspondance de l’import',
  today: 'Prendre la correspondance d’aujourd’hui',
  start: 'Relire et enregistrer',
  back: 'Revenir au compte rendu',
  oldRules:
    'Ces lignes ont été lues avec des règles de lecture plus anciennes. Vous pouvez les relire avec celles d’aujourd’hui.',
  isReread: 'relecture des lignes d’un import précédent',
  seeFormer: 'voir cet import',
  goBack: 'Revenir à une date…',
  goBackTitle: 'Revenir à une date',
  goBackLead:
    'Défait d’un coup tous les imports faits après cette journée, du plus récent au plus ancien. Ce que quelqu’un a modifié depuis est gardé. Les saisies à la main, les décisions et les transmissions ne sont pas défaites.',
  day: 'Dernière journée gardée',
  looking: 'Calcul de ce qui changerait…',
  none: 'Aucun import n’a été fait après cette journée.',
  would_one: '{{count, number}} import serait défait',
  would_other: '{{count, number}} imports seraient défaits',
  nothing: 'aucune ligne changée',
  confirm: 'Revenir au {{day}}',
  cancel: 'Ne rien changer',
  undoable: 'Les imports défaits peuvent être rétablis ensemble pendant 30 jours.',
  wentBack_one: 'Le {{at}}, {{count, number}} import a été défait d’un coup.',
  wentBack_other: 'Le {{at}}, {{count, number}} imports ont été défaits d’un coup.',
  goForward: 'Les rétablir',
};
