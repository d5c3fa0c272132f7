import type { FormationOutlook, OfferApproach } from '../../../shared/contract/students';
import type { CompanyApproach } from '../../../shared/contract/search';
import type { ContactAccess } from '../../../shared/domain/company';
import type { CompanyId, FormationId, OfferId } from '../../../shared/domain/ids';
import { offerMatchText } from '../../../shared/domain/text/match-text';
import { titlesWithoutPeople, withoutAnnounced, type CountedTitle } from '../../../shared/domain/text/without-people';
import type { Database, ReadDb } from '../db/open';
import type { CompanyService } from '../companies/company-service';
import type { FormationService } from '../formations/formation-service';
import type { SettingService } from '../settings/setting-service';

export interface StudentService {
  /** What offers and the university say of formations, in the order of the ids; none of one that does not exist. */
  outlooks(formationIds: readonly FormationId[]): FormationOutlook[];
  /** How offers are answered, as far as the office lets students know; none of a draft or one that does not exist. */
  approaches(offerIds: readonly OfferId[]): OfferApproach[];
}

export interface StudentParts {
  readonly database: Database;
  readonly formationService: Pick<FormationService, 'all'>;
  readonly companyService: Pick<CompanyService, 'approaches'>;
  readonly settingService: Pick<SettingService, 'get'>;
}

/** So many titles give an idea of the jobs. */
const titlesShown = 5;
/** Rarer titles than the first so many of one formation change nothing of what is shown. */
const mostTitles = 400;

/**
 * The titles of the offers in which a formation comes first: a person’s choice, or the first of a ranking that is valid.
 * Drafts are nobody else's business, and titles that differ in case and accents are one.
 */
const titlesSql = `select min(o.title) title, group_concat(distinct c.name) people, count(*) count,
    sum(count(*)) over () total
  from first_formation f join offer o on o.id = f.offer_id left join contact c on c.id = o.contact_id
  where f.formation_id = ? and o.status <> 'draft'
    and (f.is_chosen or exists (select 1 from ranking k where k.offer_id = f.offer_id))
  group by o.title_key order by count desc, o.title_key limit ${mostTitles}`;

/** Offers with their company and, where there is one, their own contact. */
const contactsSql = `select o.id offerId, o.company_id companyId, c.id is not null hasContact,
    c.name, c.role, c.email, c.phone, c.access
  from json_each(?) w cross join offer o on o.id = w.value left join contact c on c.id = o.contact_id
  where o.status <> 'draft' order by w.key`;

type OfferContact = CompanyApproach['contacts'][number] & {
  readonly offerId: OfferId;
  readonly companyId: CompanyId | null;
  readonly hasContact: 0 | 1;
  readonly access: ContactAccess | null;
};

export function createStudentService(parts: StudentParts): StudentService {
  const { database, formationService, companyService, settingService } = parts;
  const cities = (db: ReadDb): ReadonlyMap<number, string | null> => {
    const rows = db.prepare<{ id: number; city: string | null }>('select id, city from component').all();
    return new Map(rows.map(({ id, city }) => [id, city]));
  };
  const titlesOf = (formationId: FormationId): readonly (CountedTitle & { readonly total: number })[] =>
    database.read.prepare<CountedTitle & { readonly total: number }, [number]>(titlesSql).all(formationId);

  return {
    outlooks(formationIds) {
      const cityOf = cities(database.read);
      const found = [...formationService.all({ formationIds: [...formationIds] })].map((formation) => {
        const titles = titlesOf(formation.id);
        return {
          formationId: formation.id,
          city: formation.component ? (cityOf.get(formation.component.id) ?? null) : null,
          capacity: formation.capacity,
          prerequisites: formation.prerequisites === null ? null : withoutAnnounced(formation.prerequisites),
          jobs: formation.jobs,
          offerCount: titles[0]?.total ?? 0,
          titles: titlesWithoutPeople(ofOneJob(titles).slice(0, titlesShown)),
        };
      });
      return found.toSorted(
        (one, other) => formationIds.indexOf(one.formationId) - formationIds.indexOf(other.formationId),
      );
    },

    approaches(offerIds) {
      const offers = database.read.prepare<OfferContact, [string]>(contactsSql).all(JSON.stringify(offerIds));
      const usual = settingService.get().contactAccess;
      const companies = companyService.approaches(
        offers.flatMap(({ companyId }) => companyId ?? []),
        usual,
      );
      return offers.map((offer) => {
        const company = offer.companyId === null ? undefined : companies.get(offer.companyId);
        return { offerId: offer.offerId, approach: approachOf(offer, company ?? null, usual) };
      });
    },
  };
}

/** An offer with a contact of its own is answered there, or nowhere: the company's others have nothing to do with it. */
function approachOf(
  { hasContact, access, name, role, email, phone }: OfferContact,
  company: CompanyApproach | null,
  usual: ContactAccess,
): CompanyApproach | null {
  if (!hasContact) return company;
  const told = access ?? usual;
  if (told === 'none') return null;
  const contacts = told === 'contact' ? [{ name, role, email, phone }] : [];
  const { address, website } = company ?? { address: null, website: null };
  return contacts.length > 0 || address !== null || website !== null ? { address, website, contacts } : null;
}

/** Joins titles of the same job, whatever its contract and gender form; each is called as most offers call it. */
function ofOneJob(titles: readonly CountedTitle[]): CountedTitle[] {
  const jobs = new Map<string, CountedTitle>();
  for (const { title, people, count } of titles) {
    const matter = offerMatchText({ title, description: '', skills: [] }, nobody);
    const key = matter.title === '' ? title : matter.title;
    const known = jobs.get(key);
    jobs.set(key, known ? { ...known, count: known.count + count } : { title, people, count });
  }
  return [...jobs.values()].sort((one, other) => other.count - one.count);
}

const nobody = { company: null, contact: null, city: null };
