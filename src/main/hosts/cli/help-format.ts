import type { Argument, HelpConfiguration, Option } from 'commander';
import type { HelpTexts } from './texts';

/** How the help is written in the language of `help`: the library's own words are English. */
export function helpFormat(help: HelpTexts): HelpConfiguration {
  const inWords = (text: string): string => translateNames(text, help);
  return {
    showGlobalOptions: true,
    styleTitle: (title) => Object.entries(help.titles).find(([english]) => english === title)?.[1] ?? title,
    styleUsage: inWords,
    styleOptionTerm: inWords,
    styleSubcommandTerm: inWords,
    styleArgumentTerm: inWords,
    optionDescription: (option) => withChoices(option, help),
    argumentDescription: (argument) => withChoices(argument, help),
  };
}

/** A name that stands for a value, such as `file`, in the language of `help`. */
export function nameInWords(name: string, help: HelpTexts): string {
  return Object.entries(help.names).find(([english]) => english === name)?.[1] ?? name;
}

/** Names stand in brackets, `<file>` or `[options]`; an argument has nothing else in its line. */
function translateNames(text: string, help: HelpTexts): string {
  const bracketed = text.replace(
    /([<[])(\w+)((?:\.\.\.)?[>\]])/g,
    (_whole, open: string, name: string, close: string) => {
      return `${open}${nameInWords(name, help)}${close}`;
    },
  );
  return nameInWords(bracketed, help);
}

function withChoices({ description, argChoices, defaultValue }: Option | Argument, help: HelpTexts): string {
  const choices = argChoices ? [help.choices(argChoices.join(', '))] : [];
  const usual: unknown = defaultValue;
  const otherwise = typeof usual === 'string' || typeof usual === 'number' ? [help.otherwise(String(usual))] : [];
  const facts = [...choices, ...otherwise];
  return facts.length === 0 ? description : `${description} (${facts.join('; ')})`;
}
