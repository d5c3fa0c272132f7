import { survivalEntries } from '../tests/survival/entries.mjs';
import { runBuilt } from './run-built.mjs';

// `npm run survival -- --kills 1000 --cuts 10000 --seed 20261122`: builds the office that is mistreated and whoever
// mistreats it to plain files, and runs the series (tests/survival, docs/reliability.md).

await runBuilt({
  outDir: '.cache/built/survival',
  input: { ...survivalEntries, main: 'tests/survival/main.ts' },
  main: 'main',
  options: process.argv.slice(2),
});
