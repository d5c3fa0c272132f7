/** Everything that is typed or added around the digits: spaces, dots, dashes, Excel's apostrophe or `="…"`. */
const around = /[\s\u00A0\u202F.\-'="]/g;
/** The establishments of La Poste, whose keys follow a rule of their own. */
const laPoste = '356000000';

/**
 * The 14 digits of a SIRET whose key is right, or undefined. Leading zeros that a spreadsheet took away are put back;
 * `1,23457E+13` cannot be recovered. A number of 9 digits is a SIREN, which names no establishment: not accepted,
 * although its key would be right behind zeros.
 */
export function parseSiret(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/[.,]0+$/, '')
    .replace(around, '');
  if (!/^\d{10,14}$/.test(digits)) return undefined;
  const siret = digits.padStart(14, '0');
  return hasRightKey(siret) ? siret : undefined;
}

/** Luhn's rule over the 14 digits (INSEE); for La Poste the plain sum is a multiple of five. */
function hasRightKey(siret: string): boolean {
  if (/^0+$/.test(siret)) return false;
  let luhn = 0;
  let sum = 0;
  for (let index = 0; index < siret.length; index += 1) {
    const digit = siret.charCodeAt(index) - 48;
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    luhn += doubled > 9 ? doubled - 9 : doubled;
    sum += digit;
  }
  return luhn % 10 === 0 || (siret.startsWith(laPoste) && sum % 5 === 0);
}
