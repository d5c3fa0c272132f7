/** The words of named dashboards, in English. */
export const dashboardViewsEn = {
  button: 'Saved views',
  current: 'View: {{name}}',
  changed: '{{name}} (changed)',
  title: 'Saved views',
  none: 'No saved view. A view keeps the tab and the criteria under a name; without a chosen year, it follows the present one.',
  name: 'Name of the view',
  saveAs: 'Save what is shown',
  update: 'Update “{{name}}”',
  open: 'Open: {{name}}',
  rename: 'Rename: {{name}}',
  remove: 'Delete: {{name}}',
  saved: 'View “{{name}}” saved.',
  updated: 'View “{{name}}” updated.',
  renamed: 'View renamed: {{name}}.',
  removed: 'View “{{name}}” deleted.',
  restored: 'View “{{name}}” is back.',
} as const;
