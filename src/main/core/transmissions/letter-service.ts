import type { z } from 'zod';
import type { PreparedDraft, transmissions } from '../../../shared/contract/transmissions';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { withoutControls } from '../../../shared/domain/cells/without-controls';
import type { FileId, FormationId, JobId, OfferId, TransmissionId } from '../../../shared/domain/ids';
import type { Offer } from '../../../shared/domain/offer';
import { fileNameOf, plainLine, type Letter } from '../../../shared/domain/transmission-letter';
import { messageBody } from '../../../shared/domain/transmission-message';
import { isWithManager } from '../../../shared/domain/transmission';
import { withFrenchSpaces } from '../../../shared/texts/french-spaces';
import { sheetWords } from '../../../shared/texts/sheet-words';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { grouped } from '../../../shared/util/grouped';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import type { JobRunner } from '../jobs/job-runner';
import type { Clock, FileStore, LetterWriter } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { offerSheetOf } from './offer-sheet';
import type { TransmissionService } from './transmission-service';
import type { NewTransmission } from './transmission-repository';

type Request<P extends keyof typeof transmissions> = z.output<(typeof transmissions)[P]['input']>;

export interface LetterService {
  /** Starts making one draft a manager, kept as made once all are. See the contract for what it throws. */
  prepare(request: Request<'prepare'>): Promise<JobId>;
  /** Starts making one draft a manager about what they have not answered. Throws `not-found`, `conflict` (`action-impossible`). */
  remind(request: Request<'remind'>): Promise<JobId>;
  /** What such a job made. Throws `not-found`. */
  drafts(jobId: JobId): readonly PreparedDraft[];
  /** Makes the sheet of an offer. Throws `not-found`. */
  sheet(request: Request<'sheet'>, signal: AbortSignal): Promise<{ fileId: FileId; fileName: string }>;
}

export interface LetterParts {
  readonly clock: Clock;
  readonly jobRunner: Pick<JobRunner, 'start'>;
  readonly fileStore: FileStore;
  readonly letterWriter: LetterWriter;
  readonly settingService: SettingService;
  readonly offerService: Pick<OfferService, 'get'>;
  readonly formationService: Pick<FormationService, 'get' | 'managerOf'>;
  readonly transmissionService: Pick<TransmissionService, 'get' | 'keepPrepared' | 'plan'>;
}

/** Jobs whose drafts are at hand: more than anybody has open. */
const rememberedJobs = 100;

/** An offer for one formation of the manager whom a draft is for. */
interface Item {
  readonly offerId: OfferId;
  readonly formation: { readonly title: string; readonly component: string | null };
  readonly managerName: string;
  readonly managerEmail: string;
}

type Texts = Pick<Request<'prepare'>, 'language' | 'subject' | 'text' | 'withContact'> & {
  readonly isReminder: boolean;
};

