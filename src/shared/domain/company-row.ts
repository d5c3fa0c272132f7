import { parsePlace, parsePostcode } from './cells/parse-place';
import { parseCompanySize, parseContactAccess } from './cells/parse-words';
import type { CompanyDraft } from './company';
import type { RowCells } from './row-cells';

/**
 * Turns one row into a company with at most one contact. Null when the row has no name, which `row.issues` then says;
 * any other value that cannot be read is a warning there and leaves its field empty.
 */
export function readCompanyRow(row: RowCells): CompanyDraft | null {
  const name = row.required('name', 300);
  if (name === null) return null;
  const place = row.name('city', 200);
  const town = place === null ? null : parsePlace(place);
  const country = row.name('country', 100) ?? town?.country ?? null;
  return {
    externalId: row.text('externalId', 200),
    name,
    siret: row.siret('siret'),
    naf: row.text('naf', 10),
    size: row.value('size', 'unknown-word', parseCompanySize),
    address: row.text('address', 500),
    postcode: row.value('postcode', 'unknown-word', (text) => parsePostcode(text, country)),
    city: town?.city ?? null,
    country,
    website: row.text('website', 500),
    contact: readContact(row),
  };
}

/** A role alone reaches nobody. */
function readContact(row: RowCells): CompanyDraft['contact'] {
  const name = row.name('contactName', 200);
  const role = row.name('contactRole', 200);
  const email = row.email('contactEmail');
  const phone = row.text('contactPhone', 50);
  const access = row.value('contactAccess', 'unknown-word', parseContactAccess);
  return (name ?? email ?? phone) === null ? null : { name, role, email, phone, access };
}
