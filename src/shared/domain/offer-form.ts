import { z } from 'zod';
import { withoutControls } from './cells/without-controls';
import { offerDraftSchema, type OfferDraft } from './offer';

/** Everything that a person writes in the editor of an offer. Company and contact are as typed, not yet records. */
export const offerFormSchema = offerDraftSchema.omit({ externalId: true, source: true }).extend({
  companyName: z.string().max(300).nullable(),
  companySiret: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  contactName: z.string().max(200).nullable(),
  contactEmail: z.string().max(320).nullable(),
  contactPhone: z.string().max(50).nullable(),
  /** Fields whose proposed value the person turned down, so that it is not proposed again. */
  dismissed: z.array(z.string().max(60)).max(100),
});
export type OfferForm = z.infer<typeof offerFormSchema>;

/** A name as it is shown: pasted or taken from a mail, it may bring characters that turn the text around it. */
const shownName = (maxLength: number) => z.string().overwrite(withoutControls).max(maxLength);

/** A form as it comes from whoever writes it. */
export const writtenOfferFormSchema = offerFormSchema.extend({
  companyName: shownName(300).nullable(),
  contactName: shownName(200).nullable(),
});

/** The fields that name people and companies. */
export type IdentityField = 'companyName' | 'companySiret' | 'contactName' | 'contactEmail' | 'contactPhone';

/** What form and draft share, with nothing said. */
export const emptyOfferFields: Omit<OfferDraft, 'externalId' | 'source'> = {
  title: '',
  description: '',
  city: null,
  postcode: null,
  country: null,
  contractType: null,
  levels: [],
  domain: null,
  romeCode: null,
  seniority: null,
  skills: [],
  start: null,
  duration: null,
  weeklyHours: null,
  pay: null,
  remote: null,
  language: null,
  disabilityFriendly: null,
  places: null,
  postedOn: null,
  expiresOn: null,
};

export const emptyOfferForm: OfferForm = {
  ...emptyOfferFields,
  companyName: null,
  companySiret: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  dismissed: [],
};
