import type { OfferId } from '../../../shared/domain/ids';
import type { OfferStatus } from '../../../shared/domain/offer';
import type { WriteDb } from '../db/open';

/** An offer that a row may stand for. */
export interface Known {
  readonly id: OfferId;
  readonly revision: number;
  readonly importId: number | null;
  readonly contentHash: string;
  readonly title: string;
  readonly status: OfferStatus;
  readonly closingReason: string | null;
}

export type Value = string | number | null;

/** The columns that a file can say, in the order of `contentOf`; their values make the content hash. */
export const contentColumns =
  `source, external_id, raw_title, company_id, contact_id, city, postcode, country, contract_type,
  level_mask, domain, rome_code, seniority, start_kind, start_from, start_to, duration_unit, duration_min, duration_max,
  weekly_hours, pay_amount, pay_per, pay_wording, remote, language, disability_friendly, places, posted_on, expires_on,
  description`.split(/,\s+/);

/** The columns that follow from those, in the order of `derivedOf`. */
const derivedColumns = ['title', 'academic_year', 'title_key', 'company_key', 'city_key', 'domain_key', 'content_hash'];

const writtenColumns = [...contentColumns, ...derivedColumns];

/** The columns of a `Known`. */
export const knownColumns =
  'id, revision, import_id importId, content_hash contentHash, title, status, closing_reason closingReason';

/** The statements by which rows of files become offers, prepared once a file. */
export function prepareOfferIntake(db: WriteDb) {
  const inserted = [...writtenColumns, 'status', 'closing_reason', 'import_id', 'created_at', 'updated_at'];
  const isAnyCorrected = db
    .prepare<number, []>('select exists (select 1 from offer_edit where file_hash is not null)')
    .pluck()
    .get();
  return {
    byId: db.prepare<Known, [number]>(`select ${knownColumns} from offer where id = ?`),
    // Asked for each row of a file without references: not at all where nobody corrected any.
    byFileContent:
      isAnyCorrected === 1
        ? db.prepare<Known, [string]>(
            `select ${knownColumns} from offer where external_id is null
               and id = (select offer_id from offer_edit where file_hash = ? limit 1)`,
          )
        : null,
    byReference: db.prepare<Known, [string, string]>(
      `select ${knownColumns} from offer where external_id = ? and source = ?`,
    ),
    byContent: db.prepare<Known, [string]>(
      `select ${knownColumns} from offer where content_hash = ? and external_id is null`,
    ),
    /** Offers without a reference of a title whose text begins so. */
    byBeginning: db.prepare<Known, [string, string, string]>(
      `select ${knownColumns} from offer where external_id is null and title_key = ?
         and substr(description, 1, length(?)) = ? limit 2`,
    ),
    insert: db.prepare<unknown, [Value[]]>(
      `insert into offer (${inserted.join(', ')}) values (${inserted.map(() => '?').join(', ')}) on conflict do nothing`,
    ),
    update: db.prepare<unknown, Value[]>(
      `update offer set ${writtenColumns.map((column) => `${column} = ?`).join(', ')}, revision = ?, updated_at = ?
       where id = ?`,
    ),
    insertSkill: db.prepare<unknown, [number, number, number]>(
      'insert into offer_skill (offer_id, position, skill_id) values (?, ?, ?)',
    ),
    removeSkills: db.prepare<unknown, [number]>('delete from offer_skill where offer_id = ?'),
  };
}
