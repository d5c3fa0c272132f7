import type { LegalRuleCode } from './legal-finding';

/** A way of writing that refers to something on which nobody may be chosen. */
export interface ForbiddenWording {
  readonly code: LegalRuleCode;
  readonly pattern: RegExp;
  /** What only an internship may not be: an employee’s post, with a trial, without pay. */
  readonly isOfInternships?: boolean;
}

/** Words that shut everybody else out. */
const only = '(?:uniquement|exclusivement|seulement)';
/** Whoever is named before it is not wanted. */
const keepAway = "s[’']\\s*abstenir";
/** A number of years that somebody can be old, in figures or in words. */
const age =
  '(?:(?:1[6-9]|[2-6]\\d)(?!\\d)|(?:dix-(?:sept|huit|neuf)|(?:vingt|trente|quarante|cinquante|soixante)(?:[\\s-]+(?:et[\\s-]+une?|deux|trois|quatre|cinq|six|sept|huit|neuf))?))';
/** "10 ans d’expérience", "35 ans d’existence" and the like count something else than age. */
const notOfAge =
  "(?!\\s*(?:d[’']|de\\s+)(?:exp[ée]rience|expertise|anciennet[ée]|existence|m[ée]tier|savoir|pratique|pr[ée]sence|innovation|histoire|activit[ée]|carri[èe]re))";
/** Who is named as a woman or as a man, where the other one does not follow and the words are no name of a work. */
const sex = '(?:jeunes?\\s+)?(?:homme|femme|fille|gar[çc]on|dame)s?';
const notBoth =
  '(?!\\s*(?:/|(?:,|ou|et)\\s*(?:(?:une?|des?)\\s+)?(?:jeunes?\\s+)?(?:homme|femme|fille|gar[çc]on))|\\s+de\\s+(?:m[ée]nage|chambre|caf[ée]|salle))';
/** Nouns of works, without those of what is made or sold for women or men. */
const worker =
  '(?!coiff|barbier|tailleu|couturi|mod[ée]liste|styliste|vestiaire)\\p{L}+(?:eur|euse|rice|[èe]re|ier|ller|ante?|ienne?|iste|aire)s?';
const sexInEnglish = "(?:(?:fe)?males?|wom[ae]n|m[ae]n|girls?|boys?|lad(?:y|ies))(?!['’]|\\s*(?:/|and|or))";
const workerInEnglish =
  '(?:engineer|developer|designer|programmer|manager|assistant|intern|trainee|student|candidate|applicant|receptionist|secretary|nurse|waiter|driver|teacher|accountant|technician|consultant|host|employee|profile)';
/** Said of persons: after a noun for them, or as a remark of its own. */
const ofPersons = '(?<=(?:^|[.!?;,:/(\\n•-]|profils?|candidate?s?|[ée]tudiante?s?|personnes?|[êe]tes|[êe]tre)\\s{0,3})';
/** Somebody is wanted. */
const calls = '(?:(?:re)?cherch|recrut|souhait|embauch)\\p{L}*';
/** Something is to be told in an application. */
const askFor = '(?:indiquer|indiquez|pr[ée]ciser|pr[ée]cisez|mentionner|mentionnez|communiquer|communiquez)\\s+';
const believer =
  '(?:musulmane?s?|juifs?|juives?|catholiques?|chr[ée]tien(?:ne)?s?|protestante?s?|bouddhistes?|croyante?s?|ath[ée]es?)';

