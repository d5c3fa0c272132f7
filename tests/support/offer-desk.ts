import { openRecords, type OpenRecords } from './open-records';
import { emptyOfferForm, type OfferForm } from '../../src/shared/domain/offer-form';
import {
  createOfferEditingService,
  type OfferEditingService,
  type SavedOffer,
} from '../../src/main/core/offers/offer-editing-service';

/** Where offers are written: the service on records of its own, and a clock that a test may set. */
export interface Desk extends AsyncDisposable {
  readonly records: OpenRecords;
  readonly editing: OfferEditingService;
  now: Date;
}

export function openDesk(): Desk {
  const desk = { now: new Date('2026-03-02T09:00:00Z') };
  const clock = { now: () => desk.now };
  const records = openRecords(clock);
  const editing = createOfferEditingService({ ...records, clock });
  return Object.assign(desk, { records, editing, [Symbol.asyncDispose]: () => records[Symbol.asyncDispose]() });
}

/** An offer as a person writes it. */
export const form: OfferForm = {
  ...emptyOfferForm,
  title: 'STAGE - Comptable (H/F)',
  description: 'Tenue des comptes des clients.',
  contractType: 'internship',
  levels: [3],
  skills: ['Excel', 'Paie'],
  companyName: 'Cabinet Aubrac',
  contactName: 'Léa Roux',
  contactEmail: 'lea.roux@aubrac.example',
};

export const make = ({ editing }: Desk, said: Partial<OfferForm> = {}): Promise<SavedOffer> =>
  editing.save({ offerId: null, revision: null, form: { ...form, ...said }, hasNames: true });
export const change = (
  { editing }: Desk,
  { offerId, revision }: SavedOffer,
  said: Partial<OfferForm>,
  hasNames = true,
) => editing.save({ offerId, revision, form: { ...editing.read(offerId).form, ...said }, hasNames });
export const act = (
  { editing }: Desk,
  { offerId }: SavedOffer,
  action: Parameters<OfferEditingService['act']>[0]['action'],
) => editing.act({ offerId, revision: null, action, reason: 'our-student' });
export const countOf = ({ records }: Desk, table: string) =>
  records.database.read.prepare<number>(`select count(*) from ${table}`).pluck().get();
