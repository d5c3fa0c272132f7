/** Names for codes: dense integers from 1 in the order of arrival; 0 stands for no value. A code is never taken back. */
export interface Dictionary<Key> {
  /** How many codes there can be, 0 included: the length of an array that counts by code. */
  readonly size: number;
  /** The code of a key, made when it is new. */
  codeOf(key: Key): number;
  /** The code of a key, 0 when it has none. */
  find(key: Key): number;
  /** The key of a code from 1 on. */
  keyOf(code: number): Key | undefined;
}

/** A dictionary without any key yet. */
export function createDictionary<Key>(): Dictionary<Key> {
  const codes = new Map<Key, number>();
  const keys: (Key | undefined)[] = [undefined];
  return {
    get size() {
      return keys.length;
    },
    codeOf(key) {
      const known = codes.get(key);
      if (known !== undefined) return known;
      codes.set(key, keys.length);
      return keys.push(key) - 1;
    },
    find: (key) => codes.get(key) ?? 0,
    keyOf: (code) => keys[code],
  };
}

/** Words with their spellings: those that differ in accents or capitals only are one. */
export interface WordDictionary extends Dictionary<string> {
  /** The code of a folded key, and what it was written like. */
  learn(key: string, spelling: string): number;
  spellingOf(code: number): string;
}

/** A dictionary without any word yet. */
export function createWordDictionary(): WordDictionary {
  const dictionary = createDictionary<string>();
  const spellings: string[] = [''];
  return {
    get size() {
      return dictionary.size;
    },
    codeOf: (key) => dictionary.codeOf(key),
    find: (key) => dictionary.find(key),
    keyOf: (code) => dictionary.keyOf(code),
    learn(key, spelling) {
      const code = dictionary.codeOf(key);
      const known = spellings[code];
      // The greater spelling has accents and small letters, which stand behind plain capitals.
      if (known === undefined || spelling > known) spellings[code] = spelling;
      return code;
    },
    spellingOf: (code) => spellings[code] ?? '',
  };
}
