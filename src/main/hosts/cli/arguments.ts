import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exportFormats, type ExportFormat, type ExportRequest } from '../../../shared/contract/exports';
import { importKinds, type ImportKind } from '../../../shared/domain/import';
import { helpFormat } from './help-format';
import type { Expected, HelpTexts, UsageTexts } from './texts';
import { usageText } from './usage-text';

export type ExportWhat = Exclude<ExportRequest['what'], 'rejected-rows'>;

/** What a command line asks for, once it is understood. */
export type CliRequest =
  | {
      readonly command: 'match';
      readonly offers: string;
      readonly formations: string;
      readonly output: string;
      readonly top: number;
      readonly minScore: number | null;
      readonly explains: boolean;
    }
  | { readonly command: 'import'; readonly kind: ImportKind; readonly file: string; readonly dryRun: boolean }
  | { readonly command: 'imports-list' }
  | { readonly command: 'imports-undo' | 'imports-redo'; readonly importId: number }
  | { readonly command: 'embed' }
  | { readonly command: 'rank' }
  | {
      readonly command: 'export';
      readonly what: ExportWhat;
      readonly file: string;
      readonly format: ExportFormat;
      readonly columns: readonly string[] | null;
    }
  | { readonly command: 'serve'; readonly port: number | null }
  | { readonly command: 'doctor' }
  | { readonly command: 'sample-load' };

export interface CliArguments {
  readonly request: CliRequest;
  readonly dataDir: string | null;
  readonly isJson: boolean;
}

/** What to print instead of running a command: help or version (code 0), or what is wrong (code 2). */
export interface CliStop {
  readonly exitCode: 0 | 2;
  readonly text: string;
}

const exportKinds = ['matches', 'offers', 'formations', 'companies'] as const satisfies readonly ExportWhat[];

/** Reads a command line (without the program's own name). `version` answers `--version`. */
export function readArguments(
  args: readonly string[],
  version: string,
  texts: { readonly help: HelpTexts; readonly usage: UsageTexts },
): CliArguments | CliStop {
  let printed = '';
  const keep = (text: string): void => void (printed += text);
  let understood: CliArguments | null = null;
  const program = buildProgram(version, texts.help, (request, command) => {
    const options = command.optsWithGlobals<{ dataDir?: string; json?: boolean }>();
    understood = { request, dataDir: options.dataDir ?? null, isJson: options.json ?? false };
  });
  for (const command of [program, ...allCommands(program)]) {
    command.exitOverride().configureOutput({ writeOut: keep, writeErr: keep, outputError: () => undefined });
  }
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { exitCode: 0, text: printed };
    // A name without its command, such as `imports` alone, gets its help.
    if (error.code === 'commander.help') return { exitCode: 2, text: printed };
    return { exitCode: 2, text: `${usageText(error, texts.usage, texts.help)}\n` };
  }
  return understood ?? { exitCode: 2, text: program.helpInformation() };
}

function allCommands(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

type Take = (request: CliRequest, command: Command) => void;

function buildProgram(version: string, help: HelpTexts, take: Take): Command {
  const program = new Command('smart-recruiting')
    .description(help.program)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.helpCommand)
    .configureHelp(helpFormat(help))
    .addOption(new Option('--data-dir <folder>', help.dataDir).argParser(folderName))
    .addOption(new Option('--lang <language>', help.lang).choices(['fr', 'en']));
  addMatch(program, help, take);
  addImports(program, help, take);
  addRanking(program, help, take);
  addHosting(program, help, take);
  return program;
}

function subCommand(parent: Command, name: string, description: string, help: HelpTexts): Command {
  return parent
    .command(name)
    .description(description)
    .helpOption('-h, --help', help.help)
    .configureHelp(helpFormat(help));
}

