const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/** How many records the bytes of a CSV file hold (RFC 4180: line breaks between quotes end none), blank lines left out. */
export interface RecordCounter {
  /** The bytes that follow those before. */
  add(bytes: Uint8Array): void;
  records(): number;
}

export function countRecords(): RecordCounter {
  let ended = 0;
  let isQuoted = false;
  let hasContent = false;
  return {
    add(bytes) {
      for (const byte of bytes) {
        // A quote within quotes is written twice, and so ends and begins them again.
        if (byte === quote) isQuoted = !isQuoted;
        if (isQuoted || (byte !== lineFeed && byte !== carriageReturn)) {
          hasContent = true;
        } else if (hasContent) {
          ended += 1;
          hasContent = false;
        }
      }
    },
    records: () => ended + (hasContent ? 1 : 0),
  };
}
