import { inProject } from './project.mjs';

const node = process.execPath;
const typescript = inProject('node_modules', 'typescript', 'bin', 'tsc');

/**
 * What can be said of the sources without running them.
 * @type {readonly { name: string, program: string, args: readonly string[] }[]}
 */
export const checkSteps = [
  ...['shared', 'main', 'renderer', 'tests'].map((part) => ({
    name: `types-${part}`,
    program: node,
    args: [typescript, '-p', `tsconfig.${part}.json`],
  })),
  {
    name: 'lint',
    program: node,
    args: [inProject('node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
  },
  {
    name: 'format',
    program: node,
    args: [inProject('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  { name: 'migrations', program: node, args: [inProject('scripts', 'check-migrations.mjs')] },
];
