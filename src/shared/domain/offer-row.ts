/** Who offers, as one row of a file says it, before a company and a contact of the database are found or made. */
export interface OfferContact {
  readonly companyName: string | null;
  readonly companySiret: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
}
