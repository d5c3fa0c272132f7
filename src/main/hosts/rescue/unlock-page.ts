import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { AppError } from '../../../shared/domain/app-error';
import { cancelRestore } from '../../core/db/restore';
import { closedKeys, giveUpEncrypting, isOnlyWanted, unlockData } from '../../core/encryption/unlock-service';
import type { Log } from '../../core/ports';
import type { Language } from '../language';
import type { RescueSession } from './begin-rescue';
import { tellFailures } from './failure-page';
import { createLostKeyPage } from './lost-key-page';
import { safetyHeaders, wordsLimit, wordsOf } from './page-frame';
import { unlockHtml } from './unlock-html';

export interface UnlockPageOptions {
  readonly dataDir: string;
  readonly language: Language;
  readonly log: Log;
  /** Starts the application, now that its keys are known, unless that was done; answers with its address. */
  readonly leave: () => Promise<string>;
  /** What is wrong besides that a key is needed. */
  readonly told?: AppError | null;
  /** What can be done without the key; begun when somebody asks for it. */
  readonly rescue: () => RescueSession;
}

/**
 * The page that asks for the passphrase before the application opens, for the browser host and the desktop host alike. What
 * is typed goes to scrypt and nowhere else: into no log, address or file.
 */
export function createUnlockPage({ dataDir, language, log, leave, told = null, rescue }: UnlockPageOptions): Hono {
  let isOpening = false;
  let failure: AppError | null = told;
  const again = (context: Context): Response => context.redirect('/', 303);
  const goOn = async (context: Context): Promise<Response> => {
    isOpening = true;
    return context.redirect(await leave(), 303);
  };
  /** Goes on once nothing is closed any more. */
  const goOnIfOpen = (context: Context): Response | Promise<Response> =>
    closedKeys(dataDir).length === 0 ? goOn(context) : again(context);

  const page = new Hono();
  tellFailures(page, { lang: language, log });
  // The application has the folder by now: nothing is done in it any more.
  page.use(async (context: Context, next) =>
    isOpening && context.req.method === 'POST' ? await goOn(context) : await next(),
  );
  page.post('/unlock', wordsLimit, async (context) => {
    const words = await wordsOf(context);
    try {
      await unlockData(dataDir, { words });
      return await goOn(context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failure = error;
      log.info('The data were not unlocked.', { reason: error.reason });
      return again(context);
    }
  });
  page.post('/rescue/stay-plain', async (context) => {
    if (!isOnlyWanted(dataDir)) return again(context);
    giveUpEncrypting(dataDir);
    failure = null;
    return await goOnIfOpen(context);
  });
  page.post('/rescue/without-backup', async (context) => {
    if (closedKeys(dataDir)[0]?.isOfBackup !== true) return again(context);
    cancelRestore(dataDir);
    return await goOnIfOpen(context);
  });
  page.route('/', createLostKeyPage({ dataDir, language, log, goOn, rescue }));
  page.get('/', (context) => {
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) context.header(name, value);
    return context.html(unlockHtml({ dataDir, lang: language, nonce, isOpening, failure }));
  });
  // Whatever was open before leads here.
  page.get('*', again);
  return page;
}
