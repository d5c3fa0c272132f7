import { resolve } from 'node:path';
import type { CliRequest } from './arguments';
import { withApp, type CommandContext } from './with-app';

type WatchRequest = Extract<CliRequest, { command: 'watch' }>;

/** `watch [FOLDER]`: which folder the application imports files from while it is open, and what waits there. */
export async function watchFolder({ folder }: WatchRequest, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { watched } = terminal.texts;
  await withApp(context, async ({ client }) => {
    const state =
      folder === null
        ? await client.watchedFolder.state({})
        : await client.watchedFolder.set({ folder: folder === 'none' ? null : resolve(folder.path) });
    if (state.folder === null) {
      terminal.answer(watched.none, state);
      return;
    }
    const lines = [
      watched.folder(state.folder),
      state.isReachable ? watched.waiting(state.waiting.length) : watched.away,
      ...state.waiting.map(({ name, reason }) => `  ${name} – ${watched.reasons[reason]}`),
    ];
    terminal.answer(lines.join('\n'), state);
  });
}
