import type { offerSortColumns } from '../../../shared/contract/offers';
import type { FoundOffer, FoundOffers, OfferingCompany } from '../../../shared/contract/search';
import type { PageRequest } from '../../../shared/domain/page';
import type { DatedFilter } from '../offers/offer-conditions';

/** Where the offers lie, and the index of their words (`indexInMemory` for none that stays). */
export interface SearchPlace {
  readonly databasePath: string;
  readonly indexPath: string;
}

/** What is looked for. */
export interface SearchedText {
  readonly text: string;
  /** What the encoder makes of it; null for a text that says too little, and without a model. */
  readonly meaning: { readonly modelId: string; readonly vector: Float32Array } | null;
  readonly filter: DatedFilter;
  /** Takes what was posted several times for one. */
  readonly areCopiesGrouped?: true | undefined;
  /** Takes the nearest of what students can still take, and not of all offers, as what others have to come close to. */
  readonly isNearAmongTakable?: true | undefined;
  /** Asked between two steps: whether nobody waits for the answer any more. */
  readonly isGivenUp?: (() => boolean) | undefined;
}

export interface SearchQuestion extends SearchedText {
  readonly sort: {
    readonly by: 'relevance' | (typeof offerSortColumns)[number];
    readonly direction: 'asc' | 'desc';
  };
  readonly page: PageRequest;
  /** Asks for the rows before all that are found have been counted, where that takes longer. */
  readonly isCountedLater?: true | undefined;
}

/** What a search knows of an offer beside its row in the list. */
export type FoundMarks = Pick<
  FoundOffer,
  'foundBy' | 'titleWords' | 'excerpt' | 'seniority' | 'isSeniorityRead' | 'skills'
> & {
  readonly id: number;
  /** It and its copies; only itself where copies are not grouped. */
  readonly group: readonly number[];
};

/** A company without how it is applied to, which the core knows. */
export type FoundCompany = Omit<OfferingCompany, 'approach'>;

/** An answer without the rows, which the core knows. */
export interface SearchAnswer extends Omit<FoundOffers, 'rows'> {
  readonly found: readonly FoundMarks[];
}
