import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

// Invented offers in any number, the same for the same seed: long enough to weigh on an import as real ones do.

const jobs = ['Développeur web', 'Contrôleuse de gestion', 'Technicien de maintenance', 'Chargée de communication'];
const places = [
  ['Valmont', '38999'],
  ['Port-Sauvel', '38998'],
  ['Lyon', '69003'],
  ['Nantes', '44000'],
  ['Bourg-en-Bresse', '01000'],
] as const;
const contracts = ['Stage', 'Alternance', 'CDI', 'CDD', 'Contrat d’apprentissage'];
const sentences = [
  'Vous rejoindrez une équipe de douze personnes qui suit les projets de leur étude à leur mise en service. ',
  'Vos missions : analyser les besoins, proposer des améliorations, rédiger la documentation et former les utilisateurs. ',
  'Des déplacements dans la région sont à prévoir ; le permis B est apprécié, sans être exigé. ',
  'Nous recherchons une personne curieuse, à l’aise à l’écrit et prête à travailler avec plusieurs services. ',
  'Une période de formation interne de trois semaines est prévue dès l’arrivée. ',
];
const skills = ['SQL', 'Gestion de projet', 'Anglais professionnel', 'Tableur', 'Relation client', 'Rédaction'];
const header =
  'référence;intitulé;description;entreprise;siret;contact;courriel;ville;code postal;pays;type de contrat;niveau visé;' +
  'domaine;compétences;début;durée;heures par semaine;gratification;télétravail;places;publiée le;expire le';

/** A small generator of numbers in [0, 1) that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Writes `count` offers of about `bytesEach` bytes to a CSV file as French offices exchange it. `mark` stands at its
 * beginning; without the one that says UTF-8, all of a file tells its encoding.
 */
export async function writeOffers(
  path: string,
  count: number,
  bytesEach: number,
  { seed = 7, mark = '\uFEFF' } = {},
): Promise<void> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // The index is in range.
  const out = createWriteStream(path);
  out.write(`${mark}${header}\r\n`);
  for (let index = 1; index <= count; index += 1) {
    const row = offerRow(index, bytesEach, pick, random);
    if (!out.write(`${row}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function offerRow(index: number, bytesEach: number, pick: <T>(list: readonly T[]) => T, random: () => number): string {
  const company = 1 + Math.floor(random() * 2_000);
  const [city, postcode] = places[company % places.length] ?? places[0];
  const day = (): string => String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const month = (): string => String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const others = [
    `Entreprise ${company}`,
    '',
    `Contact ${company}`,
    `contact@entreprise-${company}.example`,
    city,
    postcode,
    'France',
    pick(contracts),
    pick(['Bac+3', 'L3 à M2', 'Bac+5', 'BUT 2']),
    pick(['Informatique', 'Gestion', 'Génie civil']),
    `${pick(skills)} | ${pick(skills)}`,
    `${day()}/${month()}/2026`,
    pick(['6 mois', '4 à 6 mois', '12 semaines']),
    '35',
    pick(['4,35 €/h', '1 200 € / mois', 'selon convention']),
    pick(['non', '2 j/semaine']),
    '1',
    `${day()}/${month()}/2025`,
    `${day()}/${month()}/2027`,
  ].join(';');
  const title = `${pick(jobs)} ${index} (H/F)`;
  let description = '';
  while (Buffer.byteLength(description) + others.length + title.length + 14 < bytesEach) description += pick(sentences);
  return `R-${index};${title};"${description.trim()}";${others}`;
}
