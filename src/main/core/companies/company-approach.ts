import type { CompanyApproach } from '../../../shared/contract/search';
import type { ContactAccess } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';
import type { ReadDb } from '../db/open';

interface CompanyRow {
  readonly id: CompanyId;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly website: string | null;
}

type ContactRow = CompanyApproach['contacts'][number] & {
  readonly companyId: CompanyId;
  readonly access: ContactAccess | null;
};

const namedCompanies = `select id, address, postcode, city, website from company
  where id in (select value from json_each(?))`;
const theirContacts = `select company_id companyId, name, role, email, phone, access from contact
  where company_id in (select value from json_each(?)) order by company_id, id`;

/**
 * How students may apply to companies where nothing is offered. A contact of whom nobody said whether they are told
 * follows `usual`, and so does a company without contacts. A company of which they are told nothing is left out.
 */
export function approachesOf(
  db: ReadDb,
  companyIds: readonly CompanyId[],
  usual: ContactAccess,
): ReadonlyMap<CompanyId, CompanyApproach> {
  const ids = JSON.stringify(companyIds);
  const contacts = db.prepare<ContactRow, [string]>(theirContacts).all(ids);
  const approaches = new Map<CompanyId, CompanyApproach>();
  for (const { id, website, ...place } of db.prepare<CompanyRow, [string]>(namedCompanies).all(ids)) {
    const people = contacts
      .filter(({ companyId }) => companyId === id)
      .map((contact) => ({ ...contact, access: contact.access ?? usual }));
    const isTold = people.length === 0 ? usual !== 'none' : people.some(({ access }) => access !== 'none');
    const address = addressOf(place);
    const shown = people.filter(({ access }) => access === 'contact');
    if (!isTold || (address ?? website ?? shown[0] ?? null) === null) continue;
    approaches.set(id, {
      ...{ address, website },
      contacts: shown.map(({ name, role, email, phone }) => ({ name, role, email, phone })),
    });
  }
  return approaches;
}

/** Street, postcode and town on one line; a town alone is no address to write to. */
function addressOf({ address, postcode, city }: Omit<CompanyRow, 'id' | 'website'>): string | null {
  if (address === null) return null;
  const town = [postcode, city].filter((part) => part !== null).join(' ');
  return [address.replaceAll(/\s*\n\s*/g, ', '), town].filter((part) => part !== '').join(', ');
}
