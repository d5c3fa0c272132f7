import { setTimeout as delay } from 'node:timers/promises';
import type { BeginAsking } from '../rescue/ask-page';
import { listen } from './server';

/** The browser follows the last answer to the application before the server that gave it goes. */
const lingerMs = 3_000;

/** A page that asks something before the application opens, on a port of its own. */
export interface AskInBrowser {
  readonly url: string;
  /** Resolves when the person has answered and the application can be started. */
  readonly answered: Promise<void>;
  /** Takes the person to the application at this address, and ends the page. */
  goOn(url: string): void;
  end(): Promise<void>;
}

/** Throws what beginning to ask throws. */
export async function askInBrowser(begin: BeginAsking, entryRefused: string): Promise<AskInBrowser> {
  let tellAnswered: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (tellAnswered = resolve));
  let tellAddress: (url: string) => void = () => undefined;
  const address = new Promise<string>((resolve) => (tellAddress = resolve));
  const asking = begin(async () => {
    await asking.end();
    tellAnswered();
    return await address;
  });
  const server = await listen(
    { port: 0, entryRefused, isScriptless: true },
    (host) => void host.route('/', asking.page),
  );
  return {
    url: server.url,
    answered,
    goOn(url) {
      tellAddress(url);
      void delay(lingerMs).then(() => server.close());
    },
    async end() {
      await asking.end();
      await server.close();
    },
  };
}
