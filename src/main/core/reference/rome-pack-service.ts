import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { romePack, GoneCode, RomeChange, RomeCheck, RomeState } from '../../../shared/contract/rome-pack';
import { AppError } from '../../../shared/domain/app-error';
import { fold } from '../../../shared/domain/fold';
import type { FileId } from '../../../shared/domain/ids';
import type { RomePack } from '../../../shared/domain/rome-pack';
import { inTurns } from '../db/in-turns';
import type { Database, ReadDb, WriteDb } from '../db/open';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import type { Clock, CsvReader, FileStore } from '../ports';
import { openCodeDesk } from './move-codes';
import { readReferenceTables, replaceReferenceTables } from './reference-service';
import * as romePackRepository from './rome-pack-repository';
import type { MovedRecord } from './rome-pack-repository';

type CheckEvent = z.input<typeof romePack.check.item>;

/** The version of ROME that occupations are shown by: one that a person imported, else what comes with the application. */
export interface RomePackService {
  state(): RomeState;
  /** Reads a folder, tells how far it is, and last what it holds or what is wrong with it. Throws `cancelled`. */
  check(fileIds: readonly FileId[], signal: AbortSignal): AsyncIterable<CheckEvent>;
  /** Puts what was checked last into use, in one transaction. Throws `not-found`. */
  put(checkId: string): Promise<RomeChange>;
  /** Puts a stored version into use, or what comes with the application. Throws `not-found`. */
  use(packId: number | null): Promise<RomeChange>;
}

export interface RomePackParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly csvReader: Pick<CsvReader, 'readRome'>;
  readonly fileStore: FileStore;
  readonly offerService: OfferService;
  readonly formationService: FormationService;
  readonly referenceDir: string;
  /** Formations with other codes are ranked otherwise. */
  readonly startRanking: () => Promise<unknown>;
}

/** What was read is kept for whoever decides about it, in milliseconds. */
const checkKeptMs = 15 * 60_000;

export function createRomePackService(parts: RomePackParts): RomePackService {
  const { database, clock, csvReader, fileStore } = parts;
  let checked: { readonly id: string; readonly pack: RomePack } | null = null;
  let forgetting: NodeJS.Timeout | undefined;
  const keep = (pack: RomePack | null): string | null => {
    clearTimeout(forgetting);
    checked = pack && { id: randomUUID(), pack };
    forgetting = setTimeout(() => (checked = null), checkKeptMs).unref();
    return checked?.id ?? null;
  };
  const rankAfter = async (change: RomeChange): Promise<RomeChange> => {
    if (change.offers + change.formations > 0) await parts.startRanking();
    return change;
  };
  return {
    state() {
      const packs = romePackRepository.list(database.read).map(({ isInUse, ...pack }) => ({ isInUse, pack }));
      const find = (wanted: boolean) => packs.find(({ isInUse }) => isInUse === wanted)?.pack ?? null;
      return { inUse: find(true), former: find(false) };
    },

    async *check(fileIds, signal) {
      const files = fileIds.map((fileId) => fileStore.locate(fileId));
      yield { step: 'reading', files: files.length };
      const read = await csvReader.readRome(files, signal).finally(() => {
        for (const fileId of fileIds) fileStore.discard(fileId);
      });
      const inUse = romePackRepository.list(database.read).find((pack) => pack.isInUse);
      const isOlder = read.pack !== null && inUse !== undefined && read.pack.version < inUse.version;
      const older = { file: 'version.txt', line: null, code: 'older', value: String(inUse?.version ?? '') } as const;
      const faults = [...read.faults, ...(isOlder ? [older] : [])];
      yield { ...described(database.read, read.pack), faults, checkId: keep(isOlder ? null : read.pack) };
    },

    async put(checkId) {
      if (checked?.id !== checkId)
        throw new AppError('not-found', 'This folder was not looked at last.', 'file-expired');
      const { pack } = checked;
      const change = await database.write(async (db) => {
        const moved = movedCodes(db, pack);
        const packId = await romePackRepository.insert(db, pack, { importedAt: clock.now().toISOString(), moved });
        return await switchTo(db, parts, packId);
      });
      keep(null);
      return await rankAfter(change);
    },

    async use(packId) {
      return await rankAfter(
        await database.write(async (db) => {
          const isKnown = romePackRepository.list(db).some((pack) => pack.packId === packId);
          if (packId !== null && !isKnown) throw new AppError('not-found', `There is no version ${packId} of ROME.`);
          return await switchTo(db, parts, packId);
        }),
      );
    },
  };
}

