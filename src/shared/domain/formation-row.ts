import { fold } from './cells/fold';
import { parseEuropeanLevel, parseLevel } from './cells/parse-levels';
import { parseRomeCodes } from './cells/parse-list';
import { parseCount } from './cells/parse-number';
import { maxPrerequisitesLength, type FormationDraft } from './formation';
import { maxDescriptionLength, maxTitleLength } from './offer';
import type { RowCells } from './row-cells';

/** Whether a header says that its levels are those of the European framework ("Code_Niveau_Europeen"). */
export function isEuropean(header: string): boolean {
  return /\beurope|\bcec\b|\beqf\b|niveaueurope/.test(fold(header));
}

/** What stands under a title where the cells of a damaged row have moved: no formation is called by a day. */
const dayAlone = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T]+\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)?$/;

/**
 * Turns one row into a formation. Null when the row has no title or only a day for one, which `row.issues` then says; any other value that
 * cannot be read is a warning there and leaves its field empty.
 */
export function readFormationRow(row: RowCells): FormationDraft | null {
  const title = row.required('title', maxTitleLength);
  if (title === null) return null;
  if (dayAlone.test(title)) {
    row.report('error', 'date-as-title', row.filled('title')[0]?.header ?? null, title);
    return null;
  }
  return {
    externalId: row.text('externalId', 200),
    title,
    diplomaType: row.name('diplomaType', 200),
    level: row.value('level', 'bad-level', readLevel),
    component: row.name('component', 300),
    description: row.longText('description', maxDescriptionLength),
    prerequisites: row.longText('prerequisites', maxPrerequisitesLength) || null,
    keywords: row.list('keywords'),
    skills: row.list('skills'),
    jobs: row.list('jobs'),
    romeCodes: readRomeCodes(row),
    capacity: row.value('capacity', 'bad-number', readCapacity),
    managerName: row.name('managerName', 200),
    managerEmail: row.email('managerEmail'),
  };
}

function readLevel(text: string, header: string): number | undefined {
  return isEuropean(header) ? (parseEuropeanLevel(text) ?? parseLevel(text)) : parseLevel(text);
}

function readRomeCodes(row: RowCells): string[] {
  const codes = new Set<string>();
  for (const { header, text } of row.filled('romeCodes')) {
    const found = parseRomeCodes(text);
    if (!found) row.report('warning', 'unknown-word', header, text);
    for (const code of found ?? []) if (codes.size < 20) codes.add(code);
  }
  return [...codes];
}

function readCapacity(text: string): number | undefined {
  const count = parseCount(text);
  return count !== undefined && count <= 100_000 ? count : undefined;
}
