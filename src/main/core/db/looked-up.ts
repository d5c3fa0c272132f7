/** What is found of a row of a file among the records that are stored: one, none, or several that all fit. */
export type LookedUp<T> = { readonly one: T | undefined } | { readonly several: readonly T[] };
