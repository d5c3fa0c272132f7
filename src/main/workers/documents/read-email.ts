import { convert } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';
import { AppError } from '../../../shared/domain/app-error';
import type { ReadDocument } from '../../../shared/domain/document';

export interface EmailText {
  readonly text: string;
  readonly subject: string | null;
  readonly sender: ReadDocument['sender'];
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** More attachments than this are pictures of signatures. */
const maxAttachments = 10;

/**
 * What an e-mail says: its plain part, else the text of its HTML part, of which nothing is run or fetched. Throws
 * `invalid-input` (`document-damaged`).
 */
export async function readEmail(bytes: Buffer): Promise<EmailText> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 32 }).catch((error: unknown) => {
    throw new AppError('invalid-input', 'The e-mail cannot be read.', 'document-damaged', {}, { cause: error });
  });
  return {
    text: email.text?.trim() ? email.text : plainText(email.html ?? ''),
    subject: email.subject?.trim() || null,
    sender: senderOf(email),
    attachments: email.attachments
      .slice(0, maxAttachments)
      .flatMap(({ filename, content, related }) =>
        related || filename === null || typeof content === 'string'
          ? []
          : [{ name: filename, bytes: content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content) }],
      ),
  };
}

function plainText(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}

function senderOf({ from }: Email): ReadDocument['sender'] {
  if (!from || from.address === undefined) return null;
  return { name: from.name.trim() || null, address: from.address.trim() || null };
}
