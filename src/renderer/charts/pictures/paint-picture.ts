import type { ReportPicture } from '../../../shared/domain/report';
import { inks, type Brush } from './brush';
import { paintBars, paintCurves } from './paint-rows';
import { paintPoints, paintSlopes } from './paint-places';
import type { Picture } from './picture';

/** In units. */
const width = 920;
/** Dots a unit: sharp on paper. */
const scale = 2;

/** Paints a picture of a chart. Null where there is nothing to be seen, or the browser paints none. */
export async function paintPicture(picture: Picture): Promise<ReportPicture | null> {
  const height = heightOf(picture);
  if (height === 0) return null;
  // The font of the page is loaded by its first use; painting does not wait for it.
  await document.fonts.load('13px "Inter Variable"').catch(() => []);
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, width, height);
  paint(picture, { context, width, height });
  const [, png = ''] = canvas.toDataURL('image/png').split(',');
  return { png, width: canvas.width, height: canvas.height };
}

function heightOf(picture: Picture): number {
  switch (picture.kind) {
    case 'bars':
      return picture.bars.length === 0 ? 0 : picture.bars.length * 26 + 12;
    case 'curves':
      return picture.points.length === 0 ? 0 : 300;
    case 'slopes':
      return picture.slopes.length === 0 ? 0 : 400;
    case 'points':
      return picture.points.length === 0 ? 0 : 460;
  }
}

function paint(picture: Picture, brush: Brush): void {
  switch (picture.kind) {
    case 'bars':
      return paintBars(picture, brush);
    case 'curves':
      return paintCurves(picture, brush);
    case 'slopes':
      return paintSlopes(picture, brush);
    case 'points':
      return paintPoints(picture, brush);
  }
}