const wordings: readonly (readonly [LegalRuleCode, readonly string[]])[] = [
  [
    'wording-age',
    [
      // Persons of sixty are whom somebody works for, not whom a company limits its candidates to.
      `(?:(?:avoir|ayant|(?<!personnes?\\s+)[âa]g[ée]e?s?\\s+de|(?<=personnes?\\s+)[âa]g[ée]e?s?\\s+de(?!\\s+(?:plus\\s+de\\s+)?6))\\s+)(?:plus\\s+de\\s+|moins\\s+de\\s+)?${age}\\s*ans${notOfAge}`,
      `(?:moins|pas\\s+plus|maximum|maxi|max\\.?|jusqu[’']\\s*[àa])\\s+(?:de\\s+)?${age}\\s*ans${notOfAge}`,
      `${age}\\s*ans\\s+(?:maximum|maxi?(?![a-z])|au\\s+plus|r[ée]volus\\s+maximum)`,
      `(?:entre\\s+)?${age}\\s*(?:[àa/–-]|et)\\s*${age}\\s*ans${notOfAge}`,
      // "Moyenne d’âge : 30 ans" is said of a team.
      `(?<!d[’']\\s{0,2})[âa]ge\\s*(?:[:=]|(?:maximum|maximal|maxi|max\\.?|limite|souhait[ée]|id[ée]al|requis|demand[ée]|exig[ée])\\s*(?::|=|de)?)\\s*(?:entre\\s+|de\\s+)?${age}(?:\\s*(?:[àa/–-]|et)\\s*${age})?(?:\\s*ans)?`,
      `limite\\s+d[’']\\s*[âa]ge(?:\\s*(?::|de|[àa]|=)?\\s*${age}\\s*ans)?`,
      'n[ée]e?s?\\s+apr[èe]s\\s+(?:19|20)\\d\\d',
      'n[ée]e?s?\\s+(?:en|depuis|avant)\\s+(?:19|20)\\d\\d\\s+(?:ou\\s+(?:apr[èe]s|avant|plus\\s+tard)|et\\s+apr[èe]s|au\\s+plus\\s+tard)',
      `(?:[-–−]\\s*de|[<≤])\\s*${age}\\s*ans${notOfAge}`,
      // "- 26 ans" ends there; a list tells of years that something took.
      `[-–−]\\s*${age}\\s*ans(?=\\s*(?:[.,;!?)/\\n]|$))`,
      `(?:s[ée]niors?|retrait[ée]e?s?|jeunes|(?:plus|moins)\\s+de\\s+${age}\\s*ans)\\s+${keepAway}`,
      `(?:under|below|younger\\s+than|less\\s+than|up\\s+to|max(?:imum|\\.)?)\\s+(?:(?:the\\s+)?age\\s+of\\s+${age}|${age}\\s+years?\\s+(?:old|of\\s+age))`,
      'jeunes?\\s+(?:homme|femme|fille|gar[çc]on|collaborateur|collaboratrice|candidate?|recrue|retrait[ée]e?)s?',
      '(?:candidat(?:e|\\(e\\)|[·.-]e)?(?:[·.-]?s|\\(s\\))?|profils?|personnes?)\\s+jeunes?(?!\\s+dipl)',
      "quelqu[’']une?\\s+(?:de\\s+|d[’'])\\s*(?:\\p{L}+\\s+et\\s+)?jeunes?(?!\\s+dipl)",
      // A young person where a noun should stand: "un jeune motivé"; with a noun it is one of the above or no person.
      `${calls}\\s+(?:(?:une?(?:\\(e\\)|[·.]e)?|des?|plusieurs)\\s+)?jeunes?\\s+(?:(?:et|tr[èe]s)\\s+)?(?:motiv|dynami|s[ée]rieu|souriant|ambitieu|volontaire|dispo|pour|de\\s+(?:1|2)|[àa]\\s+former|talent)\\p{L}*(?:\\(e\\))?`,
      'vous\\s+[êe]tes\\s+jeunes?(?!\\s+(?:dipl|parent|entrepr|cr[ée]at))',
      "young\\s+(?:fe)?male(?!['’])|young\\s+(?:woman|man|girl|boy|lady)(?!['’])",
    ],
  ],
  [
    'wording-sex',
    [
      `${calls}\\s+(?:${only}\\s+)?(?:une?|des?|plut[ôo]t\\s+une?)\\s+(?:jeunes?\\s+)?(?:homme|femme|fille|gar[çc]on|dame|monsieur)s?(?!\\s*(?:/|(?:ou|et)\\s+(?:(?:une?|des?)\\s+)?(?:jeunes?\\s+)?(?:homme|femme)))`,
      `${only}\\s+(?:aux?\\s+|[àa]\\s+des?\\s+|des?\\s+|les?\\s+|une?\\s+)?(?:jeunes?\\s+)?(?:hommes?|femmes?|filles?|gar[çc]ons?)(?!\\s*(?:/|(?:et|ou)\\s))`,
      '(?:r[ée]serv[ée]e?s?|destin[ée]e?s?)\\s+(?:exclusivement\\s+|uniquement\\s+)?(?:aux?|[àa]\\s+des?)\\s+(?:hommes?|femmes?|filles?|gar[çc]ons?)(?!\\s+et)',
      '(?:hommes?|femmes?)\\s+(?:uniquement|exclusivement|seulement|de\\s+pr[ée]f[ée]rence)',
      'jeune\\s+(?:homme|femme|fille|gar[çc]on)(?!\\s*(?:/|ou\\s+(?:une?\\s+)?(?:jeune\\s+)?(?:homme|femme)))',
      `(?:hommes?|femmes?|filles?|gar[çc]ons?)\\s+${keepAway}`,
      "(?:pas\\s+d[e’']|aucune?)\\s*(?:femmes?|hommes?)(?!\\s+(?:enceintes?|voil[ée]e?s?))",
      `(?:id[ée]ale?s?|parfaite?(?:ment)?|con(?:vient|viendrait)(?:\\s+\\p{L}{3,12})?|postes?|emplois?|jobs?|stages?)\\s+(?:pour|[àa])\\s+(?:(?:une?|des|les?)\\s+)?(?:(?:jeunes?\\s+)?(?:mamans?|papas?)|${sex}${notBoth})`,
      // Whoever encourages the candidatures of one sex turns nobody away.
      '(?:profils?|candidat(?:e|ure)?s?)\\s+(?:exclusivement\\s+|uniquement\\s+|plut[ôo]t\\s+)?(?:f[ée]minin|masculin)e?s?(?!\\s*(?:/|et|ou)\\s|(?:\\s+\\p{L}+){0,3}\\s+(?:encourag|bienvenu))',
      `(?:${worker}|comptable)\\s*\\(\\s*[fh]\\s*\\)`,
      `${askFor}(?:votre|leur|son)\\s+orientation\\s+sexuelle`,
      '\\p{L}+(?:eur|euse|rice|[èe]re?|ante?|ienne?|iste|aire)\\s*\\(\\s*(?:une?\\s+)?(?:femme|homme)\\s*\\)',
      '(?:(?:fe)?males?|wom[ae]n|m[ae]n)\\s+(?:candidates?\\s+|applicants?\\s+)?only',
      'only\\s+(?:(?:fe)?males?|wom[ae]n|m[ae]n)',
      `vous\\s+(?:[êe]tes|serez)\\s+(?:une?\\s+)?${sex}${notBoth}`,
      `${calls}\\s+(?:une?|des?)\\s+(?:\\p{L}+\\s+)?${worker}\\s+(?:homme|femme)s?${notBoth}`,
      `(?:(?:de\\s+|par\\s+)?pr[ée]f[ée]rence|id[ée]alement)\\s*[:,]?\\s+(?:pour\\s+)?(?:une?\\s+)?${sex}${notBoth}`,
      `plut[ôo]t\\s+une?\\s+${sex}${notBoth}`,
      `(?:looking\\s+for|seeking|hiring|recruiting)\\s+(?:an?\\s+)?(?:young\\s+)?${sexInEnglish}`,
      `(?:fe)?male\\s+${workerInEnglish}`,
    ],
  ],
  [
    'wording-family',
    [
      'c[ée]libataires?',
      'sans\\s+(?:enfants?|charges?\\s+(?:de\\s+famille|familiales?))',
      '(?:m[èe]re|p[èe]re)s?\\s+de\\s+famille',
      '(?:non|pas)\\s+enceintes?',
      `(?:pas\\s+de|aucune)\\s+femmes?\\s+enceintes?|femmes?\\s+enceintes?\\s+${keepAway}`,
      'sans\\s+(?:contraintes?|obligations?|attaches?)\\s+(?:familiales?|de\\s+famille)',
      `(?:mari[ée]|pacs[ée]|divorc[ée])e?s?\\s+(?:de\\s+pr[ée]f[ée]rence|si\\s+possible|exig[ée]e?|${only})`,
      `${askFor}(?:votre|leur|sa)\\s+situation\\s+(?:familiale|maritale|de\\s+famille)`,
      'projets?\\s+de\\s+(?:grossesse|maternit[ée])',
    ],
  ],
  [
    'wording-origin',
    [
      '(?:de\\s+)?nationalit[ée]\\s+(?:fran[çc]aise|europ[ée]enne)(?:\\s+(?:exig|requis|obligatoire|uniquement|imp[ée]rativ)\\p{L}*)?',
      '(?:r[ée]serv[ée]e?s?|destin[ée]e?s?|ouverte?s?\\s+uniquement)\\s+(?:exclusivement\\s+|uniquement\\s+)?aux\\s+(?:[ée]tudiante?s?|candidate?s?|personnes|jeunes|ressortissante?s?|citoyen(?:ne)?s?)(?:\\s+de\\s+nationalit[ée])?\\s+(?:fran[çc]aise?s?|europ[ée]en(?:ne)?s?)',
      `(?:[ée]trang(?:ers?|[èe]res?)|maghr[ée]bine?s?|africaine?s?|arabes?|noire?s?|roms?|asiatiques?|non[\\s-]+fran[çc]aise?s?)\\s+${keepAway}`,
      `origines?\\s+[^.!?\\n]{1,40}?\\s+${keepAway}`,
      // "Rédaction en français uniquement" is said of a language, "marché européen uniquement" of a thing.
      `(?<!(?:en|langues?\\s*:)\\s{1,3})fran[çc]aise?s?\\s+(?:${only}|de\\s+souche)`,
      `${ofPersons}europ[ée]en(?:ne)?s?\\s+(?:${only}|de\\s+souche)`,
      `(?:blanc(?:he)?s?|noire?s?)\\s*(?:/|ou)\\s*(?:europ[ée]en|occidental|caucasien|fran[çc]ais)\\p{L}*`,
      '(?:candidate?s?|personnes?|[ée]tudiante?s?)\\s+(?:blanc(?:he)?s?|noire?s?)',
      "(?:d[’']\\s*)?origine\\s+(?:fran[çc]aise|europ[ée]enne|caucasienne)",
      `${ofPersons}originaires?\\s+(?:de\\s+la\\s+r[ée]gion|du\\s+(?:coin|pays|d[ée]partement|secteur|village))(?=\\s*(?:$|[.,;!?)\\n]|de\\s+pr[ée]f|exig|souhait|imp[ée]rativ|obligat|${only}))`,
      `(?:ressortissante?|citoyen(?:ne)?)s?\\s+(?:(?:de\\s+)?(?:l[’']\\s*)?(?:UE|EEE|union\\s+europ[ée]enne)|europ[ée]en(?:ne)?s?|fran[çc]aise?s?)\\s+${only}`,
      `${ofPersons}type\\s+(?:europ[ée]en|caucasien|africain|asiatique)(?:ne)?`,
      'de\\s+type\\s+(?:europ[ée]en|caucasien|africain|asiatique)',
      'sans\\s+accent(?!\\s+(?:dans|sur))',
    ],
  ],
  [
    'wording-mother-tongue',
    [
      'langues?\\s+maternelles?',
      '(?:native|natif)s?\\s+(?:speakers?|fran[çc]aise?|english)',
      '(?:anglais|fran[çc]ais|espagnol|allemand|italien)\\s+natifs?',
    ],
  ],
  [
    'wording-appearance',
    [
      '(?<!(?:la|leur|sa|cette)\\s)(?:tr[èe]s\\s+)?(?:bonne|excellente|belle|parfaite)\\s+pr[ée]sentation(?!\\s+(?:de|des|du|orale|[ée]crite|powerpoint))',
      'physique\\s+(?:agr[ée]able|avantageux|soign[ée])',
      '(?:cv|candidature|lettre(?:\\s+de\\s+motivation)?|lm)\\s*(?:avec|\\+|&|,|et)\\s*(?:une\\s+|votre\\s+)?photo(?!\\s+d[eu])',
      "(?:joindre|joignez|joins|envoyer|envoyez|envoie|ajoutez|fournir|fournissez)\\s+(?:(?:une?|votre|ta|1)\\s+)?photo(?:graphie)?(?!\\s+(?:d[eu]s?|d[’’']))",
      'taille\\s+(?:minimum|minimale|mini|min\\.?)\\s*(?::|de)?\\s*1\\s*[m,.]\\s*\\d\\d',
      '(?:sans|pas\\s+de|aucune)\\s+barbes?(?!\\s+[àa]\\s+papa)',
      'photo(?:graphie)?\\s+(?:obligatoire|exig[ée]e|requise)',
    ],
  ],
  [
    'wording-health',
    [
      "(?:[êe]tre\\s+en|jouir\\s+d[’']\\s*une)\\s+(?:bonne|parfaite|excellente)\\s+sant[ée](?!\\s+(?:financi[èe]re|[ée]conomique))",
      `${ofPersons}en\\s+(?:bonne|parfaite|excellente)\\s+sant[ée](?=\\s*(?:$|[.,;!?)\\n]))`,
      '(?:bonne|parfaite|excellente)\\s+sant[ée]\\s+(?:physique|exig|requis|indispensable|obligatoire)\\p{L}*',
      '(?:pas\\s+de|aucun)\\s+(?:handicap|handicap[ée]e?s?|personnes?\\s+handicap[ée]e?s?)(?!\\s+(?:requis|n[ée]cessaire|pour|[àa]|qui))',
      `(?:handicap[ée]e?s?|malades?)\\s+${keepAway}`,
      'sans\\s+(?:handicap|probl[èe]mes?\\s+de\\s+sant[ée])',
      '(?:personnes?\\s+)?non[\\s-]+handicap[ée]e?s?',
      '(?:candidate?|personne)s?\\s+valides?(?!\\s+(?:le|la|les|un|une|ou|et)(?!\\p{L}))',
    ],
  ],
  [
    'wording-belief',
    [
      'de\\s+(?:confession|religion)\\s+\\p{L}+',
      '(?:sans|pas\\s+de|aucun)\\s+(?:voile|foulard|signes?\\s+(?:religieux|ostentatoires?)|engagement\\s+(?:syndical|politique))',
      '(?:voile|foulard|signes?\\s+religieux)\\s+(?:(?:est|sont|reste(?:nt)?)\\s+)?(?:strictement\\s+|formellement\\s+)?(?:interdite?s?|prohib[ée]e?s?|refus[ée]e?s?|non\\s+admis)',
      "interdiction\\s+(?:de\\s+porter|du\\s+port)\\s+(?:le|du|un|d[’']un|de)?\\s*(?:voile|foulard|signes?\\s+religieux)",
      `(?:adh[ée]rente?s?|militante?s?|syndiqu[ée]e?s?|syndicalistes?|voil[ée]es?|musulmane?s?|juifs?|juives?|catholiques?|chr[ée]tien(?:ne)?s?|croyante?s?)(?:\\s+[\\p{L}’'-]{1,20}){0,3}\\s+${keepAway}`,
      `(?:pas\\s+d[e’']|aucune?|ni)\\s*(?:syndicalistes?|syndiqu[ée]e?s?|militante?s?|${believer})`,
      '(?:femmes?|filles?|personnes?|candidates?|[ée]tudiantes?)\\s+voil[ée]e?s?',
      'non[\\s-]+syndiqu[ée]e?s?',
      `${ofPersons}${believer}\\s+(?:et\\s+)?pratiquante?s?`,
      `${ofPersons}${believer}\\s+(?:(?:appr[ée]ci|souhait|exig)[ée]e?s?|requise?s?|bienvenue?s?|de\\s+pr[ée]f[ée]rence|${only})`,
      '(?:sans|pas\\s+de|aucune?)\\s+(?:barbe|casquette|tatouage|piercing)s?\\s*(?:,|ni|ou|et)\\s*(?:de\\s+)?(?:voile|foulard)s?',
    ],
  ],
  [
    'wording-residence',
    [
      `(?:habitant|r[ée]sidant|habiter|demeurant)\\s+(?:imp[ée]rativement\\s+|d[ée]j[àa]\\s+)?(?:l[ea]s?\\s+|l[’'])\\s*(?:secteur|r[ée]gion|quartier|coin|ville|commune|d[ée]partement|environs|alentours|agglom[ée]ration)`,
      '(?<!(?:si|o[ùu]|que|quand)\\s{1,5})vous\\s+(?:habitez|r[ée]sidez)(?!\\s+(?:loin|une?\\s))',
      `(?:habitant|r[ée]sidant|domicili[ée]e?|habiter|r[ée]sider)\\s+(?:imp[ée]rativement\\s+|obligatoirement\\s+|d[ée]j[àa]\\s+)?(?:[àa]|dans|sur|en|pr[èe]s|[àa]\\s+proximit[ée])(?!\\s+(?:(?:un|une|la|le|cet|cette|l[’'])\\s*)?(?:ehpad|r[ée]sidences?|foyers?|[ée]tablissements?|maisons?\\s+de\\s+retraite|institutions?|structures?)(?!\\p{L}))`,
    ],
  ],
];

