import { basename } from 'node:path';
import { z } from 'zod';
import type { AppClient } from '../../../shared/contract/contract';
import type { ImportRow } from '../../../shared/contract/imports';
import { AppError } from '../../../shared/domain/app-error';
import { findDoubt } from '../../../shared/domain/file-doubts';
import { importIdSchema, type ImportId, type JobId } from '../../../shared/domain/ids';
import {
  redoCountsSchema,
  undoCountsSchema,
  type Import,
  type ImportKind,
  type RowIssue,
} from '../../../shared/domain/import';
import { packageEnding } from '../../../shared/domain/package';
import { fileDoubtText } from '../../../shared/texts/file-doubt-text';
import { endOfDay } from '../../../shared/util/local-day';
import { maxPageSize } from '../../../shared/domain/page';
import { withFileName } from '../error-text';
import { namedFiles, takeFile, type TakenFile } from './check-file';
import type { ImportFileRequest } from './import-arguments';
import { issueLine, shownIssues } from './issue-line';
import type { Terminal } from './terminal';
import { followJob, leaveRanking, withApp, withAppToRead, type CommandContext, type Session } from './with-app';

/** As many rejected rows, and as many warnings, stand in a line of JSON; all of them belong to the page. */
const toldIssues = 1_000;

/** What is to be done with one of the files. */
interface OneFile extends Omit<ImportFileRequest, 'command' | 'files'> {
  readonly file: string;
  /** Whether there are others: one that nobody is sure of then waits. */
  readonly isOneOfMany: boolean;
}

/**
 * `import offers|formations|companies|package|auto FILE…`: stores every row of each file that can be used, all of a file
 * at once or none. Of several files each is told for itself; whether all of them were taken. Throws what is wrong with a
 * single one.
 */
export async function importFiles(
  { files, ...request }: Omit<ImportFileRequest, 'command'>,
  context: CommandContext,
  tell: (error: AppError) => void,
): Promise<boolean> {
  const taken: (TakenFile & { readonly file: string })[] = [];
  try {
    // What is not there is told before anything is imported.
    for (const file of namedFiles(files)) taken.push({ file, ...takeFile(file) });
    return await withApp(context, async (session) => {
      const isOneOfMany = taken.length > 1;
      let areAllTaken = true;
      for (const { file, path } of taken) {
        try {
          await importInto(session, path, { ...request, file, isOneOfMany }, context);
        } catch (error) {
          const named = withFileName(error, file);
          if (!isOneOfMany || !(named instanceof AppError) || named.code === 'cancelled') throw named;
          tell(named);
          areAllTaken = false;
        }
      }
      if (!request.dryRun) {
        if (!session.isOpenElsewhere) context.terminal.remark(context.terminal.texts.rankHint);
        await leaveRanking(session);
      }
      return areAllTaken;
    });
  } finally {
    for (const { giveBack } of taken) giveBack();
  }
}

