import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import Papa from 'papaparse';
import { openDatabase } from '../src/main/core/db/open';
import { embedTexts } from '../src/main/core/embeddings/embed-texts';
import type { Embedder } from '../src/main/core/ports';
import { fold } from '../src/shared/domain/fold';
import { contractTypes } from '../src/shared/domain/offer';
import { offerMatchText } from '../src/shared/domain/text/match-text';
import { randomFrom } from './make-offers';

const root = process.cwd();
const never = new AbortController().signal;

interface SampleOffer {
  readonly intitulé: string;
  readonly description: string;
  readonly ville: string;
}

/** So many texts are encoded for each title of the sample; further offers of that title have one of their vectors. */
const vectorsOfTitle = 12;
const sentencesOfText = 14;

/**
 * Makes offers in an empty folder, of the sample university's titles and sentences, with vectors of the encoder; gives the
 * path of the database that is there.
 */
export async function makeSearchBase(dir: string, count: number, embedder: Embedder): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const isKept = readdirSync(dir).length > 0;
  const database = openDatabase({ dataDir: dir, migrationsDir: join(root, 'resources/migrations'), now: new Date() });
  const { path } = database;
  await database.close();
  if (isKept) return path;
  const csv = readFileSync(join(root, 'data/samples/offers.csv'), 'utf8').replace(/^\uFEFF/, '');
  const sample = Papa.parse<SampleOffer>(csv, { header: true, delimiter: ';', skipEmptyLines: true }).data;
  const sentences = sample.flatMap(({ description }) => description.split(/(?<=[.!?])\s+/));
  const random = randomFrom(count);
  const any = <Value>(list: readonly Value[]): Value | undefined => list[Math.floor(random() * list.length)];
  const textOf = (): string => Array.from({ length: sentencesOfText }, () => any(sentences)).join(' ');
  const model = await embedder.model();
  const vectors = new Map<string, readonly Buffer[]>();
  for (const title of new Set(sample.map(({ intitulé }) => intitulé))) {
    // What a text says beside its title is of many trades here: its own sentence comes twice as often.
    const own = sample.find((offer) => offer.intitulé === title)?.description ?? '';
    const texts = Array.from({ length: vectorsOfTitle }, () =>
      offerMatchText(
        { title, description: `${own} ${any(sentences) ?? ''}`, skills: [] },
        { company: null, contact: null, city: null },
      ),
    );
    const embedded = await embedTexts(embedder, model, texts, never);
    vectors.set(
      title,
      texts.map((_, row) => Buffer.from(embedded.slice(row * model.dimensions, (row + 1) * model.dimensions).buffer)),
    );
  }
  const writer = new BetterSqlite(path);
  const insert = writer.prepare(
    `insert into offer (id, title, raw_title, city, city_key, contract_type, status, academic_year, posted_on, title_key,
       content_hash, created_at, updated_at, description)
     values (?, ?, ?, ?, ?, ?, 'published', 2025, '2026-01-01', ?, ?, '2026-01-01', '2026-01-01', ?)`,
  );
  const place = writer.prepare('insert or ignore into place (key, name) values (?, ?)');
  const embed = writer.prepare(
    `insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values ('offer', ?, ?, '', ?)`,
  );
  writer.transaction(() => {
    for (let id = 1; id <= count; id += 1) {
      const { intitulé: title = '', ville: city = '' } = any(sample) ?? {};
      place.run(fold(city), city);
      insert.run(id, title, title, city, fold(city), any(contractTypes), fold(title), `${id}`, textOf());
      embed.run(id, model.id, any(vectors.get(title) ?? []));
    }
  })();
  writer.close();
  return path;
}
