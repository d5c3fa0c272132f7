import { readFileSync } from 'node:fs';
import type { NewComponent } from '../university/university-service';

const columns = ['code', 'nom', 'sigle', 'type', 'ville', 'courriel'] as const;

/**
 * Components are no kind of import, so the general reader does not know them: this reads our own sample file, UTF-8,
 * `;`, without quotes, and throws on anything else.
 */
export function readComponentsSync(path: string): NewComponent[] {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (lines[0] !== columns.join(';')) throw new Error(`${path} does not begin with ${columns.join(';')}.`);
  return lines.slice(1).map((line) => {
    const cells = line.split(';');
    const [code, name, shortName, kind, city, email] = cells;
    if (cells.length !== columns.length || !code || !name || line.includes('"')) {
      throw new Error(`${path}: this line is not a component: ${line}`);
    }
    return { name, code, shortName: shortName || null, kind: kind || null, city: city || null, email: email || null };
  });
}
