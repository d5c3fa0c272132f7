import { z } from 'zod';
import type { CompanyId, ContactId, OfferId } from '../../../shared/domain/ids';
import type { ImportField } from '../../../shared/domain/import';
import { offerDraftSchema, saidStandingSchema, type SaidStanding } from '../../../shared/domain/offer';
import type { ReadOffer } from '../../../shared/domain/offer-row';
import type { CompanyIntake } from '../companies/company-service';
import type { FieldDesk } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import type { OfferIntake } from './offer-intake';
import * as offerRepository from './offer-repository';

const ownerSchema = z.object({
  companyId: z.custom<CompanyId>((value) => typeof value === 'number').nullable(),
  contactId: z.custom<ContactId>((value) => typeof value === 'number').nullable(),
});
const fieldsSchema = offerDraftSchema.omit({ externalId: true, source: true }).partial();
const ownSchema = z.union([
  z.strictObject({ owner: ownerSchema }),
  z.strictObject({ standing: saidStandingSchema }),
  fieldsSchema.strict(),
]);

/** Company and contact are chosen together: their names in a row stand for two records. */
const ownerFields: ReadonlySet<string> = new Set([
  'companyName',
  'companySiret',
  'contactName',
  'contactEmail',
  'contactPhone',
]);

/** Chosen together as well. */
const standingFields: ReadonlySet<string> = new Set<ImportField>(['status', 'closingReason', 'closedOn']);

/** The field of an offer that a column's field fills. */
function offerField(field: ImportField): keyof z.infer<typeof fieldsSchema> {
  if (field === 'startTo') return 'start';
  // The area is written behind the town.
  return fieldsSchema.keyof().parse(field === 'area' ? 'city' : field);
}

export function openOfferFieldDesk(db: WriteDb, intake: OfferIntake, companies: CompanyIntake): FieldDesk {
  const write = (id: number, field: ImportField, said: ReadOffer) => {
    const offerId = id as OfferId; // As the row of the import names it.
    if (ownerFields.has(field)) {
      const { companyId, contactId } = companies.resolve(said.contact, said.offer.postcode);
      intake.write(offerId, { owner: { companyId, contactId } });
    } else if (standingFields.has(field)) {
      if (said.standing) intake.write(offerId, { standing: said.standing });
    } else {
      const key = offerField(field);
      intake.write(offerId, { [key]: said.offer[key] });
    }
  };
  return {
    take(id, field, said) {
      if (said.kind !== 'offers') throw new Error(`A row of ${said.kind} says nothing of an offer.`);
      const own = JSON.stringify(ownOf(db, id as OfferId, field)); // As above.
      write(id, field, said);
      return own;
    },
    giveBack(id, _field, own) {
      intake.write(id as OfferId, ownSchema.parse(JSON.parse(own))); // As above.
    },
  };
}

function standingOf(db: ReadDb, offerId: OfferId): SaidStanding {
  const offer = offerRepository.find(db, offerId);
  if (!offer) throw new Error(`There is no offer ${offerId}.`);
  const { status, closingReason, closedOn } = offer;
  return { status, closingReason, closedOn };
}

function ownOf(db: ReadDb, offerId: OfferId, field: ImportField): z.infer<typeof ownSchema> {
  const { draft, companyId, contactId } = offerRepository.storedContentOf(db, offerId);
  if (ownerFields.has(field)) return { owner: { companyId, contactId } };
  if (standingFields.has(field)) return { standing: standingOf(db, offerId) };
  const key = offerField(field);
  return { [key]: draft[key] };
}
