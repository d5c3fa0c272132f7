import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { componentIdSchema } from '../../../shared/domain/ids';
import type { Database } from '../db/open';
import { createLogoService, type LogoService } from './logo-service';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A white picture of this size with eight bits a colour; `parts` replaces what a damaged one has otherwise. */
function picture(
  width: number,
  height: number,
  parts: { readonly kind?: number; readonly dots?: Buffer } = {},
): string {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, parts.kind ?? 2, 0, 0, 0], 8);
  const dots = parts.dots ?? Buffer.alloc(height * (1 + width * 3), 255);
  return Buffer.concat([
    signature,
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(dots)), chunk('IEND', Buffer.alloc(0))],
  ]).toString('base64');
}

async function openLogos(database: Database): Promise<LogoService> {
  await database.write((db) => {
    db.prepare(`insert into university (id, name) values (1, 'U')`).run();
    for (const id of [1, 2])
      db.prepare(`insert into component (id, university_id, name, name_key, created_at) values (?, 1, ?, ?, 'x')`).run(
        id,
        `C${id}`,
        `c${id}`,
      );
  });
  const clock = { now: () => new Date('2026-03-02T09:00:00Z') };
  return createLogoService({ database, clock, universityName: () => 'U' });
}

const [first, second] = [componentIdSchema.parse(1), componentIdSchema.parse(2)];

describe('logos', () => {
  it('of a component stand before the one of the university, and go with it', async () => {
    await using place = openTemporaryDatabase();
    const service = await openLogos(place.database);
    await service.save(null, picture(4, 2));
    await service.save(first, picture(10, 5));
    await service.save(first, picture(8, 3));
    expect(service.list().map(({ owner, width, height }) => [owner, width, height])).toEqual([
      ['U', 4, 2],
      ['C1', 8, 3],
    ]);
    expect(service.shown(first)).toMatchObject({ owner: 'C1', png: picture(8, 3) });
    expect(service.shown(second)).toMatchObject({ owner: 'U' });
    await place.database.write((db) => void db.prepare('delete from component where id = 1').run());
    expect(service.shown(first)).toMatchObject({ owner: 'U' });
    await service.save(null, null);
    expect(service.shown(null)).toBeNull();
  });

  it.each([
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')],
    ['nothing', ''],
    ['too wide', picture(641, 2)],
    ['too high', picture(2, 241)],
    ['cut off', picture(40, 20).slice(0, 80)],
    ['without all its dots', picture(40, 20, { dots: Buffer.alloc(100) })],
    ['with more dots than it says', picture(4, 2, { dots: Buffer.alloc(5_000_000) })],
    ['of colours by number', picture(4, 2, { kind: 3 })],
    ['damaged', picture(4, 2).replace('IDAT', 'IDAX').replace(/.{8}$/, 'AAAAAAAA')],
  ])('%s is refused, and the former one stays', async (_, png) => {
    await using place = openTemporaryDatabase();
    const service = await openLogos(place.database);
    await service.save(first, picture(8, 3));
    await expect(service.save(first, png)).rejects.toMatchObject({ code: 'invalid-input', reason: 'logo-unusable' });
    expect(service.shown(first)).toMatchObject({ width: 8, height: 3 });
  });

  it('of a component that is gone is refused', async () => {
    await using place = openTemporaryDatabase();
    const service = await openLogos(place.database);
    await expect(service.save(componentIdSchema.parse(9), picture(8, 3))).rejects.toMatchObject({ code: 'not-found' });
    expect(service.list()).toEqual([]);
  });
});
