import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { plainLine, type Letter } from '../../../shared/domain/transmission-letter';

/**
 * Writes an e-mail draft: `X-Unsent` has Outlook open it for sending, and it names no sender, who is whoever opens it.
 * ASCII only, lines end in CRLF.
 */
export async function writeDraft(letter: Letter): Promise<string> {
  const { to, subject, text, html, attachments, madeAt } = letter;
  const files = attachments.map(({ fileName, pdf }) => ({
    ...{ filename: plainLine(fileName), content: Buffer.from(pdf), contentType: 'application/pdf' },
  }));
  const composer = new MailComposer({
    to: { name: plainLine(to.name), address: plainLine(to.address) },
    subject: plainLine(subject),
    text,
    html,
    attachments: files,
    headers: { 'X-Unsent': '1' },
    date: new Date(madeAt),
    // Left to itself it would tell the name of the computer.
    messageId: `<${randomUUID()}@smart-recruiting.invalid>`,
    // Quoted-printable and base64 leave nothing that a mail program could take for another character set.
    textEncoding: 'quoted-printable',
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString('latin1');
}
