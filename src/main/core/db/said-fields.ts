/** Whether a field of a record says nothing. */
export function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The fields of a record that say something. */
export function saidFields(record: object): string[] {
  return Object.entries(record).flatMap(([field, value]) => (isNothing(value) ? [] : [field]));
}

/** Whether two fields say the same: plain values, lists, or objects of plain values, whose order means nothing. */
export function isSameSaid(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isRecord ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)) : value);
}
