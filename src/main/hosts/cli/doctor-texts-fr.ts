import type { CliTexts } from './texts';

const number = new Intl.NumberFormat('fr-FR');
const n = (value: number): string => number.format(value);
const s = (value: number): string => (value > 1 ? 's' : '');
const megabytes = (bytes: number): string => n(Math.max(1, Math.round(bytes / 1e6)));

/** What `doctor` answers, in French. */
export const doctorFr: CliTexts['doctor'] = {
  rehearsal: 'Essai de restauration',
  rehearsed: (at, offers) =>
    offers === null ? `échec, ${at}` : `réussi, ${at}\u00a0: ${n(offers)} offre${s(offers)} relue${s(offers)}`,
  noRehearsal: 'pas encore',
  backupsFail: (since) => `échouent depuis ${since}.`,
  unsaved: (days) => `ce qui a été modifié n’est dans aucune sauvegarde depuis ${n(days)} jour${s(days)}`,
  foundDamaged: 'trouvée endommagée par l’application ouverte\u00a0: fermez-la et rouvrez-la',
  jobs: 'Qui consomme quoi',
  jobUse: (kind, count, cpuSeconds, memory) =>
    `${kind} ×${n(count)}\u00a0: ${n(Math.round(cpuSeconds))}\u00a0s de calcul${memory === null ? '' : `, ${megabytes(memory)}\u00a0Mo au plus`}`,
  nothingToRescue: 'La base est saine\u00a0: il n’y a rien à récupérer.',
  rescued:
    'Au prochain démarrage, cette base prend la place de celle qui est endommagée, qui est gardée dans le dossier «\u00a0backup\u00a0».',
  application: 'Application',
  system: 'Système',
  database: 'Base de données',
  dataDir: 'Dossier des données',
  encryption: 'Chiffrement',
  encrypted: (cipher, number, openers) => `${cipher}\u00a0; clé n°\u00a0${number} ouverte par ${openers}`,
  openers: { passphrase: 'la phrase de passe', system: 'la session de ce PC', recovery: 'la feuille de secours' },
  and: ' ou ',
  notEncrypted: 'non\u00a0: protégez le disque (BitLocker, FileVault, LUKS) ou chiffrez dans les réglages',
  pending: { encrypt: 'sera chiffrée au prochain démarrage', decrypt: 'sera déchiffrée au prochain démarrage' },
  pragmas: 'Réglages de la base',
  integrity: 'Intégrité',
  size: 'Place',
  sizes: (database, free) =>
    `${megabytes(database)}\u00a0Mo${free === null ? '' : `, ${megabytes(free)}\u00a0Mo libres`}`,
  backup: 'Sauvegarde',
  noBackup: 'aucune',
  failures: 'Incidents au journal',
  failureCount: (failures, slow) =>
    `${n(failures)} incident${s(failures)}, ${n(slow)} requête${s(slow)} de plus de 50\u00a0ms`,
  model: 'Modèle de langue',
  modelStates: { ready: 'prêt', missing: 'absent', damaged: 'endommagé' },
  contents: 'Contenu',
  inUse: 'Utilisation',
  onNetwork: 'sur un lecteur réseau : mettez les données sur le disque de ce PC, et les sauvegardes sur le réseau',
  inUseBy: 'l’application, ou une autre commande, est ouverte sur ces données',
  counts: (offers, formations, companies) =>
    `${n(offers)} offre${s(offers)}, ${n(formations)} formation${s(formations)}, ${n(companies)} entreprise${s(companies)}`,
  allWell: 'Tout va bien.',
  notWell: 'Quelque chose ne va pas\u00a0: voir ci-dessus.',
};
