import PostalMime from 'postal-mime';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { fileNameOf, plainLine, type Letter, type OfferSheet } from '../../../shared/domain/transmission-letter';
import { drawSheet } from './draw-sheet';
import { writeDraft } from './write-draft';

const sheet: OfferSheet = {
  language: 'fr',
  title: 'Développeur·se web – Cœur de métier',
  subtitle: 'Nuvélia Systèmes · 38999 Valmont',
  facts: [
    { label: 'Contrat', value: 'Stage' },
    { label: 'Début', value: 'Entre le 1 avril 2026 et le 4 mai 2026' },
    { label: 'Contact', value: 'Maëlle Courtadon, m.courtadon@nuvelia.example' },
  ],
  lists: [{ heading: 'Formations concernées :', text: 'Informatique (IUT) ; Mathématiques' }],
  textHeading: 'L’offre',
  text: 'Vous développez une application.\n\nÀ bientôt : « œuvre », 600 € par mois.',
  cutHint: 'Le texte de l’offre est plus long que cette page.',
  remarks: ['Le nom du contact est une donnée personnelle.'],
  footer: 'Université de Valmont · fiche établie le 2 mars 2026',
  author: 'Université de Valmont',
  madeAt: '2026-03-02T09:00:00.000Z',
};

const letter: Letter = {
  to: { name: 'Nadège Ferrandier', address: 'nadege.ferrandier@univ-valmont.example' },
  subject: 'Une offre de stage à transmettre : développeur·se web',
  text: 'Bonjour Nadège,\n\nvoici une offre.',
  html: '<p>Bonjour Nadège,</p>\n<p>voici une offre.</p>',
  attachments: [{ fileName: 'Développeur web.pdf', pdf: await drawSheet(sheet) }],
  madeAt: '2026-03-02T09:00:00.000Z',
};

async function read(pdf: Uint8Array) {
  // The reader takes the bytes for itself.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { pages: document.numPages, text: text.replace(/\s+/g, ' ') };
}

