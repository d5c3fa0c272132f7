import { expect, it } from 'vitest';
import { createFormat } from './use-format';

it.each([
  ['fr', ['0 octet', '1 octet', '42 octets', '1,5 ko', '20 Mo', '1,1 Go']],
  ['en', ['0 bytes', '1 byte', '42 bytes', '1.5 kB', '20 MB', '1.1 GB']],
] as const)('sizes are written as people write them (%s)', (language, texts) => {
  const { size } = createFormat(language);
  const sizes = [0, 1, 42, 1_500, 20_000_000, 1_073_741_824];
  expect(sizes.map((bytes) => size(bytes).replaceAll('\u00a0', ' '))).toEqual(texts);
});
