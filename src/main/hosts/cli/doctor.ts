import { arch, platform, release } from 'node:os';
import type { CommandContext } from './with-app';
import { withAppToRead } from './with-app';

/**
 * `doctor`: says what runs on what, and whether the model and the database are sound. False when one is not. Beside an
 * application that is open it tells of the file only: the settings of the connection that writes cannot be seen.
 */
export async function runDoctor(context: CommandContext): Promise<boolean> {
  const { terminal, paths } = context;
  const { doctor } = terminal.texts;
  return await withAppToRead(context, async (client, { database }, isBeside) => {
    const { model } = await client.host.info({});
    const { pragmas, integrity } = database.examine();
    const overview = await client.university.overview({});
    const isWell = integrity === 'ok' && model.state === 'ready';
    const system = `${platform()} ${release()} ${arch()}, Node ${process.versions.node}`;
    const settings = Object.entries(pragmas).map(([name, value]) => `${name}=${value}`);
    const lines: readonly (readonly [string, string])[] = [
      [doctor.application, paths.version],
      [doctor.system, system],
      [doctor.dataDir, paths.dataDir],
      [doctor.database, database.path],
      [doctor.pragmas, settings.join(', ')],
      [doctor.integrity, integrity],
      [doctor.model, `${model.id} – ${doctor.modelStates[model.state]}`],
      [doctor.contents, doctor.counts(overview.offers, overview.formations, overview.companies)],
      ...(isBeside ? [[doctor.inUse, doctor.inUseBy] as const] : []),
    ];
    const width = Math.max(...lines.map(([name]) => name.length));
    const report = lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
    terminal.answer([...report, isWell ? doctor.allWell : doctor.notWell].join('\n'), {
      version: paths.version,
      system,
      dataDir: paths.dataDir,
      database: database.path,
      ...pragmas,
      integrity,
      model: model.id,
      modelState: model.state,
      offers: overview.offers,
      formations: overview.formations,
      companies: overview.companies,
      isInUse: isBeside,
      isWell,
    });
    return isWell;
  });
}
