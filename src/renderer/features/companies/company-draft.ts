import type { CompanyDetail } from '../../../shared/contract/companies';
import { parseEmail } from '../../../shared/domain/cells/parse-email';
import {
  emptyCompanyForm,
  isBlankContact,
  reachesSomebody,
  readWebsite,
  type CompanyForm,
  type ContactForm,
} from '../../../shared/domain/company-form';
import { readSiret } from '../../../shared/domain/company-siret';
import { formatSiret } from '../../components/format-siret';

/** A form while it is being written: as the company form, but with the SIRET as it stands in its field. */
export interface CompanyDraftForm extends Omit<CompanyForm, 'siret'> {
  readonly siretText: string;
}

/** What is wrong with a contact. */
export type ContactFault = 'contactEmpty' | 'emailWrong';

/** What keeps a form from being stored: each value names the sentence that says it. */
export interface FormFaults {
  readonly name: boolean;
  readonly siret: boolean;
  readonly website: boolean;
  readonly contacts: readonly (ContactFault | null)[];
}

export const emptyDraftForm: CompanyDraftForm = draftOf(emptyCompanyForm);

/** The form as its fields show it. */
export function draftOf({ siret, ...form }: CompanyForm): CompanyDraftForm {
  return { ...form, siretText: siret === null ? '' : formatSiret(siret) };
}

/** A stored company as a form. */
export function formOf(company: CompanyDetail): CompanyForm {
  const { name, siret, naf, size, address, postcode, city, country, website } = company;
  return { name, siret, naf, size, address, postcode, city, country, website, contacts: company.contacts };
}

/** What is stored of a form. A SIRET that is none is no SIRET; `faultsOf` tells so before. */
export function writtenForm({ siretText, ...form }: CompanyDraftForm): CompanyForm {
  const reading = readSiret(siretText);
  return { ...form, siret: reading.kind === 'right' ? reading.siret : null };
}

/** What is wrong with a form. A website and an address of which nobody changed anything may stay as a file gave them. */
export function faultsOf(form: CompanyDraftForm, stored: CompanyForm | null): FormFaults {
  const { website } = form;
  const siret = readSiret(form.siretText).kind;
  const isOldSite = website === (stored?.website ?? null);
  return {
    name: form.name.trim() === '',
    siret: siret === 'wrong' || siret === 'recovered',
    website: !isOldSite && website !== null && website.trim() !== '' && readWebsite(website) === null,
    contacts: form.contacts.map((contact) =>
      contactFault(contact, stored?.contacts.find(({ id }) => id !== null && id === contact.id) ?? null),
    ),
  };
}

function contactFault(contact: ContactForm, stored: ContactForm | null): ContactFault | null {
  if (isBlankContact(contact)) return null;
  if (!reachesSomebody(contact)) return 'contactEmpty';
  const { email } = contact;
  if (email === null || email.trim() === '' || email === stored?.email) return null;
  return parseEmail(email) === undefined ? 'emailWrong' : null;
}

/** Whether a form may be stored. */
export function isRight({ name, siret, website, contacts }: FormFaults): boolean {
  return !name && !siret && !website && contacts.every((fault) => fault === null);
}
