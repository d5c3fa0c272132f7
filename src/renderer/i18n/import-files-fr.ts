/** What the import says of files, their origins and what was kept, in French. */
export const importFilesFr = {
  takeFile: 'Prendre la valeur du fichier',
  keepOwn: 'Remettre la valeur saisie',
  ofColumn: '{{label}} : « {{column}} », ligne {{line}}',
};
