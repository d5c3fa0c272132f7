import { basename } from 'node:path';
import type { AppClient } from '../../../shared/contract/contract';
import type { ImportRow } from '../../../shared/contract/imports';
import { importIdSchema, type ImportId, type JobId } from '../../../shared/domain/ids';
import {
  redoCountsSchema,
  undoCountsSchema,
  type Import,
  type ImportKind,
  type RowIssue,
} from '../../../shared/domain/import';
import { maxPageSize } from '../../../shared/domain/page';
import { withFileName } from '../error-text';
import { checkFile } from './check-file';
import { issueLine, shownIssues } from './issue-line';
import type { Terminal } from './terminal';
import { followJob, leaveRanking, withApp, withAppToRead, type CommandContext, type Session } from './with-app';

/** As many rejected rows, and as many warnings, stand in a line of JSON; all of them belong to the page. */
const toldIssues = 1_000;

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly file: string;
  readonly dryRun: boolean;
}

/** `import offers|formations|companies FILE`: stores every row of a file that can be used, all at once or not at all. */
export async function importFile(request: ImportRequest, context: CommandContext): Promise<void> {
  const path = checkFile(request.file);
  await withApp(context, async (session) => {
    try {
      await importInto(session, path, request, context);
    } catch (error) {
      throw withFileName(error, request.file);
    }
  });
}

async function importInto(
  session: Session,
  path: string,
  { kind, dryRun, file }: ImportRequest,
  context: CommandContext,
): Promise<void> {
  const { client } = session;
  const fileId = await session.handOver(path);
  const { importId, jobId } = await client.imports.start({ fileId, kind, format: null, mapping: null, dryRun });
  await followJob(client, jobId, context);
  const imported = await client.imports.get({ importId });
  await tellImport(client, imported, { kind, dryRun, file }, context.terminal);
  if (dryRun) return;
  if (!session.isOpenElsewhere) context.terminal.remark(context.terminal.texts.rankHint);
  await leaveRanking(session);
}

async function tellImport(
  client: AppClient,
  imported: Import,
  { file, dryRun }: ImportRequest,
  terminal: Terminal,
): Promise<void> {
  const { texts } = terminal;
  const name = basename(file);
  const { counts, id, kind } = imported;
  const limit = terminal.isJson ? toldIssues : shownIssues;
  const rejected = await rejections(client, id, limit);
  const warned = counts.warnings === 0 ? [] : await warnings(client, id, limit);
  const lines = [dryRun ? texts.tried(name, counts) : texts.imported(name, counts, id)];
  for (const [found, total, more] of [
    [rejected, counts.rejected, texts.moreRejected],
    [warned, counts.warnings, texts.moreWarnings],
  ] as const) {
    lines.push(...found.map(({ line, issue }) => issueLine(line, issue, texts)));
    if (total > found.length) lines.push(more(total - found.length));
  }
  const issues = [...rejected, ...warned].map(({ line, issue }) => ({ line, ...issue }));
  terminal.answer(lines.join('\n'), { importId: id, kind, file: name, dryRun, ...counts, issues });
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
