import type { FailuresOf } from './failure';

/** What is wrong with a file that was handed over, in French. */
export const fileFailuresFr = {
  'file-missing': {
    what: 'Le fichier n’existe pas.',
    todo: 'Vérifiez qu’il n’a pas été déplacé, puis choisissez-le à nouveau.',
  },
  'file-is-folder': {
    what: 'C’est un dossier et non un fichier.',
    todo: 'Choisissez un fichier CSV à l’intérieur.',
  },
  'folder-empty': {
    what: 'Le dossier ne contient aucun fichier.',
    todo: 'Vérifiez son chemin, ou mettez-y les fichiers à importer.',
  },
  'folder-unreadable': {
    what: 'Ce dossier ne peut pas être lu, et rien n’a été importé.',
    todo: 'Vérifiez vos droits sur lui, ou nommez les fichiers un par un.',
  },
  'file-unreadable': {
    what: 'Le fichier ne peut pas être lu.',
    todo: 'Fermez-le s’il est ouvert dans Excel, vérifiez vos droits, puis réessayez.',
  },
  'file-empty': {
    what: 'Le fichier est vide.',
    todo: 'Vérifiez que l’export qui l’a produit s’est terminé, puis choisissez-le à nouveau.',
  },
  'file-binary': {
    what: 'Le fichier n’est pas un texte.',
    todo: 'Choisissez un fichier CSV ou un classeur Excel (.xlsx).',
  },
  'file-too-large': {
    what: 'Le fichier est trop volumineux.',
    todo: 'Découpez-le en plusieurs fichiers, et prenez-les l’un après l’autre.',
  },
  'file-expired': { what: 'L’application ne garde plus ce fichier.', todo: 'Choisissez-le à nouveau.' },
  'file-header-only': {
    what: 'Le fichier ne contient que sa ligne d’en-tête.',
    todo: 'Vérifiez que l’export contient bien des lignes.',
  },
  'file-no-header-line': {
    what: 'Aucune ligne du fichier ne commence là où sa ligne d’en-tête est attendue.',
    todo: 'Indiquez la ligne qui porte les noms des colonnes (elle ne peut pas être vide), ou laissez-la trouver.',
  },
  'file-too-many-columns': {
    what: 'Le fichier a bien trop de colonnes.',
    todo: 'Vérifiez le séparateur, ou retirez les colonnes inutiles.',
  },
  'file-field-too-long': {
    what: 'Une cellule du fichier est démesurément longue.',
    todo: 'Un guillemet est sans doute resté ouvert : corrigez la ligne indiquée.',
  },
  'file-unclosed-quote': {
    what: 'Un guillemet ouvert n’est jamais refermé.',
    todo: 'Corrigez la ligne indiquée : sans cela, la suite du fichier serait mal lue.',
  },
  'file-workbook-old': {
    what: 'C’est un classeur au format d’avant 2007 (.xls).',
    todo: 'Ouvrez-le dans Excel ou LibreOffice, enregistrez-le au format .xlsx, puis prenez ce fichier.',
  },
  'file-workbook-protected': {
    what: 'Le classeur est protégé par un mot de passe.',
    todo: 'Ouvrez-le dans Excel, retirez le mot de passe (Fichier, Informations), enregistrez, puis réessayez.',
  },
  'file-workbook-damaged': {
    what: 'Le classeur est endommagé et ne peut pas être lu.',
    todo: 'Ouvrez-le dans Excel, enregistrez-le à nouveau au format .xlsx, puis réessayez.',
  },
  'file-workbook-too-large': {
    what: 'Le classeur est trop volumineux une fois décompressé.',
    todo: 'Enregistrez la feuille au format CSV UTF-8 : un fichier CSV peut aller jusqu’à 1 Go.',
  },
  'file-opendocument': {
    what: 'C’est un document LibreOffice (.ods).',
    todo: 'Ouvrez-le dans LibreOffice, enregistrez-le au format .xlsx ou CSV, puis prenez ce fichier.',
  },
  'file-sheet-missing': {
    what: 'Cette feuille n’est pas dans le classeur.',
    todo: 'Choisissez une autre feuille.',
  },
  'file-doubtful': {
    what: 'Rien ne dit avec assez de certitude ce que contient ce fichier.',
    todo: 'Importez-le à part, en disant ce qu’il contient.',
  },
  'file-many': {
    what: 'Ces fichiers ne se prennent pas ensemble.',
    todo: 'Choisissez 60 fichiers au plus, et un fichier .smartrecruiting seul.',
  },
  'file-json-damaged': {
    what: 'Cette page de résultats est abîmée ou incomplète.',
    todo: 'Téléchargez-la à nouveau auprès du service, puis réessayez.',
  },
  'file-json-empty': {
    what: 'Ces pages de résultats ne contiennent aucune offre.',
    todo: 'Vérifiez les critères de la recherche qui les a produites.',
  },
  'file-json-kind': {
    what: 'Ce fichier est une page de résultats : il contient des offres.',
    todo: 'Choisissez « Offres » comme contenu du fichier.',
  },
  'file-json-mixed': {
    what: 'Des pages de deux services sont réunies dans un même import.',
    todo: 'Prenez d’abord celles de l’un, puis celles de l’autre.',
  },
  'package-foreign': {
    what: 'Ce fichier n’est pas un paquet Smart Recruiting. Rien n’a été changé.',
    todo: 'Choisissez un fichier .smartrecruiting, tel que l’autre université l’a enregistré.',
  },
  'package-newer': {
    what: 'Ce paquet vient d’une version plus récente de Smart Recruiting. Rien n’a été changé.',
    todo: 'Mettez l’application à jour, ou demandez à l’autre université un export CSV.',
  },
  'package-protected': {
    what: 'Ce paquet est chiffré par un mot de passe. Rien n’a été changé.',
    todo: 'Demandez-le sans mot de passe, tel que Smart Recruiting l’a enregistré.',
  },
  'package-unsafe': {
    what: 'Ce paquet contient des fichiers qui n’ont rien à y faire. Rien n’a été changé.',
    todo: 'Ne le dépaquetez pas à la main ; demandez à l’expéditeur d’en faire un nouveau.',
  },
  'package-too-large': {
    what: 'Ce paquet est démesurément grand une fois décompressé. Rien n’a été changé.',
    todo: 'Demandez-le en plusieurs fois, avec moins de lignes dans chacun.',
  },
  'package-damaged': {
    what: 'Ce paquet est abîmé : son contenu n’est plus celui qui a été enregistré. Rien n’a été changé.',
    todo: 'Téléchargez-le à nouveau, ou demandez à l’expéditeur de le renvoyer.',
  },
  'package-rows-differ': {
    what: 'Une table de ce paquet n’a pas le nombre de lignes que son expéditeur annonce. Rien n’a été changé.',
    todo: 'Demandez à l’expéditeur de l’enregistrer et de l’envoyer à nouveau.',
  },
  'package-university-missing': {
    what: 'Votre université n’a pas encore de nom : rien ne dirait de qui vient le paquet. Rien n’a été écrit.',
    todo: 'Donnez-lui un nom dans Réglages, puis enregistrez le paquet.',
  },
  'package-licence-missing': {
    what: 'Le paquet ne dit pas ce que l’autre université peut en faire. Rien n’a été écrit.',
    todo: 'Indiquez les conditions d’utilisation, puis enregistrez-le.',
  },
  'column-missing': {
    what: 'Il manque une colonne indispensable.',
    todo: 'Indiquez quelle colonne du fichier la contient.',
  },
  'column-mapped-twice': {
    what: 'Deux colonnes donnent la même information.',
    todo: 'N’en gardez qu’une, et ignorez l’autre.',
  },
  'document-type': {
    what: 'Ce type de document ne peut pas être lu.',
    todo: 'Déposez un fichier TXT, DOCX, PDF ou EML, ou copiez le texte et collez-le ici.',
  },
  'document-too-large': {
    what: 'Ce document dépasse 20 Mo.',
    todo: 'Ouvrez-le, copiez le texte de l’offre et collez-le ici.',
  },
  'document-protected': {
    what: 'Ce document est protégé par un mot de passe.',
    todo: 'Ouvrez-le avec son mot de passe, copiez le texte de l’offre et collez-le ici.',
  },
  'document-damaged': {
    what: 'Ce document est endommagé : son contenu ne peut pas être lu.',
    todo: 'Demandez-le à nouveau à l’entreprise, ou collez le texte de l’offre ici.',
  },
  'document-empty': {
    what: 'Ce document ne contient aucun texte.',
    todo: 'C’est sans doute une image numérisée : recopiez l’essentiel de l’offre ici.',
  },
  'document-too-slow': {
    what: 'La lecture de ce document durait trop longtemps et a été arrêtée.',
    todo: 'Ouvrez-le, copiez le texte de l’offre et collez-le ici.',
  },
} as const satisfies FailuresOf;
