import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx, makePdf, makeZip } from '../../../../tests/support/make-documents';
import { maxDocumentBytes } from '../../../shared/domain/document';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { readDocument } from './read-document';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, bytes: Buffer | string, signal = new AbortController().signal) => {
  const path = join(folder, 'stored');
  writeFileSync(path, bytes);
  return readDocument(path, name, signal);
};
const refused = (name: string, bytes: Buffer | string) =>
  read(name, bytes).then(
    () => 'read',
    (error: { reason: string; details: unknown }) => [error.reason, error.details],
  );

describe('plain text', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('\ufeffStage été\r\nœuvre')],
    ['Windows-1252', Buffer.from('Stage \xe9t\xe9\r\n\x9cuvre', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffStage été\r\nœuvre', 'utf16le')],
  ])('of %s', async (_name, bytes) => {
    expect((await read('offre.txt', bytes)).text).toBe('Stage été\nœuvre');
  });

  it('keeps mark-up as text and loses control characters', async () => {
    const { text } = await read('offre.txt', '<script>alert(1)</script>\u000c\u000b rouge\n\n\n\n\nfin   ');
    expect(text).toBe('<script>alert(1)</script> rouge\n\nfin');
  });

  it('is read when it is padded with blanks', async () => {
    const padding = ' '.repeat(150_000);
    // Looking again from each blank took minutes: more than a test is given.
    const { text } = await read('large.txt', `Stage${padding}été${padding}\nfin${padding}`);
    expect(text).toBe(`Stage${padding}été\nfin`);
  });

  it('is cut where an offer ends, never inside of a character', async () => {
    const { text, isCut } = await read('long.txt', 'a' + '😀'.repeat(maxDescriptionLength));
    expect([text.length, isCut, text.endsWith('😀')]).toEqual([maxDescriptionLength - 1, true, true]);
  });
});

describe('Word documents', () => {
  it('are read a paragraph a line', async () => {
    const document = await read('Offre d’été.docx', makeDocx(['Stage & alternance', '', 'Missions : <b>tests</b>']));
    expect(document).toMatchObject({ kind: 'docx', text: 'Stage & alternance\n\nMissions : <b>tests</b>' });
  });

  it('that unpack to far too much are refused, also when they lie', async () => {
    const zeros = Buffer.alloc(150 * 1024 * 1024);
    const honest = { name: 'word/media/x.bin', bytes: zeros };
    expect(await refused('a.docx', makeDocx(['x'], [honest]))).toEqual(['document-damaged', { file: 'a.docx' }]);
    const lying = { ...honest, claimedBytes: 1_000 };
    expect(await refused('b.docx', makeDocx(['x'], [lying]))).toEqual(['document-damaged', { file: 'b.docx' }]);
  });

  it('that are broken, or none at all', async () => {
    expect(await refused('a.docx', makeDocx(['x']).subarray(0, 300))).toEqual(['document-damaged', { file: 'a.docx' }]);
    const zip = makeZip([{ name: 'photo.jpg', bytes: Buffer.from('x') }]);
    expect(await refused('a.docx', zip)).toEqual(['document-type', { file: 'a.docx' }]);
    const noXml = makeZip([{ name: 'word/document.xml', bytes: Buffer.from('<w:document><w:body>') }]);
    expect(await refused('a.docx', noXml)).toEqual(['document-damaged', { file: 'a.docx' }]);
  });

  it('under a password are told from old ones', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const protectedOne = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refused('a.docx', protectedOne)).toEqual(['document-protected', { file: 'a.docx' }]);
    expect(await refused('a.doc', compound)).toEqual(['document-type', { file: 'a.doc' }]);
  });
});

describe('PDF documents', () => {
  it('are read page by page', async () => {
    const document = await read('offre.pdf', makePdf(['Stage (4 mois)', 'Missions']));
    expect(document).toMatchObject({ kind: 'pdf', pages: { read: 2, total: 2 }, text: 'Stage (4 mois)\n\nMissions' });
  });

  it('of 300 pages give the first 50', async () => {
    const document = await read('livre.pdf', makePdf(Array.from({ length: 300 }, (_, page) => `Page ${page + 1}`)));
    expect(document.pages).toEqual({ read: 50, total: 300 });
    expect(document.text.endsWith('Page 50')).toBe(true);
  });

  it('under a password, broken, or of pictures only', async () => {
    expect(await refused('a.pdf', makePdf(['x'], { isProtected: true }))).toEqual([
      'document-protected',
      { file: 'a.pdf' },
    ]);
    expect(await refused('a.pdf', '%PDF-1.4 and nothing more')).toEqual(['document-damaged', { file: 'a.pdf' }]);
    expect(await refused('a.pdf', makePdf(['']))).toEqual(['document-empty', { file: 'a.pdf' }]);
  });
});

describe('e-mails', () => {
  const mail = (type: string, body: string) =>
    `From: =?utf-8?Q?L=C3=A9a_Roux?= <lea@aubrac.example>\r\nSubject: Stage\r\nMIME-Version: 1.0\r\n${type}\r\n\r\n${body}`;

  it('give subject, sender and text', async () => {
    expect(await read('m.eml', mail('Content-Type: text/plain; charset=utf-8', 'Bonjour,\r\nun stage.'))).toEqual({
      kind: 'email',
      subject: 'Stage',
      sender: { name: 'Léa Roux', address: 'lea@aubrac.example' },
      pages: null,
      isCut: false,
      text: 'Bonjour,\nun stage.',
    });
  });

  it('of HTML give its text alone', async () => {
    const html =
      '<h1>Stage</h1><script>alert(1)</script><p>Bonjour <a href="https://x.example">ici</a></p><ul><li>un</li></ul><img src="https://x.example/p.png" onerror="alert(1)">';
    const { text } = await read('m.eml', mail('Content-Type: text/html; charset=utf-8', html));
    expect(text).toBe('Stage\n\nBonjour ici\n\n * un');
  });

  it('bring the documents that they carry', async () => {
    const part = (headers: string, body: string) => `--b\r\n${headers}\r\n\r\n${body}\r\n`;
    const attached = (name: string, bytes: Buffer) =>
      part(
        `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`,
        bytes.toString('base64'),
      );
    const body = [
      part('Content-Type: text/plain', 'Voir le document.'),
      attached('fiche.docx', makeDocx(['Stage en gestion'])),
      attached('logo.png', Buffer.from('89504e47', 'hex')),
      attached('secret.pdf', makePdf(['x'], { isProtected: true })),
      '--b--',
    ].join('');
    const { text } = await read('m.eml', mail('Content-Type: multipart/mixed; boundary=b', body));
    expect(text).toBe('Voir le document.\n\nfiche.docx\nStage en gestion');
  });
});

describe('what is no document', () => {
  it.each<[string, Buffer | string, string]>([
    ['empty.txt', '', 'document-empty'],
    ['blank.txt', ' \n\t ', 'document-empty'],
    ['photo.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'document-type'],
    ['old.rtf', '{\\rtf1 Bonjour}', 'document-type'],
    ['big.txt', Buffer.alloc(maxDocumentBytes + 1, 'a'), 'document-too-large'],
  ])('%s', async (name, bytes, reason) => expect(await refused(name, bytes)).toEqual([reason, { file: name }]));

  it('is not read on once nobody waits', async () => {
    await expect(read('a.txt', 'x', AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
