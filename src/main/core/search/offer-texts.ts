import { createHash } from 'node:crypto';
import { foldText } from '../../../shared/domain/text/prepare-text';
import type { ContractType } from '../../../shared/domain/offer';
import type { ReadDb } from '../db/open';
import { contractWords, wordsToFind } from './search-words';
import { skillsOfOffer } from './skills-of-offer';

/** What is searched of an offer, field by field, each as its author wrote it. */
interface OfferTexts {
  readonly id: number;
  readonly title: string;
  readonly rawTitle: string;
  readonly reference: string | null;
  readonly company: string | null;
  readonly city: string | null;
  readonly place: string | null;
  readonly postcode: string | null;
  /** "38": how people name a department; numbers of two digits are words. */
  readonly department: string | null;
  readonly contractType: ContractType | null;
  readonly domain: string | null;
  readonly skills: string | null;
  readonly description: string;
}

/** The fields of the index, in its order; words of the first ones count most. */
export const headFields = ['title', 'company', 'place', 'skill', 'kind'] as const;
export const indexFields = [...headFields, 'body'] as const;

/** An offer as the index holds it. */
export interface IndexedOffer {
  readonly id: number;
  /** Changes with anything that is searched of the offer. */
  readonly version: Buffer;
  /** Prepared words of each field, read when they are asked for. */
  readonly words: () => readonly (readonly string[])[];
  /** How a prepared word is written in the offer; the word itself where it stands there in another form. */
  readonly spellingOf: (word: string) => string;
}

const textsOf = `select o.id, o.title, o.raw_title rawTitle, o.external_id reference, c.name company, o.city, pl.name place, o.postcode,
    pl.department,
    o.contract_type contractType, coalesce(o.domain, g.domain) domain,
    (select group_concat(s.label, ' | ') from ${skillsOfOffer} l cross join skill s on s.id = l.skill_id) skills,
    o.description
  from offer o left join company c on c.id = o.company_id left join offer_reading g on g.offer_id = o.id
    left join place pl on pl.key = o.city_key
  where o.id between ? and ? order by o.id`;

/** The offers whose ids lie between two, both included. */
export function readOfferTexts(db: ReadDb, first: number, last: number): IndexedOffer[] {
  return db
    .prepare<OfferTexts, [number, number]>(textsOf)
    .all(first, last)
    .map((texts) => {
      let spellings: ReadonlyMap<string, string> | null = null;
      return {
        ...{ id: texts.id, version: versionOf(texts), words: () => fieldWords(texts) },
        spellingOf: (word) => (spellings ??= spellingsIn(texts)).get(word) ?? word,
      };
    });
}

/** What the description writes comes before the title, which may be in capitals without accents. */
function spellingsIn({ title, company, city, place, skills, description }: OfferTexts): ReadonlyMap<string, string> {
  const written =
    [title, company, city, place, skills, description]
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? [];
  return new Map(written.map((spelling) => [foldText(spelling), spelling]));
}

function versionOf(texts: OfferTexts): Buffer {
  return createHash('sha1').update(Object.values(texts).join('\u0000')).digest();
}

function fieldWords(offer: OfferTexts): readonly (readonly string[])[] {
  const { title, rawTitle, reference, company, contractType, domain, skills, description } = offer;
  const kind = [domain ?? '', contractType === null ? '' : contractWords[contractType], reference ?? ''].join(' ');
  const fields = {
    // What cleaning took away from a title, such as its reference or its town, is still looked for.
    title: title === rawTitle ? title : `${title} . ${rawTitle}`,
    company: company ?? '',
    place: placeWords(offer),
    skill: skills ?? '',
    kind,
    body: description,
  };
  return indexFields.map((field) => wordsToFind(fields[field]));
}

/** The official name too, where it is not what was said. */
function placeWords({ city, place, postcode, department }: OfferTexts): string {
  return [city, place === city ? null : place, postcode, department].filter((part) => part !== null).join(' ');
}
