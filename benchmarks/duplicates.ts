import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase, type WriteDb } from '../src/main/core/db/open';
import { createOfferDuplicatesService } from '../src/main/core/offers/offer-duplicates-service';
import { randomFrom } from './make-offers';

// What looking for offers that came twice costs: 100,000 offers of 3,000 companies and two years, of which one has 5,000,
// a tenth of them from a second source. Asked for: at most ten seconds.

const offers = 100_000;
const companies = 3_000;
const jobs =
  'développeur web,comptable,technicien de maintenance,chargée de communication,data analyst,acheteuse'.split(',');
const topics = 'énergie,logistique,santé,banque,réseaux,qualité,achats,paie,laboratoire,export,culture,bois'.split(',');

function fill(db: WriteDb): void {
  const random = randomFrom(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const company = db.prepare(
    `insert into company (id, name, name_key, content_hash, state, created_at, updated_at)
     values (@id, @name, @name, 'x', 'validated', 'x', 'x')`,
  );
  for (let id = 1; id <= companies; id += 1) company.run({ id, name: `entreprise ${id}` });
  const offer = db.prepare(
    `insert into offer (id, title, raw_title, status, academic_year, title_key, company_id, postcode, contract_type, source,
       external_id, content_hash, created_at, updated_at, description)
     values (@id, @title, @title, 'published', @year, @title, @company, @postcode, 'internship', @source, @id, 'x', 'x', 'x',
       @text)`,
  );
  for (let id = 1; id <= offers; id += 1) {
    const owner = id <= 5_000 ? 1 : 1 + Math.floor(random() * companies);
    const title = `Stage ${pick(jobs)} – ${pick(topics)} et ${pick(topics)}, équipe de ${pick(topics)}`;
    offer.run({
      ...{ id, title, year: 2025 + (id % 2), company: owner, postcode: `${69_000 + (owner % 9)}` },
      ...{ source: id % 10 === 0 ? 'France Travail' : 'JobTeaser', text: 'x'.repeat(2_000) },
    });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
const clock = { now: () => new Date() };
const migrationsDir = resolve('resources/migrations');
const database = openDatabase({ dataDir: join(folder, 'data'), migrationsDir, now: clock.now() });
try {
  await database.write(fill);
  const offerEditingService = {
    onComeOrGone: () => undefined,
    actIn: () => {
      throw new Error('Nothing is decided here.');
    },
  };
  const service = createOfferDuplicatesService({ database, clock, offerEditingService });
  for (const what of ['looked for', 'asked again']) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    const { total } = await service.page({ importId: null, page: 0, pageSize: 20 });
    const { user, system } = process.cpuUsage(used);
    const wall = Math.round(performance.now() - from);
    console.log(
      `${what}: ${offers} offers, ${total} pairs, ${wall} ms, ${Math.round((user + system) / 1000)} ms of a core`,
    );
  }
} finally {
  await database.close();
  rmSync(folder, { recursive: true });
}
