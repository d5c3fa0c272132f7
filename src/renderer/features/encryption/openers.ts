import { shortestPassphrase } from '../../../shared/contract/encryption';

/** What a person chose to open the data with, as far as it is typed. */
export interface OpenersDraft {
  readonly bySystem: boolean;
  readonly byPassphrase: boolean;
  readonly passphrase: string;
  readonly again: string;
}

/** The session of the PC where the system can keep a key, and a passphrase in any case: it is what works elsewhere. */
export function firstOpeners(hasSystem: boolean): OpenersDraft {
  return { bySystem: hasSystem, byPassphrase: true, passphrase: '', again: '' };
}

/** What is asked of the application; null while something is missing. */
export function openersOf(
  draft: OpenersDraft,
): { readonly passphrase: string | null; readonly bySystem: boolean } | null {
  const { bySystem, byPassphrase, passphrase, again } = draft;
  if (!byPassphrase) return bySystem ? { passphrase: null, bySystem } : null;
  return passphrase.length >= shortestPassphrase && passphrase === again ? { passphrase, bySystem } : null;
}
