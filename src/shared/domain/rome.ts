import { z } from 'zod';
import { isRomeCode } from './cells/parse-list';

/** A code of ROME 4.0: a letter and four digits. */
export const romeCodeSchema = z.string().refine(isRomeCode, { error: 'A letter from A to N and four digits.' });
