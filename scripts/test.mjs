import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { prepare } from './prepare.mjs';
import { colourEnvironment, inProject, inWords, parseJson, run, runMain, say } from './project.mjs';
import { checkSteps } from './check-steps.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, isReadOnly?: boolean, run: (report: string, show: (text: string) => void) => Promise<Counts> }} Step
 */

const reports = inProject('test-results', 'reports');
const node = process.execPath;
const steps = allSteps();

// `npm test`: everything that can be checked, on a machine where nothing was installed by hand. Names of steps as
// arguments run only those, for example `npm test -- unit e2e`.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = steps.map(({ name }) => name).join(', ');
    say(
      `Étape inconnue\u00a0: ${unknown.join(', ')}. Étapes\u00a0: ${known}.`,
      `Unknown step: ${unknown.join(', ')}. Steps: ${known}.`,
    );
    return 2;
  }
  return await runSteps(steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
});

/** @param {readonly Step[]} chosen */
async function runSteps(chosen) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  /** @type {{ name: string, counts: Counts, seconds: number }[]} */
  const results = [];
  const readers = chosen.filter(({ isReadOnly }) => isReadOnly);
  results.push(...(await runInPairs(readers)));
  for (const step of chosen.filter(({ isReadOnly }) => !isReadOnly)) results.push(await timed(step, true));
  return tell(results);
}

/**
 * Checks that only read the sources run two at a time; what starts programs of its own runs alone.
 * @param {readonly Step[]} chosen
 */
async function runInPairs(chosen) {
  const waiting = [...chosen];
  /** @type {{ name: string, counts: Counts, seconds: number }[]} */
  const results = [];
  const takeTurns = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await timed(step, false));
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return results;
}

/**
 * Runs a step and says what it prints: as it comes when it is alone, else at its end, in one piece.
 * @param {Step} step
 * @param {boolean} isAlone
 */
async function timed(step, isAlone) {
  const startedAt = performance.now();
  let printed = `\n▸ ${step.name}\n`;
  if (isAlone) process.stdout.write(printed);
  const counts = await countsOf(step, (text) => {
    if (isAlone) process.stdout.write(text);
    else printed += text;
  });
  if (!isAlone) process.stdout.write(printed);
  return { name: step.name, counts, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * A step that cannot even begin, because no browser can be had for example, is one failure: the others still run and
 * the last line is still printed.
 * @param {Step} step
 * @param {(text: string) => void} show
 * @returns {Promise<Counts>}
 */
async function countsOf(step, show) {
  try {
    return await step.run(inProject('test-results', 'reports', `${step.name}.json`), show);
  } catch (error) {
    show(`${error instanceof Error ? error.message : String(error)}\n`);
    return oneCheck(false);
  }
}

/** @returns {Step[]} */
function allSteps() {
  return [
    ...checkSteps.map(({ name, program, args }) => ({
      name,
      isReadOnly: true,
      run: async (/** @type {string} */ _report, /** @type {(text: string) => void} */ show) => {
        const code = await run(program, args, { env: { ...process.env, ...colourEnvironment }, onOutput: show });
        return oneCheck(code === 0);
      },
    })),
    vitestStep('architecture'),
    vitestStep('unit'),
    vitestStep('contract'),
    { name: 'build', run: buildStep },
    vitestStep('integration'),
    { name: 'e2e', run: playwrightStep },
    vitestStep('electron'),
  ];
}

/** @param {boolean} isPassed */
function oneCheck(isPassed) {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

/** @returns {Promise<Counts>} */
async function buildStep() {
  try {
    await ensureBuilt();
    return oneCheck(true);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return oneCheck(false);
  }
}

/**
 * @param {string} project
 * @returns {Step}
 */
function vitestStep(project) {
  return {
    name: project,
    run: async (report, show) => {
      if (project === 'integration' || project === 'electron') await buildStep();
      const needed = project === 'electron' ? await browserEnvironment() : process.env;
      const env = { ...needed, ...colourEnvironment };
      const args = [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ];
      const code = await run(node, [inProject('node_modules', 'vitest', 'vitest.mjs'), ...args], {
        env,
        onOutput: show,
      });
      return withExitCode(vitestCounts(report), code);
    },
  };
}

/**
 * @param {string} report
 * @param {(text: string) => void} show
 */
async function playwrightStep(report, show) {
  await buildStep();
  const env = { ...(await browserEnvironment()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = ['test', '--reporter=list,json'];
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const code = await run(node, [playwright, ...args], { env, onOutput: show });
  return withExitCode(playwrightCounts(report), code);
}

async function browserEnvironment() {
  return { ...process.env, SMART_RECRUITING_BROWSER: await ensureBrowser() };
}

/**
 * A run that ends badly without a failed test, because a file could not be loaded for example, is a failure all the
 * same.
 * @param {Counts | null} counts
 * @param {number} code
 * @returns {Counts}
 */
function withExitCode(counts, code) {
  if (counts === null) return oneCheck(false);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} report */
function vitestCounts(report) {
  const parsed = readReport(report);
  if (parsed === null) return null;
  const json = /** @type {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>} */ (
    parsed
  );
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}

/** @param {string} report */
function playwrightCounts(report) {
  const parsed = readReport(report);
  if (parsed === null) return null;
  const { stats } = /** @type {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }} */ (parsed);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** @param {string} report */
function readReport(report) {
  try {
    return parseJson(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {readonly { name: string, counts: Counts, seconds: number }[]} results */
function tell(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts } of results) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  const rows = [
    ...results,
    { name: inWords('en tout', 'in all'), counts: total, seconds: performance.now() / 1000 },
  ].map(({ name, counts, seconds }) => [name, counts.passed, counts.failed, counts.skipped, `${seconds.toFixed(1)} s`]);
  const table = [['', 'passed', 'failed', 'skipped', 'time'], ...rows].map((row) =>
    row.map((cell, column) => (column === 0 ? String(cell).padEnd(20) : String(cell).padStart(9))).join(''),
  );
  // The counts stand alone on the last line, so that any runner can read them; what was skipped has its own column.
  process.stdout.write(`\n${table.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
