import { plainLine, plainText } from './transmission-letter';

/** An offer as a message names it, with the formations for which its manager gets it. */
export interface MessageOffer {
  readonly title: string;
  readonly company: string | null;
  readonly city: string | null;
  readonly formations: readonly string[];
}

/** The words around the offers of a message. */
export interface MessageWords {
  readonly offers: (count: number) => string;
  readonly formations: (count: number) => string;
}

/** A message in both forms that e-mail has. */
export interface MessageBody {
  readonly text: string;
  readonly html: string;
}

/** A paragraph with a line longer than this tells something; thanks, closing words and a signature have none. */
const closingLine = 60;

/**
 * What a person wrote with the offers and their formations behind its last telling paragraph, so that thanks and signature
 * stay at the end; behind everything where no paragraph is told from them. Nothing of it is taken for mark-up.
 */
export function messageBody(written: string, offers: readonly MessageOffer[], words: MessageWords): MessageBody {
  const paragraphs = plainText(written)
    .trim()
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '');
  const heading = words.offers(offers.length);
  const listed = offers.map(({ title, company, city, formations }) => ({
    title: plainLine(title),
    from: [company, city].flatMap((part) => (part === null ? [] : [plainLine(part)])).join(', '),
    heading: words.formations(formations.length),
    formations: formations.map(plainLine),
  }));
  const lines = listed.flatMap(({ title, from, heading: ofFormations, formations }) => [
    `– ${title}${from === '' ? '' : ` (${from})`}`,
    `  ${ofFormations} ${formations.join(' ; ')}`,
  ]);
  const items = listed.map(
    ({ title, from, heading: ofFormations, formations }) =>
      `<li><strong>${escape(title)}</strong>${from === '' ? '' : ` (${escape(from)})`}<br>` +
      `${escape(ofFormations)} ${formations.map(escape).join(' ; ')}</li>`,
  );
  const inHtml = paragraphs.map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`);
  const telling = paragraphs.findLastIndex((paragraph) =>
    paragraph.split('\n').some(({ length }) => length > closingLine),
  );
  const place = telling < 0 ? paragraphs.length : telling + 1;
  return {
    text: paragraphs.toSpliced(place, 0, [heading, ...lines].join('\n')).join('\n\n'),
    html: inHtml.toSpliced(place, 0, `<p>${escape(heading)}</p>`, `<ul>${items.join('')}</ul>`).join('\n'),
  };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
