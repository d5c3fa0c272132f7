// What people write around an offer that they send to somebody, in French and English: whole lines, never parts of one.

const longestLine = 260;

const asking =
  /^(?:(?:je|nous)\s+(?:vous|te)\s+(?:prie|prions|remercie|remercions|saurais|saurions|serais|serions|transmets|transmettons|adresse|adressons|envoie|envoyons|fais|faisons|contacte|contactons|sollicite|sollicitons|propose|proposons|joins|joignons|communique|communiquons)|je\s+me\s+permets|merci\s+(?:de|d['’]avance\s+de|par\s+avance\s+de)|veuillez|pourr(?:iez|ais)[- ]|pouvez[- ]|peux[- ]|vous\s+(?:trouverez|serait-il)|voici|ci-(?:joint|dessous|après)|pour\s+(?:diffusion|information|info)|à\s+diffuser|could\s+you|can\s+you|would\s+you|please|kindly|(?:i|we)\s+(?:would\s+be\s+grateful|am\s+writing|are\s+writing|attach|enclose)|find\s+(?:attached|below|enclosed)|(?:you\s+will\s+find|here\s+is|below\s+is)|for\s+(?:circulation|your\s+information))/iu;
const passing =
  /(?:diffus|transmett|transmets|relay|relai|faire\s+(?:suivre|passer|circuler)|partag|publi|affich|communiqu|ci-(?:joint|dessous|après)|pièces?\s+jointes?|(?:une?|notre|cette|nos|l['’])\s*(?:nouvelle\s+)?(?:offres?|annonces?)\b|forward|circulat|\bshare|pass\s+(?:it|this)?\s*on|\bpost\b|attached|enclosed|below|display)/iu;
const things =
  /(?:offre|annonce|stage|poste|fiche|alternance|apprenti|proposition|message|mail|étudiant|promo|élève|offer|advert|internship|position|vacancy|placement|student)/iu;
/** Where whoever answers the offer sends what: that is a part of it. */
const applying =
  /\b(?:cv|curriculum|lettre|candidat\p{L}*|motivation|postul\p{L}*|apply|applications?|resumes?|résumés?|cover letter)\b/iu;

/** « Merci de bien vouloir diffuser cette offre à vos étudiants. » */
export function isAskingToPassOn(line: string): boolean {
  return (
    line.length <= longestLine && asking.test(line) && passing.test(line) && things.test(line) && !applying.test(line)
  );
}

const around =
  /^(?:j['’]espère\s+que\s+(?:vous|tu|ce)|(?:i\s+)?hope\s+(?:you|this)|suite\s+à\s+(?:notre|votre)\s+(?:échange|entretien|conversation|appel|mail|message|rencontre)|comme\s+convenu|(?:as|further\s+to)\s+(?:discussed|our)|(?:dans\s+l['’]|en\s+)(?:attente|espérant)\b|restant\s+à\s+votre|(?:je|nous)\s+reste(?:ons)?\s+(?:à\s+votre|à\s+ta)|looking\s+forward|merci\s+(?:beaucoup\s+)?(?:pour|de)\s+votre\s+(?:aide|retour|diffusion|relais|collaboration)|thank\s+you\s+(?:very\s+much\s+)?for\s+(?:your\s+)?(?:help|circulating|sharing|support)|thanks\s+in\s+advance)/iu;

/** « J’espère que vous allez bien. »: one sentence in a line of its own that says nothing of the offer. */
export function isAroundOffer(line: string): boolean {
  return line.length <= 160 && around.test(line) && !applying.test(line) && !/[.!?]\s+\S{2,}.*[.!?]/u.test(line);
}

const smallPrint =
  /^(?:ce\s+(?:message|courriel|mail|e-mail)\b.{0,120}(?:confidenti|destin|exclusi)|this\s+(?:e-?mail|message)\b.{0,120}(?:confidential|intended)|.{0,30}(?:pensez|think|merci\s+de\s+penser|please\s+consider).{0,60}(?:environnement|environment|imprim|print)|envoyé\s+(?:de|depuis|à\s+partir\s+de|avec)\s+(?:mon|ma|l['’]|un|outlook|yahoo)|sent\s+from\s+(?:my|outlook|mail)|(?:garanti\s+)?sans\s+virus|virus-free|(?:get|téléchargez|obtenir|télécharger)\s+outlook|\[?(?:cid:|image\s*:)[^\]]*\]?$|\[?image\d+\.(?:png|jpe?g|gif)\]?$)/iu;

/** What programs and lawyers write below a message. */
export function isSmallPrint(line: string): boolean {
  return smallPrint.test(line);
}
