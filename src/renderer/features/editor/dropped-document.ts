import type { ReadDocument } from '../../../shared/domain/document';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { isPassedOn } from '../../../shared/domain/reading/mail';
import { proposalsFor, type Correspondents, type PossibleContact } from './proposals';

/** Fields that the text of a document may have filled, once its proposals were accepted. */
const contactFields = ['contactName', 'contactEmail', 'contactPhone'] as const;

/** What a document was taken over into, so that it can be taken back. */
export interface Drop {
  readonly before: OfferForm;
  readonly formerSender: PossibleContact | null;
  /** The text that it left. */
  readonly description: string;
  readonly sender: PossibleContact | null;
}

/** A document as the text of a form. Its sender is only proposed, and not at all where the mail is one passed on. */
export function dropOf(document: ReadDocument, before: OfferForm, formerSender: PossibleContact | null): Drop {
  const { subject, sender, text } = document;
  return {
    before,
    formerSender,
    description: (subject === null ? text : `${subject}\n\n${text}`).slice(0, maxDescriptionLength),
    sender: subject !== null && isPassedOn(subject) ? null : sender,
  };
}

/**
 * The form with the text of before, and with the contact of before where the present one was accepted from the document.
 * Null once the text was changed: nothing that somebody typed is overwritten.
 */
export function withoutDrop(now: OfferForm, drop: Drop, ownDomains: Correspondents['ownDomains']): OfferForm | null {
  if (now.description !== drop.description) return null;
  const empty = { contactName: null, contactEmail: null, contactPhone: null };
  const { sender } = drop;
  const proposed = proposalsFor({ ...now, ...empty, dismissed: [] }, null, { sender, ownDomains });
  const contact = Object.fromEntries(
    contactFields.flatMap((field) =>
      now[field] !== null && now[field] === proposed[field] ? [[field, drop.before[field]]] : [],
    ),
  );
  return { ...now, ...contact, description: drop.before.description };
}
