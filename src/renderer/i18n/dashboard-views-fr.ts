/** The words of named dashboards, in French. */
export const dashboardViewsFr = {
  button: 'Vues enregistrées',
  current: 'Vue : {{name}}',
  changed: '{{name}} (modifiée)',
  title: 'Vues enregistrées',
  none: 'Aucune vue enregistrée. Une vue garde l’onglet et les critères sous un nom ; sans année choisie, elle suit l’année en cours.',
  name: 'Nom de la vue',
  saveAs: 'Enregistrer ce qui est affiché',
  update: 'Mettre à jour « {{name}} »',
  open: 'Ouvrir : {{name}}',
  rename: 'Renommer : {{name}}',
  remove: 'Supprimer : {{name}}',
  saved: 'Vue « {{name}} » enregistrée.',
  updated: 'Vue « {{name}} » mise à jour.',
  renamed: 'Vue renommée : {{name}}.',
  removed: 'Vue « {{name}} » supprimée.',
  restored: 'Vue « {{name}} » rétablie.',
} as const;
