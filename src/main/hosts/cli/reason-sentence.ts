import type { LevelComparison, PairReasons, Shares } from '../../../shared/domain/explanation/explanation';

/** The words that a reason is made of, in one language. */
export interface ReasonTexts {
  readonly nothing: string;
  /** Of a pair that is not proposed. */
  readonly little: string;
  readonly shares: (shares: Readonly<Record<keyof Shares, string>>) => string;
  readonly mostly: Readonly<Record<keyof Shares, string>>;
  readonly quote: (text: string) => string;
  readonly passages: (offer: string, formation: string) => string;
  readonly noPassage: string;
  readonly occupation: (label: string) => string;
  readonly shared: (skills: string) => string;
  readonly missing: (skills: string) => string;
  readonly level: Readonly<Record<Exclude<LevelComparison['fit'], 'unknown' | 'fits'>, LevelSentence>>;
  readonly bac: (years: number) => string;
  /** Between what is first said and what shows it, and between two parts of that. */
  readonly colon: string;
  readonly semicolon: string;
}
type LevelSentence = (offer: string, formation: string) => string;

/** A passage that is longer is cut, so that the sentence stays one that is read. */
const longestPassage = 110;
/** As many skills of a kind as are named. */
const namedSkills = 4;

const shareNames = ['meaning', 'occupation', 'words'] as const;

/**
 * One sentence of why a formation suits an offer: the best passages, skills, level, and where the score comes from. Of a
 * pair under the threshold (not `isProposed`) it says first that there is little, and no shares: most of nearly nothing
 * would persuade.
 */
export function reasonSentence(reasons: PairReasons, isProposed: boolean, texts: ReasonTexts): string {
  const { shares, passages, skills, occupations, level } = reasons;
  const [largest] = shareNames.toSorted((one, two) => shares[two] - shares[one]);
  if (!largest || shares[largest] <= 0) return `${texts.nothing}.`;
  const [best] = passages;
  const asked = skills.shared.map(({ asked: name }) => name);
  const parts = [
    best
      ? texts.passages(texts.quote(shortened(best.offer.text)), texts.quote(shortened(best.formation.text)))
      : texts.noPassage,
    ...(occupations?.shared[0] ? [texts.occupation(texts.quote(occupations.shared[0].label))] : []),
    ...(asked.length > 0 ? [texts.shared(named(asked))] : []),
    ...(skills.missing.length > 0 ? [texts.missing(named(skills.missing))] : []),
    ...levelPart(level, texts),
  ];
  const shown = parts.join(texts.semicolon);
  const end = shown.endsWith('…') ? '' : '.';
  const first = isProposed ? `${texts.mostly[largest]} (${sharesText(shares, texts)})` : texts.little;
  return `${first}${texts.colon}${shown}${end}`;
}

function sharesText(shares: Shares, texts: ReasonTexts): string {
  const figures = Object.fromEntries(shareNames.map((name) => [name, String(Math.round(shares[name] * 100))]));
  const { meaning = '', occupation = '', words = '' } = figures;
  return texts.shares({ meaning, occupation, words });
}

function levelPart({ fit, offer, formation }: LevelComparison, texts: ReasonTexts): readonly string[] {
  if (fit === 'unknown' || fit === 'fits' || formation === null) return [];
  return [texts.level[fit](offer.map(texts.bac).join(', '), texts.bac(formation))];
}

function named(skills: readonly string[]): string {
  const more = skills.length > namedSkills ? '…' : '';
  return `${skills.slice(0, namedSkills).map(shortened).join(', ')}${more}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestPassage) return line;
  return `${line.slice(0, longestPassage).replace(/\s+\S*$/u, '')}…`;
}
