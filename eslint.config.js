import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export: the name then reads the same everywhere.',
};
const noRawHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Texts from files are shown as text, never as HTML.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.cache',
      'out',
      'dist',
      'coverage',
      'test-results',
      'playwright-report',
      'models',
      'data',
    ],
  },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        // One program for all files: which part may know of what is checked by the compilers.
        project: ['./tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', 5],
      'no-restricted-syntax': ['error', namedExportsOnly],
    },
  },
  {
    files: ['src/shared/**/*.ts', 'src/main/core/**/*.ts', 'src/renderer/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/main/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'electron', message: 'The core knows no host: put it behind an interface of ports.ts.' },
            { name: 'papaparse', message: 'Files are read by workers/csv, through the port CsvReader.' },
            {
              name: '@huggingface/transformers',
              message: 'Texts are embedded by workers/embed, through the port Embedder.',
            },
            { name: 'onnxruntime-node', message: 'Networks run in workers/, through a port.' },
            { name: 'node:http', message: 'HTTP belongs to hosts/http.' },
            { name: 'node:worker_threads', message: 'The core starts no worker: it receives ports.' },
            { name: 'node:child_process', message: 'The core starts no process: it receives ports.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', namedExportsOnly, noRawHtml],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@nivo/*'], message: 'Charts are made in renderer/charts/, which others import.' }] },
      ],
    },
  },
  { files: ['src/renderer/charts/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': 'off' } },
  // French and English texts are one long list each: splitting them would only hide a missing one.
  {
    files: [
      ...['src/renderer/i18n/{fr,en}.ts', 'src/shared/texts/failures-{fr,en}.ts'],
      'src/main/hosts/cli/texts-{fr,en}.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
  // Tests read better as one table than cut into files; configuration tools ask for a default export.
  { files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'], rules: { 'max-lines': ['error', { max: 500 }] } },
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-syntax': 'off' } },
);