async function importInto(
  session: Session,
  path: string,
  { kind, dryRun, file, conflicts, matchKey, fileSource, notation, isOneOfMany }: OneFile,
  context: CommandContext,
): Promise<void> {
  const { client } = session;
  const fileId = await session.handOver(path);
  const isPackage = kind === 'package' || file.toLowerCase().endsWith(packageEnding);
  // As on the page: formations of two universities share codes, so theirs are taken by who names them.
  const isWanted = (of: ImportKind): boolean =>
    kind === of || ((kind === 'package' || kind === 'auto') && of !== 'formations');
  const all = isPackage
    ? (await client.packages.open({ fileId })).parts
    : [{ fileId, kind: kind === 'auto' ? null : kind, rows: 1 }];
  const parts = all.filter((part) => part.kind === null || !isPackage || isWanted(part.kind));
  if (kind !== 'offers' && kind !== 'companies' && all.some((part) => part.rows > 0 && !parts.includes(part))) {
    context.terminal.remark(context.terminal.texts.formationsLeft(file));
  }
  const rule = conflicts ?? (isPackage ? 'ours' : null);
  let first: ImportId | null = null;
  for (const part of parts) {
    // A table without a row is no mistake of a package.
    if (part.rows === 0) continue;
    const look = await client.imports.recognise({ fileId: part.fileId, kind: part.kind, notation });
    const doubt = look.profile ? null : findDoubt(look.kind, look.header, look.mapping);
    if (doubt) context.terminal.remark(fileDoubtText(doubt, context.terminal.language, '\u00a0'));
    if (doubt && isOneOfMany && kind === 'auto') {
      throw new AppError('invalid-input', 'Nobody is sure what the file holds.', 'file-doubtful');
    }
    const source = { fileId: part.fileId, kind: look.kind, format: null, mapping: null, notation };
    // A package says itself what its columns are, whatever files with their names were told to mean here.
    const usesProfile = !isPackage;
    const how = { matchKey, fileSource, conflicts: rule, takenWith: isPackage ? first : null };
    const { importId, jobId } = await client.imports.start({ ...source, usesProfile, dryRun, ...how });
    first ??= importId;
    await followJob(client, jobId, context);
    const imported = await client.imports.get({ importId });
    await tellImport(client, imported, { dryRun, file: isPackage ? imported.fileName : file }, context.terminal);
  }
}

/** Says what became of the rows of a file, with the first reasons. */
export async function tellImport(
  client: AppClient,
  imported: Import,
  { file, dryRun }: Pick<OneFile, 'file' | 'dryRun'>,
  terminal: Terminal,
): Promise<void> {
  const { texts } = terminal;
  const name = basename(file);
  const { counts, id, kind, recognition } = imported;
  const limit = terminal.isJson ? toldIssues : shownIssues;
  const rejected = await rejections(client, id, limit);
  const warned = counts.warnings === 0 ? [] : await warnings(client, id, limit);
  const lines = [dryRun ? texts.tried(name, counts) : texts.imported(name, counts, id)];
  if (recognition.key !== 'automatic' || recognition.matched > 0) lines.push(texts.knownAgain(recognition));
  for (const [found, total, more] of [
    [rejected, counts.rejected, texts.moreRejected],
    [warned, counts.warnings, texts.moreWarnings],
  ] as const) {
    lines.push(...found.map(({ line, issue }) => issueLine(line, issue, texts)));
    if (total > found.length) lines.push(more(total - found.length));
  }
  const issues = [...rejected, ...warned].map(({ line, issue }) => ({ line, ...issue }));
  terminal.answer(lines.join('\n'), { importId: id, kind, file: name, dryRun, ...counts, recognition, issues });
}

interface FoundIssue {
  readonly line: number;
  readonly issue: RowIssue;
}

/** Why each of the first rejected rows was. */
async function rejections(client: AppClient, importId: ImportId, limit: number): Promise<readonly FoundIssue[]> {
  return await collect(client, { importId, state: 'rejected' }, limit, ({ line, issues }) => {
    const issue = issues.find(({ severity }) => severity === 'error');
    return issue ? [{ line, issue }] : [];
  });
}

/** The first warnings, of the first rows of which there is something to say. */
async function warnings(client: AppClient, importId: ImportId, limit: number): Promise<readonly FoundIssue[]> {
  return await collect(client, { importId, state: null, onlyWithIssues: true }, limit, ({ line, issues }) =>
    issues.filter(({ severity }) => severity === 'warning').map((issue) => ({ line, issue })),
  );
}

/** What `find` gives of the rows, page by page, until there is enough or no row is left. */
async function collect(
  client: AppClient,
  wanted: Omit<Parameters<AppClient['imports']['rows']>[0], 'page' | 'pageSize'>,
  limit: number,
  find: (row: ImportRow) => readonly FoundIssue[],
): Promise<readonly FoundIssue[]> {
  const found: FoundIssue[] = [];
  for (let page = 0; found.length < limit; page += 1) {
    const { rows } = await client.imports.rows({ ...wanted, page, pageSize: maxPageSize });
    found.push(...rows.flatMap(find));
    if (rows.length < maxPageSize) break;
  }
  return found.slice(0, limit);
}

