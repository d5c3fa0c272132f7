import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';
import { inProject, run, runMain, say } from './project.mjs';
import { checkSteps } from './check-steps.mjs';

// `npm run check`: types, lint, format, import table and migrations, in about a minute. All of them run, so that one
// call tells everything.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const architecture = {
    name: 'architecture',
    program: process.execPath,
    args: [vitest, 'run', '--project', 'architecture'],
  };
  /** @type {string[]} */
  const failed = [];
  for (const { name, program, args } of [...checkSteps, architecture]) {
    let printed = '';
    const result = await run(program, args, { onOutput: (text) => (printed += text) });
    process.stdout.write(`${result === 0 ? '✓' : '✗'} ${name}\n${result === 0 ? '' : printed}`);
    if (result !== 0) failed.push(name);
  }
  if (failed.length === 0) return 0;
  say(`À corriger\u00a0: ${failed.join(', ')}.`, `To be corrected: ${failed.join(', ')}.`);
  return 1;
});
