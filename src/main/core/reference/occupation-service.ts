import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OccupationName, OccupationSheet, OccupationSkill } from '../../../shared/contract/occupations';
import { AppError } from '../../../shared/domain/app-error';
import { isRomeCode } from '../../../shared/domain/cells/parse-list';
import { fold } from '../../../shared/domain/fold';
import type { RomeContent } from '../../../shared/domain/rome-pack';
import { readPlainTable } from '../../../shared/domain/plain-table';
import { readSkillVocabulary, type VocabularySkill } from '../../../shared/domain/reading/skill-vocabulary';
import { titlesWithoutPeople, type CountedTitle } from '../../../shared/domain/text/without-people';
import type { Database } from '../db/open';
import * as romePackRepository from './rome-pack-repository';

export interface OccupationService {
  /** By the beginning of the code or by words of the label, accents and case aside. */
  list(text: string): OccupationName[];
  /** Throws `not-found`. */
  sheet(code: string): OccupationSheet;
}

/** As many as one looks through before typing more. */
const mostListed = 50;
const titlesShown = 8;
/** Skills that offers alone name are shown where some offers do, the most frequent ones. */
const mostAsked = 15;
const leastAsked = 2;

/** What ROME says of an occupation, as codes of skills and of occupations. */
interface ShippedSheet {
  readonly soft: readonly string[];
  readonly knowledge: readonly string[];
  readonly near: readonly string[];
}

/** A skill that ROME names; without a code where the application's vocabulary does not have it. */
interface RomeSkill {
  readonly code: string | null;
  readonly label: string;
}

interface RomeSheet {
  readonly soft: readonly RomeSkill[];
  readonly knowledge: readonly RomeSkill[];
  readonly near: readonly string[];
}

const codesIn = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'));

/** The offers of a code, drafts aside: as somebody said, else as it was read in the text. */
const offersSql = `select o.id, o.title, o.title_key, o.contact_id from offer o left join offer_reading g on g.offer_id = o.id
  where coalesce(o.rome_code, g.rome_code) = ? and o.status <> 'draft'`;
const titlesSql = `select min(o.title) title, group_concat(distinct c.name) people, count(*) count,
    sum(count(*)) over () total
  from (${offersSql}) o left join contact c on c.id = o.contact_id
  group by title_key order by count desc, title_key limit ${titlesShown}`;
const skillsSql = `with chosen as materialized (${offersSql})
  select s.label_key key, min(s.label) label, count(distinct l.id) count
  from (select c.id, l.skill_id from chosen c cross join offer_skill l on l.offer_id = c.id
    union all select c.id, l.skill_id from chosen c cross join offer_read_skill l on l.offer_id = c.id) l
  join skill s on s.id = l.skill_id group by s.label_key`;
const formationsSql = `select distinct f.id, f.title, f.diploma_type diplomaType from rome_occupation own
  join rome_occupation family on family.parent_code = own.parent_code
  join formation_rome r on r.code = family.code join formation f on f.id = r.formation_id
  where own.code = ? order by f.title_key, f.id`;

