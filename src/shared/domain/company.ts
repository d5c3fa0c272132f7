import { z } from 'zod';
import { companyIdSchema, contactIdSchema } from './ids';

/** Size classes of French statistics: microenterprise, small or medium, intermediate, large. */
export const companySizes = ['TPE', 'PME', 'ETI', 'GE'] as const;
export const companySizeSchema = z.enum(companySizes);

/** Whether somebody of the office has looked at a company; one that a file brought was looked at. */
export const companyStates = ['to-validate', 'validated'] as const;
export const companyStateSchema = z.enum(companyStates);
export type CompanyState = z.infer<typeof companyStateSchema>;

/**
 * What students may be told, to apply where nothing is offered: nothing, the company's postal address and website, or also
 * how this person is reached.
 */
export const contactAccesses = ['none', 'company', 'contact'] as const;
export const contactAccessSchema = z.enum(contactAccesses);
export type ContactAccess = z.infer<typeof contactAccessSchema>;

/** A person, or a place to write to: each field may be missing, but not all of name, e-mail address and telephone. */
export const contactDraftSchema = z.object({
  name: z.string().max(200).nullable(),
  role: z.string().max(200).nullable(),
  email: z.string().max(320).nullable(),
  phone: z.string().max(50).nullable(),
  /** Null follows the settings. */
  access: contactAccessSchema.nullable(),
});

/** What a file or a person says about a company. `siret` holds 14 digits whose Luhn key is right, or null. */
export const companyDraftSchema = z.object({
  externalId: z.string().max(200).nullable(),
  name: z.string().max(300),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  naf: z.string().max(10).nullable(),
  size: companySizeSchema.nullable(),
  address: z.string().max(500).nullable(),
  postcode: z.string().max(20).nullable(),
  city: z.string().max(200).nullable(),
  country: z.string().max(100).nullable(),
  website: z.string().max(500).nullable(),
  contact: contactDraftSchema.nullable(),
});
export type CompanyDraft = z.infer<typeof companyDraftSchema>;

/** A company as the application keeps it, with everyone who is reached there. */
export const companySchema = companyDraftSchema.omit({ contact: true }).extend({
  id: companyIdSchema,
  contacts: z.array(contactDraftSchema.extend({ id: contactIdSchema })),
  offerCount: z.int().nonnegative(),
});
export type Company = z.infer<typeof companySchema>;
