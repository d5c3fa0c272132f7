import { basename } from 'node:path';
import { matchOnce } from '../one-shot-match';
import { checkFile, checkOutput } from './check-file';
import { issueLine, shownIssues } from './issue-line';
import { reasonSentence } from './reason-sentence';
import type { CommandContext } from './with-app';

export interface MatchOptions {
  readonly offers: string;
  readonly formations: string;
  readonly output: string;
  readonly top: number;
  readonly minScore: number | null;
  /** Whether each pair gets a sentence that says why. */
  readonly explains: boolean;
}

/** `match`: ranks the formations of one file for each offer of another, without a database. */
export async function matchCommand(options: MatchOptions, { paths, terminal, signal }: CommandContext): Promise<void> {
  const request = {
    offersPath: checkFile(options.offers),
    formationsPath: checkFile(options.formations),
    outputPath: checkOutput(options.output),
    top: options.top,
    minScore: options.minScore,
  };
  const { texts } = terminal;
  const summary = await matchOnce(
    paths,
    request,
    // Formations are few: what is left of the work is what is left of the offers.
    ({ step, done, ratio }) => {
      const isOffers = step === 'offers';
      terminal.progress({ step, label: texts.kinds[step], done, total: null, ratio: isOffers ? ratio : 0 });
    },
    signal,
    options.explains ? (reasons, isProposed) => reasonSentence(reasons, isProposed, texts.reasons) : null,
  );
  const { rejected, ...counts } = summary;
  const names = { offers: basename(request.offersPath), formations: basename(request.formationsPath) };
  const issues = rejected.map(({ file, line, issue }) => ({ file: names[file], line, ...issue }));
  const shown = rejected
    .slice(0, shownIssues)
    .map(({ file, line, issue }) => issueLine(line, issue, texts, names[file]));
  const more = counts.rejectedRows - shown.length;
  const lines = [texts.matched(counts, basename(request.outputPath)), ...shown];
  terminal.answer([...lines, ...(more > 0 ? [texts.moreRejected(more)] : [])].join('\n'), { ...counts, issues });
}
