/** Words of the encryption of the data. */
export const encryptionFr = {
  title: 'Chiffrement des données',
  protects:
    'Une fois chiffrées, les données et leurs sauvegardes ne se lisent plus sans la clé : qui emporte le disque de ce PC n’y trouve ni nom ni adresse.',
  costs:
    'Il faut ouvrir les données à chaque démarrage, et garder une feuille de secours : sans phrase de passe, sans session et sans feuille, tout est perdu, et personne ne peut y remédier.',
  welcome: 'Ce PC contiendra des noms et des adresses',
  decide: 'Choisir le chiffrement…',
  manage: 'Gérer le chiffrement…',
  on: 'Chiffrées ({{cipher}}), clé n° {{number}}. Ouvertes par : {{openers}}.',
  off: 'Non chiffrées.',
  openers: { passphrase: 'phrase de passe', system: 'session de ce PC', recovery: 'feuille de secours' },
  pending: {
    encrypt: 'Les données seront chiffrées à la prochaine ouverture. Fermez l’application et rouvrez-la.',
    decrypt: 'Les données seront déchiffrées à la prochaine ouverture. Fermez l’application et rouvrez-la.',
  },
  cancel: { encrypt: 'Ne pas chiffrer', decrypt: 'Rester chiffré' },
  failed: 'Cela n’a pas pu se faire à cette ouverture ; la prochaine réessaiera.',
  noKeyFile:
    'Le fichier de clé manque dans le dossier des données. Remettez-y la copie qui se trouve à côté d’une sauvegarde (smart-recruiting-….key).',
  choose: {
    title: 'Chiffrer les données de ce PC',
    notCovered:
      'Ne sont pas chiffrés : les fichiers que vous importez ou exportez, et ce qui restait en clair sur le disque avant. Le chiffrement du disque (BitLocker, FileVault, LUKS) les couvre aussi.',
    opening: 'À l’ouverture',
    bySystem: 'Ouvrir sans rien demander, avec la session de ce PC',
    bySystemHint: 'Le système garde la clé pour votre compte. Ailleurs, il faut la phrase ou la feuille.',
    byPassphrase: 'Demander une phrase de passe',
    passphrase: 'Phrase de passe',
    again: 'La même, une seconde fois',
    hint: 'Au moins {{least}} caractères : plusieurs mots sans rapport entre eux valent mieux que des signes.',
    different: 'Les deux ne sont pas les mêmes.',
    next: 'Préparer la feuille de secours',
  },
  sheet: {
    title: 'Feuille de secours',
    step: 'Imprimez cette feuille, ou recopiez la clé à la main. Elle ne sera plus jamais affichée.',
    print: 'Imprimer la feuille',
    app: 'Feuille de secours des données de Smart Recruiting',
    of: 'Établissement : {{name}}',
    madeOn: 'Faite le {{date}}',
    key: 'Clé de secours n° {{number}}',
    number:
      'L’application demande la clé n° {{number}} : c’est à ce numéro que l’on reconnaît la bonne feuille, s’il y en a plusieurs.',
    use: 'Cette clé ouvre les données et toutes leurs sauvegardes, sur ce PC ou sur un autre, quand la phrase de passe est perdue : tapez-la à la place de la phrase. Les majuscules et les tirets ne comptent pas.',
    keep: 'Gardez-la sous clé, loin de ce PC. Qui a cette feuille et une sauvegarde lit toutes les données.',
    confirm: 'Pour vérifier, tapez les deux derniers groupes de la clé imprimée',
    confirmHint: 'Huit caractères, comme ABCD-EFGH.',
    finish: 'Chiffrer à la prochaine ouverture',
    back: 'Revenir au choix',
  },
  number: 'Clé demandée : n° {{number}}, comme sur sa feuille de secours.',
  words: 'Phrase de passe ou clé de secours',
  open: 'Ouvrir',
  wordsOfNow: 'Phrase de passe actuelle ou clé de secours',
  change: {
    title: 'Changer ce qui ouvre les données',
    intro: 'La feuille de secours reste bonne. Les sauvegardes s’ouvriront aussi avec la nouvelle phrase.',
    submit: 'Changer',
    done: 'C’est changé, dès maintenant.',
  },
  decrypt: {
    title: 'Ne plus chiffrer',
    intro:
      'La base redevient lisible par qui a le disque. Les sauvegardes déjà chiffrées le restent et s’ouvrent avec la même phrase ou la même feuille.',
    submit: 'Déchiffrer à la prochaine ouverture',
  },
  backups: {
    title: 'Anciennes sauvegardes',
    plain_one: '{{count, number}} sauvegarde d’avant le chiffrement est encore en clair.',
    plain_other: '{{count, number}} sauvegardes d’avant le chiffrement sont encore en clair.',
    none: 'Toutes les sauvegardes de cette base sont chiffrées.',
    replace: 'Les remplacer par des sauvegardes chiffrées',
    started: 'Les sauvegardes sont chiffrées une à une.',
  },
};
