import type { CliTexts, HelpTexts } from './texts';

const number = new Intl.NumberFormat('en-GB');
const n = (value: number): string => number.format(value);
const s = (value: number): string => (value === 1 ? '' : 's');
const day = (iso: string): string => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What `rome` answers, in English. */
export const romeEn: CliTexts['rome'] = {
  shipped: 'In use: the codes and titles of ROME that come with the application.',
  inUse: (title, publishedOn) =>
    `In use: ${title}${publishedOn === null ? '' : `, published on ${day(publishedOn)}`} (France Travail, Licence Ouverte 2.0).`,
  former: (title) => `The version before, kept: ${title}.`,
  noFormer: 'No version before is kept.',
  looked: (title, occupations, added, removed) =>
    `${title}: ${n(occupations)} occupations, ${n(added)} of them new; ${n(removed)} code${s(removed)} no longer there.`,
  moved: (code, to, offers, formations) =>
    `  ${code} → ${to}: ${n(offers)} offer${s(offers)}, ${n(formations)} formation${s(formations)}`,
  left: (code, mayBe, offers, formations) =>
    `  ${code} left as it is (${mayBe.length > 0 ? `its title is that of ${mayBe.join(', ')}` : 'unknown to this version'}): ${n(offers)} offer${s(offers)}, ${n(formations)} formation${s(formations)}`,
  changed: (offers, formations) =>
    `Codes changed: ${n(offers)} offer${s(offers)}, ${n(formations)} formation${s(formations)}.`,
  refused: 'This folder was not taken, and nothing was changed:',
};

/** What the help says of it. */
export const romeHelpEn = {
  rome: 'tell which version of ROME is in use, or take the one of a folder',
  romeFolder: 'folder of ROME 4.0 as France Travail publishes it (unix_…_utf8.csv, version.txt)',
  romeDryRun: 'look at the folder and change nothing',
  romeShipped: 'go back to what comes with the application',
  romeFormer: 'go back to the version before',
} satisfies Partial<HelpTexts>;
