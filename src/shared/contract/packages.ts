import { z } from 'zod';
import { fileIdSchema, jobIdSchema } from '../domain/ids';
import { importKindSchema } from '../domain/import';
import { companyFilterSchema } from './companies';
import { call } from './define';
import { formationFilterSchema } from './formations';
import { offerFilterSchema } from './offers';

/** What to share: the rows that each filter keeps, null for none of them. Drafts stay here. */
export const packageContentsSchema = z.strictObject({
  offers: offerFilterSchema.nullable(),
  formations: formationFilterSchema.nullable(),
  /** `of-offers`: those that the offers name. */
  companies: z.union([companyFilterSchema, z.literal('of-offers')]).nullable(),
});
export type PackageContents = z.infer<typeof packageContentsSchema>;

/** A package that was found whole and safe. Each part is a file that `imports.preview` and `imports.start` take. */
export const openedPackageSchema = z.object({
  fileName: z.string(),
  /** Empty, as the licence may be, in packages of former versions. */
  university: z.string(),
  madeAt: z.iso.datetime(),
  licence: z.string(),
  hasPersonalData: z.boolean(),
  /** In the order in which they are best taken in. */
  parts: z.array(
    z.object({
      kind: importKindSchema,
      fileId: fileIdSchema,
      rows: z.int().nonnegative(),
      sizeBytes: z.int().nonnegative(),
    }),
  ),
});
export type OpenedPackage = z.infer<typeof openedPackageSchema>;

/** Files that universities hand each other: tables and what is to be known of them, in one ZIP file. */
export const packages = {
  /**
   * Starts the job that writes a package, which can be fetched under `fileId` once the job has succeeded. Without
   * `personalData` contacts and managers are left out, and addresses, numbers and names are taken out of texts.
   * `conflict` (`package-university-missing`) where nothing would say whom it is from, `invalid-input`
   * (`package-licence-missing`) without terms of use.
   */
  write: call({
    input: z.strictObject({
      contents: packageContentsSchema,
      personalData: z.boolean(),
      licence: z.string().max(500),
    }),
    output: z.object({ jobId: jobIdSchema, fileId: fileIdSchema }),
    changes: ['jobs', 'exports'],
  }),
  /** Checks a package and lays its parts out. `invalid-input` with a `package-…` reason; nothing is stored then. */
  open: call({ input: z.strictObject({ fileId: fileIdSchema }), output: openedPackageSchema }),
} as const;
