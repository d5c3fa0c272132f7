import { contractTypes, matchOutcomes, offerStatuses, seniorities } from '../../../shared/domain/offer';
import { blockBits, blockSize } from '../../../shared/domain/offer-block';
import { createDictionary, createWordDictionary } from './dictionary';

/** The day of an offer that has none; before every day of the calendar. */
export const noDay = -0x8000_0000;

/** Lists of codes, one an offer of a block: those of offer i are `codes[starts[i]]` up to `codes[starts[i + 1]]`. */
export interface BlockLists {
  readonly starts: Uint32Array;
  readonly codes: Uint32Array | Uint16Array;
}

const noLists: BlockLists = { starts: new Uint32Array(blockSize + 1), codes: new Uint16Array(0) };

/** Places in a closed list, from 1; 0 stands for no value. */
export const wordCodes = {
  contract: codesOf(contractTypes),
  seniority: codesOf(seniorities),
  status: codesOf(offerStatuses),
  outcome: codesOf(matchOutcomes),
} as const;

function codesOf<Word extends string>(words: readonly Word[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, index) => [word, index + 1]));
}

/** One array a property, made for this many places. */
function columnsFor(places: number) {
  return {
    company: new Uint32Array(places),
    city: new Uint32Array(places),
    domain: new Uint32Array(places),
    /** The formation that comes first. */
    first: new Uint32Array(places),
    department: new Uint8Array(places),
    region: new Uint8Array(places),
    contract: new Uint8Array(places),
    seniority: new Uint8Array(places),
    status: new Uint8Array(places),
    outcome: new Uint8Array(places),
    /** Bit n stands for Bac+n. */
    levels: new Uint16Array(places),
    /** No day where there is no offer that counts: drafts do not. */
    depositDay: new Int32Array(places).fill(noDay),
    startDay: new Int32Array(places).fill(noDay),
    /** The days on which it was first sent to a formation's manager, and first answered by one. */
    sentDay: new Int32Array(places).fill(noDay),
    answeredDay: new Int32Array(places).fill(noDay),
    /** The day on which a person filled it. */
    filledDay: new Int32Array(places).fill(noDay),
  };
}
export type Columns = Readonly<ReturnType<typeof columnsFor>>;

/**
 * What dashboards count of every offer, as codes in typed arrays: the same place in each array is the same offer. A block
 * of offers takes 256 places that follow each other, wherever there is room; one without offers takes none.
 */
export class OfferColumns {
  readonly companies = createDictionary<number>();
  readonly formations = createDictionary<number>();
  readonly cities = createWordDictionary();
  readonly domains = createWordDictionary();
  readonly skills = createWordDictionary();
  readonly departments = createDictionary<string>();
  readonly regions = createDictionary<string>();

  #columns = columnsFor(blockSize);
  /** By stripe, which is a place divided by 256: the formations matched, best first, and the skills. */
  readonly matches: BlockLists[] = [];
  readonly skillLists: BlockLists[] = [];
  readonly #stripeOf = new Map<number, number>();
  readonly #free: number[] = [];
  #changed = new Set<number>();

  get columns(): Columns {
    return this.#columns;
  }

  /** How many places are in use, freed ones between them included. */
  get places(): number {
    return this.matches.length * blockSize;
  }

  /** The bytes that the arrays take. */
  get bytes(): number {
    const arrays: readonly ArrayBufferView[] = Object.values(this.#columns);
    const lists = [...this.matches, ...this.skillLists].filter((list) => list !== noLists);
    return [...arrays, ...lists.flatMap(({ starts, codes }) => [starts, codes])].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  /** The first place of a block, empty: to be filled with what the block holds now. */
  open(block: number): number {
    const stripe = this.#stripeOf.get(block) ?? this.#free.pop() ?? this.#append();
    this.#stripeOf.set(block, stripe);
    this.#empty(stripe);
    return stripe * blockSize;
  }

  /** Forgets a block that holds no offer any more. */
  close(block: number): void {
    const stripe = this.#stripeOf.get(block);
    if (stripe === undefined) return;
    this.#empty(stripe);
    this.#stripeOf.delete(block);
    this.#free.push(stripe);
  }

  /** Gives the block at a place its lists. */
  setLists(place: number, matches: BlockLists, skills: BlockLists): void {
    this.#changed.add(place >> blockBits);
    this.matches[place >> blockBits] = matches;
    this.skillLists[place >> blockBits] = skills;
  }

  /** The stripes whose lists were set since this was last asked. */
  takeChanged(): ReadonlySet<number> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  #empty(stripe: number): void {
    const from = stripe * blockSize;
    for (const column of Object.values(this.#columns)) column.fill(0, from, from + blockSize);
    const { depositDay, startDay, sentDay, answeredDay, filledDay } = this.#columns;
    for (const days of [depositDay, startDay, sentDay, answeredDay, filledDay])
      days.fill(noDay, from, from + blockSize);
    this.setLists(from, noLists, noLists);
  }

  #append(): number {
    const stripe = this.matches.length;
    this.matches.push(noLists);
    this.skillLists.push(noLists);
    if (this.places > this.#columns.city.length) this.#grow();
    return stripe;
  }

  /** Half as much again: few copies on the way up, and little room that nothing fills. */
  #grow(): void {
    const former = this.#columns;
    this.#columns = columnsFor(Math.max(this.places, Math.ceil((former.city.length * 1.5) / blockSize) * blockSize));
    for (const [name, column] of Object.entries(former)) this.#columns[name as keyof Columns].set(column); // Its own names.
  }
}
