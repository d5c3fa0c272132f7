import { Argument, Command, CommanderError, Option } from 'commander';
import { exportFormats, type ExportFormat, type ExportRequest } from '../../../shared/contract/exports';
import { columnNames, folderName, isoDay, portNumber, positiveInteger, ratio } from './argument-values';
import { addFetch, type FetchRequest } from './fetch-arguments';
import { addImportFile, type ImportFileRequest } from './import-arguments';
import type { RescueWish } from './rescue';
import { helpFormat } from './help-format';
import type { HelpTexts, UsageTexts } from './texts';
import { usageText } from './usage-text';

export type ExportWhat = Exclude<ExportRequest['what'], 'rejected-rows' | 'found-offers'>;

/** How a file for another university is written. */
export interface PackageHow {
  readonly personalData: boolean;
  readonly licence: string;
}

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
  | ImportFileRequest
  | { readonly command: 'imports-list' }
  | { readonly command: 'imports-undo' | 'imports-redo'; readonly importId: number }
  | { readonly command: 'imports-reread'; readonly importId: number; readonly dryRun: boolean }
  | { readonly command: 'imports-go-back'; readonly day: string; readonly dryRun: boolean }
  | { readonly command: 'embed' }
  | { readonly command: 'rank' }
  | {
      readonly command: 'export';
      readonly what: ExportWhat;
      readonly file: string;
      readonly format: ExportFormat;
      readonly columns: readonly string[] | null;
      /** For another university; null writes a table. */
      readonly package: PackageHow | null;
    }
  | {
      readonly command: 'watch';
      /** Null leaves it as it is; `none` watches no folder any more. */
      readonly folder: { readonly path: string } | 'none' | null;
    }
  | {
      readonly command: 'rome';
      /** Null tells which version is in use; `shipped` and `former` put another one into use. */
      readonly folder: { readonly path: string } | 'shipped' | 'former' | null;
      readonly dryRun: boolean;
    }
  | FetchRequest
  | { readonly command: 'serve'; readonly port: number | null }
  | { readonly command: 'doctor'; readonly rescue: RescueWish | null }
  | { readonly command: 'sample-load' };

export interface CliArguments {
  readonly request: CliRequest;
  readonly dataDir: string | null;
  readonly passphraseFile: string | null;
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
    const options = command.optsWithGlobals<{ dataDir?: string; passphraseFile?: string; json?: boolean }>();
    const { dataDir = null, passphraseFile = null, json: isJson = false } = options;
    understood = { request, dataDir, passphraseFile, isJson };
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
    .option('--passphrase-file <file>', help.passphraseFile)
    .addOption(new Option('--lang <language>', help.lang).choices(['fr', 'en']));
  addMatch(program, help, take);
  addImports(program, help, take);
  addFetch(subCommand(program, 'fetch', help.fetch, help), help, take);
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
  addImportFile(subCommand(program, 'import', help.importFile, help), help, take);
  subCommand(program, 'watch', help.watch, help)
    .argument('[folder]', help.watchedFolder, folderName)
    .option('--off', help.watchOff)
    .option('--json', help.json)
    .action((path: string | undefined, { off = false }: { readonly off?: boolean }, command: Command) => {
      const folder = off ? 'none' : path === undefined ? null : { path };
      take({ command: 'watch', folder }, command);
    });
  subCommand(program, 'rome', help.rome, help)
    .argument('[folder]', help.romeFolder, folderName)
    .option('--dry-run', help.romeDryRun)
    .option('--shipped', help.romeShipped)
    .option('--former', help.romeFormer)
    .option('--json', help.json)
    .action((path: string | undefined, options: RomeOptions, command: Command) => {
      const { dryRun = false, shipped, former } = options;
      const folder = shipped ? 'shipped' : former ? 'former' : path === undefined ? null : { path };
      take({ command: 'rome', folder, dryRun }, command);
    });
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
  addReadings(imports, help, take);
}

function addReadings(imports: Command, help: HelpTexts, take: Take): void {
  interface DryRun {
    readonly dryRun?: boolean;
  }
  subCommand(imports, 'reread', help.importsReread, help)
    .argument('<id>', help.importId, positiveInteger)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action((importId: number, { dryRun = false }: DryRun, command: Command) =>
      take({ command: 'imports-reread', importId, dryRun }, command),
    );
  subCommand(imports, 'go-back', help.importsGoBack, help)
    .argument('<day>', help.goBackDay, isoDay)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action((day: string, { dryRun = false }: DryRun, command: Command) =>
      take({ command: 'imports-go-back', day, dryRun }, command),
    );
}

interface RomeOptions {
  readonly dryRun?: boolean;
  readonly shipped?: boolean;
  readonly former?: boolean;
}

interface ExportOptions {
  readonly format: ExportFormat;
  readonly columns?: readonly string[] | null;
  readonly package?: boolean;
  readonly personalData?: boolean;
  readonly licence: string;
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
    .option('--package', help.exportPackage)
    .option('--personal-data', help.exportPersonalData)
    .option('--licence <text>', help.exportLicence, '')
    .option('--json', help.json)
    .action((what: ExportWhat, file: string, options: ExportOptions, command: Command) => {
      const { format, columns = null, package: isPackage = false, personalData = false, licence } = options;
      const how = isPackage ? { personalData, licence } : null;
      take({ command: 'export', what, file, format, columns, package: how }, command);
    });
}

interface RescueOptions {
  readonly restore?: boolean;
  readonly lostKey?: boolean;
  readonly salvage?: boolean;
}

function rescueWish({ restore, lostKey, salvage }: RescueOptions): RescueWish | null {
  if (lostKey) return 'restore-without-key';
  if (restore) return 'restore';
  return salvage ? 'salvage' : null;
}

function addHosting(program: Command, help: HelpTexts, take: Take): void {
  subCommand(program, 'serve', help.serve, help)
    .option('--port <port>', help.port, portNumber)
    .action(({ port = null }: { readonly port?: number | null }, command: Command) =>
      take({ command: 'serve', port }, command),
    );
  subCommand(program, 'doctor', help.doctor, help)
    .option('--restore', help.doctorRestore)
    .addOption(new Option('--lost-key', help.doctorLostKey).implies({ restore: true }))
    .addOption(new Option('--salvage', help.doctorSalvage).conflicts(['restore', 'lostKey']))
    .option('--json', help.json)
    .action((options: RescueOptions, command: Command) =>
      take({ command: 'doctor', rescue: rescueWish(options) }, command),
    );
  const sample = subCommand(program, 'sample', help.sample, help).helpCommand(false);
  subCommand(sample, 'load', help.sampleLoad, help)
    .option('--json', help.json)
    .action((_options: unknown, command: Command) => take({ command: 'sample-load' }, command));
}
