import type { ReactNode } from 'react';
import type { FormationName } from '../../../shared/domain/match';

/** Something that a page says of each formation besides why it suits, on its card and where formations are compared. */
export interface FormationFact {
  readonly label: string;
  /** Null and empty where nothing is known. */
  readonly content: (formation: FormationName) => ReactNode;
}
