import { z } from 'zod';

/** Where somebody works, as a file or a person says it. */
export interface SaidPlace {
  readonly city: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
}

/** What is known of where somebody works. The name says all of it: two places of one name are one. */
export const offerPlaceSchema = z.object({
  /**
   * "Grenoble"; with its department where others are called so, "Saint-Denis (93)"; "Isère (38)"; "Bretagne";
   * "Bruxelles (Belgique)".
   */
  name: z.string(),
  /** The INSEE code of the commune; null where none is decided. */
  communeCode: z.string().nullable(),
  /** As in `departmentNames`. */
  department: z.string().nullable(),
  /** As in `regionNames`. */
  region: z.string().nullable(),
  /** The departments that have a commune of this name, where nothing said decides among them. */
  openAmong: z.array(z.string()).readonly(),
});
export type OfferPlace = Readonly<z.infer<typeof offerPlaceSchema>>;
