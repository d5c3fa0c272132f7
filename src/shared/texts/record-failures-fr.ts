import type { FailuresOf } from './failure';

/** What is refused of imports, offers, companies and other records, in French. */
export const recordFailuresFr = {
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
} as const satisfies FailuresOf;
