import { z } from 'zod';
import { importKinds, importKindSchema } from './import-kind';

/** Where a file of another university comes from, as its manifest says; kept with what it brought. */
export const packageOriginSchema = z.object({
  /** The package itself: each has an id of its own. */
  id: z.string().max(60),
  /** Empty in packages of former versions whose university had no name. */
  university: z.string().max(300),
  licence: z.string().max(500),
  madeAt: z.iso.datetime(),
});
export type PackageOrigin = z.infer<typeof packageOriginSchema>;

/** Reads an origin that was stored as JSON; null for none. */
export function readPackageOrigin(json: string | null): PackageOrigin | null {
  return json === null ? null : packageOriginSchema.parse(JSON.parse(json));
}

/** How the files are called that universities hand each other. */
export const packageEnding = '.smartrecruiting';
export const manifestName = 'manifest.json';
/** Goes up when an older application could no longer read what a newer one writes. */
export const packageVersion = 1;

/** What tells a package from any other ZIP file, and whether it can be read; whatever a later version adds. */
export const packageMarkSchema = z.object({
  format: z.literal('smart-recruiting-package'),
  schemaVersion: z.int().positive(),
});

/** One table: a CSV file (RFC 4180, UTF-8, English names of the fields) inside of the package. */
export const packagePartSchema = z.object({
  kind: importKindSchema,
  file: z.string().max(60),
  rows: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
  /** Of its bytes, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PackagePart = z.infer<typeof packagePartSchema>;

/** What a package says of itself, in `manifest.json`. */
export const packageManifestSchema = packageMarkSchema.extend({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  origin: z.object({ university: z.string().max(300) }),
  /** What whoever gets it may do with it, in the words of whoever made it. */
  licence: z.string().max(500),
  /** Whether contacts and managers are in it, and texts are as they stand. */
  hasPersonalData: z.boolean(),
  parts: z.array(packagePartSchema).min(1).max(importKinds.length),
});
export type PackageManifest = z.infer<typeof packageManifestSchema>;

/** The order in which parts are taken in: offers name companies, and are ranked by formations. */
export const packageOrder = [
  'companies',
  'formations',
  'offers',
] as const satisfies readonly (typeof importKinds)[number][];
