import { basename } from 'node:path';
import type { AppClient } from '../../../shared/contract/contract';
import { importIdSchema, type FileId, type ImportId } from '../../../shared/domain/ids';
import { undoCountsSchema, type Import, type ImportKind } from '../../../shared/domain/import';
import { withFileName } from '../error-text';
import { checkFile } from './check-file';
import type { Terminal } from './terminal';
import { followJob, leaveRanking, withApp, type CommandContext } from './with-app';

/** As many rejected rows are shown; an export of them all belongs to the page. */
const shownRejected = 20;

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly file: string;
  readonly dryRun: boolean;
}

/** `import offers|formations|companies FILE`: reads a file and stores all of it, or nothing. */
export async function importFile(request: ImportRequest, context: CommandContext): Promise<void> {
  const path = checkFile(request.file);
  try {
    await withApp(context, (client, { fileStore }) => importInto(client, fileStore.adopt(path), request, context));
  } catch (error) {
    throw withFileName(error, request.file);
  }
}

async function importInto(
  client: AppClient,
  fileId: FileId,
  { kind, dryRun, file }: ImportRequest,
  context: CommandContext,
): Promise<void> {
  const { importId, jobId } = await client.imports.start({ fileId, kind, format: null, mapping: null, dryRun });
  await followJob(client, jobId, context);
  const imported = await client.imports.get({ importId });
  await tellImport(client, imported, { kind, dryRun, file }, context.terminal);
  if (!dryRun) await leaveRanking(client);
}

async function tellImport(
  client: AppClient,
  imported: Import,
  { file, dryRun }: ImportRequest,
  terminal: Terminal,
): Promise<void> {
  const { texts } = terminal;
  const name = basename(file);
  const { counts, id } = imported;
  const lines = [dryRun ? texts.tried(name, counts) : texts.imported(name, counts, id)];
  const rejected = await rejectedRows(client, id);
  for (const { line, issues } of rejected.rows) {
    const issue = issues.find(({ severity }) => severity === 'error');
    if (issue) lines.push(texts.rejectedRow(line, issue.column, texts.issues[issue.code], issue.value));
  }
  if (rejected.total > rejected.rows.length) lines.push(texts.moreRejected(rejected.total - rejected.rows.length));
  terminal.answer(lines.join('\n'), { importId: id, kind: imported.kind, file: name, dryRun, ...counts });
  if (!dryRun) terminal.remark(texts.rankHint);
}

async function rejectedRows(client: AppClient, importId: ImportId) {
  return await client.imports.rows({ importId, state: 'rejected', page: 0, pageSize: shownRejected });
}

/** `imports list`: newest first. */
export async function listImports(context: CommandContext): Promise<void> {
  const { terminal } = context;
  await withApp(context, async (client) => {
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
  const { terminal } = context;
  const importId = importIdSchema.parse(id);
  await withApp(context, async (client) => {
    const { jobId } = await client.imports.undo({ importId });
    const { summary } = await followJob(client, jobId, context);
    await leaveRanking(client);
    const counts = undoCountsSchema.parse(summary);
    terminal.answer(terminal.texts.undone(importId, counts), { importId, ...counts });
  });
}
