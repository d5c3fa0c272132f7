import type { ReadDb } from '../db/open';
import { createComponentBits, type ComponentBits } from './component-bits';
import { createMannerReader, type DashboardFinder } from './manners';
import { OfferColumns } from './offer-columns';
import { createOfferReader } from './offer-reader';
import { createTaughtReader, type TaughtSkills } from './taught-skills';

/** Blocks that are read at once: some megabytes of rows. */
const blocksAtOnce = 32;
const everyBlock = -1;

/** What is kept in memory, as of the transaction that is open on the connection. */
export interface KeptColumns {
  readonly columns: OfferColumns;
  /** The component of each formation, by their codes; 0 for none, and for a formation that is gone. */
  readonly componentOf: Uint32Array;
  /** The components of each offer. */
  readonly componentBits: ComponentBits;
  /** The id of a component by its code. */
  readonly components: readonly number[];
  /** The code of a component, 0 for one that no formation has. */
  codeOfComponent(componentId: number): number;
  /** What formations teach; read when it is first asked for. */
  taught(): TaughtSkills;
  /** Whether a skill, by its code, is one of manner. */
  readonly isManner: (skill: number) => boolean;
}

interface BlockRow {
  readonly block: number;
  readonly changes: number;
}

/**
 * Keeps the columns true: called inside of a read transaction, it reads again the blocks of offers that changed since,
 * and only when something was written at all.
 */
export function createColumnKeeper(
  db: ReadDb,
  finder: DashboardFinder,
): { now(): KeptColumns; readonly bytes: number } {
  const columns = new OfferColumns();
  const reader = createOfferReader(columns);
  const skillCodes = createSkillCodes(db, columns);
  const bits = createComponentBits(columns);
  const readTaught = createTaughtReader(columns, finder);
  const isManner = createMannerReader(columns, finder);
  let known = new Map<number, number>();
  let version: number | null = null;
  let kept: KeptColumns | null = null;

  const readChanged = (): void => {
    const rows = db.prepare<BlockRow>('select block, changes from offer_block order by block').all();
    const next = new Map(rows.map(({ block, changes }) => [block, changes]));
    const isAll = next.get(everyBlock) !== known.get(everyBlock);
    const changed = rows
      .filter(({ block, changes }) => block !== everyBlock && (isAll || known.get(block) !== changes))
      .map(({ block }) => block);
    // Forgotten until they are read: what a failure leaves unread is read the next time.
    known = new Map(isAll ? [] : [...known].filter(([block, changes]) => next.get(block) === changes));
    for (const [first, last] of runsOf(changed)) reader.read(db, first, last, skillCodes);
    known = next;
  };

  return {
    get bytes() {
      return columns.bytes;
    },
    now() {
      const seen = db.prepare<number>('select data_version from pragma_data_version').pluck().get() ?? 0;
      if (kept && seen === version) return kept;
      version = null;
      readChanged();
      const components = readComponents(db, columns);
      const componentBits = bits.update(components.componentOf, components.components.length);
      kept = { columns, componentBits, ...components, taught: once(() => readTaught(db)), isManner };
      version = seen;
      return kept;
    },
  };
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null;
  return () => (done ??= { value: work() }).value;
}

/** Blocks that follow each other, a bounded number at once. */
function runsOf(blocks: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run && run[1] === block - 1 && block - run[0] < blocksAtOnce) run[1] = block;
    else runs.push([block, block]);
  }
  return runs;
}

function createSkillCodes(db: ReadDb, columns: OfferColumns) {
  const codes = new Map<number, number>();
  // Skills are never renamed: a wording that changes is another skill.
  const find = db.prepare<{ readonly key: string; readonly label: string }, [number]>(
    'select label_key key, label from skill where id = ?',
  );
  return {
    codeOf(skillId: number): number {
      const code = codes.get(skillId);
      if (code !== undefined) return code;
      const skill = find.get(skillId);
      const learnt = skill ? columns.skills.learn(skill.key, skill.label) : 0;
      codes.set(skillId, learnt);
      return learnt;
    },
  };
}

function readComponents(
  db: ReadDb,
  { formations }: OfferColumns,
): Omit<KeptColumns, 'columns' | 'componentBits' | 'taught' | 'isManner'> {
  const rows = db
    .prepare<{ id: number; componentId: number | null }>('select id, component_id componentId from formation')
    .all();
  const codes = new Map<number, number>();
  const components: number[] = [0];
  const componentOf = new Uint32Array(formations.size + rows.length);
  for (const { id, componentId } of rows) {
    const formation = formations.codeOf(id);
    if (componentId === null) continue;
    const code = codes.get(componentId) ?? components.push(componentId) - 1;
    codes.set(componentId, code);
    componentOf[formation] = code;
  }
  return { componentOf, components, codeOfComponent: (componentId) => codes.get(componentId) ?? 0 };
}
