import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { Application } from '../pages/application';
import { createSampleData, removeData } from './sample-data';
import { startServer, type RunningServer } from './start-server';

export { expect } from '@playwright/test';

interface Fixtures {
  /** The application on its first visit: an empty data folder of its own. */
  readonly firstVisit: Application;
  /** Ends the program behind the page of `firstVisit` or `sample`, as a crash would. */
  readonly endProgram: () => Promise<void>;
  /** Closes the program behind the page, opens it again on the same data, with these arguments, and shows its first page. */
  readonly restartProgram: (...args: string[]) => Promise<void>;
  /** The application with the sample university, on a data folder of its own. */
  readonly sample: Application;
}

interface Program {
  server: RunningServer | null;
  dataDir: string;
}

interface Internals {
  readonly program: Program;
}

interface WorkerFixtures {
  readonly sampleData: string;
}

export const test = base.extend<Fixtures & Internals, WorkerFixtures>({
  sampleData: [
    // Playwright reads a fixture's needs from this pattern, which here is empty.
    async ({}, use) => {
      const dataDir = await createSampleData();
      await use(dataDir);
      await removeData(dataDir);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  program: async ({}, use) => {
    await use({ server: null, dataDir: '' });
  },
  endProgram: async ({ program }, use) => {
    await use(async () => await program.server?.stop());
  },
  restartProgram: async ({ page, program }, use) => {
    await use(async (...args) => {
      await program.server?.stop();
      program.server = await startServer(program.dataDir, args);
      await page.goto(program.server.url);
    });
  },
  firstVisit: async ({ page, program }, use) => {
    await withApplication(page, program, null, use);
  },
  sample: async ({ page, program, sampleData }, use) => {
    await withApplication(page, program, sampleData, use);
  },
});

async function withApplication(
  page: Page,
  program: Program,
  template: string | null,
  use: (application: Application) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'smart-recruiting-e2e-'));
  if (template !== null) await cp(template, dataDir, { recursive: true });
  const server = await startServer(dataDir);
  Object.assign(program, { server, dataDir });
  const complaints = collectComplaints(page);
  try {
    await page.goto(server.url);
    await use(new Application(page));
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  } finally {
    await page.close();
    await program.server?.stop();
    await removeData(dataDir);
  }
}

/** Faults that no assertion looks for: script errors, console errors, refusals of the content security policy. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // An answer with a status of failure is what a test of failures asks for; the page tells it in words.
    const isFailedAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isFailedAnswer) complaints.push(`console: ${message.text()}`);
  });
  return complaints;
}
