import type { Asked, ConnectorState, ServiceState } from '../../../shared/contract/connectors';
import { AppError } from '../../../shared/domain/app-error';
import { offerServices, type OfferService } from '../../../shared/domain/import';
import { listNames } from '../../../shared/domain/result-pages';
import { withdrawnColumn } from '../../../shared/domain/service-wordings';
import { isQuestion, type ServiceQuestion } from '../../../shared/domain/service-question';
import { serviceFileName } from '../../../shared/texts/service-file-name';
import { localDay } from '../../../shared/util/local-day';
import type { Database } from '../db/open';
import type { Clock, FileStore, KeyVault, Log, ServiceDoor } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { ceilings, createAskedCounter, type AskedCounter } from './asked-counter';
import { openConnectorStore } from './connector-store';
import { createKeyRing } from './key-ring';
import { countOpenOffersOf, openOffersOf } from './own-offers';
import { refreshedAdzuna, refreshedFranceTravail, searched, type Gathered, type Gathering } from './gather-offers';
import { createAsk, type ServiceKeys } from './service-asker';

export interface ConnectorService {
  state(): Promise<ConnectorState>;
  /** Throws `conflict` (`service-forbidden`). */
  turn(service: OfferService, isOn: boolean): Promise<ConnectorState>;
  setKeys(service: OfferService, keys: ServiceKeys): Promise<ConnectorState>;
  forgetKeys(service: OfferService): Promise<ConnectorState>;
  /** Throws with a `service-…` reason; then nothing is kept but the count of requests. */
  search(service: OfferService, question: ServiceQuestion, signal: AbortSignal): AsyncIterable<Asked>;
  /** Throws alike. */
  refresh(service: OfferService, signal: AbortSignal): AsyncIterable<Asked>;
}

export interface ConnectorParts {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly fileStore: FileStore;
  readonly settingService: SettingService;
  readonly serviceDoor?: ServiceDoor | undefined;
  readonly keyVault?: KeyVault | undefined;
}

export function createConnectorService(parts: ConnectorParts): ConnectorService {
  const { database, dataDir, clock, serviceDoor, keyVault } = parts;
  const store = openConnectorStore(dataDir);
  if (store.damagedFile !== null)
    parts.log.warn('the settings of services cannot be read', { file: store.damagedFile });
  const keyRing = createKeyRing(store, keyVault);
  const counters: Readonly<Record<OfferService, AskedCounter>> = {
    'france-travail': createAskedCounter('france-travail', store, clock),
    adzuna: createAskedCounter('adzuna', store, clock),
  };

  const stateOf = (service: OfferService): ServiceState => ({
    service,
    isOn: serviceDoor !== undefined && store.of(service).isOn,
    keys: keyRing.placeOf(service),
    askedToday: counters[service].today(),
    dailyLimit: ceilings[service][0].requests,
    openOffers: countOpenOffersOf(database.read, service, localDay(clock.now())),
  });
  const state = async (): Promise<ConnectorState> => ({
    isAllowed: serviceDoor !== undefined,
    keepsKeys: await keyRing.canKeep(),
    services: offerServices.map(stateOf),
    damagedFile: store.damagedFile,
  });

  const begin = async (service: OfferService, signal: AbortSignal): Promise<Gathering> => {
    if (!serviceDoor) throw forbidden();
    if (!store.of(service).isOn) throw new AppError('conflict', 'The service is switched off.', 'service-off');
    const keys = await keyRing.keysOf(service);
    if (!keys) throw new AppError('conflict', 'The service has no keys.', 'service-keys-missing');
    const counter = counters[service];
    const today = localDay(clock.now());
    const own = openOffersOf(database.read, service, today);
    return { ask: createAsk(serviceDoor, counter, signal), keys, counter, store, own, today };
  };

  const asFile = async (
    { service, question }: { readonly service: OfferService; readonly question: ServiceQuestion | null },
    { offers, gone, found, left, remembered }: Gathered,
  ): Promise<Asked['outcome']> => {
    const now = clock.now();
    // An offer counts on its last day still.
    const lastDay = localDay(new Date(now.getTime() - 24 * 3_600_000));
    const titleField = service === 'adzuna' ? 'title' : 'intitule';
    const withdrawn = gone.map(({ externalId, title }) => ({
      ...{ id: externalId, [titleField]: title },
      [withdrawnColumn]: lastDay,
    }));
    const outcome = { found, taken: offers.length, gone: gone.length, left };
    if (offers.length + gone.length === 0) return { fileId: null, ...outcome };
    const name = serviceFileName(service, question, now, parts.settingService.get().language);
    const page = JSON.stringify({ [listNames[service]]: [...offers, ...withdrawn] });
    const file = parts.fileStore.create(name);
    await file.write(inOnePiece(page));
    store.put(service, remembered);
    return { fileId: file.fileId, ...outcome };
  };

  async function* told(
    asked: { readonly service: OfferService; readonly question: ServiceQuestion | null },
    steps: AsyncGenerator<Pick<Asked, 'done' | 'total'>, Gathered>,
  ): AsyncGenerator<Asked> {
    for (let done = 0; ;) {
      const step = await steps.next();
      if (step.done) {
        yield { done, total: Math.max(done, 1), outcome: await asFile(asked, step.value) };
        return;
      }
      done = step.value.done;
      yield { ...step.value, outcome: null };
    }
  }

  return {
    state,
    async turn(service, isOn) {
      if (isOn && !serviceDoor) throw forbidden();
      store.put(service, { isOn });
      return await state();
    },
    async setKeys(service, keys) {
      await keyRing.put(service, keys);
      return await state();
    },
    async forgetKeys(service) {
      keyRing.forget(service);
      return await state();
    },
    async *search(service, question, signal) {
      if (!isQuestion(question)) {
        throw new AppError('invalid-input', 'Nothing is asked for.', 'service-question-empty');
      }
      const gathering = await begin(service, signal);
      yield* told({ service, question }, searched(gathering, service, question));
    },
    async *refresh(service, signal) {
      const gathering = await begin(service, signal);
      const refreshed = service === 'adzuna' ? refreshedAdzuna : refreshedFranceTravail;
      yield* told({ service, question: null }, refreshed(gathering));
    },
  };
}

function forbidden(): AppError {
  return new AppError('conflict', 'This PC may not ask any service.', 'service-forbidden');
}

async function* inOnePiece(text: string): AsyncIterable<string> {
  yield await Promise.resolve(text);
}
