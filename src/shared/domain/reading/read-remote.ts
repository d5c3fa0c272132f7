import type { OfferDraft } from '../offer';
import type { ReadFact } from './reading';
import { sentencesOf } from './sentences';

type Remote = NonNullable<OfferDraft['remote']>;

const away =
  '(?:teletravail\\p{L}*|remote(?: work(?:ing)?)?|home ?office|distanciel|travail a distance|working from home)';
const never = new RegExp(
  `(?:pas|sans|aucun|ni|no|not|without) (?:de |d'|en |au |any )?${away}|${away}(?: possible)? ?[:?=] ?(?:non|no|none|aucun|0\\b|pas)|${away} (?:non|impossible|n'est pas|pas possible)|(?:uniquement|exclusivement|100 ?%) (?:en presentiel|sur site)|on-?site only|presentiel (?:uniquement|obligatoire)`,
  'u',
);
const always = new RegExp(
  `100 ?% (?:en |a )?(?:${away}|distance)|(?:full|fully|entirely|totalement|entierement|integralement)[ -](?:en |a )?(?:${away}|distance)|${away} ?:? ?(?:a 100|100 ?%|complet|total|integral|full|a temps plein)`,
  'u',
);
const sometimes =
  /teletravail|home ?office|(?:travail|work|working) (?:a distance|from home)|(?:days?|week) (?:a week )?from home|distanciel|remote (?:work|working|days?|possible|ok|friendly)|(?:partially|partly|possibly) remote|work\p{L}* remotely|remote ?: ?(?:yes|partial|hybrid|\d)|(?:travail|mode|rythme|organisation|poste|format|fonctionnement) hybride|hybrid (?:work|working|position|role|mode|internship)/u;
/** What is studied, bought or written about, and not how one works. */
const asSubject =
  /(?:etudes?|enquetes?|impacts?|accords?|charte|politique|outils?|solutions?|mise en place|deploiement|developpement|projets?|effets?) (?:sur |de |du |d'|autour )*(?:le |l'|la )?(?:teletravail|travail a distance|distanciel)|formation a distance|cours (?:a|en) dist/u;

/** How much of the work is done from elsewhere, as a text says it; null where it says nothing of it. */
export function readRemote(text: string): ReadFact<Remote> | null {
  for (const { start, end, folded } of sentencesOf(text)) {
    if (!/teletravail|remote|home|distan|hybrid|presentiel|site/.test(folded) || asSubject.test(folded)) continue;
    const value = never.test(folded)
      ? 'none'
      : always.test(folded)
        ? 'full'
        : sometimes.test(folded)
          ? 'partial'
          : null;
    if (value !== null) return { value, passage: { field: 'description', start, end }, confidence: 0.85 };
  }
  return null;
}
