/** Fewer ids than this are as quick in a set. */
const fewIds = 2_000;

/** Whether an id is among some ids: of very many a byte an id up to the highest one, which is ten times as quick as a set. */
export function idSet(ids: readonly number[]): Pick<ReadonlySet<number>, 'has'> {
  if (ids.length < fewIds) return new Set(ids);
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  const marks = new Uint8Array(highest + 1);
  for (const id of ids) marks[id] = 1;
  return { has: (id) => marks[id] === 1 };
}
