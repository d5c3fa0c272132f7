import type { CliTexts, HelpTexts } from './texts';

const number = new Intl.NumberFormat('fr-FR');
const n = (value: number): string => number.format(value);
const s = (value: number): string => (value > 1 ? 's' : '');
const day = (iso: string): string => new Date(iso).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** What `rome` answers, in French. */
export const romeFr: CliTexts['rome'] = {
  shipped: 'En place\u00a0: les codes et intitulés du ROME fournis avec l’application.',
  inUse: (title, publishedOn) =>
    `En place\u00a0: ${title}${publishedOn === null ? '' : `, publié le ${day(publishedOn)}`} (France Travail, Licence Ouverte 2.0).`,
  former: (title) => `Version précédente, gardée\u00a0: ${title}.`,
  noFormer: 'Aucune version précédente n’est gardée.',
  looked: (title, occupations, added, removed) =>
    `${title}\u00a0: ${n(occupations)} métiers, dont ${n(added)} nouveau${added > 1 ? 'x' : ''}\u00a0; ${n(removed)} code${s(removed)} n’y ${removed > 1 ? 'sont' : 'est'} plus.`,
  moved: (code, to, offers, formations) =>
    `  ${code} → ${to}\u00a0: ${n(offers)} offre${s(offers)}, ${n(formations)} formation${s(formations)}`,
  left: (code, mayBe, offers, formations) =>
    `  ${code} laissé tel quel (${mayBe.length > 0 ? `son intitulé est celui de ${mayBe.join(', ')}` : 'inconnu de cette version'})\u00a0: ${n(offers)} offre${s(offers)}, ${n(formations)} formation${s(formations)}`,
  changed: (offers, formations) =>
    `Codes changés\u00a0: ${n(offers)} offre${s(offers)}, ${n(formations)} formation${s(formations)}.`,
  refused: 'Ce dossier n’a pas été pris, et rien n’a été changé\u00a0:',
};

/** What the help says of it. */
export const romeHelpFr = {
  rome: 'dit quelle version du ROME est en place, ou prend celle d’un dossier',
  romeFolder: 'dossier du ROME 4.0 tel que France Travail le publie (unix_…_utf8.csv, version.txt)',
  romeDryRun: 'regarde le dossier et ne change rien',
  romeShipped: 'reprend ce qui est fourni avec l’application',
  romeFormer: 'reprend la version précédente',
} satisfies Partial<HelpTexts>;
