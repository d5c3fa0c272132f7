/** The pages of which what is shown can be kept under a name. */
export const viewPages = ['dashboards', 'search'] as const;
export type ViewPage = (typeof viewPages)[number];
