import { parseContract, strongestContract } from './cells/parse-contract';
import { parseDate } from './cells/parse-date';
import { parseDuration } from './cells/parse-duration';
import { parseEuropeanLevel, parseLevels } from './cells/parse-levels';
import { parseRomeCodes } from './cells/parse-list';
import { parseCount, parseWeeklyHours } from './cells/parse-number';
import { parsePay } from './cells/parse-pay';
import { parseStart } from './cells/parse-start';
import { parseClosingReason, parseRemote, parseSeniority, parseStatus, parseYesNo } from './cells/parse-words';
import { isEuropean } from './formation-row';
import { readOfferPlace } from './offer-row-place';
import {
  maxDescriptionLength,
  maxTitleLength,
  type ContractType,
  type OfferDraft,
  type OfferDuration,
  type SaidStanding,
} from './offer';
import type { RowCells } from './row-cells';
import { withdrawnColumn } from './service-wordings';

/** Who offers, as one row of a file says it, before a company and a contact of the database are found or made. */
export interface OfferContact {
  readonly companyName: string | null;
  readonly companySiret: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
}

/** What one row of a file says. */
export interface ReadOffer {
  readonly offer: OfferDraft;
  readonly contact: OfferContact;
  /** Where the offer stands; null where the row says nothing of it. */
  readonly standing: SaidStanding | null;
}

/**
 * Turns one row into an offer, whoever offers it and where it stands. Null when the row has no title, which `row.issues` then says;
 * any other value that cannot be read is a warning there and leaves its field empty.
 */
export function readOfferRow(row: RowCells): ReadOffer | null {
  const title = row.required('title', maxTitleLength);
  if (title === null) return null;
  const { city, postcode, country } = readOfferPlace(row);
  const offer: OfferDraft = {
    externalId: row.text('externalId', 200),
    source: row.text('source', 100),
    title,
    description: row.longText('description', maxDescriptionLength),
    ...{ city, postcode, country },
    contractType: readContract(row),
    levels: readLevels(row),
    domain: row.name('domain', 200),
    romeCode: row.value('romeCode', 'unknown-word', (text) => parseRomeCodes(text)?.[0]),
    seniority: row.value('seniority', 'unknown-word', parseSeniority),
    skills: row.list('skills'),
    start: readStart(row),
    duration: readDuration(row),
    weeklyHours: row.value('weeklyHours', 'bad-number', parseWeeklyHours),
    pay: readPay(row),
    remote: row.value('remote', 'unknown-word', parseRemote),
    language: row.name('language', 100),
    disabilityFriendly: row.value('disabilityFriendly', 'unknown-word', parseYesNo),
    places: row.value('places', 'bad-number', readPlaces),
    postedOn: row.value('postedOn', 'bad-date', parseDate),
    expiresOn: row.value('expiresOn', 'bad-date', parseDate),
  };
  tellWithdrawn(row);
  return { offer, contact: readContact(row), standing: readStanding(row) };
}

function readStanding(row: RowCells): SaidStanding | null {
  const status = row.value('status', 'unknown-word', parseStatus);
  const reason = row.text('closingReason', 200);
  const closedOn = row.value('closedOn', 'bad-date', parseDate);
  if (status === null) return null;
  const isClosed = status === 'filled' || status === 'archived';
  const closingReason = reason === null ? null : (parseClosingReason(reason) ?? reason);
  return isClosed ? { status, closingReason, closedOn } : { status, closingReason: null, closedOn: null };
}

/** Who looks at the report of an import wants to know which offers are closed by it. */
function tellWithdrawn(row: RowCells): void {
  if (row.filled('expiresOn').some(({ header }) => header === withdrawnColumn)) {
    row.report('warning', 'withdrawn', null, null);
  }
}

function readContact(row: RowCells): OfferContact {
  return {
    companyName: row.name('companyName', 300),
    companySiret: row.siret('companySiret'),
    contactName: row.name('contactName', 200),
    contactEmail: row.email('contactEmail'),
    contactPhone: row.text('contactPhone', 50),
  };
}

/** Over all its columns; one such as "alternance" answers yes or no to its own header. */
function readContract(row: RowCells): ContractType | null {
  const found: ContractType[] = [];
  const filled = row.filled('contractType');
  let isAnswered = false;
  for (const { header, text } of filled) {
    const asked = parseContract(header);
    const answer = asked === undefined ? undefined : parseYesNo(text);
    isAnswered ||= answer !== undefined;
    const contract = answer === undefined ? parseContract(text) : answer ? asked : undefined;
    if (contract) found.push(contract);
  }
  const unread = filled[0];
  if (unread && found.length === 0 && !isAnswered) row.report('warning', 'unknown-word', unread.header, unread.text);
  return strongestContract(found);
}

/** "étudiant", "toutes filières" name no level and are no mistake of the file. */
const anyLevel = /^(?:tous?(?:tes)?\b|étudiant|indifférent|any\b|student)/i;

function readLevels(row: RowCells): number[] {
  const levels = new Set<number>();
  for (const { header, text } of row.filled('levels')) {
    const european = isEuropean(header) ? parseEuropeanLevel(text) : undefined;
    const found = european === undefined ? parseLevels(text) : [european];
    if (found) for (const level of found) levels.add(level);
    else if (!anyLevel.test(text)) row.report('warning', 'bad-level', header, text);
  }
  return [...levels].sort((a, b) => a - b);
}

/** One column, or an earliest and a latest day. */
function readStart(row: RowCells): OfferDraft['start'] {
  const start = row.value('start', 'bad-date', parseStart);
  const latest = row.value('startTo', 'bad-date', parseDate);
  if (latest === null || start?.kind === 'as-soon-as-possible') return start;
  if (start === null) return null;
  const from = start.kind === 'date' ? start.on : start.from;
  return from <= latest ? { kind: 'range', from, to: latest } : start;
}

/** France Travail writes the length of a contract behind its type ("CDD - 12 Mois"). */
function readDuration(row: RowCells): OfferDuration | null {
  const duration = row.value('duration', 'unknown-word', parseDuration);
  if (duration || row.filled('duration').length > 0) return duration;
  for (const { text } of row.filled('contractType')) {
    const found = /\d/.test(text) ? parseDuration(text) : undefined;
    if (found) return found;
  }
  return null;
}

function readPay(row: RowCells): OfferDraft['pay'] {
  const text = row.text('pay', 500);
  return text === null ? null : parsePay(row.plain('pay', text));
}

function readPlaces(text: string): number | undefined {
  const count = parseCount(text);
  return count !== undefined && count >= 1 && count <= 10_000 ? count : undefined;
}
