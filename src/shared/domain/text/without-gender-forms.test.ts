import { describe, expect, it } from 'vitest';
import { offerMatchText } from './match-text';
import { withoutGenderForms } from './without-gender-forms';

const nobody = { company: null, contact: null, city: null };
const compared = (title: string): string => {
  const { title: name, body } = offerMatchText({ title, description: '', skills: [] }, nobody);
  return body === '' ? name : `${name} | ${body}`;
};

/** Every way to add to "Comptable" that it is for everybody. */
const marks =
  `H/F|F/H|h-f|H.F.|(H ou F)|H ou F|(h et f)|(H F)|F/H/NB|(f/h/nb)|NB/F/H|H/F/X|x/f/h|m/w/x|(m/w/d)|(w/m/d)|m/f/d
  F-H-X|H,F,X|(HFX)|(MWD)|F/H/+|(F/H/*)|(H/F/N)|M/F/D/X|- Masculin/Féminin|Féminin / Masculin|masculin ou féminin|homme ou femme
  Femme / Homme|- femme/homme/non-binaire|(homme, femme, autre)|(hommes et femmes)|(men/women)|male or female|(tous genres)
  (tous les genres)|- Tous genres|tous genres|toutes et tous genres confondus|(all genders)|All genders welcome|(any gender)
  (toutes identités de genre)|(genre indifférent)|ouvert à toutes et à tous|(toutes et tous)|– ouvert aux femmes et aux hommes`
    .split(/\||\n/)
    .map((mark) => mark.trim());

describe('the title of an offer without its gender forms', () => {
  it.each(marks)('is the same with %s', (mark) => {
    expect(compared(`Comptable ${mark}`)).toBe('comptable');
    expect(compared(`${mark} : Comptable fournisseurs`)).toBe('comptable fournisseurs');
  });

  it.each([
    ['Technicien de maintenance', 'Technicien / ne de maintenance', 'Technicien /ne de maintenance'],
    ['Conducteur de travaux', 'Conducteur / trice de travaux', 'Conducteur, trice de travaux'],
    [
      'Vendeur',
      'Vendeur / euse',
      'VENDEUR / EUSE',
      'Vendeur / -euse',
      'Vendeur, euse',
      'Vendeur/vendeuse',
      'Vendeur*euse',
    ],
    [
      'Infirmier',
      'Infirmier·ère·x',
      'Infirmier / ière',
      'Infirmier ou infirmière',
      'infirmier(ère/x)',
      'Infirmière ou infirmier',
    ],
    ['Développeur web', 'Développeur:euse web', 'Développeur*euse web', 'développeur / euse web', 'Développeur_se web'],
    [
      'Développeur web',
      'Développeur ou développeuse web',
      'Développeur, développeuse web',
      'Développeur web - développeuse web',
    ],
    [
      'Chargé de mission',
      'Chargé de mission ou chargée de mission',
      'Chargé ou chargée de mission',
      'Chargé:e de mission',
    ],
    ['Assistant RH', 'Assistant / e RH', 'Assistant*e RH', 'Assistant·e·x RH', 'Assistante ou assistant RH (F/H/NB)'],
    ['Étudiant ingénieur', 'Étudiant·e·x·s ingénieur·e·s', 'Étudiant·x ingénieur'],
    ['Vendeurs', 'Vendeurs / euses', 'Vendeurs ou vendeuses'],
    ['Chef de projet', 'Chef / fe de projet', 'Chef ou cheffe de projet', 'Chef de projet ou cheffe de projet'],
    ['Aide-soignant', 'Aide-soignant ou aide-soignante', 'Aide-soignant / e'],
    ['Serveur', 'Un ou une serveur ou serveuse', 'Serveur:se:s'],
    ['Professionnel de santé', 'Professionnel / le de santé'],
    ['Hôte d’accueil', 'Hôte / sse d’accueil', 'Hôte ou hôtesse d’accueil'],
  ])('is the same in every form of %s', (plain, ...forms) => {
    for (const form of forms) expect([form, compared(form)]).toEqual([form, compared(plain)]);
  });

  it.each([
    'Manipulateur X-ray',
    'Chargé de plan B',
    'Analyste vitamine D',
    'Professeur de genre littéraire',
    'Libraire tous genres littéraires',
    'Animateur tous publics',
    'Animateur d’un lieu ouvert à tous publics',
    'Comptable ou contrôleur de gestion',
    'Vendeur / Caissier',
    'Vendeur, caissier',
    'Soudeur et chaudronnier',
    'Ingénieur H/W',
    'Consultant MDM (MDM)',
    'Commercial / Le Havre',
    'Technicien / Essonne',
    'Éducateur de football féminin',
    'Vendeur prêt-à-porter homme',
    'Technicien N1 / Technicien N2',
    'Développeur C / C++',
    'Technicien DNX',
    'Poste : e-commerce',
    'Chargé de projet: veille',
    'Ingénieur m/s',
    'Responsable qualité/SSE',
    'Responsable / SSE',
    'Études de genre',
    'Développeur web et web mobile',
    'Femme-homme de ménage',
    'Femme ou homme de chambre',
  ])('keeps what is of the work: %s', (title) => {
    expect(withoutGenderForms(title)).toBe(title);
  });

  it('leaves everything else where it stood', () => {
    const title = 'Infirmier·ère·x (tous genres) ou infirmière – nuit';
    const without = withoutGenderForms(title);
    expect(without).toHaveLength(title.length);
    expect(without.indexOf('nuit')).toBe(title.indexOf('nuit'));
  });

  it('takes no longer for a title without end', () => {
    for (const part of ['h/', 'tous et ', '/ ', 'homme ', 'vendeur ou ', ', ', '·e·', '(', 'm - ']) {
      const startMs = performance.now();
      withoutGenderForms(part.repeat(2_000));
      expect([part, performance.now() - startMs < 1_000]).toEqual([part, true]);
    }
  });
});
