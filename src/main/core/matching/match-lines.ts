import type { RankedFormation } from '../ports';

const decimals = 6;

/** The first line of the output, with a last column where reasons are told. */
export function headerLine(hasReasons: boolean): string {
  return `offer_id,formation_id,rank,score,semantic,lexical${hasReasons ? ',reason' : ''}\n`;
}

/** The pairs of one offer, best first. */
export interface OfferPairs {
  readonly id: string;
  readonly pairs: readonly RankedFormation[];
}

function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * One line a pair; `formationIds` are the file's own by the numbers that the pairs name, `reasons` those of all pairs in
 * their order, or null.
 */
export function linesOf(
  formationIds: readonly string[],
  offers: readonly OfferPairs[],
  reasons: readonly string[] | null,
): readonly string[] {
  const lines: string[] = [];
  for (const { id, pairs } of offers) {
    const offer = csvField(id);
    pairs.forEach(({ formationId, score, semantic, lexical }, index) => {
      const formation = csvField(formationIds[formationId] ?? '');
      const figures = `${score.toFixed(decimals)},${semantic.toFixed(decimals)},${lexical.toFixed(decimals)}`;
      const reason = reasons ? `,${csvField(reasons[lines.length] ?? '')}` : '';
      lines.push(`${offer},${formation},${index + 1},${figures}${reason}\n`);
    });
  }
  return lines;
}