/** `imports list`: newest first. */
export async function listImports(context: CommandContext): Promise<void> {
  const { terminal } = context;
  await withAppToRead(context, async (client) => {
    const { rows } = await client.imports.list({ page: 0, pageSize: 100 });
    const text = rows.length === 0 ? terminal.texts.noImports : table(rows, terminal);
    terminal.answer(text, rows);
  });
}

function table(imports: readonly Import[], { texts, language }: Terminal): string {
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const rows = imports.map(({ id, createdAt, kind, state, counts, fileName }) => [
    String(id),
    date.format(new Date(createdAt)),
    texts.kinds[kind],
    texts.importStates[state],
    String(counts.read),
    String(counts.created),
    String(counts.updated),
    String(counts.unchanged),
    String(counts.rejected),
    fileName,
  ]);
  return alignColumns([texts.importHeadings, ...rows]);
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `imports undo ID`: takes a committed import back as a whole. */
export async function undoImport(id: number, context: CommandContext): Promise<void> {
  const importId = importIdSchema.parse(id);
  const counts = undoCountsSchema.parse(await reverse(({ imports }) => imports.undo({ importId }), context));
  context.terminal.answer(context.terminal.texts.undone(importId, counts), { importId, ...counts });
}

/** `imports redo ID`: puts an import in place again that was taken back. */
export async function redoImport(id: number, context: CommandContext): Promise<void> {
  const importId = importIdSchema.parse(id);
  const counts = redoCountsSchema.parse(await reverse(({ imports }) => imports.redo({ importId }), context));
  context.terminal.answer(context.terminal.texts.redone(importId, counts), { importId, ...counts });
}

/** `imports reread ID`: reads the kept lines of an import again, by the rules and the mapping of today. */
export async function rereadImport(
  request: { readonly importId: number; readonly dryRun: boolean },
  context: CommandContext,
): Promise<void> {
  const { dryRun } = request;
  await withApp(context, async (session) => {
    const { client } = session;
    const source = { importId: importIdSchema.parse(request.importId), mapping: null };
    const { importId, jobId } = await client.imports.reread({ ...source, dryRun });
    await followJob(client, jobId, context);
    const imported = await client.imports.get({ importId });
    await tellImport(client, imported, { dryRun, file: imported.fileName }, context.terminal);
    if (!dryRun) await leaveRanking(session);
  });
}

/** `imports go-back DAY`: takes back all imports after a day, or says what that would do. */
export async function goBack(
  { day, dryRun }: { readonly day: string; readonly dryRun: boolean },
  context: CommandContext,
): Promise<void> {
  const at = endOfDay(day).toISOString();
  const { terminal, signal } = context;
  if (!dryRun) {
    const done = await reverse(({ imports }) => imports.goBack({ at }), context);
    const counts = undoCountsSchema.extend({ imports: z.int() }).parse(done);
    terminal.answer(terminal.texts.wentBack(counts.imports, counts, false), counts);
    return;
  }
  await withApp(context, async ({ client }) => {
    for await (const counts of client.imports.previewGoBack({ at }, { signal })) {
      const names = counts.imports.map(({ id, fileName }) => `  ${id}  ${fileName}`);
      terminal.answer([terminal.texts.wentBack(counts.imports.length, counts, true), ...names].join('\n'), counts);
    }
  });
}

/** What the job that `start` begins sums up. */
async function reverse(
  start: (client: AppClient) => Promise<{ readonly jobId: JobId }>,
  context: CommandContext,
): Promise<unknown> {
  let summary: unknown = null;
  await withApp(context, async (session) => {
    const { jobId } = await start(session.client);
    summary = (await followJob(session.client, jobId, context)).summary;
    await leaveRanking(session);
  });
  return summary;
}
