import speltWords from './spelt-words.json';

/** Made when first asked for. */
let spelt: ReadonlySet<string> | null = null;

/** Whether a prepared word, of no job title and no diploma, is right as it is: one of the open texts that the encoder was taught from. */
export function isSpeltWord(word: string): boolean {
  spelt ??= new Set(speltWords.words.split(' '));
  return spelt.has(word);
}
