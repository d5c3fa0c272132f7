import type { Log } from '../../../core/ports';

/** Looks for newer versions and fetches them. */
export interface Updater {
  /** The newer version, null when there is none. Rejects when nobody answers. */
  check(): Promise<string | null>;
  /**
   * Fetches what `check` found and has it installed when the application quits. Rejects when it cannot be had, and when it
   * is not what its publisher made.
   */
  download(): Promise<void>;
}

/** Why a version is not there; `altered`: its checksum or signature is wrong. */
export type UpdateFailure = 'unreachable' | 'altered';

/** What a person is asked and told. */
export interface UpdateTalk {
  /** Whether a version is to be fetched. */
  wants(version: string): Promise<boolean>;
  ready(version: string): void;
  newest(): void;
  failed(failure: UpdateFailure): void;
}

export interface UpdateParts {
  /** Given when it is first needed: nothing of it is loaded where nobody looks for versions. */
  readonly open: () => Promise<Updater>;
  /** Whether the office has switched this on. */
  readonly isWanted: () => Promise<boolean>;
  readonly talk: UpdateTalk;
  readonly log: Log;
}

export interface Updates {
  /** Looks once. `isAsked`: a person wants to know now, whatever the settings say, and is told of whatever comes of it. */
  look(options: { readonly isAsked: boolean }): Promise<void>;
  /** Looks soon and then every day, as long as the settings want it, until what it answers with is called. */
  keepOn(): () => void;
}

/** What the start needs the machine for is over by then. */
const firstAfterMs = 60_000;
const everyMs = 24 * 3_600_000;

/** Never fetches anything that nobody said yes to; once a person said no, only they bring a version up again. */
export function createUpdates({ open, isWanted, talk, log }: UpdateParts): Updates {
  let declined: string | null = null;
  let isReady = false;
  let going: Promise<void> | null = null;

  const attempt = async (isAsked: boolean): Promise<void> => {
    if (isReady || (!isAsked && !(await isWanted()))) return;
    let hasAgreed = false;
    try {
      const updater = await open();
      const version = await updater.check();
      if (version === null) return isAsked ? talk.newest() : undefined;
      if (!isAsked && version === declined) return;
      hasAgreed = await talk.wants(version);
      if (!hasAgreed) return void (declined = version);
      await updater.download();
      isReady = true;
      talk.ready(version);
    } catch (error) {
      const failure = failureOf(error);
      log.info('No newer version could be had.', { failure });
      // Somebody who asked for nothing is not kept from working by a network that is away.
      if (isAsked || hasAgreed) talk.failed(failure);
    }
  };
  const look: Updates['look'] = ({ isAsked }) => {
    going ??= attempt(isAsked).finally(() => (going = null));
    return going;
  };
  return {
    look,
    keepOn() {
      const next = (): void => void look({ isAsked: false });
      const timers = [setTimeout(next, firstAfterMs), setInterval(next, everyMs)];
      for (const timer of timers) timer.unref();
      return () => {
        for (const timer of timers) clearTimeout(timer);
      };
    },
  };
}

/** The codes by which electron-updater tells that a file is not the one that was published. */
const alteredCodes: ReadonlySet<unknown> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);

function failureOf(error: unknown): UpdateFailure {
  return error instanceof Error && 'code' in error && alteredCodes.has(error.code) ? 'altered' : 'unreachable';
}
