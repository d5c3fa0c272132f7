import type { CompanyDetail, LastContact, ReachedFormation } from '../../../shared/contract/companies';
import type { CompanyId } from '../../../shared/domain/ids';
import type { ReadDb } from '../db/open';

// What a company's page says beside the company itself.

/**
 * Where an offer of company @id reached a formation: SQL that gives `offer_id`, `formation_id` and whether it was
 * transmitted. What else counts as reaching one is added here, and nowhere else.
 */
const reachSources: readonly string[] = [
  // The first one: chosen by a person, else proposed.
  `select o.id offer_id, f.formation_id, 0 is_transmitted
   from offer o join first_formation f on f.offer_id = o.id where o.company_id = @id`,
  `select o.id, t.formation_id, 1 from offer o join transmission t on t.offer_id = o.id
   where o.company_id = @id and t.deliveries > 0`,
];

/**
 * When office and company @id had to do with each other: SQL that gives at most one row of `on`, `what`, `offer_id` and
 * `title`, the latest of its kind. A message to a formation manager is none: the company knows nothing of it.
 */
const contactSources: readonly string[] = [
  `select posted_on "on", 'offer-posted' what, id offer_id, title from offer
   where company_id = @id and posted_on is not null order by posted_on desc, id desc limit 1`,
];

/** More are never read; the offers themselves are one click away. */
const shownFormations = 10;

/** The formations that offers of a company reached, those reached most often first. */
export function reachedBy(db: ReadDb, companyId: CompanyId): ReachedFormation[] {
  return db
    .prepare<ReachedFormation, [{ id: number; limit: number }]>(
      `select f.id formationId, f.title, coalesce(c.short_name, c.name) component, count(distinct r.offer_id) offerCount,
         count(distinct case when r.is_transmitted then r.offer_id end) transmittedCount
       from (${reachSources.join(' union all ')}) r join formation f on f.id = r.formation_id
         left join component c on c.id = f.component_id
       group by f.id order by offerCount desc, f.title limit @limit`,
    )
    .all({ id: companyId, limit: shownFormations });
}

/** The last time that office and company had to do with each other; null when they never had. */
export function lastContactWith(db: ReadDb, companyId: CompanyId): LastContact | null {
  const union = contactSources.map((sql) => `select * from (${sql})`).join(' union all ');
  const found = db
    .prepare<{ on: string; what: LastContact['what']; offer_id: LastContact['offer']['id']; title: string }, [object]>(
      `select * from (${union}) order by "on" desc limit 1`,
    )
    .get({ id: companyId });
  return found ? { on: found.on, what: found.what, offer: { id: found.offer_id, title: found.title } } : null;
}

interface Origin {
  readonly revision: number;
  readonly state: CompanyDetail['state'];
  readonly createdAt: string;
  readonly import: CompanyDetail['import'];
}

/** Where a company comes from and what became of it; the company must exist. */
export function originOf(db: ReadDb, companyId: CompanyId): Origin {
  const found = db
    .prepare<
      Omit<Origin, 'import'> & { importId: NonNullable<CompanyDetail['import']>['id'] | null; fileName: string | null },
      [number]
    >(
      `select c.revision, c.state, c.created_at createdAt, i.id importId, i.file_name fileName
       from company c left join import i on i.id = c.import_id where c.id = ?`,
    )
    .get(companyId);
  if (!found) throw new Error(`There is no company ${companyId}.`);
  const { importId, fileName, ...rest } = found;
  return { ...rest, import: importId === null || fileName === null ? null : { id: importId, fileName } };
}
