/**
 * The version of the rules by which lines of files are read: columns, titles, places, contracts, pay, days. Raised whenever
 * the same line would be read otherwise (`reading-rules.test.ts` tells); imports read by an earlier one can be read again.
 * 1 stands for whatever was before versions were counted.
 */
export const readingRules = 5;
