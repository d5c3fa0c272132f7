import { z } from 'zod';
import { companyDraftSchema, contactDraftSchema } from './company';
import { contactIdSchema } from './ids';

/** What a person writes about a company. `siret` holds 14 digits whose Luhn key is right, or null. */
export const companyFormSchema = companyDraftSchema
  .omit({ externalId: true, contact: true })
  .extend({ contacts: z.array(contactDraftSchema.extend({ id: contactIdSchema.nullable() })).max(200) })
  .strict();
export type CompanyForm = z.infer<typeof companyFormSchema>;
export type ContactForm = CompanyForm['contacts'][number];

export const emptyCompanyForm: CompanyForm = {
  name: '',
  siret: null,
  naf: null,
  size: null,
  address: null,
  postcode: null,
  city: null,
  country: null,
  website: null,
  contacts: [],
};

export const emptyContactForm: ContactForm = {
  id: null,
  name: null,
  role: null,
  email: null,
  phone: null,
  access: null,
};

/** The web address that a text means, with its protocol; null when it is none that a link may lead to. */
export function readWebsite(text: string): string | null {
  const given = text.trim();
  const candidate = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(given) ? given : `https://${given}`;
  if (/\s/.test(given) || !URL.canParse(candidate)) return null;
  const { protocol, hostname, username } = new URL(candidate);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && hostname.includes('.') && username === '' ? candidate : null;
}

/** The code of an activity as INSEE writes it, `62.02A`; null when the text has not that form. */
export function readNaf(text: string): string | null {
  const [, division, group] = /^\s*(\d{2})[.\s]?(\d{2}[a-z])\s*$/i.exec(text) ?? [];
  return division === undefined || group === undefined ? null : `${division}.${group.toUpperCase()}`;
}

/** Whether a contact reaches anybody: a role alone does not. */
export function reachesSomebody({ name, email, phone }: Omit<ContactForm, 'id'>): boolean {
  return [name, email, phone].some((value) => value !== null && value.trim() !== '');
}

/** A contact of which nothing was said at all. */
export function isBlankContact(contact: ContactForm): boolean {
  return !reachesSomebody(contact) && (contact.role ?? '').trim() === '';
}

/** A form with its texts trimmed, empty ones null, and without contacts of whom nothing was said. */
export function tidyCompanyForm(form: CompanyForm): CompanyForm {
  const tidy = (text: string | null): string | null => text?.trim() || null;
  return {
    name: form.name.trim(),
    siret: form.siret,
    naf: tidy(form.naf),
    size: form.size,
    address: tidy(form.address),
    postcode: tidy(form.postcode),
    city: tidy(form.city),
    country: tidy(form.country),
    website: tidy(form.website),
    contacts: form.contacts
      .filter((contact) => !isBlankContact(contact))
      .map(({ id, name, role, email, phone, access }) => ({
        ...{ id, name: tidy(name), role: tidy(role), email: tidy(email), phone: tidy(phone), access },
      })),
  };
}
