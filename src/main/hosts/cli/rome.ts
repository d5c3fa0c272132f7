import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppClient } from '../../../shared/contract/contract';
import type { RomeCheck } from '../../../shared/contract/rome-pack';
import { AppError } from '../../../shared/domain/app-error';
import { romeFilesAmong } from '../../../shared/domain/rome-pack';
import { romeFaultText } from '../../../shared/texts/rome-fault-text';
import type { CliRequest } from './arguments';
import { withApp, type CommandContext, type Session } from './with-app';

type RomeRequest = Extract<CliRequest, { command: 'rome' }>;

/** `rome [FOLDER]`: which version of ROME is in use, or another one. False where a folder was refused. */
export async function rome({ folder, dryRun }: RomeRequest, context: CommandContext): Promise<boolean> {
  return await withApp(context, async (session) => {
    if (folder === null) return await tellState(session.client, context);
    if (typeof folder === 'string') return await useOther(session.client, folder, context);
    const looked = await lookAt(session, folder.path, context.signal);
    tellCheck(looked, context);
    if (looked.checkId === null) return false;
    if (!dryRun) tellChange(await session.client.romePack.put({ checkId: looked.checkId }), context);
    return true;
  });
}

async function tellState(client: AppClient, { terminal }: CommandContext): Promise<true> {
  const { rome: texts } = terminal.texts;
  const state = await client.romePack.state({});
  const { inUse, former } = state;
  const lines = [
    inUse ? texts.inUse(inUse.title, inUse.publishedOn) : texts.shipped,
    ...(former ? [texts.former(former.title)] : []),
  ];
  terminal.answer(lines.join('\n'), state);
  return true;
}

async function useOther(client: AppClient, wanted: 'shipped' | 'former', context: CommandContext): Promise<boolean> {
  const { former } = await client.romePack.state({});
  if (wanted === 'former' && !former) {
    context.terminal.remark(context.terminal.texts.rome.noFormer);
    return false;
  }
  tellChange(await client.romePack.use({ packId: wanted === 'former' ? (former?.packId ?? null) : null }), context);
  return true;
}

async function lookAt(session: Session, path: string, signal: AbortSignal): Promise<RomeCheck> {
  const files = romeFilesAmong(namesIn(resolve(path)));
  const fileIds = [];
  for (const file of files) fileIds.push(await session.handOver(file.path));
  for await (const event of session.client.romePack.check({ fileIds }, { signal })) {
    if (event.step === 'checked') return event;
  }
  throw new Error('Nothing was said of the folder.');
}

/** Throws `not-found` (`file-missing`) for what is no folder. */
function namesIn(folder: string): { readonly name: string; readonly path: string }[] {
  try {
    return readdirSync(folder).map((name) => ({ name, path: join(folder, name) }));
  } catch (cause) {
    const details = { file: folder };
    throw new AppError('not-found', `There is no folder ${folder}.`, 'file-missing', details, { cause });
  }
}

function tellCheck(looked: RomeCheck, { terminal }: CommandContext): void {
  const { rome: texts } = terminal.texts;
  const { title, occupations, added, removed, gone, faults } = looked;
  const lines =
    faults.length > 0
      ? [texts.refused, ...faults.map((fault) => `  ${romeFaultText(fault, terminal.language, '\u00a0')}`)]
      : [
          texts.looked(title ?? '', occupations, added, removed),
          ...gone.map(({ code, movedTo, mayBe, offers, formations }) =>
            movedTo === null
              ? texts.left(code, mayBe, offers, formations)
              : texts.moved(code, movedTo, offers, formations),
          ),
        ];
  terminal.answer(lines.join('\n'), looked);
}

function tellChange(change: { readonly offers: number; readonly formations: number }, { terminal }: CommandContext) {
  terminal.answer(terminal.texts.rome.changed(change.offers, change.formations), change);
}
