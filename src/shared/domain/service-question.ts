import { z } from 'zod';
import { offerServices, type OfferService } from './import';

export const offerServiceSchema = z.enum(offerServices);

/** Kinds of contract that both services can be asked for, in one way or another. */
export const askedContracts = ['internship', 'work-study', 'fixed-term', 'permanent'] as const;
export type AskedContract = (typeof askedContracts)[number];

/** How old offers may be, in days: France Travail takes these and no other. */
export const askedDays = [1, 3, 7, 14, 31] as const;
export type AskedDays = (typeof askedDays)[number];

/** What a person asks a service for. */
export const serviceQuestionSchema = z.strictObject({
  /** May be empty where a place is named. */
  words: z.string().trim().max(100),
  /** A department or a commune, as people write them; empty for all of France. */
  place: z.string().trim().max(100),
  contract: z.enum(askedContracts).nullable(),
  /** Null for offers of any age. */
  days: z.union(askedDays.map((days) => z.literal(days))).nullable(),
});
export type ServiceQuestion = z.infer<typeof serviceQuestionSchema>;

/** Whether somebody asks for anything: everything that a service has is no question. */
export function isQuestion({ words, place }: ServiceQuestion): boolean {
  return words.trim() !== '' || place.trim() !== '';
}

/** What an offer that came from a service names as its source. */
export const serviceNames: Readonly<Record<OfferService, string>> = {
  'france-travail': 'France Travail',
  adzuna: 'Adzuna',
};
