import type { WaitingFile, WatchedFolderState } from '../../../shared/contract/watched-folder';
import { AppError } from '../../../shared/domain/app-error';
import type { FileId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';
import { isJobOver } from '../../../shared/domain/job';
import { packageEnding } from '../../../shared/domain/package';
import type { WaitingReason } from '../../../shared/domain/watched-folder';
import { refusalNote } from '../../../shared/texts/refusal-note';
import type { Database } from '../db/open';
import type { ImportService } from '../imports/import-service';
import type { JobRunner } from '../jobs/job-runner';
import type { Clock, CsvReader, FileStore, FolderFile, WatchedFiles } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { watchedHere } from './folder-files';
import { judgeFile } from './judge-file';

/** How often the folder is looked at: a share does not tell of its changes (docs/decisions/0023-watched-folder.md). */
const lookEveryMs = 5_000;
/** For so long a file must have the same size and time before it counts as written. */
const stillMs = 4_000;

export interface WatchedFolderService {
  state(): WatchedFolderState;
  /** Throws `invalid-input` (`folder-unwatchable`) and `unavailable` (`watched-folder-silent`). */
  set(folder: string | null): Promise<WatchedFolderState>;
  /** A copy of a waiting file. Throws `not-found` (`file-missing`), and what reading it throws. */
  open(name: string, signal?: AbortSignal): Promise<{ fileId: FileId; isPackage: boolean }>;
  /** Looks at the folder once and takes what is ready, one file after the other. Never throws. */
  look(): Promise<void>;
  /** Looks at it in its turn until the function it answers with is called, which waits for a look that goes on. */
  keepOn(): () => Promise<void>;
}

export interface WatchedFolderParts {
  readonly database: Database;
  readonly csvReader: CsvReader;
  readonly watchedFiles?: WatchedFiles | undefined;
  readonly fileStore: FileStore;
  readonly importService: ImportService;
  readonly jobRunner: JobRunner;
  readonly settingService: SettingService;
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
  /** Makes pages ask again. */
  readonly announce: () => void;
}

interface Seen {
  readonly file: FolderFile;
  readonly sinceMs: number;
  /** What was found of it; null until it was looked at. */
  waits: { readonly reason: WaitingReason; readonly failure: AppError | null; readonly choices: string } | null;
}

export function createWatchedFolderService({ watchedFiles, ...others }: WatchedFolderParts): WatchedFolderService {
  const parts: TreatParts = { ...others, files: watchedFiles ?? watchedHere };
  const { settingService, importService, clock, files } = parts;
  const closing = new AbortController();
  let seen = new Map<string, Seen>();
  let subfolders: readonly string[] = [];
  let isReachable = true;
  let going: Promise<void> | null = null;

  const folderOf = (): string | null => settingService.get().watchedFolder;

  const lookInto = async (folder: string): Promise<void> => {
    const found = await files.list(folder, closing.signal);
    // Another was chosen while this one was slow to answer.
    if (folderOf() !== folder) return;
    isReachable = true;
    subfolders = found.subfolders;
    const nowMs = clock.now().getTime();
    seen = new Map(found.files.map((file) => [file.name, stillSeen(seen.get(file.name), file, nowMs)]));
    for (const item of seen.values()) {
      if (closing.signal.aborted || folderOf() !== folder) break;
      if (await treat(parts, folder, item, closing.signal)) seen.delete(item.file.name);
    }
  };
  const lookOnce = async (): Promise<void> => {
    const folder = folderOf();
    const before = JSON.stringify(state());
    if (folder === null) {
      seen = new Map();
      subfolders = [];
      return;
    }
    try {
      await lookInto(folder);
    } catch (error) {
      if (!isAway(error)) throw error;
      if (folderOf() === folder) isReachable = false;
    }
    if (JSON.stringify(state()) !== before) parts.announce();
  };
  const state = (): WatchedFolderState => ({
    folder: folderOf(),
    isReachable,
    waiting: [...seen.values()].map(shown),
    subfolders: [...subfolders],
  });
  const look = (): Promise<void> => {
    going ??= lookOnce()
      .catch((error: unknown) => {
        if (!closing.signal.aborted) parts.report(error);
      })
      .finally(() => (going = null));
    return going;
  };

  return {
    state,
    look,
    async set(folder) {
      if (folder !== null) await files.check(folder);
      await settingService.update({ watchedFolder: folder });
      seen = new Map();
      subfolders = [];
      isReachable = true;
      return state();
    },
    async open(name, signal) {
      const folder = folderOf();
      const item = seen.get(name);
      if (!item || folder === null) {
        throw new AppError('not-found', 'There is no such file.', 'file-missing', { file: name });
      }
      const fileId = await bringHere(parts, folder, name, signal);
      importService.tellWatched(fileId, item.file);
      return { fileId, isPackage: isPackage(name) };
    },
    keepOn() {
      const timer = setInterval(() => void look(), lookEveryMs);
      timer.unref();
      return async () => {
        clearInterval(timer);
        closing.abort();
        await going;
      };
    },
  };
}

function isPackage(name: string): boolean {
  return name.toLowerCase().endsWith(packageEnding);
}

function shown({ file, waits }: Seen): WaitingFile {
  const { name, sizeBytes } = file;
  return { name, sizeBytes, reason: waits?.reason ?? 'arriving', failure: waits?.failure?.toWire() ?? null };
}

/** What is known of a file that is as it was, or the beginning of knowing it. */
function stillSeen(known: Seen | undefined, file: FolderFile, nowMs: number): Seen {
  const isSame = known?.file.sizeBytes === file.sizeBytes && known.file.modifiedMs === file.modifiedMs;
  return isSame ? known : { file, sinceMs: nowMs, waits: null };
}

/** These stay as they are until the file changes. */
const untilChanged: readonly WaitingReason[] = ['package', 'not-imported'];
/** These stay until somebody imports such a file, or forgets that it was imported. The others are tried at each look. */
const untilChosen: readonly WaitingReason[] = ['unknown-header', 'several-kinds', 'doubtful'];

interface TreatParts extends Omit<WatchedFolderParts, 'watchedFiles'> {
  readonly files: WatchedFiles;
}

/** Takes a file that is ready, and says of any other why it waits. Whether it is gone from the folder. */
async function treat(parts: TreatParts, folder: string, item: Seen, signal: AbortSignal): Promise<boolean> {
  const { file, waits } = item;
  const { files, importService, fileStore, clock } = parts;
  const choices = importService.choicesMade();
  const waitFor = (reason: WaitingReason, failure: AppError | null = null): false => {
    item.waits = { reason, failure, choices };
    return false;
  };
  const leave = async (move: () => Promise<void>, failure: AppError | null = null): Promise<boolean> => {
    // Its import is known, so that a file which cannot be moved now is only put away later.
    waitFor('not-moved', failure);
    return await isMoved(move());
  };
  const putAway = (): Promise<void> => files.putAway(folder, file.name, signal);
  const imported = importService.watchedState(file);
  if (imported === 'committed') return await leave(putAway);
  if (imported === 'reading') return waitFor('being-imported');
  if (imported !== null) return waitFor('not-imported', waits?.failure ?? null);
  if (waits && untilChanged.includes(waits.reason)) return false;
  if (waits?.choices === choices && untilChosen.includes(waits.reason)) return false;
  if (isPackage(file.name)) return waitFor('package');
  if (clock.now().getTime() - item.sinceMs < stillMs) return waitFor('arriving');
  // What is read from now on lies on this PC.
  const fetched = await tryToBring(parts, folder, file.name, signal);
  if (fetched instanceof AppError) {
    // What keeps a copy from being made now says nothing of the file.
    return fetched.reason === 'file-unreadable' ? waitFor('locked') : waitFor('not-copied', fetched);
  }
  try {
    const { path, sizeBytes } = fileStore.locate(fetched);
    if (sizeBytes !== file.sizeBytes) return waitFor('arriving');
    const judgement = await judgeFile(importService, path, signal);
    if ('waits' in judgement) return waitFor(judgement.waits);
    const failure =
      'refusal' in judgement
        ? judgement.refusal
        : await importFile(parts, fetched, { item, kind: judgement.kind }, signal);
    if (failure === null) return await leave(putAway);
    if (!isRefusal(failure)) return waitFor('not-imported', failure);
    const note = refusalNote(failure, file.name, clock.now(), parts.settingService.get().language);
    return await leave(() => files.putAside(folder, file.name, note, signal), failure);
  } finally {
    fileStore.discard(fetched);
  }
}

/** Brings a file to this PC, so that nothing that is done with it waits for its folder. Throws as `WatchedFiles.read`, and `disk-full`. */
async function bringHere(
  { files, fileStore }: TreatParts,
  folder: string,
  name: string,
  signal?: AbortSignal,
): Promise<FileId> {
  const copy = fileStore.create(name);
  await copy.write(files.read(folder, name, signal));
  return copy.fileId;
}

/** The same, with what stops this file alone as an answer. */
async function tryToBring(...given: Parameters<typeof bringHere>): Promise<FileId | AppError> {
  try {
    return await bringHere(...given);
  } catch (error) {
    const [parts, , , signal] = given;
    if (signal?.aborted || isAway(error) || (error instanceof AppError && error.code === 'cancelled')) throw error;
    if (error instanceof AppError) return error;
    parts.report(error);
    return new AppError('internal', 'No copy of the file could be made.', null, {}, { cause: error });
  }
}

/** Whether the whole folder cannot be had now. */
function isAway(error: unknown): boolean {
  const away = ['watched-folder-silent', 'watched-folder-away'] as const;
  return error instanceof AppError && away.some((reason) => reason === error.reason);
}

/** What is wrong with the file itself, and will be tomorrow. */
function isRefusal({ code, reason }: AppError): boolean {
  return code === 'invalid-input' && (reason?.startsWith('file-') ?? false) && reason !== 'file-unreadable';
}

/** False while somebody has the file open. Throws when the folder is away. */
async function isMoved(move: Promise<void>): Promise<boolean> {
  try {
    await move;
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'file-unreadable') throw error;
    return false;
  }
}

/** Imports a file as any other; null when it is stored, else why it is not. */
async function importFile(
  { importService, jobRunner }: TreatParts,
  fileId: FileId,
  { item, kind }: { readonly item: Seen; readonly kind: ImportKind },
  signal: AbortSignal,
): Promise<AppError | null> {
  item.waits = { reason: 'being-imported', failure: null, choices: '' };
  importService.tellWatched(fileId, item.file);
  const { jobId } = await importService.start({ fileId, kind, format: null, mapping: null, dryRun: false });
  for await (const job of jobRunner.watch(jobId, signal)) {
    if (!isJobOver(job.state)) continue;
    if (job.state === 'succeeded') return null;
    return job.error ? AppError.fromWire(job.error) : new AppError('cancelled', 'The import was cancelled.');
  }
  return new AppError('cancelled', 'The import was interrupted.');
}
