import { readFileSync } from 'node:fs';

/** The records that addresses lead to; a parameter that is new has to be told here. */
export type PageRecords = Readonly<Record<'offerId' | 'companyId' | 'importId', number>>;

/** The address of every page that the router knows, read in its source: a page that is added is walked to. */
export function pageAddresses(records: PageRecords): readonly string[] {
  const source = readFileSync('src/renderer/app/routes.tsx', 'utf8');
  const table = /const laterPages = \{([\s\S]*?)\n\} as const;/.exec(source)?.[1] ?? '';
  const paths = [...table.matchAll(/^ {2}'?([\w/:-]+)'?: async/gm)].map(([, path]) => path ?? '');
  if (paths.length < 25) throw new Error('The table of the pages is written otherwise now.');
  const ids: Readonly<Record<string, number>> = records;
  return ['', ...paths].map((path) => `/${path.replace(/:(\w+)/g, (_all, name: string) => idOf(name, ids, path))}`);
}

function idOf(name: string, ids: Readonly<Record<string, number>>, path: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`No record is known for :${name} of ${path}.`);
  return String(id);
}