describe('the sheet of an offer', () => {
  it('says everything on one page, with accents that can be searched for', async () => {
    const { pages, text } = await read(await drawSheet(sheet));
    expect(pages).toBe(1);
    const said = [
      ...[sheet.title, sheet.subtitle, sheet.textHeading, sheet.footer, ...sheet.remarks],
      ...sheet.facts.flatMap(({ label, value }) => [label, value]),
      ...sheet.lists.flatMap(({ heading, text: list }) => [heading, list]),
      ...['Vous développez une application.', 'À bientôt : « œuvre », 600 € par mois.'],
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
    expect(text).not.toContain(sheet.cutHint);
  });

  it('names its title, its author and its language, and is tagged', async () => {
    const pdf = await drawSheet({ ...sheet, title: 'R&D <script>' });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { info } = await getMeta(document);
    expect([info['Title'], info['Author'], info['Language']]).toEqual([
      'R+D ‹script›',
      'Université de Valmont',
      'fr-FR',
    ]);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = await (await document.getPage(1)).getStructTree();
    const roles = JSON.stringify(tree).match(/"role":"(\w+)"/g) ?? [];
    expect(new Set(roles.map((role) => role.slice(8, -1)))).toEqual(
      new Set(['Root', 'Document', 'H1', 'P', 'H2', 'Table', 'TR', 'TH', 'TD']),
    );
    // Ours, and no other page's XML.
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('<script>');
  });

  it.each([
    ['words', 'Une phrase assez longue pour remplir la page. '.repeat(4_500)],
    ['one word', 'a'.repeat(200_000)],
    ['lines', 'ligne\n'.repeat(30_000)],
    ['letters of other scripts', 'Ελληνικά Русский العربية עברית 日本語 '.repeat(5_000)],
    ['small pictures and surrogates', '👩‍💻🎓🇫🇷\ud800 mot '.repeat(12_000)],
  ])('ends after six pages of 200,000 characters of %s, and says that it was cut', async (_name, text) => {
    const { pages, text: shown } = await read(await drawSheet({ ...sheet, text }));
    expect(pages).toBe(6);
    expect([shown.includes(sheet.cutHint), shown.includes(sheet.footer)]).toEqual([true, true]);
  });

  it('goes on until its text ends, and says on each page whose it is and which one', async () => {
    const sentences = Array.from({ length: 160 }, (_, at) => `Phrase numéro ${at} de cette offre, assez longue.`);
    const { pages, text } = await read(await drawSheet({ ...sheet, text: sentences.join('\n') }));
    expect(pages).toBeGreaterThan(2);
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    expect(text).not.toContain(sheet.cutHint);
    const foots = Array.from({ length: pages }, (_, at) => `${sheet.footer} · page ${at + 1}/${pages}`);
    expect(foots.filter((foot) => !text.includes(foot))).toEqual([]);
    expect(text.split(sheet.title)).toHaveLength(pages + 1);
  });

  it('keeps to one page when everything but the text is long', async () => {
    const long = 'très long intitulé '.repeat(200);
    const facts = Array.from({ length: 12 }, (_, index) => ({ label: `Champ ${index}`, value: long }));
    const lists = [
      { heading: 'Formations concernées :', text: long },
      { heading: 'Compétences', text: long },
    ];
    const { pages, text } = await read(await drawSheet({ ...sheet, title: long, subtitle: long, facts, lists }));
    expect(pages).toBe(1);
    expect(text).toContain(sheet.footer);
  });
});

describe('the draft of an e-mail', () => {
  it('is read back as it was written, its sheet inside', async () => {
    const draft = await writeDraft(letter);
    const mail = await PostalMime.parse(draft);
    expect({
      to: mail.to,
      subject: mail.subject,
      text: mail.text?.trimEnd(),
      html: mail.html?.trimEnd(),
      from: mail.from,
    }).toEqual({
      to: [letter.to],
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      from: undefined,
    });
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    const [attachment] = mail.attachments;
    expect([attachment?.filename, attachment?.mimeType]).toEqual(['Développeur web.pdf', 'application/pdf']);
    const { pages } = await read(new Uint8Array(attachment?.content as ArrayBuffer)); // Binary unless asked otherwise.
    expect(pages).toBe(1);
  });

  it('is ASCII with lines that every mail program reads, and does not name the computer', async () => {
    const draft = await writeDraft(letter);
    expect(/^[\t\r\n\x20-\x7e]*$/.test(draft)).toBe(true);
    expect(draft.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...draft.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(/^Message-ID: <[0-9a-f-]{36}@smart-recruiting\.invalid>$/m.test(draft.replaceAll('\r', ''))).toBe(true);
  });

  it.each([
    ['subject', { ...letter, subject: 'Offre\r\nBcc: mechant@example.org\r\n\r\n<b>corps</b>' }],
    ['name', { ...letter, to: { ...letter.to, name: 'X\r\nBcc: mechant@example.org' } }],
    ['name', { ...letter, to: { ...letter.to, name: 'X" <mechant@example.org>, "Y' } }],
    ['address', { ...letter, to: { ...letter.to, address: 'a@b.example\nBcc: mechant@example.org' } }],
    [
      'file name',
      { ...letter, attachments: [{ fileName: 'x.pdf"\r\nBcc: mechant@example.org\r\nX: "', pdf: new Uint8Array() }] },
    ],
  ])('has no header that comes out of a %s', async (_where, hostile) => {
    const mail = await PostalMime.parse(await writeDraft(hostile));
    expect([mail.bcc, mail.cc, mail.to?.length, mail.text?.trimEnd()]).toEqual([undefined, undefined, 1, letter.text]);
    expect(mail.headers.map(({ key }) => key).filter((key) => key === 'bcc' || key === 'x')).toEqual([]);
    expect(mail.to?.[0]?.address).not.toBe('mechant@example.org');
  });
});

describe('names and lines', () => {
  it('lose what Windows forbids, what breaks lines and what turns their direction', () => {
    expect(fileNameOf('a/b\\c:d*e?"f<g>h|i\u202e.exe\n', 'pdf')).toBe('a b c d e f g h i.exe.pdf');
    expect(fileNameOf(' . ', 'eml')).toBe('offre.eml');
    expect(fileNameOf('😀'.repeat(90), 'pdf')).toBe(`${'😀'.repeat(80)}.pdf`);
    expect(plainLine(' une\u2028ligne\u0000\u200b \t et\r\nune autre ')).toBe('une ligne et une autre');
  });
});
