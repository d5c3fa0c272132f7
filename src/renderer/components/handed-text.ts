/** The text that another page hands over with a link; empty without one. */
export function textIn(state: unknown): string {
  const text = typeof state === 'object' && state !== null && 'text' in state ? state.text : null;
  return typeof text === 'string' ? text : '';
}
