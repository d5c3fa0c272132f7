import { academicYearOf, type YearStart } from '../../../shared/domain/academic-year';
import { mayBeCutOff } from '../../../shared/domain/cells/cut-cell';
import { remember } from '../../../shared/domain/cells/remember';
import { cleanTitle } from '../../../shared/domain/clean-title';
import { fold } from '../../../shared/domain/fold';
import type { CompanyId, ContactId, OfferId } from '../../../shared/domain/ids';
import type { ImportField } from '../../../shared/domain/import';
import type { OfferDraft, SaidStanding } from '../../../shared/domain/offer';
import type { OfferContact } from '../../../shared/domain/offer-row';
import { localDay } from '../../../shared/util/local-day';
import type { CompanyIntake, ResolvedCompany } from '../companies/company-service';
import { contentHash } from '../db/content-hash';
import { openHandEdits } from '../db/hand-edits';
import type { WriteDb } from '../db/open';
import { keepFormer, snapshotOf, type IntakeOutcome, type Origin } from '../db/provenance';
import { openPlaceIntake } from '../places/place-service';
import { openSkillIntake } from '../reference/skill-service';
import { prepareOfferIntake, type Known, type Value } from './offer-intake-statements';
import { fieldsSaidBy, mergeIntoStored, type SaidOffer, type StoredOffer } from './merge-offer';
import { startDayOf } from './offer-columns';
import * as offerRepository from './offer-repository';
import { companyKeyOf, contentOf } from './offer-content';
import { openOfferLookup } from './offer-lookup';
import { openStandingDesk } from './offer-standing';
import { isAnotherOffer } from './other-offer';
import { ownOffer } from './shared-reference';

/** Takes offers in within one transaction. Measured for 100,000 rows a few seconds: no query builder on this path. */
export interface OfferIntake {
  /**
   * Creates or completes one offer. A field that a person wrote stays; one that the draft leaves empty keeps what was
   * known, unless the file empties it.
   */
  put(draft: OfferDraft, contact: OfferContact, besides?: BesidesDraft): IntakeOutcome;
  /** Writes these fields of an offer as they are given, whoever wrote them before. Throws when there is no such offer. */
  write(offerId: OfferId, fields: WrittenFields): void;
  /** Gives an offer another code of ROME: no edit, so that the import it comes from can be undone still. Throws alike. */
  recode(offerId: OfferId, romeCode: string | null): void;
}

/** What is known of a row besides what it says of the offer itself. */
export interface BesidesDraft {
  /** Where the row says that the offer stands; null where it says nothing of it. */
  readonly standing?: SaidStanding | null;
  /** The fields that the file empties. */
  readonly cleared?: readonly ImportField[];
  /** The offer that it is, where that is known already. */
  readonly knownId?: number | null;
  /** The code of ROME that it says, where the version in use has another instead: it may be known by what it says. */
  readonly formerCode?: string | null;
}

/** Fields of an offer, its company, its contact and its standing among them; what is left out stays. */
export type WrittenFields = { readonly [Field in keyof OfferDraft]?: OfferDraft[Field] | undefined } & {
  readonly standing?: SaidStanding;
  readonly owner?: { readonly companyId: CompanyId | null; readonly contactId: ContactId | null };
};

export interface OfferIntakeParts {
  readonly companies: CompanyIntake;
  readonly yearStart: YearStart;
  /** Under which our offers go to other universities; may be empty. */
  readonly universityName: string;
  readonly origin: Origin;
}

