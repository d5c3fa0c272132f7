import { fold } from '../../../shared/domain/fold';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { proposeTitle } from '../../../shared/domain/reading/propose-title';
import { isOfDomains } from '../../../shared/domain/reading/read-contact';
import { readDetails, type ReadDetails } from '../../../shared/domain/reading/read-details';
import { isSeniorityInferred, type ReadFact, type WrittenReading } from '../../../shared/domain/reading/reading';
import { localDay } from '../../../shared/util/local-day';

/** Fields for which a value is proposed where the person gave none. */
export const proposedFields = [
  'title',
  'contractType',
  'levels',
  'seniority',
  'duration',
  'weeklyHours',
  'pay',
  'domain',
  'companyName',
  'companySiret',
  'contactName',
  'contactEmail',
  'contactPhone',
  'postcode',
  'city',
  'start',
  'remote',
  'expiresOn',
] as const;
export type ProposedField = (typeof proposedFields)[number];

/** What the text suggests for the fields that are still empty. */
export type Proposals = { readonly [F in ProposedField]?: NonNullable<OfferForm[F]> };

export interface ProposedSkill {
  readonly code: string;
  readonly label: string;
}

const shownSkills = 12;

/** Who may have written the text, beside what it says itself. */
export interface PossibleContact {
  readonly name: string | null;
  readonly address: string | null;
}

/** What is known of the people around a text. */
export interface Correspondents {
  /** Who sent the e-mail that the text was taken from; null for a text without one, or one who only passed it on. */
  readonly sender: PossibleContact | null;
  /** Mail domains of the university, in lower case: whoever writes from there is nobody’s contact. */
  readonly ownDomains: readonly string[];
}

const nobody: Correspondents = { sender: null, ownDomains: [] };

/** The values that a text and its reading propose for a form, without those that were given or turned down. */
export function proposalsFor(form: OfferForm, reading: WrittenReading | null, around = nobody): Proposals {
  const read = readDetails(form.description, localDay(new Date()), around.ownDomains);
  const details = Object.entries<ReadFact<unknown> | null>({ ...read });
  const title = proposeTitle(form.description);
  const all: Proposals = {
    ...(title === null ? {} : { title }),
    ...(reading?.contractType ? { contractType: reading.contractType.value } : {}),
    ...(reading?.levels ? { levels: reading.levels.value } : {}),
    ...(reading?.seniority && !isSeniorityInferred(reading) ? { seniority: reading.seniority.value } : {}),
    ...(reading?.duration ? { duration: reading.duration.value } : {}),
    ...(reading?.weeklyHours ? { weeklyHours: reading.weeklyHours.value } : {}),
    ...(reading?.pay ? { pay: reading.pay.value } : {}),
    ...(reading?.domain ? { domain: reading.domain.label } : {}),
    ...(reading?.place ? placeProposals(reading.place) : {}),
    ...senderProposals(form, read, around),
    ...Object.fromEntries(
      details.flatMap(([field, fact]) => (fact && !isOfPlace(field, reading) ? [[field, fact.value]] : [])),
    ),
  };
  return stillOpen(all, form);
}

/** Those of the proposals whose field has no value in the form, and that were not turned down. */
export function stillOpen(proposals: Proposals, form: OfferForm): Proposals {
  const isOpen = (field: string): boolean => isEmpty(form[field as ProposedField]) && !form.dismissed.includes(field); // The keys of Proposals.
  return Object.fromEntries(Object.entries(proposals).filter(([field]) => isOpen(field)));
}

/** The place of work takes the place of the first address that stands in the text, both parts of it. */
function isOfPlace(field: string, reading: WrittenReading | null): boolean {
  return (field === 'city' || field === 'postcode') && (reading?.place ?? null) !== null;
}

function placeProposals({ value: { city, postcode } }: NonNullable<WrittenReading['place']>): Proposals {
  return postcode === null ? { city } : { city, postcode };
}