function described(db: ReadDb, pack: RomePack | null): Omit<RomeCheck, 'checkId' | 'faults'> {
  const step = 'checked';
  if (!pack) {
    return { step, version: null, title: null, publishedOn: null, occupations: 0, added: 0, removed: 0, gone: [] };
  }
  const { version, title, publishedOn, sheets } = pack;
  const labels = romePackRepository.knownLabels(db);
  const codes = new Set(sheets.map(({ code }) => code));
  const successors = successorsIn(db, pack);
  const gone = romePackRepository.usedCodes(db).flatMap((used): GoneCode[] => {
    const { code } = used;
    if (codes.has(code)) return [];
    const next = successors(code);
    const [sole = null] = next;
    const found = next.length > 1 ? { movedTo: null, mayBe: [...next] } : { movedTo: sole, mayBe: [] };
    return [{ ...used, label: labels.get(code) ?? null, ...found }];
  });
  const added = sheets.filter(({ code }) => !labels.has(code)).length;
  const removed = [...labels.keys()].filter((code) => !codes.has(code)).length;
  return { step, version, title, publishedOn, occupations: sheets.length, added, removed, gone };
}

/**
 * Gives the codes that a version has instead of one that it does not have: the occupation has kept its number there, or its
 * label is that of another occupation, or a title. Several where a title has several owners: then nobody knows.
 */
function successorsIn(db: ReadDb, { sheets }: RomePack): (code: string) => readonly string[] {
  const labels = romePackRepository.knownLabels(db);
  const numbers = romePackRepository.numbersInUse(db);
  const byNumber = new Map(sheets.map(({ number, code }) => [number, code]));
  const byLabel = codesBy(sheets.map(({ label, code }) => [fold(label), code]));
  const byTitle = codesBy(
    sheets.flatMap(({ code, content }) => content.titles.map((title) => [fold(title), code] as const)),
  );
  return (code) => {
    const sameNumber = byNumber.get(numbers.get(code) ?? '');
    if (sameNumber !== undefined) return [sameNumber];
    const label = fold(labels.get(code) ?? '');
    return [...(byLabel.get(label) ?? byTitle.get(label) ?? [])];
  };
}

function codesBy(pairs: Iterable<readonly [name: string, code: string]>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [name, code] of pairs) found.set(name, (found.get(name) ?? new Set()).add(code));
  return found;
}

/** Codes that a version does not have, known now or before the version in use moved them, each with the one it has instead. */
function movedCodes(db: ReadDb, pack: RomePack): Record<string, string> {
  const codes = new Set(pack.sheets.map(({ code }) => code));
  const successors = successorsIn(db, pack);
  const inUse = romePackRepository.inUse(db);
  const former = inUse === null ? [] : Object.entries(romePackRepository.movedOf(db, inUse));
  const known = [...romePackRepository.knownLabels(db).keys()].map((code) => [code, code] as const);
  return Object.fromEntries(
    [...known, ...former].flatMap(([code, present]) => {
      if (codes.has(code)) return [];
      const [next, ...others] = codes.has(present) ? [present] : successors(present);
      return next === undefined || others.length > 0 ? [] : [[code, next] as const];
    }),
  );
}

/**
 * Takes back what the version in use changed, and puts another one (null: what comes with the application) in its place
 * with what that one changes, within one transaction that gives the event loop its turns.
 */
async function switchTo(db: WriteDb, parts: RomePackParts, packId: number | null): Promise<RomeChange> {
  const desk = openCodeDesk(db, parts);
  const inUse = romePackRepository.inUse(db);
  if (inUse !== null) {
    await inTurns(romePackRepository.changedBy(db, inUse), ({ before, after, ...record }) => {
      // What somebody said otherwise since stays.
      if (isSame(romePackRepository.codesOf(db, record), after)) desk.write(record, before);
    });
    romePackRepository.setChanged(db, inUse, []);
  }
  romePackRepository.setInUse(db, packId);
  const tables = packId === null ? readReferenceTables(parts.referenceDir) : romePackRepository.tablesOf(db, packId);
  replaceReferenceTables(db, tables);
  if (packId === null) return desk.change();
  const moved = romePackRepository.movedOf(db, packId);
  const changed: MovedRecord[] = [];
  await inTurns(romePackRepository.recordsWith(db, Object.keys(moved)), (record) => {
    changed.push(desk.move(record, moved));
  });
  romePackRepository.setChanged(db, packId, changed);
  return desk.change();
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