function addMatch(program: Command, help: HelpTexts, take: Take): void {
  interface MatchOptions {
    readonly offers: string;
    readonly formations: string;
    readonly output: string;
    readonly top: number;
    readonly minScore?: number;
    readonly explain?: boolean;
  }
  subCommand(program, 'match', help.match, help)
    .requiredOption('--offers <file>', help.matchOffers)
    .requiredOption('--formations <file>', help.matchFormations)
    .requiredOption('--output <file>', help.matchOutput)
    .option('--top <count>', help.matchTop, positiveInteger, 20)
    .option('--min-score <score>', help.matchMinScore, ratio)
    .option('--explain', help.matchExplain)
    .option('--json', help.json)
    .action((options: MatchOptions, command: Command) => {
      const { offers, formations, output, top, minScore = null, explain: explains = false } = options;
      take({ command: 'match', offers, formations, output, top, minScore, explains }, command);
    });
}

function addImports(program: Command, help: HelpTexts, take: Take): void {
  subCommand(program, 'import', help.importFile, help)
    .addArgument(new Argument('<kind>', help.importKind).choices(importKinds))
    .argument('<file>', help.file)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action((kind: ImportKind, file: string, { dryRun = false }: { readonly dryRun?: boolean }, command: Command) =>
      take({ command: 'import', kind, file, dryRun }, command),
    );
  const imports = subCommand(program, 'imports', help.imports, help).helpCommand(false);
  subCommand(imports, 'list', help.importsList, help)
    .option('--json', help.json)
    .action((_options: unknown, command: Command) => take({ command: 'imports-list' }, command));
  for (const [name, description] of [
    ['undo', help.importsUndo],
    ['redo', help.importsRedo],
  ] as const) {
    subCommand(imports, name, description, help)
      .argument('<id>', help.importId, positiveInteger)
      .option('--json', help.json)
      .action((importId: number, _options: unknown, command: Command) =>
        take({ command: `imports-${name}`, importId }, command),
      );
  }
}

interface ExportOptions {
  readonly format: ExportFormat;
  readonly columns?: readonly string[] | null;
}

function addRanking(program: Command, help: HelpTexts, take: Take): void {
  for (const name of ['embed', 'rank'] as const) {
    subCommand(program, name, help[name], help)
      .option('--json', help.json)
      .action((_options: unknown, command: Command) => take({ command: name }, command));
  }
  subCommand(program, 'export', help.exportFile, help)
    .addArgument(new Argument('<what>', help.exportWhat).choices(exportKinds))
    .argument('<file>', help.exportTarget)
    .addOption(new Option('--format <format>', help.exportFormat).choices(exportFormats).default('rfc4180'))
    .option('--columns <names>', help.exportColumns, columnNames)
    .option('--json', help.json)
    .action((what: ExportWhat, file: string, { format, columns = null }: ExportOptions, command: Command) =>
      take({ command: 'export', what, file, format, columns }, command),
    );
}

function addHosting(program: Command, help: HelpTexts, take: Take): void {
  subCommand(program, 'serve', help.serve, help)
    .option('--port <port>', help.port, portNumber)
    .action(({ port = null }: { readonly port?: number | null }, command: Command) =>
      take({ command: 'serve', port }, command),
    );
  subCommand(program, 'doctor', help.doctor, help)
    .option('--json', help.json)
    .action((_options: unknown, command: Command) => take({ command: 'doctor' }, command));
  const sample = subCommand(program, 'sample', help.sample, help).helpCommand(false);
  subCommand(sample, 'load', help.sampleLoad, help)
    .option('--json', help.json)
    .action((_options: unknown, command: Command) => take({ command: 'sample-load' }, command));
}

/** Names between commas. */
function columnNames(text: string): readonly string[] {
  const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  if (names.length === 0) throw invalid('names');
  return names;
}

function positiveInteger(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw invalid('whole-number');
  return Number(text);
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw invalid('port');
  return Number(text);
}

/** With a point or, as in France, a comma. */
function ratio(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw invalid('ratio');
  return value;
}

/** A variable that is not set would otherwise stand for the folder where the person happens to be. */
function folderName(text: string): string {
  if (text.trim() === '') throw invalid('folder');
  return text;
}

/** What was expected, by a name that the usage texts know. */
function invalid(expected: Expected): InvalidArgumentError {
  return new InvalidArgumentError(expected);
}
