import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runBuilt } from '../scripts/run-built.mjs';

// `node benchmarks/run.mjs import [options]`: builds one benchmark and the workers it starts, and runs it.

const [name = '', ...options] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name) || !existsSync(resolve(import.meta.dirname, `${name}.ts`))) {
  console.error('Usage: node benchmarks/run.mjs <name of a benchmark> [options]');
  process.exit(2);
}

await runBuilt({
  outDir: `.cache/built/benchmarks/${name}`,
  input: {
    [name]: `benchmarks/${name}.ts`,
    'csv-worker': 'src/main/workers/csv/entry.ts',
    'write-worker': 'src/main/workers/write/entry.ts',
    'dashboards-worker': 'src/main/workers/dashboards/entry.ts',
    'search-worker': 'src/main/workers/search/entry.ts',
    'match-worker': 'src/main/workers/match/entry.ts',
    'embed-worker': 'src/main/workers/embed/entry.ts',
    'embed-process': 'src/main/workers/embed/network-entry.ts',
  },
  main: name,
  options,
});
