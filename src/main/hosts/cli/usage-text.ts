import type { CommanderError } from 'commander';
import { nameInWords } from './help-format';
import type { Expected, HelpTexts, UsageTexts } from './texts';

/** What is wrong with a command line, and what to do. The library's messages are English; its codes are stable. */
export function usageText(error: CommanderError, usage: UsageTexts, help: HelpTexts): string {
  const suggested = /Did you mean (?:one of )?(.+?)\?/.exec(error.message)?.[1];
  const hint = suggested === undefined ? '' : ` ${usage.didYouMean(suggested)}`;
  return `${whatIsWrong(error, usage, help)}${hint} ${usage.seeHelp}`;
}

function whatIsWrong({ code, message }: CommanderError, usage: UsageTexts, help: HelpTexts): string {
  const [what = '', second] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted);
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(what);
    case 'commander.unknownCommand':
      return usage.unknownCommand(what);
    case 'commander.missingArgument':
      return usage.missingArgument(nameInWords(what, help));
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(flagOf(what));
    case 'commander.optionMissingArgument':
      return usage.missingValue(flagOf(what));
    case 'commander.excessArguments':
      return usage.excessArguments;
    case 'commander.invalidArgument':
      return usage.invalidValue(valueIn(message, what, second), expectedIn(message, usage));
    default:
      return message.replace(/^error: /, '');
  }
}

/** `--top` of `--top <count>`. */
function flagOf(term: string): string {
  return term.split(' ')[0] ?? term;
}

/** Of an option it says: option '--top <count>' argument 'x' is invalid; of an argument, the value comes first. */
function valueIn(message: string, first: string, second: string | undefined): string {
  if (second === undefined || message.includes('command-argument')) return first;
  return `${flagOf(first)} ${second}`.trimEnd();
}

/** The rest of the message is what a parser of ours threw, or the library's list of choices. */
function expectedIn(message: string, { expected, oneOf }: UsageTexts): string {
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  if (choices !== undefined) return oneOf(choices);
  const name = Object.keys(expected).find((key): key is Expected => message.endsWith(`. ${key}`));
  return name === undefined ? '' : expected[name];
}
