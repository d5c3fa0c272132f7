import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/electron-runtime.mjs';
import { sandboxArguments } from '../../scripts/find-browser.mjs';
import { hasScreen } from '../../scripts/open-window.mjs';

const root = resolve(import.meta.dirname, '../..');
const program = findElectron();
const canRun = program !== null && hasScreen();
const why = program === null ? 'the Electron runtime is not present' : 'there is no screen';

if (!canRun) process.stdout.write(`Skipped: the real Electron runtime, because ${why}.\n`);

describe.skipIf(!canRun)('on the real Electron runtime', () => {
  it('imports formations and offers and shows the matches', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-electron-'));
    const application = await _electron.launch({
      ...(program === null ? {} : { executablePath: program }),
      args: [...sandboxArguments(), root, `--data-dir=${dataDir}`],
      env: { ...definedEnvironment(), LC_ALL: 'fr_FR.UTF-8' },
    });
    try {
      const page = await application.firstWindow();
      for (const kind of ['formations', 'offers'] as const) {
        await page.goto(`app://smart-recruiting/imports/new?kind=${kind}`);
        await page.locator('input[type=file]').setInputFiles(join(root, 'data', 'samples', `${kind}.csv`));
        await page
          .getByRole('button', { name: new RegExp(`^(Importer les|Import the) ${kind === 'offers' ? 'off' : 'for'}`) })
          .click();
        await page.getByText(/L’import est terminé|The import is done/).waitFor({ timeout: 30_000 });
      }
      await page.goto('app://smart-recruiting/offers');
      const best = page.locator('[role=row] [data-field=score]', { hasText: /\p{L}{3}/u });
      await best.nth(1).waitFor({ timeout: 60_000 });
      expect(await best.count()).toBeGreaterThan(1);
    } finally {
      await application.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