interface AskedSkill {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** Occupations of ROME, from the tables of the database and, read when first asked for, rome-sheets.csv of a folder. */
export function createOccupationService(database: Database, referenceDir: string): OccupationService {
  let tables: ReturnType<typeof readTables> | null = null;
  const nameOf = (code: string): OccupationName | null =>
    database.read
      .prepare<OccupationName, [string]>('select code, label from rome_occupation where code = ?')
      .get(code) ?? null;

  return {
    list(text) {
      const words = fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
      const all = database.read.prepare<OccupationName>('select code, label from rome_occupation order by code').all();
      const found = all.filter(({ code, label }) => {
        const known = ` ${fold(label).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
        return words.every((word) => known.includes(` ${word}`) || code.toLowerCase().startsWith(word));
      });
      return found.slice(0, mostListed);
    },

    sheet(code) {
      const own = nameOf(code);
      if (!own) throw new AppError('not-found', `ROME has no occupation ${code}.`, null, { romeCode: code });
      tables ??= readTables(referenceDir);
      const { sheets, vocabulary } = tables;
      const rome = romePackRepository.contentOf(database.read, code);
      const sheet = rome ? sheetOfPack(rome.content, vocabulary) : shippedSheet(sheets.get(code), vocabulary);
      const asked = database.read.prepare<AskedSkill, [string]>(skillsSql).all(code);
      const parent = database.read
        .prepare<string, [string]>('select parent_code from rome_occupation where code = ?')
        .pluck()
        .get(code);
      const titles = database.read.prepare<CountedTitle & { readonly total: number }, [string]>(titlesSql).all(code);
      return {
        ...own,
        domains: database.read
          .prepare<OccupationName, [string, string]>(
            'select code, label from domain where code in (?, ?) order by code',
          )
          .all(code.slice(0, 1), code.slice(0, 3)),
        parent: parent === undefined || parent === code ? null : nameOf(parent),
        near: sheet.near.filter(isRomeCode).flatMap((near) => nameOf(near) ?? []),
        soft: skillsOf(sheet.soft, asked, vocabulary, (kind) => kind === 'soft'),
        hard: skillsOf(sheet.knowledge, asked, vocabulary, (kind) => kind !== 'soft'),
        rome: rome && shownOf(rome),
        offerCount: titles[0]?.total ?? 0,
        titles: titlesWithoutPeople(titles),
        formations: database.read.prepare<OccupationSheet['formations'][number], [string]>(formationsSql).all(code),
      };
    },
  };
}

function readTables(referenceDir: string) {
  const read = (name: string): string => readFileSync(join(referenceDir, name), 'utf8');
  const rows = readPlainTable(read('rome-sheets.csv'), ['code', 'soft', 'knowledge', 'near'] as const);
  const sheets = new Map<string, ShippedSheet>(
    rows.map(({ code, soft, knowledge, near }) => [
      code,
      { soft: codesIn(soft), knowledge: codesIn(knowledge), near: codesIn(near) },
    ]),
  );
  return { sheets, vocabulary: readSkillVocabulary(read('skills.csv')) };
}

function shippedSheet(sheet: ShippedSheet | undefined, vocabulary: readonly VocabularySkill[]): RomeSheet {
  const named = (codes: readonly string[]): RomeSkill[] => vocabulary.filter(({ code }) => codes.includes(code));
  return { soft: named(sheet?.soft ?? []), knowledge: named(sheet?.knowledge ?? []), near: sheet?.near ?? [] };
}

/** Qualities whoever they are; of the knowledge what offers are searched for, because all of it is shown elsewhere. */
function sheetOfPack(content: RomeContent, vocabulary: readonly VocabularySkill[]): RomeSheet {
  const codes = new Map(vocabulary.map(({ label, code }) => [fold(label), code]));
  const named = (labels: readonly string[]): RomeSkill[] =>
    labels.map((label) => ({ code: codes.get(fold(label)) ?? null, label }));
  const knowledge = content.knowledge.flatMap(({ items }) => items.map(({ label }) => label));
  return {
    soft: named(content.soft),
    knowledge: named(knowledge).filter(({ code }) => code !== null),
    near: content.near,
  };
}

/** What is shown as ROME has it; the rest stands among the skills and the near occupations. */
function shownOf({
  title,
  publishedOn,
  content,
}: NonNullable<ReturnType<typeof romePackRepository.contentOf>>): OccupationSheet['rome'] {
  const { definition, access, titles, knowHow, knowledge, contexts } = content;
  return { title, publishedOn, definition, access, titles, knowHow, knowledge, contexts };
}

/** The skills of ROME and those that offers alone name, of one kind; of the latter the most frequent. */
function skillsOf(
  named: readonly RomeSkill[],
  asked: readonly AskedSkill[],
  vocabulary: readonly VocabularySkill[],
  isWanted: (kind: VocabularySkill['kind'] | undefined) => boolean,
): OccupationSkill[] {
  const counts = new Map(asked.map(({ key, count }) => [key, count]));
  const kinds = new Map(vocabulary.map(({ label, kind }) => [fold(label), kind]));
  const codes = new Map(vocabulary.map(({ label, code }) => [fold(label), code]));
  const ofRome = named.map(({ code, label }) => ({
    ...{ code, label, isOfRome: true, offerCount: counts.get(fold(label)) ?? 0 },
  }));
  const known = new Set(named.map(({ label }) => fold(label)));
  const ofOffers = asked
    .filter(({ key, count }) => count >= leastAsked && !known.has(key) && isWanted(kinds.get(key)))
    .map(({ key, label, count }) => ({ code: codes.get(key) ?? null, label, isOfRome: false, offerCount: count }));
  const byCount = (one: OccupationSkill, other: OccupationSkill): number =>
    other.offerCount - one.offerCount || one.label.localeCompare(other.label, 'fr');
  return [...ofRome.sort(byCount), ...ofOffers.sort(byCount).slice(0, mostAsked)];
}
