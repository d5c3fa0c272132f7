import { setTimeout as delay } from 'node:timers/promises';
import type { Language } from '../language';
import { createLog } from '../log';
import type { AppPaths } from '../paths';
import { beginRescue } from '../rescue/begin-rescue';
import { createRescuePage } from '../rescue/rescue-page';
import { rescueTexts } from '../rescue/rescue-texts';
import { listen } from './server';

/** The browser follows the last answer to the application before the server that gave it goes. */
const lingerMs = 3_000;

/** A page that asks what is to become of a damaged database, on a port of its own. */
export interface RescueInBrowser {
  readonly url: string;
  /** Resolves when the person has chosen and the application can be started. */
  readonly chosen: Promise<void>;
  /** Takes the person to the application at this address, and ends the page. */
  goOn(url: string): void;
  end(): Promise<void>;
}

export interface RescueOptions {
  readonly paths: AppPaths;
  readonly language: Language;
  readonly entryRefused: string;
}

/** Throws what `beginRescue` throws. */
export async function rescueInBrowser({ paths, language, entryRefused }: RescueOptions): Promise<RescueInBrowser> {
  const rescue = beginRescue(paths);
  const log = createLog(paths.logsDir);
  let tellChosen = (): void => undefined;
  const chosen = new Promise<void>((resolve) => (tellChosen = resolve));
  let tellAddress: (url: string) => void = () => undefined;
  const address = new Promise<string>((resolve) => (tellAddress = resolve));
  const leave = async (): Promise<string> => {
    await rescue.end();
    tellChosen();
    return await address;
  };
  const page = createRescuePage({ rescue, texts: rescueTexts[language], lang: language, log, leave });
  const server = await listen({ port: 0, entryRefused }, (host) => void host.route('/', page));
  const end = async (): Promise<void> => {
    await server.close();
    log.close();
  };
  return {
    url: server.url,
    chosen,
    goOn(url) {
      tellAddress(url);
      void delay(lingerMs).then(end);
    },
    async end() {
      await rescue.end();
      await end();
    },
  };
}
