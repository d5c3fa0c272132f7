import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCompanyService } from '../src/main/core/companies/company-service';
import { openDatabase, type Database, type WriteDb } from '../src/main/core/db/open';
import { keepChoices } from '../src/main/core/decisions/decision-service';
import * as formationRepository from '../src/main/core/formations/formation-repository';
import { createOfferService } from '../src/main/core/offers/offer-service';
import { createSettingService } from '../src/main/core/settings/setting-service';
import { offerIdSchema } from '../src/shared/domain/ids';
import { randomFrom } from './make-offers';

// What decisions cost the lists: 100,000 offers and 685 formations without any decision, then with 2,000 and 10,000
// decided offers, a third of them each with the first proposal accepted, two others chosen instead, or it rejected alone.

const offers = 100_000;
const formations = 685;
const matchesEach = 20;
const page = { page: 0, pageSize: 50 };

function fill(db: WriteDb): void {
  const random = randomFrom(7);
  const formation = db.prepare(
    `insert into formation (id, title, title_key, identity_key, content_hash, created_at, updated_at, description)
     values (@id, @title, @title, @title, 'h', 'x', 'x', '')`,
  );
  for (let id = 1; id <= formations; id += 1) formation.run({ id, title: `formation ${id}` });
  const offer = db.prepare(
    `insert into offer (id, title, raw_title, status, academic_year, title_key, city_key, posted_on, content_hash,
       created_at, updated_at, description)
     values (@id, @title, @title, 'published', 2025, @title, @city, @day, @title, 'x', 'x', @text)`,
  );
  const ranking = db.prepare("insert into ranking values (?, 'm', 'b', 'ranked', ?, 'x')");
  const match = db.prepare("insert into match values (?, ?, ?, 'm', ?, 0.5, 0.5)");
  const two = (value: number): string => String(value).padStart(2, '0');
  for (let id = 1; id <= offers; id += 1) {
    const day = `2025-${two(1 + (id % 12))}-${two(1 + (id % 28))}`;
    offer.run({ id, title: `offre ${id}`, city: `ville ${id % 300}`, day, text: 'x'.repeat(900) });
    const best = 0.5 + random() / 2;
    ranking.run(id, best);
    const first = Math.floor(random() * formations);
    for (let rank = 1; rank <= matchesEach; rank += 1) {
      match.run(id, rank, 1 + ((first + rank * 31) % formations), best - rank * 0.02);
    }
  }
}

/** Decides on so many offers, spread over all of them, in place of what was decided before. */
function decide(db: WriteDb, count: number): void {
  for (const table of ['offer_choice', 'decision']) db.prepare(`delete from ${table}`).run();
  const insert = db.prepare<unknown, [string, number, number, number]>(
    `insert into decision (offer_id, formation_id, kind, created_at)
     select offer_id, formation_id, ?, 'x' from match where offer_id = ? and rank between ? and ?`,
  );
  for (let index = 0; index < count; index += 1) {
    const id = offerIdSchema.parse(1 + Math.floor((index * offers) / count));
    insert.run(index % 3 === 0 ? 'accepted' : 'rejected', id, 1, 1);
    if (index % 3 === 1) insert.run('accepted', id, 2, 3);
    keepChoices(db, id);
  }
}

/** The median of the processors' milliseconds that a question takes. */
function cost(work: () => unknown): string {
  work();
  const runs = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return (runs.toSorted((a, b) => a - b)[3] ?? 0).toFixed(1).padStart(8);
}

function measure(database: Database): readonly string[] {
  const clock = { now: () => new Date() };
  const settingService = createSettingService(database);
  const companyService = createCompanyService({ database, clock });
  const offerService = createOfferService({ database, clock, settingService, companyService });
  const list = (by: 'postedOn' | 'score') => () =>
    offerService.list({ filter: {}, sort: { by, direction: 'desc' }, ...page });
  const formationList = () =>
    formationRepository.page(database.read, {}, { by: 'firstPlaces', direction: 'desc' }, page);
  return [cost(list('postedOn')), cost(list('score')), cost(formationList)];
}

const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
const database = openDatabase({ dataDir, migrationsDir: resolve('resources/migrations'), now: new Date() });
try {
  await database.write(fill);
  console.log('CPU ms a question   offers, newest   offers by score   formations by first places');
  for (const count of [0, 2_000, 10_000]) {
    await database.write((db) => decide(db, count));
    const [newest, byScore, byFirst] = measure(database);
    console.log(`${String(count).padStart(6)} decided   ${newest}         ${byScore}          ${byFirst}`);
  }
} finally {
  await database.close();
  rmSync(dataDir, { recursive: true });
}
