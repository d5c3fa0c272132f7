import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { inProject, run, runMain } from './project.mjs';

// `npm run fuzz`: a million broken messages over each carrier of the contract, on an empty database and on the sample
// university; some hours. Another number and seed as arguments, and one of the two: `npm run fuzz -- 100000 7 sample`.
// The first 10,000 of the usual seed on the empty one are part of `npm test`.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  const [messages = '1000000', seed = String(Date.now() % 2 ** 31), only] = process.argv.slice(2);
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  for (const base of only === undefined ? ['empty', 'sample'] : [only]) {
    process.stderr.write(`${messages} messages, seed ${seed}, ${base}\n`);
    const env = { ...process.env, FUZZ_MESSAGES: messages, FUZZ_SEED: seed, FUZZ_BASE: base };
    const args = [vitest, 'run', '--project', 'contract', 'tests/contract/fuzz.test.ts'];
    const result = await run(process.execPath, args, { env });
    if (result !== 0) return result;
  }
  return 0;
});
