/**
 * Calls `visit` with each n-gram of the word, which stands between two blanks, n from 3 to 5; a word not longer than n
 * counts once as a whole and the larger n are skipped: models/training/lexical.py, word for word.
 */
export function eachGram(word: string, visit: (gram: string) => void): void {
  const padded = ` ${word} `;
  for (let size = 3; size <= 5; size += 1) {
    if (padded.length <= size) return visit(padded);
    for (let start = 0; start + size <= padded.length; start += 1) visit(padded.slice(start, start + size));
  }
}
