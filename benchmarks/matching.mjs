import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// The quality of the ranking beside simpler ones, on offers of known occupation: npm run bench:matching -- [data folder] [--quick].
// The measuring is Python's (models/training/crossvalidate.py); this finds an interpreter that has what it needs, says what
// is missing, and keeps the tables. --quick trains and measures one fold instead of five.

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const training = join(root, 'models', 'training');
const results = join(root, 'bench-results');
const modules = ['numpy', 'scipy', 'sentencepiece', 'torch'];
// Older ones stop short of the 24,000 pieces.
const isRecent = 'import sentencepiece; assert int(sentencepiece.__version__.split(".")[1]) >= 2';
const dataFiles = [
  'offers/offers_dev.csv',
  'formations/certif_info.csv',
  'rome/unix_texte_v460_utf8.csv',
  'rncp/rncp_info.csv',
];

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * The first Python 3 of the machine that has every module, as a command with its first arguments.
 * @returns {[string, ...string[]]}
 */
function findPython() {
  /** @type {[string, ...string[]][]} */
  const candidates = [['python3'], ['python'], ['/usr/bin/python3'], ['py', '-3']];
  const named = process.env['PYTHON'];
  if (named) candidates.unshift([named]);
  let found = false;
  for (const [command, ...first] of candidates) {
    const version = spawnSync(command, [...first, '-c', 'import sys; sys.exit(sys.version_info < (3, 11))']);
    if (version.status !== 0) continue;
    found = true;
    const has = spawnSync(command, [...first, '-c', `import ${modules.join(', ')}; ${isRecent}`]);
    if (has.status === 0) return [command, ...first];
  }
  return fail(
    found
      ? `Python was found, but not with ${modules.join(', ')} (sentencepiece 0.2 or later): see models/training/README.md, or name another one in PYTHON.`
      : 'Python 3.11 or later was not found: install it, or name it in PYTHON.',
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, work: { type: 'string' } },
});
const data = resolve(positionals[0] ?? join(root, '..', 'shared', 'data'));
const missing = dataFiles.filter((file) => !existsSync(join(data, file)));
if (missing.length > 0)
  fail(`The data folder ${data} lacks ${missing.join(', ')}. Name it: npm run bench:matching -- FOLDER`);

const [python, ...first] = findPython();
const work = resolve(values.work ?? join(results, 'matching-work'));
const name = values.quick ? 'matching-quick' : 'matching';
const json = join(results, `${name}.json`);
mkdirSync(work, { recursive: true });
const parameters = join(root, 'models', 'smart-recruiting-fr-v1', 'ranking.json');
const runs = values.quick ? ['--runs', '0'] : [];
const started = process.hrtime.bigint();
const { status, stdout } = spawnSync(
  python,
  [
    ...first,
    join(training, 'crossvalidate.py'),
    '--data',
    data,
    '--work',
    work,
    '--parameters',
    parameters,
    '--out',
    json,
    ...runs,
  ],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
    // One thread is the fastest on a busy machine, and makes processor times comparable.
    env: {
      ...process.env,
      OMP_NUM_THREADS: '1',
      OMP_WAIT_POLICY: 'PASSIVE',
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONUTF8: '1',
    },
  },
);
if (status !== 0) fail(`The measuring ended with an error (${status ?? 'not started'}).`);
writeFileSync(join(results, `${name}.md`), stdout);
console.log(stdout);
const minutes = Number((process.hrtime.bigint() - started) / 60_000_000_000n);
console.log(
  `${readFileSync(json).length} bytes in ${json}, ${minutes} minutes. Trainings are kept in ${work}: remove it to train anew.`,
);
