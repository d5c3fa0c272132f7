import { expect, it } from 'vitest';
import type { SpawnWorker } from '../lazy-worker';
import { createAwayFiles } from './away-files';

const folder = '\\\\serveur\\sauvegardes';
const told = { code: 'unavailable', reason: 'folder-silent', details: { folder } };
const bounds = { answerWithinMs: 20, standStillMs: 20, leaveAloneMs: 60_000, endWithinMs: 20 };

/** A process that takes every question, answers none, and does not end when it is told to. */
function silentProcess(): {
  readonly spawn: SpawnWorker;
  readonly started: () => number;
  readonly ended: () => number;
} {
  let [started, ended] = [0, 0];
  const spawn: SpawnWorker = () => {
    started += 1;
    return {
      port: { post: () => undefined, onFrame: () => undefined, onClose: () => undefined },
      stop: () => {
        ended += 1;
        return new Promise(() => undefined);
      },
    };
  };
  return { spawn, started: () => started, ended: () => ended };
}

it('tells of a folder that does not answer, by its name, and gives up the process that waits for it', async () => {
  const { spawn, ended } = silentProcess();
  const files = createAwayFiles(spawn, bounds);
  await expect(files.list(folder)).rejects.toMatchObject(told);
  await expect(files.check(folder)).rejects.toMatchObject(told);
  await expect(files.bring('/data/one.db', `${folder}/one.db`)).rejects.toMatchObject({ reason: 'folder-silent' });
  await expect.poll(ended).toBeGreaterThan(0);
});

it('does not ask such a folder again for a while when somebody only wants to look, and asks another', async () => {
  const { spawn, started, ended } = silentProcess();
  const files = createAwayFiles(spawn, bounds);
  await expect(files.list(folder)).rejects.toMatchObject(told);
  await expect.poll(ended).toBe(1);
  const before = started();
  await expect(files.list(folder)).rejects.toMatchObject(told);
  expect(started()).toBe(before);
  await expect(files.list('D:\\Sauvegardes')).rejects.toMatchObject({ details: { folder: 'D:\\Sauvegardes' } });
  expect(started()).toBeGreaterThan(before);
});

it('keeps nobody from closing', async () => {
  const files = createAwayFiles(silentProcess().spawn, bounds);
  await expect(files.list(folder)).rejects.toMatchObject(told);
  await files.dispose();
});
