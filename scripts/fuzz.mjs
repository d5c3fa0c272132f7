import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { inProject, run, runMain } from './project.mjs';

// `npm run fuzz`: a million broken messages over each carrier of the contract; about an hour. Another number and seed
// as arguments: `npm run fuzz -- 100000 7`. The first 10,000 of the usual seed are part of `npm test`.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  const [messages = '1000000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
  process.stderr.write(`${messages} messages, seed ${seed}\n`);
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  return await run(process.execPath, [vitest, 'run', '--project', 'contract', 'tests/contract/fuzz.test.ts'], {
    env: { ...process.env, FUZZ_MESSAGES: messages, FUZZ_SEED: seed },
  });
});
