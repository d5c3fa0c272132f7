import type { AppClient } from '../../../shared/contract/contract';
import type { Asked } from '../../../shared/contract/connectors';
import { serviceNames } from '../../../shared/domain/service-question';
import type { FetchRequest } from './fetch-arguments';
import { followJob, leaveRanking, withApp, type CommandContext } from './with-app';
import { tellImport } from './import-commands';

/** `fetch SERVICE`: asks a service and imports what it answers, all at once or not at all. */
export async function fetchOffers(request: FetchRequest, context: CommandContext): Promise<void> {
  const { service, turn, dryRun } = request;
  const { terminal } = context;
  const name = serviceNames[service];
  await withApp(context, async (session) => {
    const { client } = session;
    if (turn !== null) await client.connectors.turn({ service, isOn: turn === 'on' });
    if (turn === 'off') return terminal.answer(terminal.texts.fetched.off(name), { service, isOn: false });
    await giveKeys(client, service);
    const { fileId, ...outcome } = await ask(client, request, context);
    if (fileId === null) return terminal.answer(terminal.texts.fetched.nothing(name), { service, ...outcome });
    terminal.remark(terminal.texts.fetched.found(name, outcome));
    const source = { fileId, kind: 'offers', format: null, mapping: null } as const;
    const { importId, jobId } = await client.imports.start({ ...source, dryRun });
    await followJob(client, jobId, context);
    const imported = await client.imports.get({ importId });
    await tellImport(client, imported, { dryRun, file: imported.fileName }, terminal);
    if (!dryRun) await leaveRanking(session);
  });
}

/** Out of the environment, which unlike a command line no other user of the PC sees. */
async function giveKeys(client: AppClient, service: FetchRequest['service']): Promise<void> {
  const { SMART_RECRUITING_KEY_ID: id, SMART_RECRUITING_KEY_SECRET: secret } = process.env;
  if (id && secret) await client.connectors.setKeys({ service, id, secret });
}

async function ask(
  client: AppClient,
  { service, question }: FetchRequest,
  { terminal, signal }: CommandContext,
): Promise<NonNullable<Asked['outcome']>> {
  const { connectors } = client;
  const steps = question
    ? connectors.search({ service, question }, { signal })
    : connectors.refresh({ service }, { signal });
  for await (const { done, total, outcome } of steps) {
    if (outcome) return outcome;
    const ratio = total === null ? 0 : done / total;
    terminal.progress({ step: 'read', label: terminal.texts.fetched.asking, done, total, ratio });
  }
  throw new Error('The asking ended without an outcome.');
}
