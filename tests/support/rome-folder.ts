import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const invented = resolve(import.meta.dirname, '../fixtures/rome');

/** A copy of the small invented ROME that may be damaged; removed at the end. */
export interface RomeFolder extends Disposable {
  readonly path: string;
  files(): { readonly path: string; readonly name: string }[];
  /** Writes another text, made of the present one, into the file whose name holds `part`. */
  change(part: string, change: (text: string) => string | Buffer): void;
  remove(part: string): void;
}

export function openRomeFolder(): RomeFolder {
  const path = mkdtempSync(join(tmpdir(), 'rome-'));
  cpSync(invented, path, { recursive: true });
  const find = (part: string): string => {
    const name = readdirSync(path).find((each) => each.includes(part));
    if (name === undefined) throw new Error(`No file of the invented ROME is called ${part}.`);
    return join(path, name);
  };
  return {
    path,
    files: () => readdirSync(path).map((name) => ({ name, path: join(path, name) })),
    change: (part, change) => writeFileSync(find(part), change(readFileSync(find(part), 'utf8'))),
    remove: (part) => rmSync(find(part)),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}
