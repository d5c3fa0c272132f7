import iconv from 'iconv-lite';
import { AppError } from '../../../shared/domain/app-error';
import { readBlocks, textBytes } from './open-file';

export interface TextBlock {
  readonly text: string;
  /** Bytes of the file up to the end of this text. */
  readonly bytesRead: number;
}

/**
 * The text of a file, block after block, without its byte order mark. Characters that a block cuts are put together.
 * The only place where bytes become text. Errors as `readBlocks`, and `file-binary` for zeros in UTF-16.
 */
export async function* decodeFile(path: string, encoding: string, signal: AbortSignal): AsyncGenerator<TextBlock> {
  const decoder = iconv.getDecoder(encoding);
  let bytesRead = 0;
  for await (const block of readBlocks(path, textBytes, signal)) {
    bytesRead += block.length;
    // iconv-lite may keep a view of the block, which is overwritten by the next one, for a cut character.
    const text = decoder.write(Buffer.from(block));
    if (text.includes('\0')) throw new AppError('invalid-input', 'The file holds no text.', 'file-binary');
    if (text !== '') yield { text, bytesRead };
  }
  const rest = decoder.end();
  if (rest) yield { text: rest, bytesRead };
}
