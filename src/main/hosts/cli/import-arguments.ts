import { Argument, Option, type Command } from 'commander';
import {
  dayOrders,
  decimalSigns,
  quoteMarks,
  saysAnything,
  type DayOrder,
  type DecimalSign,
  type NotationWish,
  type QuoteMark,
} from '../../../shared/domain/file-notation';
import { conflictRules, importKinds, type ConflictRule, type ImportKind } from '../../../shared/domain/import';
import { matchKeySchema, type MatchKey } from '../../../shared/domain/match-key';
import { headerLine } from './argument-values';
import type { HelpTexts } from './texts';

/** Files to take in. */
export interface ImportFileRequest {
  readonly command: 'import';
  /** `package`: the offers and companies of a file of another university; `auto`: what its columns say of each file. */
  readonly kind: ImportKind | 'package' | 'auto';
  /** Files, and folders of files. */
  readonly files: readonly string[];
  readonly dryRun: boolean;
  /** Null leaves it to the kind of file. */
  readonly conflicts: ConflictRule | null;
  /** Null takes the one of the file's profile, else leaves it to the application. */
  readonly matchKey: MatchKey | null;
  /** The source of offers whose row names none; null takes the one of the file's profile, else none. */
  readonly fileSource: string | null;
  /** Null leaves all of it to the profile of the file, or to be found. */
  readonly notation: NotationWish | null;
}

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly conflicts?: ConflictRule;
  readonly key?: MatchKey;
  readonly source?: string;
  readonly quote?: QuoteMark;
  readonly headerLine?: number;
  readonly dates?: DayOrder;
  readonly decimal?: DecimalSign;
}

/** Says what `import` takes. */
export function addImportFile(
  command: Command,
  help: HelpTexts,
  take: (request: ImportFileRequest, command: Command) => void,
): void {
  command
    .addArgument(new Argument('<kind>', help.importKind).choices([...importKinds, 'package', 'auto']))
    .argument('<files...>', help.file)
    .option('--dry-run', help.dryRun)
    .addOption(new Option('--conflicts <rule>', help.conflicts).choices(conflictRules))
    .addOption(new Option('--key <key>', help.matchKey).choices(matchKeySchema.options))
    .option('--source <name>', help.fileSource)
    .addOption(new Option('--quote <mark>', help.quoteMark).choices(quoteMarks))
    .option('--header-line <line>', help.headerLine, headerLine)
    .addOption(new Option('--dates <order>', help.dayOrder).choices(dayOrders))
    .addOption(new Option('--decimal <sign>', help.decimal).choices(decimalSigns))
    .option('--json', help.json)
    .action((kind: ImportFileRequest['kind'], files: readonly string[], options: ImportOptions, of: Command) => {
      const { dryRun = false, conflicts = null, key: matchKey = null, source: fileSource = null } = options;
      const how = { conflicts, matchKey, fileSource, notation: notationOf(options) };
      take({ command: 'import', kind, files, dryRun, ...how }, of);
    });
}

function notationOf({ quote, headerLine: line, dates, decimal }: ImportOptions): NotationWish | null {
  const wish = {
    ...{ quoteMark: quote ?? null, headerLine: line ?? null },
    ...{ dayOrder: dates ?? null, decimal: decimal ?? null },
  };
  return saysAnything(wish) ? wish : null;
}
