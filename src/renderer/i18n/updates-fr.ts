/** Words of the updates of the application itself. */
export const updatesFr = {
  look: 'Chercher chaque jour une nouvelle version',
  hint: 'C’est la seule connexion que l’application ouvre d’elle-même : elle demande le numéro de la dernière version et ne dit rien de vos données. Rien n’est téléchargé sans votre accord ; l’installation se fait quand vous quittez.',
  forbidden: 'Votre service informatique installe lui-même les nouvelles versions sur ce poste.',
};