export function createLetterService(parts: LetterParts): LetterService {
  const { clock, jobRunner, fileStore, letterWriter, settingService } = parts;
  const { offerService, formationService, transmissionService } = parts;
  const made = createBoundedMap<JobId, readonly PreparedDraft[]>(rememberedJobs);

  const sheetOf = (
    offer: Offer,
    formations: readonly Item['formation'][],
    texts: Omit<Texts, 'subject' | 'text' | 'isReminder'>,
  ) =>
    offerSheetOf(offer, {
      ...{ formations, language: texts.language, withContact: texts.withContact },
      universityName: settingService.get().universityName,
      madeAt: clock.now().toISOString(),
    });

  /** The letter to one manager; `onSheet` hears of each sheet that is drawn, with how many lines it stands for. */
  const letterOf = async (
    items: readonly [Item, ...Item[]],
    texts: Texts,
    signal: AbortSignal,
    onSheet: (lines: number) => void,
  ): Promise<Letter> => {
    const offers = grouped(items, ({ offerId }) => offerId).map((ofOffer) => ({
      offer: offerService.get(ofOffer[0].offerId),
      formations: ofOffer.map(({ formation }) => formation),
    }));
    const attachments = [];
    for (const [index, { offer, formations }] of offers.entries()) {
      const pdf = await letterWriter.drawSheet(sheetOf(offer, formations, texts), signal);
      throwIfCancelled(signal);
      // Two offers of one title would be two files of one name.
      const title = offers.length > 1 ? `${index + 1} ${offer.title}` : offer.title;
      attachments.push({ fileName: fileNameOf(title, 'pdf'), pdf });
      onSheet(formations.length);
    }
    const words = sheetWords(texts.language);
    const own = (text: string): string => (texts.language === 'fr' ? withFrenchSpaces(text, '\u00a0') : text);
    const named = offers.map(({ offer, formations }) => ({
      ...{ title: offer.title, company: offer.company?.name ?? null, city: offer.city },
      formations: formations.map(({ title }) => title),
    }));
    const aroundThem = {
      offers: (count: number) => own(words.offers(count)),
      formations: (count: number) => own(words.formations(count)),
    };
    return {
      to: { name: items[0].managerName, address: items[0].managerEmail },
      subject: plainLine(texts.subject),
      ...messageBody(texts.text, named, aroundThem),
      attachments,
      madeAt: clock.now().toISOString(),
    };
  };

  const makeDraft = async (
    items: readonly [Item, ...Item[]],
    texts: Texts,
    signal: AbortSignal,
    onSheet: (lines: number) => void,
  ) => {
    const letter = await letterOf(items, texts, signal, onSheet);
    const draft = await letterWriter.writeDraft(letter, signal);
    const count = letter.attachments.length;
    const words = sheetWords(texts.language);
    const offers = count > 1 ? words.digestName(count) : offerService.get(items[0].offerId).title;
    const about = texts.isReminder ? words.reminderName(offers) : offers;
    const { managerName, managerEmail } = items[0];
    const file = fileStore.create(fileNameOf(`${managerName} - ${about}`, 'eml'));
    const { name: fileName } = await file.write(inOnePiece(draft));
    return { managerName, managerEmail, fileId: file.fileId, fileName };
  };

  const transmissionOf = ({ offerId, formationId }: Pair): Item & { readonly made: NewTransmission } => {
    const { title, component } = formationService.get(formationId);
    const manager = formationService.managerOf(formationId);
    if (!manager?.email) {
      throw new AppError('invalid-input', 'Nobody can be written to.', 'manager-missing', { formation: title });
    }
    const { status } = offerService.get(offerId);
    const { candidates } = transmissionService.plan({ offerId, formationIds: [formationId] });
    const last = candidates.find((candidate) => candidate.formationId === formationId)?.last ?? null;
    const isOpen = status === 'published' || status === 'transmitted';
    if (!isOpen || (last !== null && isWithManager(last.state))) {
      throw new AppError('conflict', 'This offer is not to be transmitted now.', 'action-impossible');
    }
    const { id: managerId, name: managerName, email: managerEmail } = manager;
    return {
      ...{ offerId, managerName, managerEmail, formation: { title, component: component?.name ?? null } },
      made: { offerId, formationId, formationTitle: title, managerId, managerName, managerEmail },
    };
  };

  /** Makes the drafts of all, telling how many sheets are done; `keep` gives each line its transmission at the end. */
  const startJob = <T extends Item>(
    all: readonly T[],
    texts: Texts,
    keep: (items: readonly T[]) => Promise<readonly TransmissionId[]>,
  ): Promise<JobId> =>
    jobRunner.start({
      kind: 'letters',
      subject: plainLine(texts.subject),
      changes: ['transmissions'],
      isImmediate: true,
      run: async ({ jobId, signal, progress }) => {
        const groups = grouped(all, ({ managerEmail }) => managerEmail.toLowerCase());
        const total = all.length;
        const files = [];
        let done = 0;
        const onSheet = (lines: number): void => progress('write', (done += lines), total);
        for (const items of groups) {
          files.push({ items, file: await makeDraft(items, texts, signal, onSheet) });
          throwIfCancelled(signal);
        }
        // Only once every file is there: what failed was never prepared.
        const ids = await keep(files.flatMap(({ items }) => items));
        let next = 0;
        const drafts = files.map(({ items, file }) => {
          next += items.length;
          return { ...file, transmissionIds: ids.slice(next - items.length, next) };
        });
        made.set(jobId, drafts);
        return { drafts: drafts.length, transmissions: total };
      },
    });

  return {
    async prepare({ pairs, ...texts }) {
      askForSubject(texts);
      const all = uniquePairs(pairs).map(transmissionOf);
      return startJob(all, { ...texts, isReminder: false }, (items) =>
        transmissionService.keepPrepared(items.map((item) => item.made)),
      );
    },

    async remind({ transmissionIds, ...texts }) {
      askForSubject(texts);
      const all = [...new Set(transmissionIds)].map((id) => reminded(id));
      return startJob(all, { ...texts, isReminder: true }, (items) => Promise.resolve(items.map(({ id }) => id)));
    },

    drafts(jobId) {
      const drafts = made.get(jobId);
      if (!drafts) throw new AppError('not-found', `Job ${jobId} made no drafts.`, null, { jobId });
      return drafts;
    },

    async sheet({ offerId, formationIds, language, withContact }, signal) {
      const offer = offerService.get(offerId);
      const formations = formationIds.map((id) => {
        const { title, component } = formationService.get(id);
        return { title, component: component?.name ?? null };
      });
      const pdf = await letterWriter.drawSheet(sheetOf(offer, formations, { language, withContact }), signal);
      const file = fileStore.create(fileNameOf(offer.title, 'pdf'));
      const { name: fileName } = await file.write(inOnePiece(pdf));
      return { fileId: file.fileId, fileName };
    },
  };

  function reminded(id: TransmissionId): Item & { readonly id: TransmissionId } {
    const { state, offerId, formationTitle: title, managerName, managerEmail } = transmissionService.get(id);
    if (state !== 'sent') {
      throw new AppError('conflict', `A ${state} transmission is not reminded of.`, 'action-impossible');
    }
    return { id, offerId, formation: { title, component: null }, managerName, managerEmail };
  }
}

function askForSubject({ subject }: Pick<Texts, 'subject'>): void {
  if (withoutControls(plainLine(subject)).trim() !== '') return;
  throw new AppError('invalid-input', 'A message without a subject.', 'subject-missing', { field: 'subject' });
}

interface Pair {
  readonly offerId: OfferId;
  readonly formationId: FormationId;
}

function uniquePairs(pairs: readonly Pair[]): readonly Pair[] {
  return [...new Map(pairs.map((pair) => [`${pair.offerId} ${pair.formationId}`, pair])).values()];
}

async function* inOnePiece<T>(content: T): AsyncGenerator<T> {
  await Promise.resolve();
  yield content;
}
