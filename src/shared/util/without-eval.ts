import { config } from 'zod';

/**
 * Keeps zod from compiling its checks at run time. A page whose content security policy forbids that would answer each
 * attempt with a report. To be called before anything is checked.
 */
export function checkWithoutEval(): void {
  config({ jitless: true });
}