/** Why somebody is away. */
const leave =
  '(?:cong[ée]s?(?:\\s+(?:de\\s+)?maternit[ée])?|absences?|arr[êe]ts?(?:\\s+(?:de\\s+)?(?:maladie|travail))?|maternit[ée])';
/** What may stand between a replacement and the absence: no thing that is replaced. */
const link =
  "(?:d[’']|l[’']|(?:de|du|des|un|une|la|le|les|pendant|durant|pour|en|cause|raison|suite|lors|[àa]|au|aux|son|sa|ses|leurs?)(?!\\p{L}))";

const ofInternships: readonly (readonly [LegalRuleCode, readonly string[]])[] = [
  [
    'internship-replaces',
    [
      "remplac\\p{L}*\\s+(?:(?:d[’']|de|du|des|une?|la|le|les|l[’']|notre|nos)\\s*)*(?:salari|coll[èe]gue|titulaire|agente?|collaborat|employ[ée]|assistante?|secr[ée]taire|comptable|absente?)\\p{L}*",
      `remplac\\p{L}*\\s+(?:${link}\\s*)*${leave}`,
      `remplac\\p{L}*[^.!?\\n]{0,60}?\\s(?:en|pendant\\s+(?:son|sa|ses|leurs?)|durant\\s+(?:son|sa|ses|leurs?))\\s+${leave}`,
      "(?:accroissement\\s+(?:temporaire\\s+)?|surcro[îi]t\\s+)(?:d[’']|de\\s+l[’'])\\s*activit[ée]",
      '(?:emploi|poste|renfort|travail|travaux)\\s+saisonniers?',
    ],
  ],
  ['internship-trial', ["p[ée]riode\\s+d[’']\\s*essai"]],
];

