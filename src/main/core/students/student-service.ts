import type { FormationOutlook } from '../../../shared/contract/students';
import type { FormationId } from '../../../shared/domain/ids';
import { offerMatchText } from '../../../shared/domain/text/match-text';
import { withoutAnnounced } from '../../../shared/domain/text/without-people';
import type { Database, ReadDb } from '../db/open';
import type { FormationService } from '../formations/formation-service';

export interface StudentService {
  /** What offers and the university say of formations, in the order of the ids; none of one that does not exist. */
  outlooks(formationIds: readonly FormationId[]): FormationOutlook[];
}

export interface StudentParts {
  readonly database: Database;
  readonly formationService: Pick<FormationService, 'all'>;
}

/** So many titles give an idea of the jobs. */
const titlesShown = 5;
/** Rarer titles than the first so many of one formation change nothing of what is shown. */
const mostTitles = 400;

/**
 * The titles of the offers in which a formation comes first: a person’s choice, or the first of a ranking that is valid.
 * Drafts are nobody else's business, and titles that differ in case and accents are one.
 */
const titlesSql = `select min(o.title) title, count(*) count, sum(count(*)) over () total
  from first_formation f join offer o on o.id = f.offer_id
  where f.formation_id = ? and o.status <> 'draft'
    and (f.is_chosen or exists (select 1 from ranking k where k.offer_id = f.offer_id))
  group by o.title_key order by count desc, o.title_key limit ${mostTitles}`;

interface CountedTitle {
  readonly title: string;
  readonly count: number;
}

export function createStudentService({ database, formationService }: StudentParts): StudentService {
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
          titles: ofOneJob(titles).slice(0, titlesShown),
        };
      });
      return found.toSorted(
        (one, other) => formationIds.indexOf(one.formationId) - formationIds.indexOf(other.formationId),
      );
    },
  };
}

/** Joins titles of the same job, whatever its contract and gender form; each is called as most offers call it. */
function ofOneJob(titles: readonly CountedTitle[]): CountedTitle[] {
  const jobs = new Map<string, CountedTitle>();
  for (const { title, count } of titles) {
    const matter = offerMatchText({ title, description: '', skills: [] }, nobody);
    const key = matter.title === '' ? title : matter.title;
    const known = jobs.get(key);
    jobs.set(key, { title: known?.title ?? title, count: (known?.count ?? 0) + count });
  }
  return [...jobs.values()].sort((one, other) => other.count - one.count);
}

const nobody = { company: null, contact: null, city: null };
