import { inProject } from './project.mjs';

const node = process.execPath;
const typescript = inProject('node_modules', 'typescript', 'bin', 'tsc');

/**
 * What can be said of the sources without running them, the longest first.
 * @type {readonly { name: string, program: string, args: readonly string[] }[]}
 */
export const checkSteps = [
  {
    name: 'lint',
    program: node,
    args: [inProject('node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
  },
  ...['shared', 'main', 'renderer', 'tests'].map((part) => ({
    name: `types-${part}`,
    program: node,
    args: [typescript, '-p', `tsconfig.${part}.json`],
  })),
  {
    name: 'format',
    program: node,
    args: [inProject('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  { name: 'migrations', program: node, args: [inProject('scripts', 'check-migrations.mjs')] },
];
