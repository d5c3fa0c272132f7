import { readFileSync } from 'node:fs';
import { readPlainTable } from '../../../shared/domain/plain-table';
import type { NewComponent } from '../university/university-service';

const columns = ['code', 'nom', 'sigle', 'type', 'ville', 'courriel'] as const;

/** Reads the sample's components; they are no kind of import, so that the general reader does not know them. */
export function readComponentsSync(path: string): NewComponent[] {
  return readPlainTable(readFileSync(path, 'utf8'), columns).map(({ code, nom, sigle, type, ville, courriel }) => ({
    name: nom,
    code,
    shortName: sigle || null,
    kind: type || null,
    city: ville || null,
    email: courriel || null,
  }));
}