/** The sender, for want of anybody better: never beside another person's name or address. */
function senderProposals(form: OfferForm, read: ReadDetails, { sender, ownDomains }: Correspondents): Proposals {
  if (!sender || (sender.address !== null && isOfDomains(sender.address, ownDomains))) return {};
  const name = form.contactName ?? read.contactName?.value ?? null;
  const address = form.contactEmail ?? read.contactEmail?.value ?? null;
  const isSameName = name === null || (sender.name !== null && fold(name) === fold(sender.name));
  const isSameAddress = address === null || address.toLowerCase() === sender.address?.toLowerCase();
  if (!isSameName || !isSameAddress) return {};
  return {
    ...(sender.name === null ? {} : { contactName: sender.name.slice(0, 200) }),
    ...(sender.address === null || sender.address.length > 320 ? {} : { contactEmail: sender.address }),
  };
}

/** The skills that a text names and the form does not, most of them in the order of the text. */
export function proposedSkills(form: OfferForm, reading: WrittenReading | null): readonly ProposedSkill[] {
  const given = new Set(form.skills.map((label) => label.toLowerCase()));
  return (reading?.skills ?? [])
    .filter(({ code, label }) => !given.has(label.toLowerCase()) && !form.dismissed.includes(`skill:${code}`))
    .slice(0, shownSkills)
    .map(({ code, label }) => ({ code, label }));
}

/** From this share on an occupation is no choice among several. */
const clearOccupationPart = 0.5;

/** The ROME code that is accepted with all the rest: of the likeliest occupation, where it is the one that most of the text is about. */
export function clearRomeCode(form: OfferForm, reading: WrittenReading | null): string | null {
  const [likeliest] = reading?.occupations ?? [];
  return form.romeCode === null && likeliest && likeliest.part >= clearOccupationPart ? likeliest.nearest.code : null;
}

/** Who offers is announced from this confidence on: « Entreprise : … », a SIRET, a letterhead, « Contact : … ». */
const announcedFrom = 0.9;
const whoOffers = ['companyName', 'companySiret', 'contactName', 'contactEmail'] as const;

/**
 * The proposals that may be accepted without a person’s look at each, and the fields whose value is left out because the
 * text announces it nowhere: an offer must not leave under the name of somebody else.
 */
export function announcedFor(
  form: OfferForm,
  reading: WrittenReading | null,
  around = nobody,
): { readonly announced: Proposals; readonly guessed: readonly ProposedField[] } {
  const proposals = proposalsFor(form, reading, around);
  const read = readDetails(form.description, localDay(new Date()), around.ownDomains);
  // A sender is read nowhere in the text.
  const guessed = whoOffers.filter(
    (field) => proposals[field] !== undefined && (read[field]?.confidence ?? 0) < announcedFrom,
  );
  const isAnnounced = ([field]: readonly [string, unknown]): boolean => guessed.every((left) => left !== field);
  return { announced: Object.fromEntries(Object.entries(proposals).filter(isAnnounced)), guessed };
}

/** The form with proposals taken over, all skills and a clear occupation included: every one, as a person accepts them all at once, or those given. */
export function withProposals(
  form: OfferForm,
  reading: WrittenReading | null,
  around = nobody,
  proposals = proposalsFor(form, reading, around),
): OfferForm {
  const skills = [...form.skills, ...proposedSkills(form, reading).map(({ label }) => label)];
  return { ...form, ...proposals, skills, romeCode: form.romeCode ?? clearRomeCode(form, reading) };
}

/** Whether nobody gave a value. */
export function isEmpty(value: OfferForm[keyof OfferForm]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether a form can be saved and published: it says something, and no more than an offer may. */
export function canBePublished(form: OfferForm): boolean {
  const { description } = form;
  // Without a text there is nothing to propose a title from.
  return (form.title.trim() !== '' || description.trim() !== '') && description.length <= maxDescriptionLength;
}

/** What the offer is called as long as nobody gave it a title: the one proposed, unless it was turned down. */
export function titleOf(form: OfferForm): string {
  if (form.title !== '' || form.dismissed.includes('title')) return form.title;
  return proposeTitle(form.description) ?? '';
}

/**
 * The form as it is kept, compared and published. What was proposed and not accepted is not in it: nobody said it. An offer
 * cannot do without a title alone, so it has the one that it is shown and listed by.
 */
export function acceptedForm(form: OfferForm): OfferForm {
  return { ...form, title: titleOf(form) };
}
