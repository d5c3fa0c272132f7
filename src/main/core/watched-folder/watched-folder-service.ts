import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
import type { Clock, CsvReader, FileStore } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { checkWatchable, filesIn, isReadable, putAside, putAway, type FolderFile } from './folder-files';
import { judgeFile } from './judge-file';

/** How often the folder is looked at: a share does not tell of its changes (docs/decisions/0023-watched-folder.md). */
const lookEveryMs = 5_000;
/** For so long a file must have the same size and time before it counts as written. */
const stillMs = 4_000;

export interface WatchedFolderService {
  state(): WatchedFolderState;
  /** Throws `invalid-input` (`folder-unwatchable`). */
  set(folder: string | null): Promise<WatchedFolderState>;
  /** A handle of a waiting file. Throws `not-found` (`file-missing`). */
  open(name: string): { fileId: FileId; isPackage: boolean };
  /** Looks at the folder once and takes what is ready, one file after the other. Never throws. */
  look(): Promise<void>;
  /** Looks at it in its turn until the function it answers with is called, which waits for a look that goes on. */
  keepOn(): () => Promise<void>;
}

export interface WatchedFolderParts {
  readonly database: Database;
  readonly csvReader: CsvReader;
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

export function createWatchedFolderService(parts: WatchedFolderParts): WatchedFolderService {
  const { settingService, importService, fileStore, clock } = parts;
  const closing = new AbortController();
  let seen = new Map<string, Seen>();
  let isReachable = true;
  let going: Promise<void> | null = null;

  const folderOf = (): string | null => settingService.get().watchedFolder;

  const lookOnce = async (): Promise<void> => {
    const folder = folderOf();
    const before = JSON.stringify(state());
    if (folder === null) {
      seen = new Map();
      return;
    }
    const files = await filesIn(folder).catch(() => null);
    isReachable = files !== null;
    if (files) {
      seen = new Map(files.map((file) => [file.name, stillSeen(seen.get(file.name), file, clock.now().getTime())]));
      for (const item of seen.values()) {
        if (closing.signal.aborted || folderOf() !== folder) break;
        await treat(parts, folder, item, closing.signal);
        if (!existsSync(join(folder, item.file.name))) seen.delete(item.file.name);
      }
    }
    if (JSON.stringify(state()) !== before) parts.announce();
  };
  const state = (): WatchedFolderState => ({
    folder: folderOf(),
    isReachable,
    waiting: [...seen.values()].map(shown),
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
      if (folder !== null) checkWatchable(folder);
      await settingService.update({ watchedFolder: folder });
      seen = new Map();
      isReachable = true;
      return state();
    },
    open(name) {
      const folder = folderOf();
      const item = seen.get(name);
      const path = folder === null ? null : join(folder, name);
      if (!item || path === null || !existsSync(path)) {
        throw new AppError('not-found', 'There is no such file.', 'file-missing', { file: name });
      }
      const fileId = fileStore.adopt(path);
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

/** Takes a file that is ready, and says of any other why it waits. */
async function treat(parts: WatchedFolderParts, folder: string, item: Seen, signal: AbortSignal): Promise<void> {
  const { file, waits } = item;
  const choices = parts.importService.choicesMade();
  const waitFor = (reason: WaitingReason, failure: AppError | null = null): void => {
    item.waits = { reason, failure, choices };
  };
  const path = join(folder, file.name);
  const imported = parts.importService.watchedState(file);
  if (imported === 'committed') return leave(() => putAway(folder, file.name), waitFor);
  if (imported === 'reading') return waitFor('being-imported');
  if (imported !== null) return waitFor('not-imported', waits?.failure ?? null);
  if (waits && untilChanged.includes(waits.reason)) return;
  if (waits?.choices === choices && untilChosen.includes(waits.reason)) return;
  if (isPackage(file.name)) return waitFor('package');
  if (parts.clock.now().getTime() - item.sinceMs < stillMs) return waitFor('arriving');
  if (!(await isReadable(path))) return waitFor('locked');
  const judgement = await judgeFile(parts.importService.look, path, signal);
  if ('waits' in judgement) return waitFor(judgement.waits);
  const failure =
    'refusal' in judgement ? judgement.refusal : await importFile(parts, path, { item, kind: judgement.kind }, signal);
  if (failure === null) return leave(() => putAway(folder, file.name), waitFor);
  if (!isRefusal(failure)) return waitFor('not-imported', failure);
  const { language } = parts.settingService.get();
  const note = refusalNote(failure, file.name, parts.clock.now(), language);
  leave(
    () => putAside(folder, file.name, note),
    (reason) => waitFor(reason, failure),
  );
}

/** What is wrong with the file itself, and will be tomorrow. */
function isRefusal({ code, reason }: AppError): boolean {
  return code === 'invalid-input' && (reason?.startsWith('file-') ?? false) && reason !== 'file-unreadable';
}

function leave(move: () => void, waitFor: (reason: WaitingReason) => void): void {
  try {
    move();
  } catch {
    // Somebody has it open, or the share is away: its import is known, so that it is only put away later.
    waitFor('not-moved');
  }
}

/** Imports a file as any other; null when it is stored, else why it is not. */
async function importFile(
  { fileStore, importService, jobRunner }: WatchedFolderParts,
  path: string,
  { item, kind }: { readonly item: Seen; readonly kind: ImportKind },
  signal: AbortSignal,
): Promise<AppError | null> {
  const fileId = fileStore.adopt(path);
  item.waits = { reason: 'being-imported', failure: null, choices: '' };
  try {
    importService.tellWatched(fileId, item.file);
    const { jobId } = await importService.start({ fileId, kind, format: null, mapping: null, dryRun: false });
    for await (const job of jobRunner.watch(jobId, signal)) {
      if (!isJobOver(job.state)) continue;
      if (job.state === 'succeeded') return null;
      return job.error ? AppError.fromWire(job.error) : new AppError('cancelled', 'The import was cancelled.');
    }
    return new AppError('cancelled', 'The import was interrupted.');
  } finally {
    fileStore.discard(fileId);
  }
}
