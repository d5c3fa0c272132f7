import type { Failures, TodoInTerminal } from './failure';

/**
 * In French. Spaces before ; : ! ? » and after « are written plainly here and made unbreakable when the texts are
 * loaded.
 */
export const failuresFr = {
  codes: {
    'invalid-input': {
      what: 'La demande n’a pas été comprise.',
      todo: 'Vérifiez ce que vous avez saisi, puis réessayez.',
    },
    'unknown-procedure': {
      what: 'Cette page et l’application ne sont pas de la même version.',
      todo: 'Rechargez la page.',
    },
    'not-found': {
      what: 'Cet élément n’existe pas, ou n’existe plus.',
      todo: 'Il a peut-être été retiré entre-temps ; revenez à la liste.',
    },
    conflict: {
      what: 'L’opération ne peut pas se faire dans l’état actuel des données.',
      todo: 'Regardez où en sont les choses, puis réessayez.',
    },
    cancelled: { what: 'L’opération a été annulée.', todo: 'Vous pouvez la relancer quand vous voulez.' },
    unavailable: {
      what: 'L’application ne répond pas pour l’instant.',
      todo: 'Réessayez dans un moment ; si cela dure, fermez-la et rouvrez-la.',
    },
    internal: {
      what: 'Une erreur imprévue s’est produite.',
      todo: 'Réessayez ; si elle revient, fermez l’application et rouvrez-la.',
    },
  },
  reasons: {
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
    'column-missing': {
      what: 'Il manque une colonne indispensable.',
      todo: 'Indiquez quelle colonne du fichier la contient.',
    },
    'column-mapped-twice': {
      what: 'Deux colonnes donnent la même information.',
      todo: 'N’en gardez qu’une, et ignorez l’autre.',
    },
    'import-not-undoable': {
      what: 'Cet import ne peut pas être défait.',
      todo: 'Seul un import enregistré, et qui n’est pas déjà défait, peut l’être.',
    },
    'import-not-redoable': {
      what: 'Cet import ne peut pas être rétabli.',
      todo: 'Il est en place, ou ses lignes ont été effacées un mois après : importez le fichier à nouveau.',
    },
    'import-undone': {
      what: 'L’import dont venait cette offre a été défait : elle ne peut pas revenir sans lui.',
      todo: 'Rétablissez l’import, ou importez le fichier à nouveau.',
    },
    'match-key-unsuitable': {
      what: 'Ces lignes ne se reconnaissent pas par cette clé : elle appartient à d’autres fiches. Rien n’a été enregistré.',
      todo: 'Choisissez une autre clé, ou laissez faire l’application.',
    },
    'export-format-unsuitable': {
      what: 'Les lignes rejetées ne s’écrivent pas en JSON : un tel fichier ne pourrait plus être importé. Rien n’a été écrit.',
      todo: 'Choisissez un fichier CSV ou un classeur.',
    },
    'import-not-rereadable': {
      what: 'Les lignes de cet import ne peuvent pas être relues : elles n’ont pas été gardées, ou l’import a été défait.',
      todo: 'Rétablissez l’import, ou importez le fichier à nouveau.',
    },
    'sample-not-empty': {
      what: 'L’université d’exemple demande une base vide.',
      todo: 'Défaites d’abord les imports en place, ou ouvrez l’application sur un autre dossier de données.',
    },
    'job-running': { what: 'Une tâche est déjà en cours.', todo: 'Attendez qu’elle se termine, ou annulez-la.' },
    'disk-full': { what: 'Le disque est plein.', todo: 'Libérez de la place, puis réessayez.' },
    'read-only': {
      what: 'Il est impossible d’écrire à cet endroit.',
      todo: 'Demandez le droit d’écrire dans le dossier des données, puis réessayez.',
    },
    'database-locked': {
      what: 'Smart Recruiting est déjà ouvert sur ces données.',
      todo: 'Fermez l’autre fenêtre ou l’autre commande, puis réessayez.',
    },
    'key-needed': {
      what: 'Ce fichier est chiffré.',
      todo: 'Donnez la phrase de passe, ou la clé de secours de la feuille imprimée.',
    },
    'key-wrong': {
      what: 'Ce n’est ni la phrase de passe ni la clé de secours.',
      todo: 'Vérifiez les majuscules et la disposition du clavier, puis recommencez. Si la phrase est perdue, prenez la clé de la feuille de secours.',
    },
    'key-file-missing': {
      what: 'Le fichier de clé manque ou ne se lit plus : sans lui, rien n’ouvre les données chiffrées.',
      todo: 'Une copie se trouve à côté de chaque sauvegarde, sous le même nom (smart-recruiting-….key) : remettez-la dans le dossier des données, puis réessayez.',
    },
    'recovery-key-wrong': {
      what: 'Ce n’est pas la fin de la clé de secours.',
      todo: 'Recopiez les deux derniers groupes depuis la feuille imprimée.',
    },
    'opener-missing': {
      what: 'Rien n’ouvrirait les données à part la feuille de secours.',
      todo: 'Choisissez une phrase de passe, ou l’ouverture par la session de ce PC.',
    },
    'encryption-changed': {
      what: 'Le chiffrement n’est plus dans l’état que montrait la page.',
      todo: 'Rechargez la page, puis recommencez.',
    },
    'encryption-failed': {
      what: 'Le chiffrement des données n’a pas pu être changé : elles sont restées telles quelles, et rien n’est perdu.',
      todo: 'Fermez les autres programmes qui utilisent le dossier des données, puis rouvrez l’application. Si cela se répète, annulez la demande à la page du chiffrement, et prévenez votre support.',
    },
    'backup-gone': {
      what: 'Cette sauvegarde n’existe plus.',
      todo: 'Choisissez-en une autre dans la liste.',
    },
    'backup-damaged': {
      what: 'Cette sauvegarde est endommagée : elle ne se lit plus telle qu’elle a été écrite.',
      todo: 'Choisissez-en une autre dans la liste.',
    },
    'folder-away': {
      what: 'Le dossier des sauvegardes est hors d’atteinte.',
      todo: 'Les sauvegardes sont gardées dans le dossier des données de l’application en attendant. Vérifiez le réseau et que le dossier s’ouvre dans l’explorateur, ou choisissez un autre dossier dans les réglages.',
    },
    'folder-unusable': {
      what: 'Rien ne peut être écrit dans ce dossier.',
      todo: 'Donnez le chemin complet d’un dossier où vous avez le droit d’écrire, par exemple S:\\Stages\\Sauvegardes.',
    },
    'folder-silent': {
      what: 'Le dossier des sauvegardes ne répond pas.',
      todo: 'L’application continue, et les sauvegardes sont gardées dans son dossier des données en attendant. Vérifiez le réseau et que le dossier s’ouvre dans l’explorateur, ou choisissez un autre dossier dans les réglages.',
    },
    'folder-unwatchable': {
      what: 'Ce dossier ne peut pas être surveillé : il n’existe pas, ou vous n’avez pas le droit d’y écrire.',
      todo: 'Donnez le chemin complet d’un dossier existant où vous pouvez créer des dossiers, par exemple S:\\Stages\\À importer.',
    },
    'database-newer': {
      what: 'La base vient d’une version plus récente de Smart Recruiting.',
      todo: 'Installez cette version plus récente.',
    },
    'database-foreign': {
      what: 'Ce fichier n’est pas une base de Smart Recruiting.',
      todo: 'Choisissez un autre dossier de données.',
    },
    'database-damaged': {
      what: 'La base est endommagée.',
      todo: 'Plus rien n’y est écrit. Fermez l’application et rouvrez-la : elle propose la dernière sauvegarde saine, ou de récupérer ce qui se lit encore.',
    },
    'database-missing': {
      what: 'La base de données n’est plus là, ou le fichier est vide, alors que ce dossier en avait une.',
      todo: 'Rien n’a été créé à sa place. Rebranchez le disque ou le lecteur réseau où elle se trouve, ou rouvrez l’application : elle propose de reprendre la dernière sauvegarde ou de commencer une base neuve.',
    },
    'model-missing': {
      what: 'Le modèle de langue est absent.',
      todo: 'Réinstallez l’application : sans lui, les offres ne peuvent pas être comparées.',
    },
    'model-damaged': {
      what: 'Le modèle de langue est endommagé.',
      todo: 'Réinstallez l’application : un fichier du modèle a été modifié.',
    },
    'worker-stopped': {
      what: 'Un programme de l’application s’est arrêté.',
      todo: 'Réessayez : il redémarre tout seul, et le journal dit pourquoi.',
    },
    'nothing-to-match': { what: 'Il n’y a rien à comparer.', todo: 'Importez des offres et des formations.' },
    'output-unwritable': {
      what: 'Le fichier ne peut pas être écrit.',
      todo: 'Vérifiez la place et vos droits, ou fermez le logiciel qui l’utilise, puis réessayez.',
    },
    'output-is-input': {
      what: 'Le fichier de sortie est l’un des fichiers à lire, qui serait remplacé.',
      todo: 'Donnez un autre nom à la sortie.',
    },
    'offer-changed': {
      what: 'Cette offre a été modifiée entre-temps dans une autre fenêtre.',
      todo: 'Votre texte est toujours là : enregistrez-le comme copie, ou rechargez l’autre version.',
    },
    'action-impossible': {
      what: 'Ce n’est pas possible dans l’état actuel de l’offre.',
      todo: 'Rechargez la page pour voir où elle en est.',
    },
    'offer-withdrawn': {
      what: 'L’offre n’est plus publiée : elle est redevenue un brouillon, et rien n’a été marqué comme envoyé.',
      todo: 'Publiez-la à nouveau, puis marquez la transmission comme envoyée.',
    },
    'manager-missing': {
      what: 'Une formation n’a pas de gestionnaire à qui écrire.',
      todo: 'Indiquez son gestionnaire et une adresse, puis réessayez.',
    },
    'manager-known': {
      what: 'Un autre gestionnaire a déjà cette adresse, ou ce nom sans adresse.',
      todo: 'Choisissez-le dans la liste, ou vérifiez l’adresse.',
    },
    'email-invalid': {
      what: 'Ce n’est pas une adresse de courriel.',
      todo: 'Écrivez-la sous la forme nom@domaine.fr.',
    },
    'offer-sent': {
      what: 'Cette offre a été transmise : la supprimer effacerait du registre ce qui a été envoyé et répondu.',
      todo: 'Archivez-la plutôt : elle quitte les offres ouvertes et le registre reste complet.',
    },
    'view-name-taken': {
      what: 'Une autre vue porte déjà ce nom.',
      todo: 'Donnez-lui un autre nom, ou ouvrez celle qui le porte pour la mettre à jour.',
    },
    'consent-missing': {
      what: 'Sans l’accord de l’étudiant, rien n’est gardé.',
      todo: 'Cochez son accord s’il vient de le donner ; sinon, la recherche sans profil ne garde rien.',
    },
    'kept-too-long': {
      what: 'Un profil est gardé un an au plus.',
      todo: 'Choisissez un jour plus proche : l’étudiant pourra renouveler son accord.',
    },
    'kept-until-past': {
      what: 'Le profil n’a pas été enregistré : le jour jusqu’auquel il serait gardé est déjà passé.',
      todo: 'Choisissez aujourd’hui ou un jour à venir.',
    },
    'availability-reversed': {
      what: 'Le profil n’a pas été enregistré : sa disponibilité finit avant de commencer.',
      todo: 'Corrigez l’une des deux dates, ou videz-la.',
    },
    'kiosk-on': {
      what: 'Ce poste est en libre accès : cela n’y est pas possible.',
      todo: 'Demandez au bureau, qui peut le reprendre avec son code.',
    },
    'kiosk-code-wrong': { what: 'Ce n’est pas le bon code.', todo: 'Vérifiez les majuscules et recommencez.' },
    'kiosk-code-later': {
      what: 'Trop de codes faux ont été donnés.',
      todo: 'Attendez une minute, puis recommencez.',
    },
    'title-missing': { what: 'L’offre n’a pas d’intitulé.', todo: 'Donnez-lui un intitulé, puis publiez-la.' },
    'start-reversed': {
      what: 'Le début au plus tard précède le début au plus tôt.',
      todo: 'Inversez les deux jours, ou corrigez l’un d’eux.',
    },
    'rome-code-wrong': {
      what: 'Ce n’est pas un code ROME.',
      todo: 'Écrivez une lettre de A à N et quatre chiffres, par exemple M1805, ou laissez le champ vide.',
    },
    'siret-wrong': {
      what: 'Ce n’est pas un SIRET : sa clé est fausse.',
      todo: 'Vérifiez ses 14 chiffres, ou laissez le champ vide.',
    },
    'closing-reason-missing': {
      what: 'Le motif de clôture de l’offre n’est pas indiqué.',
      todo: 'Choisissez l’un des motifs, puis clôturez-la.',
    },
    'refusal-reason-missing': {
      what: 'Le motif du refus n’est pas indiqué.',
      todo: 'Choisissez l’un des motifs, puis confirmez.',
    },
    'subject-missing': { what: 'Le message n’a pas d’objet.', todo: 'Donnez-lui un objet, puis préparez-le.' },
    'name-missing': { what: 'Le gestionnaire n’a pas de nom.', todo: 'Donnez un nom, puis enregistrez.' },
    'company-changed': {
      what: 'Cette entreprise a été modifiée entre-temps dans une autre fenêtre.',
      todo: 'Ce que vous avez saisi est toujours là : comparez avec l’autre version, puis enregistrez à nouveau.',
    },
    'company-name-missing': { what: 'L’entreprise n’a pas de nom.', todo: 'Donnez-lui un nom, puis enregistrez-la.' },
    'company-used': {
      what: 'Cette entreprise sert déjà, ou a été modifiée depuis.',
      todo: 'Elle reste dans la liste ; vous pouvez la modifier ou la fusionner avec une autre.',
    },
    'siret-taken': {
      what: 'Une autre entreprise porte déjà ce SIRET.',
      todo: 'Ouvrez-la, ou vérifiez le numéro saisi.',
    },
    'logo-unusable': {
      what: 'Cette image ne peut pas servir de logo.',
      todo: 'Choisissez une image PNG ou JPEG ; elle est réduite à la bonne taille. Rien n’a été changé.',
    },
    'website-refused': {
      what: 'Ce site n’est pas une adresse web.',
      todo: 'Donnez une adresse qui commence par http:// ou https://, ou laissez le champ vide.',
    },
    'contact-empty': {
      what: 'Un contact n’a ni nom, ni courriel, ni téléphone.',
      todo: 'Complétez-le, ou retirez-le.',
    },
    'merge-below': {
      what: 'L’entreprise conservée a été fusionnée à son tour depuis.',
      todo: 'Annulez d’abord cette fusion plus récente.',
    },
    'service-forbidden': {
      what: 'Ce PC n’est pas autorisé à interroger des services en ligne.',
      todo: 'C’est un choix de qui administre ce PC. Vous pouvez toujours importer des fichiers.',
    },
    'service-off': {
      what: 'Ce service n’est pas activé.',
      todo: 'Activez-le dans Réglages, sous « Services d’offres en ligne ».',
    },
    'service-keys-missing': {
      what: 'Les clés de ce service ne sont pas connues, ou ne peuvent plus être lues sur ce PC.',
      todo: 'Saisissez-les dans Réglages, sous « Services d’offres en ligne ».',
    },
    'service-keys-refused': {
      what: 'Le service n’a pas reconnu les clés. Rien n’a été importé.',
      todo: 'Vérifiez-les sur le site du service, puis saisissez-les à nouveau dans Réglages.',
    },
    'service-access-refused': {
      what: 'Le service refuse l’accès avec ces clés. Rien n’a été importé.',
      todo: 'Vérifiez sur son site que votre application a droit à cette interface, et que ce droit n’a pas expiré.',
    },
    'service-question-empty': {
      what: 'Il n’y a rien à chercher.',
      todo: 'Saisissez des mots ou un lieu.',
    },
    'service-question-refused': {
      what: 'Le service n’a pas compris la question. Rien n’a été importé.',
      todo: 'Simplifiez les mots et le lieu, puis réessayez.',
    },
    'service-place-unknown': {
      what: 'Ce lieu n’est ni une commune, ni un département, ni une région.',
      todo: 'Écrivez par exemple « Grenoble », « 38 », « Isère » ou « Bretagne ». S’il y a plusieurs communes de ce nom, ajoutez le département : « Saint-Denis (93) ».',
    },
    'service-limit': {
      what: 'Il faudrait plus de demandes que ce service n’en permet pour l’instant. Rien n’a été importé.',
      todo: 'Précisez la question, ou revenez demain : le décompte est dans Réglages.',
    },
    'service-busy': {
      what: 'Le service demande d’attendre avant une nouvelle question. Rien n’a été importé.',
      todo: 'Réessayez dans quelques minutes.',
    },
    'service-failing': {
      what: 'Le service est en panne ou en maintenance. Rien n’a été importé.',
      todo: 'Réessayez plus tard. Vos données ne sont pas touchées.',
    },
    'service-answer-bad': {
      what: 'La réponse du service est illisible. Rien n’a été importé.',
      todo: 'Réessayez plus tard. Si cela dure, le service a peut-être changé : voyez s’il existe une version plus récente de l’application.',
    },
    'service-answer-cut': {
      what: 'La réponse du service s’est interrompue en route. Rien n’a été importé.',
      todo: 'Vérifiez la connexion, puis réessayez.',
    },
    'service-timeout': {
      what: 'Le service n’a pas répondu à temps. Rien n’a été importé.',
      todo: 'Réessayez dans un moment.',
    },
    'service-offline': {
      what: 'Le service n’a pas pu être joint : pas de réseau, ou un proxy qui ne le laisse pas passer. Rien n’a été importé.',
      todo: 'Vérifiez la connexion, puis réessayez. Le reste de l’application n’a pas besoin du réseau.',
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
  },
  where: {
    file: 'fichier {{value}}',
    folder: 'dossier {{value}}',
    line: 'ligne {{value}}',
    column: 'colonne « {{value}} »',
    field: 'champ « {{value}} »',
    host: 'poste {{value}}',
  },
  incident: 'Donnez à votre support le numéro d’incident {{incident}} : le journal en dit plus.',
  nothingLost: 'Aucune donnée n’a été perdue.',
} as const satisfies Failures;

/** What to do where there is no page to do it on, in French. */
export const todoInTerminalFr: TodoInTerminal = {
  'key-needed':
    'Donnez la phrase de passe par --passphrase-file, ou lancez la commande dans un terminal, qui la demande.',
  'file-missing': 'Vérifiez son nom et son dossier.',
  'file-is-folder': 'Indiquez un fichier CSV.',
  'column-missing': 'Renommez la colonne qui en tient lieu.',
  'column-mapped-twice': 'Renommez ou retirez l’une des deux dans le fichier.',
  'service-off': 'Ajoutez --on à la commande fetch.',
  'service-keys-missing': 'Donnez-les dans SMART_RECRUITING_KEY_ID et SMART_RECRUITING_KEY_SECRET.',
  'sample-not-empty': 'Défaites les imports en place, ou choisissez un autre dossier (--data-dir).',
  'read-only': 'Vérifiez vos droits, ou choisissez un autre dossier (--data-dir).',
  'database-foreign': 'Choisissez un autre dossier (--data-dir).',
  'database-damaged':
    'Elle n’a pas été modifiée. « doctor --restore » reprend la dernière sauvegarde saine, « doctor --salvage » récupère ce qui se lit encore ; le fichier endommagé est gardé.',
  'database-missing':
    'Rien n’a été créé à sa place. Rebranchez le disque ou le lecteur réseau où elle se trouve ; sinon « doctor --restore » reprend la dernière sauvegarde saine, et l’application ouverte propose une base neuve.',
  'nothing-to-match': 'Il faut des offres et des formations, dont la colonne « title » n’est pas vide.',
};
