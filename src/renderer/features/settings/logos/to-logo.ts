import { logoLimits } from '../../../../shared/contract/logos';
import { AppError } from '../../../../shared/domain/app-error';

/** Pictures of dots: one of shapes (SVG) may hold scripts and links. */
export const logoTypes = ['image/png', 'image/jpeg'] as const;

/**
 * Paints an image that a person chose as a logo: a PNG in base 64 within `logoLimits`, smaller where it would not fit.
 * Throws `invalid-input` (`logo-unusable`) for what is no PNG or JPEG image.
 */
export async function toLogo(file: Blob): Promise<string> {
  if (!logoTypes.some((type) => type === file.type)) throw unusable(file.type);
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) throw unusable('unreadable');
  const fitting = Math.min(1, logoLimits.width / image.width, logoLimits.height / image.height);
  try {
    // A photograph may take more bytes than a logo is allowed at its full size.
    for (let scale = fitting; scale > fitting / 16; scale /= 2) {
      const png = await painted(image, scale);
      if (png.length * 0.75 <= logoLimits.bytes) return png;
    }
    throw unusable('too large');
  } finally {
    image.close();
  }
}

async function painted(image: ImageBitmap, scale: number): Promise<string> {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw unusable('unpaintable');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function unusable(what: string): AppError {
  return new AppError('invalid-input', `The image is of no use as a logo: ${what}.`, 'logo-unusable');
}
