import { closeSync, openSync, writeSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';
import type { Database } from '../src/main/core/db/open';
import { dayNumberOf, dayOf } from '../src/shared/domain/academic-year-days';
import { contractTypes, seniorities } from '../src/shared/domain/offer';
import { randomFrom } from './make-offers';

// An invented university for dashboards: offers of five years in the application's own tables, and the same facts as
// plain columns for the programs that it is measured beside.

export const formations = 685;
const components = 12;
const companies = 5_000;
const cities = 300;
const skills = 3_000;
/** Kept matches and skills an offer, on average. */
const matchesEach = 10;
const skillsEach = 4;
/** Skills that a formation says it teaches. */
const taughtEach = 10;
const statuses = ['published', 'transmitted', 'filled'] as const;
const domains = ['Informatique', 'Santé', 'Commerce', 'Gestion', 'Droit', 'Chimie', 'Communication', 'Bâtiment'];
const departments = ['38', '69', '75', '31', '33', '44', '59', '13', '67', '35'] as const;
const text =
  'Vous rejoindrez une équipe de douze personnes qui suit les projets de leur étude à leur mise en service. ';

/** Where the plain columns were written: CSV with a header. */
export interface PlainFiles {
  readonly offers: string;
  readonly matches: string;
  readonly skills: string;
}

/** Fills an empty database and writes the plain files; the same count gives the same rows. */
export async function makeDashboards(
  database: Database,
  count: number,
  files: PlainFiles,
  plain: BetterSqlite.Database,
): Promise<void> {
  const random = randomFrom(count);
  const below = (limit: number): number => Math.floor(random() * limit);
  /** Few are frequent, most are rare, as in life. */
  const skewed = (limit: number): number => Math.floor(random() ** 2 * limit);
  const written = {
    offers: openSync(files.offers, 'w'),
    matches: openSync(files.matches, 'w'),
    skills: openSync(files.skills, 'w'),
  };
  const lines = {
    offers: ['id,company,city,department,domain,contract,seniority,status,levels,day,first,component'],
    matches: ['offer,formation,component'],
    skills: ['offer,skill'],
  };
  const flush = (): void => {
    for (const name of ['offers', 'matches', 'skills'] as const) {
      writeSync(written[name], `${lines[name].join('\n')}\n`);
      lines[name] = [];
    }
  };
  plain.exec(`create table offers (id integer primary key, company integer, city integer, department text, domain text,
      contract text, seniority text, status text, levels integer, day integer, first integer, component integer);
    create table matches (offer integer, formation integer, component integer);
    create table skills (offer integer, skill integer);
    begin`);
  const plainOffer = plain.prepare('insert into offers values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const plainMatch = plain.prepare('insert into matches values (?, ?, ?)');
  const plainSkill = plain.prepare('insert into skills values (?, ?)');
  const days = [dayNumberOf('2021-09-01'), dayNumberOf('2026-11-22')] as const;
  await database.write((db) => {
    db.prepare(`insert into university (id, name) values (1, 'U')`).run();
    const component = db.prepare(
      `insert into component (id, university_id, name, name_key, created_at) values (?, 1, ?, ?, 'x')`,
    );
    for (let id = 1; id <= components; id += 1) component.run(id, `Composante ${id}`, `composante ${id}`);
    const formation = db.prepare(
      `insert into formation (id, title, component_id, title_key, identity_key, content_hash, created_at, updated_at, description) values (?, ?, ?, '', ?, ?, 'x', 'x', ?)`,
    );
    for (let id = 1; id <= formations; id += 1)
      formation.run(id, `Formation ${id}`, (id % components) + 1, `f${id}`, `f${id}`, text.repeat(12));
    const company = db.prepare(
      `insert into company (id, name, name_key, content_hash, created_at, updated_at) values (?, ?, ?, ?, 'x', 'x')`,
    );
    for (let id = 1; id <= companies; id += 1) company.run(id, `Entreprise ${id}`, `entreprise ${id}`, `${id}`);
    const skill = db.prepare('insert into skill (id, label, label_key) values (?, ?, ?)');
    for (let id = 1; id <= skills; id += 1) skill.run(id, `compétence ${id}`, `competence ${id}`);
    const taught = db.prepare('insert into formation_skill (formation_id, position, skill_id) values (?, ?, ?)');
    for (let id = 1; id <= formations; id += 1) {
      for (let position = 0; position < taughtEach; position += 1)
        taught.run(id, position, 1 + ((id * 31 + position * 97) % skills));
    }
    const offer =
      db.prepare(`insert into offer (id, title, raw_title, company_id, city, city_key, postcode, domain, domain_key, contract_type, seniority, status, level_mask, posted_on, academic_year, title_key, content_hash, created_at, updated_at, description)
      values (?, 'Stage', 'Stage', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2025, 'stage', ?, '2025-10-05T09:00:00Z', 'x', ?)`);
    const place = db.prepare('insert or ignore into place (key, name, department) values (?, ?, ?)');
    const ranking = db.prepare(
      `insert into ranking (offer_id, model_id, basis, outcome, best_score, ranked_at) values (?, 'm', 'b', ?, 0.5, 'x')`,
    );
    const match = db.prepare(
      `insert into match (offer_id, rank, formation_id, model_id, score, semantic, lexical) values (?, ?, ?, 'm', 0.5, 0.5, 0.5)`,
    );
    const asked = db.prepare('insert into offer_skill (offer_id, position, skill_id) values (?, ?, ?)');
    for (let id = 1; id <= count; id += 1) {
      const city = skewed(cities);
      const department = departments[city % departments.length] ?? '38';
      const domain = domains[skewed(domains.length)] ?? 'Gestion';
      const contract = contractTypes[skewed(contractTypes.length)] ?? 'other';
      const seniority = below(2) ? (seniorities[below(seniorities.length)] ?? null) : null;
      const status = statuses[skewed(statuses.length)] ?? 'published';
      const levels = 1 << (1 + below(6));
      const day = days[0] + below(days[1] - days[0] + 1);
      const companyId = 1 + skewed(companies);
      const name = `Ville ${city}`;
      const key = `ville ${city}`;
      place.run(key, name, department);
      offer.run(
        id,
        companyId,
        name,
        key,
        `${department}000`,
        domain,
        domain.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
        contract,
        seniority,
        status,
        levels,
        dayOf(day),
        `${id}`,
        text.repeat(3),
      );
      const proposed = [...new Set(Array.from({ length: below(2 * matchesEach + 1) }, () => 1 + skewed(formations)))];
      proposed.forEach((formationId, index) => {
        match.run(id, index + 1, formationId);
        plainMatch.run(id, formationId, (formationId % components) + 1);
        lines.matches.push(`${id},${formationId},${(formationId % components) + 1}`);
      });
      ranking.run(id, proposed.length > 0 ? 'ranked' : 'no-suitable-formation');
      const named = [...new Set(Array.from({ length: below(2 * skillsEach + 1) }, () => 1 + skewed(skills)))];
      named.forEach((skillId, index) => {
        asked.run(id, index, skillId);
        plainSkill.run(id, skillId);
        lines.skills.push(`${id},${skillId}`);
      });
      const first = proposed[0] ?? 0;
      const row = [
        id,
        companyId,
        city,
        department,
        domain,
        contract,
        seniority,
        status,
        levels,
        day,
        first,
        first === 0 ? 0 : (first % components) + 1,
      ];
      plainOffer.run(...row);
      lines.offers.push(row.map((value) => value ?? '').join(','));
      if (id % 20_000 === 0) flush();
    }
  });
  plain.exec(`commit; create index matches_by_offer on matches (offer, formation, component);
    create index matches_by_formation on matches (formation, offer);
    create index matches_by_component on matches (component, offer);
    create index skills_by_skill on skills (skill, offer);
    create index skills_by_offer on skills (offer, skill);
    create index offers_by_day on offers (day);
    analyze`);
  flush();
  for (const file of Object.values(written)) closeSync(file);
}
