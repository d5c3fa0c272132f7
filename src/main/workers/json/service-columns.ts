import type { OfferService } from '../../../shared/domain/import';
import { serviceNames } from '../../../shared/domain/service-question';
import { withdrawnColumn } from '../../../shared/domain/service-wordings';

/** What the values of one offer are called by its service: a path such as `lieuTravail.libelle` to all that stands there. */
export type Leaves = Map<string, string[]>;

export interface ServiceColumn {
  readonly header: string;
  /** What stands in it. Whatever it takes is not told again under the notes. */
  readonly read: (leaves: Leaves) => string;
}

const separator = ' | ';

/** What stands at a path, which nobody else takes afterwards. */
function take(leaves: Leaves, path: string): string {
  const values = leaves.get(path) ?? [];
  leaves.delete(path);
  return values.join(separator);
}

const plain = (path: string): ServiceColumn => ({ header: path, read: (leaves) => take(leaves, path) });
const said = (header: string, value: string): ServiceColumn => ({ header, read: () => value });

/** What the API documentation of "Offres d'emploi" v2 names and an offer here has a field for, in its order. */
const franceTravailColumns: readonly ServiceColumn[] = [
  said('source', serviceNames['france-travail']),
  ...[
    ...['id', 'intitule', 'description', 'dateCreation', 'lieuTravail.libelle', 'lieuTravail.codePostal', 'romeCode'],
    ...['romeLibelle', 'entreprise.nom', 'typeContrat', 'typeContratLibelle', 'natureContrat', 'alternance'],
    ...['experienceLibelle', 'formations.niveauLibelle', 'langues.libelle', 'competences.libelle', 'salaire.libelle'],
    ...['dureeTravailLibelle', 'contact.nom', 'contact.telephone'],
  ].map(plain),
  {
    header: 'contact.courriel',
    // Often the sentence "Pour postuler, utiliser le lien suivant …", which is no address: it stays among the notes.
    read: (leaves) => (leaves.get('contact.courriel')?.[0]?.includes('@') ? take(leaves, 'contact.courriel') : ''),
  },
  ...['nombrePostes', 'accessibleTH', withdrawnColumn].map(plain),
];

/** What Adzuna's search answers; titles and descriptions mark the words that were looked for. */
const adzunaColumns: readonly ServiceColumn[] = [
  said('source', serviceNames.adzuna),
  plain('id'),
  ...['title', 'description'].map((path): ServiceColumn => ({
    header: path,
    read: (leaves) => take(leaves, path).replace(/<\/?strong>/gi, ''),
  })),
  { header: 'ville (location.area)', read: townOf },
  plain('company.display_name'),
  plain('category.label'),
  // "contract" is what Adzuna says of all that is not permanent.
  {
    header: 'type de contrat (contract_type)',
    read: (leaves) => take(leaves, 'contract_type').replace(/^contract$/, 'CDD'),
  },
  { header: 'salaire (salary_min, salary_max)', read: payOf },
  plain('created'),
  plain(withdrawnColumn),
];

/** The areas go from the country to the town, with region and department in between; Paris is both of the latter. */
function townOf(leaves: Leaves): string {
  const [, , department, town] = leaves.get('location.area') ?? [];
  return town ?? (department === 'Paris' ? department : '');
}

/** In euros a year. What Adzuna itself has guessed is nothing that the company says. */
function payOf(leaves: Leaves): string {
  if (leaves.get('salary_is_predicted')?.[0] !== '0') return '';
  const ends = new Set([take(leaves, 'salary_min'), take(leaves, 'salary_max')].filter((end) => end !== ''));
  return ends.size === 0 ? '' : `${[...ends].join(' – ')} € par an`;
}

export const serviceColumns: Record<OfferService, readonly ServiceColumn[]> = {
  'france-travail': franceTravailColumns,
  adzuna: adzunaColumns,
};

/** The last column, for what has no field here: a line for each value, with its path. */
export const notesHeader = 'autres informations';

/** The cells of one offer below the headers of its service's columns and `notesHeader`. */
export function cellsOfOffer(service: OfferService, offer: unknown): string[] {
  const leaves: Leaves = new Map();
  collect(offer, '', 0, leaves);
  const cells = serviceColumns[service].map(({ read }) => read(leaves));
  const notes = [...leaves].map(([path, values]) => `${path} : ${values.join(separator)}`);
  return [...cells, notes.join('\n')];
}

/** Deeper than any service nests its offers; what lies below is none of theirs. */
const deepest = 10;

function collect(value: unknown, path: string, depth: number, leaves: Leaves): void {
  if (value === null || value === undefined || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, depth + 1, leaves);
    return;
  }
  if (typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) {
      collect(part, path === '' ? key : `${path}.${key}`, depth + 1, leaves);
    }
    return;
  }
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  if (text === '') return;
  const known = leaves.get(path);
  if (known) known.push(text);
  else leaves.set(path, [text]);
}
