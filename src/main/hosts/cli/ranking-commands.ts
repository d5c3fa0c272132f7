import { basename } from 'node:path';
import type { ExportFormat, ExportRequest } from '../../../shared/contract/exports';
import type { PackageContents } from '../../../shared/contract/packages';
import { AppError } from '../../../shared/domain/app-error';
import { writeOutput } from '../write-file';
import type { ExportWhat, PackageHow } from './arguments';
import { checkOutput } from './check-file';
import { followJob, withApp, type CommandContext } from './with-app';

/** `rank`: embeds and ranks whatever lacks a valid ranking. */
export async function rank(context: CommandContext): Promise<void> {
  const { terminal } = context;
  await withApp(context, async ({ client }) => {
    const { jobId } = await client.matches.refresh({});
    const { summary } = await followJob(client, jobId, context);
    const count = countIn(summary, 'ranked');
    terminal.answer(count === 0 ? terminal.texts.nothingStale : terminal.texts.ranked(count ?? 0), summary);
  });
}

/** `embed`: computes the missing vectors only, so that a later `rank` is quick. */
export async function embed(context: CommandContext): Promise<void> {
  const { terminal } = context;
  await withApp(context, async ({ client }) => {
    const { jobId } = await client.matches.embed({});
    const { summary } = await followJob(client, jobId, context);
    const count = countIn(summary, 'embedded');
    terminal.answer(count === 0 ? terminal.texts.nothingStale : terminal.texts.embedded(count ?? 0), summary);
  });
}

function countIn(summary: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = summary[name];
  return typeof value === 'number' ? value : null;
}

export interface ExportOptions {
  readonly what: ExportWhat;
  readonly file: string;
  readonly format: ExportFormat;
  /** Null writes all. */
  readonly columns: readonly string[] | null;
  /** For another university; null writes a table. */
  readonly package: PackageHow | null;
}

/** `export WHAT FILE`: writes everything of one kind; the file appears whole or not at all. */
export async function exportFile(
  { what, file, format, columns, package: how }: ExportOptions,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const path = checkOutput(file);
  await withApp(context, async (session) => {
    const { client } = session;
    const request: ExportRequest = { what, filter: {} };
    const { jobId, fileId } = how
      ? await client.packages.write({ contents: contentsOf(what), ...how })
      : await client.exports.start({ request, format, columns: columns && [...columns] });
    const { summary } = await followJob(client, jobId, context);
    await writeOutput(path, session.fetchFile(fileId));
    const rows = countIn(summary, 'rows');
    const cut = countIn(summary, 'cutCells') ?? 0;
    if (cut > 0) terminal.remark(terminal.texts.cutCells(cut));
    terminal.answer(terminal.texts.exported(rows, basename(path)), { file: path, ...summary });
  });
}

function contentsOf(what: ExportWhat): PackageContents {
  const nothing = { offers: null, formations: null, companies: null };
  if (what === 'offers') return { ...nothing, offers: {}, companies: 'of-offers' };
  if (what === 'formations' || what === 'companies') return { ...nothing, [what]: {} };
  throw new AppError('invalid-input', `A package holds no ${what}.`, null, { what });
}

/** `sample load`: fills an empty database with the sample university, and ranks it. */
export async function loadSample(context: CommandContext): Promise<void> {
  const { terminal } = context;
  await withApp(context, async ({ client }) => {
    const { jobId } = await client.university.loadSample({});
    const { summary } = await followJob(client, jobId, context);
    const ranking = await client.matches.refresh({});
    await followJob(client, ranking.jobId, context);
    terminal.answer(terminal.texts.sampleLoaded, summary);
  });
}