/** Words by which an offer says that it pays nothing. */
export const unpaid =
  /(?<![\p{L}\p{N}])(?:(?:non|pas|ni)\s+(?:r[ée]mun[ée]r|gratifi|indemnis|pay)[ée]e?s?|sans\s+(?:r[ée]mun[ée]ration|gratification|indemnit[ée]s?|salaire)|aucune\s+(?:r[ée]mun[ée]ration|gratification|indemnit[ée])|unpaid)(?![\p{L}\p{N}])/giu;

/** Words by which an offer promises what the law demands, without a figure. */
export const paidByLaw = /l[ée]ga(?:le?s?|ux)|(?<!\p{L})lois?(?!\p{L})|en\s+vigueur|r[ée]glement|minim|bar[èe]me/iu;

/** Long patterns read better in parts; each stands between letters that are none of its own. */
export const forbiddenWordings: readonly ForbiddenWording[] = [
  ...wordings.map(([code, parts]) => ({ code, pattern: anyOf(parts) })),
  ...ofInternships.map(([code, parts]) => ({ code, pattern: anyOf(parts), isOfInternships: true })),
];

function anyOf(parts: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.map(bounded).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Words are a few blanks apart: any number of them would be counted anew from each, in a time that grows with their square. */
function bounded(pattern: string): string {
  return pattern.replaceAll('\\s+', '\\s{1,5}').replaceAll('\\s*', '\\s{0,5}');
}