export function openOfferIntake(db: WriteDb, parts: OfferIntakeParts): OfferIntake {
  const { companies, yearStart, universityName, origin } = parts;
  const { onTaken, onRemark, keepsKnown, rereads = false, matchKey = 'automatic' } = origin;
  const handEdits = openHandEdits(db, 'offer');
  const skills = openSkillIntake(db);
  const places = openPlaceIntake(db);
  const statements = prepareOfferIntake(db);
  const standings = openStandingDesk(db);
  const findByKey = matchKey === 'automatic' ? null : openOfferLookup(db, matchKey);
  const foldOnce = remember(fold);
  const today = localDay(new Date(origin.at));

  const hashOf = (content: readonly Value[], labels: readonly string[]): string =>
    contentHash(labels.length === 0 ? content : [...content, ...labels]);

  /** Its source and reference, else the same content, now or before a person corrected it. */
  const find = (draft: OfferDraft, hash: string): Known | undefined =>
    draft.externalId === null
      ? (statements.byContent.get(hash) ?? statements.byFileContent?.get(hash))
      : statements.byReference.get(draft.externalId, draft.source ?? '');

  const undecided = (
    code: 'ambiguous-match' | 'reference-of-other',
    offers: readonly Known[],
    own: readonly string[] = [],
  ): 'undecided' => {
    onRemark?.(code, [...own, ...offers.map(({ id, title }) => `${title} (#${id})`)]);
    return 'undecided';
  };

  /** The offer of a row that names a contact whom a person removed since: it may be known by what it said then. */
  const findAsBefore = (draft: OfferDraft, company: ResolvedCompany): Known | undefined => {
    const { removedContactId: contactId } = company;
    if (!contactId || draft.externalId !== null) return undefined;
    return find(draft, hashOf(contentOf(draft, { ...company, contactId }), draft.skills));
  };

  /** The offer of a row whose code of ROME has moved, by what it says: a person may have written in it before that. */
  const findByFormerCode = (draft: OfferDraft, company: ResolvedCompany, code: string | null): Known | undefined => {
    if (code === null || draft.externalId !== null) return undefined;
    return find(draft, hashOf(contentOf({ ...draft, romeCode: code }, company), draft.skills));
  };

  /** The offer whose text a workbook had to cut off: the same title, and a text that goes on where the row's ends. */
  const findCutOff = ({ externalId, title, description }: OfferDraft): Known | undefined => {
    if (externalId !== null || !mayBeCutOff(description)) return undefined;
    const beginning = description.slice(0, -1);
    const [sole, ...others] = statements.byBeginning.all(fold(cleanTitle(title)), beginning, beginning);
    return others.length > 0 ? undefined : sole;
  };

  const derivedOf = (draft: OfferDraft, company: ResolvedCompany, hash: string, createdOn: string): Value[] => {
    const title = cleanTitle(draft.title);
    const day = draft.postedOn ?? startDayOf(draft.start) ?? createdOn;
    return [
      title,
      academicYearOf(day, yearStart),
      fold(title),
      company.companyKey,
      places.keyOf(draft),
      draft.domain === null ? null : foldOnce(draft.domain),
      hash,
    ];
  };

  const putSkills = (id: OfferId, labels: readonly string[]): void => {
    // One by one: a statement of two rows took twice as long, since SQLite runs such a list as a program of its own.
    for (const [position, label] of labels.entries()) statements.insertSkill.run(id, position, skills.idOf(label));
  };

  /** Stores what an offer says now, and where it stands unless that is null; false when it says that already. */
  const rewrite = (
    old: Known,
    { draft, createdOn, ...owner }: StoredOffer,
    standing: SaidStanding | null = null,
    isEdit = true,
  ): boolean => {
    const company = { ...owner, isChanged: false };
    const content = contentOf(draft, company);
    const hash = hashOf(content, draft.skills);
    // The title that is shown follows from the raw one by rules that may be others by now.
    const isAsShown = !rereads || cleanTitle(draft.title) === old.title;
    if (hash === old.contentHash && isAsShown && standing === null) return false;
    // Nobody saw the row before the end of the transaction that made it: one revision is enough.
    const isOwn = old.importId !== null && old.importId === origin.importId && old.revision === 1;
    const revisionAfter = isOwn || !isEdit ? old.revision : old.revision + 1;
    if (origin.importId !== null && !isOwn) {
      const before = snapshotOf(db, 'offer', old.id);
      keepFormer(db, origin.importId, { kind: 'offer', id: old.id, revisionAfter, before });
    }
    const derived = derivedOf(draft, company, hash, createdOn);
    statements.update.run(...content, ...derived, revisionAfter, origin.at, old.id);
    if (standing !== null) standings.write(old.id, standing);
    statements.removeSkills.run(old.id);
    putSkills(old.id, draft.skills);
    return true;
  };

  const update = (old: Known, said: SaidOffer): IntakeOutcome => {
    const stored = offerRepository.storedContentOf(db, old.id);
    const byHand = handEdits.of(old.id);
    const merged = mergeIntoStored(
      stored,
      said,
      keepsKnown?.() ? new Set([...byHand, ...fieldsSaidBy(stored)]) : byHand,
    );
    const standing = standings.next(old, said.standing);
    // What a person did with an offer no file undoes, and a draft of the editor is published by nobody else.
    const staysSo = keepsKnown?.() || byHand.has('status') || (old.status === 'draft' && old.importId === null);
    const isOther = rewrite(old, merged.offer, staysSo ? null : standing);
    const kept = standing !== null && staysSo ? [...merged.kept, ...standingFields] : merged.kept;
    onTaken?.(old.id, kept, said.company.siretOf);
    return isOther ? 'updated' : sameOffer(said.company);
  };

  /** False when an offer of the same source and reference is there. */
  const insert = ({ draft, company, standing }: NewOffer, content: Value[], hash: string): boolean => {
    const derived = derivedOf(draft, company, hash, today);
    const stands = [standing?.status ?? 'published', standing?.closingReason ?? null];
    const values = [...content, ...derived, ...stands, origin.importId, origin.at, origin.at];
    const { changes, lastInsertRowid } = statements.insert.run(values);
    if (changes === 0) return false;
    putSkills(Number(lastInsertRowid) as OfferId, draft.skills); // An id of `offer`.
    standings.keepDay(Number(lastInsertRowid), standing);
    onTaken?.(Number(lastInsertRowid), [], company.siretOf);
    return true;
  };

  /** Whether a row only has its reference in common with the offer that it leads to: two files may count alike. */
  const isNamesake = (old: Known, draft: OfferDraft, company: ResolvedCompany): boolean =>
    draft.externalId !== null &&
    old.title !== cleanTitle(draft.title) &&
    isAnotherOffer(
      { draft, company },
      { ...offerRepository.storedContentOf(db, old.id), byHand: handEdits.of(old.id) },
    );

  /** Whether the reference of a draft belongs to another offer than this one. */
  const isOthers = (draft: OfferDraft, knownId: number): boolean => {
    if (draft.externalId === null) return false;
    const found = statements.byReference.get(draft.externalId, draft.source ?? '');
    return found !== undefined && found.id !== knownId;
  };

  const known = (offerId: OfferId): Known => {
    const found = statements.byId.get(offerId);
    if (!found) throw new Error(`There is no offer ${offerId}.`);
    return found;
  };

  // Most files hold new offers or known ones throughout: looking for each before it is inserted is wasted on the former.
  let expectsNew = false;

  return {
    put(given, contact, { standing = null, cleared = [], knownId = null, formerCode = null } = {}) {
      const company = companies.resolve(contact, given.postcode);
      const ownId = knownId ?? ownOffer(db, given, universityName);
      const byKey = ownId === null && findByKey ? findByKey(given, company, () => places.keyOf(given)) : null;
      if (byKey && 'several' in byKey) return undecided('ambiguous-match', byKey.several);
      const own = ownId === null ? byKey?.one : statements.byId.get(ownId);
      // What went to another university and comes back is the offer that it was, whatever it was called there; and one
      // whose reference is another's keeps its own.
      const wentOut = knownId === null && ownId !== null;
      const keepsReference = own !== undefined && (wentOut || isOthers(given, own.id));
      const draft = keepsReference ? { ...given, externalId: null, source: null } : given;
      const content = contentOf(draft, company);
      const hash = hashOf(content, draft.skills);
      const isNew = (): boolean => insert({ draft, company, standing }, content, hash);
      if (expectsNew && !byKey && draft.externalId !== null && isNew()) return 'created';
      const search = (): Known | undefined =>
        find(draft, hash) ??
        findAsBefore(draft, company) ??
        findByFormerCode(draft, company, formerCode) ??
        findCutOff(draft);
      const old = own ?? (byKey ? undefined : search());
      expectsNew = !old;
      if (!old) {
        if (isNew()) return 'created';
        const holder = statements.byReference.get(draft.externalId ?? '', draft.source ?? '');
        return undecided('reference-of-other', holder ? [holder] : [], [draft.title]);
      }
      const isOther = old.contentHash !== hash || standings.next(old, standing) !== null;
      if (!own && isOther && isNamesake(old, draft, company))
        return undecided('reference-of-other', [old], [draft.title]);
      if (rereads || isOther || cleared.length > 0) return update(old, { draft, contact, company, standing, cleared });
      onTaken?.(old.id, [], company.siretOf);
      return sameOffer(company);
    },
    write(offerId, { owner, standing, ...fields }) {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const old = known(offerId);
      const stored = offerRepository.storedContentOf(db, offerId);
      const companyKey = owner === undefined ? stored.companyKey : companyKeyOf(db, owner.companyId);
      rewrite(old, { ...stored, ...owner, companyKey, draft: { ...stored.draft, ...given } }, standing);
    },
    recode(offerId, romeCode) {
      const stored = offerRepository.storedContentOf(db, offerId);
      rewrite(known(offerId), { ...stored, draft: { ...stored.draft, romeCode } }, null, false);
    },
  };
}

type NewOffer = Pick<SaidOffer, 'draft' | 'company' | 'standing'>;

/** The fields of a row that say where an offer stands. */
const standingFields: readonly ImportField[] = ['status', 'closingReason', 'closedOn'];

/** The row of an offer that stays as it is may still say something new of who offers it. */
function sameOffer({ isChanged }: ResolvedCompany): IntakeOutcome {
  return isChanged ? 'updated' : 'unchanged';
}
