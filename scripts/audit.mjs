import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { affectedPackages, dateOf, readAdvisories } from './advisories.mjs';
import { installedPackages, lockFaults } from './audit-lock.mjs';
import { inProject, parseJson, run, runMain, say, StopError } from './project.mjs';

// `npm run audit [-- --advisories PATH]`: what package-lock.json says of every package (version, checksum, licence,
// scripts, native parts), then whether an advisory speaks of one: those of PATH, a file or folder in OSV's format, else
// those of the registry. Plain Node, nothing installed is needed. Ends with 0, with 1 for faults, with 2 where nobody
// could be asked about advisories.

const registryWaitMs = 60_000;

await runMain(async () => {
  const { advisories: path } = parseArgs({ options: { advisories: { type: 'string' } } }).values;
  const lock = /** @type {import('./audit-lock.mjs').Lock} */ (read('package-lock.json'));
  const installed = installedPackages(lock);
  const faults = lockFaults(lock, readFileSync(inProject('.npmrc'), 'utf8'));
  for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
  if (faults.length === 0) {
    say(
      `${installed.length} paquets\u00a0: versions, empreintes, licences et scripts sont en ordre.`,
      `${installed.length} packages: versions, checksums, licences and scripts are in order.`,
    );
  }
  const code = path === undefined ? await askRegistry() : lookInto(path, installed);
  return faults.length > 0 ? 1 : code;
});

/** @param {string} name */
function read(name) {
  return parseJson(readFileSync(inProject(name), 'utf8'));
}

/**
 * @param {string} path
 * @param {readonly import('./audit-lock.mjs').Installed[]} installed
 */
function lookInto(path, installed) {
  if (!existsSync(path)) {
    say(`Il n’y a pas d’avis dans ${path}.`, `There are no advisories in ${path}.`);
    throw new StopError();
  }
  const advisories = readAdvisories(path);
  const found = affectedPackages(advisories, installed);
  for (const line of found) process.stdout.write(`✗ ${line}\n`);
  const date = dateOf(advisories) ?? '?';
  say(
    `${advisories.length} avis, jusqu’au ${date}\u00a0: ${found.length} concernent ce projet.`,
    `${advisories.length} advisories, up to ${date}: ${found.length} speak of this project.`,
  );
  return found.length > 0 ? 1 : 0;
}

/** npm asks the registry about the packages of the lock file; it needs nothing installed. */
async function askRegistry() {
  let printed = '';
  const npm = process.env['npm_execpath'];
  const args = ['audit', '--json', '--package-lock-only'];
  const onOutput = (/** @type {string} */ text) => (printed += text);
  const options = { timeoutMs: registryWaitMs, onOutput };
  // Windows starts npm only through a shell; npm itself tells where its program is.
  await (npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options));
  const found = readReport(printed);
  if (found === null) {
    say(
      'Le registre n’a pas répondu sur les failles connues\u00a0: relancez avec un accès au réseau, ou donnez une copie des avis (--advisories).',
      'The registry did not answer about known vulnerabilities: run it again with network access, or give a copy of the advisories (--advisories).',
    );
    return 2;
  }
  for (const line of found) process.stdout.write(`✗ ${line}\n`);
  say(`Avis du registre\u00a0: ${found.length}.`, `Advisories of the registry: ${found.length}.`);
  return found.length > 0 ? 1 : 0;
}

/**
 * The vulnerable packages of npm's report, a line each; null where there is no report.
 * @param {string} printed warnings of npm may stand around it
 */
function readReport(printed) {
  const [json = ''] = /\{[^]*\}/.exec(printed) ?? [];
  try {
    const { vulnerabilities } =
      /** @type {{ vulnerabilities?: Record<string, { severity: string, range: string }> }} */ (parseJson(json));
    if (!vulnerabilities) return null;
    return Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  } catch {
    return null;
  }
}
